"""Monthly amounts that go one way nearly every month."""

import calendar
import datetime as dt
from typing import Any

import pytest
from tests.forecast.histories import Points, after, dated

from smartgoal.forecast import Estimate, chance
from smartgoal.forecast.history import history
from smartgoal.forecast.trend import steady_trend

LAST = dt.date(2026, 10, 31)
GROWING = [100.0, 104, 108, 112, 117, 121, 126, 131, 136, 141, 147, 153]


def month_end(back: int) -> dt.date:
    year, month = divmod(LAST.year * 12 + LAST.month - 1 - back, 12)
    return dt.date(year, month + 1, calendar.monthrange(year, month + 1)[1])


def monthly(values: list[float]) -> Points:
    return [(month_end(len(values) - 1 - number), value) for number, value in enumerate(values)]


def asked(values: list[float], value: float, kind: Any = "percent", **more: Any) -> Estimate:
    """The chance by the end of December of what grows from its last month on."""
    settings = {"form": "flow", "per": "month", "since": dt.date(2026, 11, 23), **more}
    return chance(monthly(values), kind=kind, value=value, by=dt.date(2026, 12, 31), **settings)


def likely(estimate: Estimate) -> float:
    assert estimate.chance is not None
    return estimate.chance


def test_what_grew_every_month_is_not_expected_to_shrink() -> None:
    found = asked(GROWING, 2)
    assert likely(found) > 0.5
    assert found.targets is not None
    assert 0 < found.targets.even < 9  # it grew by 8 % in two months; growth slows


def test_what_fell_every_month_is_not_expected_to_recover() -> None:
    found = asked(GROWING[::-1], 2)
    assert likely(found) < 0.4
    assert found.targets is not None
    assert found.targets.even < 0


def test_a_share_and_the_number_it_comes_to_have_one_chance() -> None:
    assert likely(asked(GROWING, 10)) == pytest.approx(likely(asked(GROWING, 168.3, "rate")))


def test_the_sum_of_the_next_months_goes_on_growing_too() -> None:
    found = asked(GROWING, 306, "total", since=LAST, per=None)
    assert found.median is not None
    assert 306 < found.median < 330  # twice the last month, and a little more


@pytest.mark.parametrize(
    "points",
    [
        monthly([100, 130, 90, 140, 110, 95, 150, 120, 100, 140, 105, 125]),  # up and down
        monthly(GROWING[:5]),  # too few
        dated(GROWING, every=7),  # weeks
    ],
)
def test_ups_and_downs_few_months_and_weeks_are_no_trend(points: Points) -> None:
    assert steady_trend(history(points, "flow")) is None


FALLING = [49.0, 47, 46, 44, 43, 41, 40, 38, 37, 35, 34, 32]


def asked_of_weeks(values: list[float]) -> Estimate:
    points = dated(values, every=7)
    return chance(points, form="ratio", kind="level", value=15, direction="decrease", by=after(points, 106))


def test_a_ratio_that_fell_for_twelve_weeks_is_not_expected_to_rise_again() -> None:
    found = asked_of_weeks(FALLING)
    assert likely(found) > 0.1
    assert found.targets is not None
    assert 15 < found.targets.even < 32  # it fell by 17 in 11 weeks; the fall slows
    assert "slowing_trend" in found.reasons


def test_a_ratio_of_fewer_weeks_or_of_ups_and_downs_leans_back_to_its_mean() -> None:
    for values in (FALLING[2:], [44.0, 47, 40, 49, 43, 41, 46, 38, 34, 37, 32, 35]):
        found = asked_of_weeks(values)
        assert "slowing_trend" not in found.reasons


def test_past_windows_of_a_share_tell_growth_and_no_amounts() -> None:
    found, grown = asked(GROWING, 10), asked(GROWING, 2)
    assert found.windows is not None
    assert grown.windows is not None
    assert found.windows.reached == 0
    assert found.windows.best == pytest.approx(100 * (153 / 141 - 1))
    assert grown.windows.reached == grown.windows.of == 5


def test_past_windows_of_a_fall_are_told_as_a_fall() -> None:
    found = chance(monthly(GROWING[::-1]), form="flow", kind="gain", value=9, direction="decrease", per="month",
                   by=after(monthly(GROWING), 61))  # fmt: skip
    assert found.windows is not None
    assert found.windows.best == 11
    assert found.windows.reached == 4  # of 11, 10, 9, 9 and 8
