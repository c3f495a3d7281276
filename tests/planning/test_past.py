"""What a goal asks of its history: in which period, from which start, without counting anybody twice."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from tests.planning.tracked import START, day, plan

from smartgoal.model.plan import Measure, Plan, Snapshot
from smartgoal.planning.odds import odds, odds_so_far
from smartgoal.planning.periods import dated_by_end
from smartgoal.planning.readings import history

DAYS = [START - timedelta(days=back) for back in range(60, 0, -1)]


def with_days(told: Plan, numbers: list[int], measure: Measure | None = None) -> Plan:
    """The plan with a number a day before its start, and a point A."""
    name = told.goal.metric or ""
    rows = tuple((each, Decimal(number)) for each, number in zip(DAYS, numbers, strict=True))
    metrics = {name: measure} if measure else {}
    return replace(told, point_a=(Snapshot(platform="vk", date=DAYS[-1], metrics=metrics, history={name: rows}),))


def goal(metric: str, kind: str, value: int, **more: Any) -> dict[str, Any]:
    return {"metric": metric, "platform": "vk", "direction": "increase", "kind": kind, "value": value, **more}


RISEN = [10] * 53 + [30] * 7  # the last week was the best one


def test_a_share_counts_from_point_a_and_not_from_the_last_week() -> None:
    point_a = Measure(Decimal(70), "week")
    share = with_days(plan(**goal("leads", "percent", 20)), RISEN, point_a)
    rate = with_days(plan(**goal("leads", "rate", 84, per="week")), RISEN)
    one, other = odds(share, today=START), odds(rate, today=START)
    assert one is not None
    assert other is not None
    assert one.chance == pytest.approx(other.chance, abs=0.01)  # which counts from the day before


def test_people_reached_on_several_days_are_no_sum_of_the_days() -> None:
    numbers = [980 + index % 9 for index in range(60)]
    weekly = odds(with_days(plan(**goal("reach", "rate", 8000, per="week")), numbers), today=START)
    daily = odds(with_days(plan(**goal("reach", "rate", 1100, per="day")), numbers), today=START)
    assert weekly is not None
    assert daily is not None
    assert (weekly.chance, weekly.reasons) == (None, ("counted_twice",))
    assert daily.chance is not None


def test_a_number_per_week_is_no_row_of_the_daily_history() -> None:
    told = with_days(plan((7, 75), **goal("leads", "rate", 84, per="week")), RISEN)
    assert day(7) not in dict(history(told))
    assert day(7) in dict(history(plan((7, 75), **goal("leads", "rate", 84, per="week"))))


def test_the_amount_of_a_month_stands_on_its_last_day() -> None:
    rows = [(date(2026, month, 1), Decimal(month)) for month in (1, 2, 3)]
    ends = [each for each, _ in dated_by_end(rows)]
    assert ends == [date(2026, 1, 31), date(2026, 2, 28), date(2026, 3, 31)]
    assert dated_by_end(rows[:1]) == tuple(rows[:1])
    uneven = [*rows, (date(2026, 4, 2), Decimal(4))]
    assert dated_by_end(uneven) == tuple(uneven)


def test_a_pace_of_followers_is_asked_of_what_they_gain_however_it_is_told() -> None:
    numbers = [1000 + 4 * index + index % 3 for index in range(60)]
    level = odds(with_days(plan(**goal("followers", "level", 40, per="week"), baseline=28), numbers), today=START)
    rate = odds(with_days(plan(**goal("followers", "rate", 40, per="week")), numbers), today=START)
    assert level is not None
    assert rate is not None
    assert level.median == pytest.approx(28, abs=2)
    assert level.chance == pytest.approx(rate.chance, abs=0.01)


def test_a_sum_goes_on_from_its_last_check_in() -> None:
    days = [2 + index % 2 for index in range(60)]
    begun = with_days(plan(**goal("leads", "total", 300)), days)
    nearly = with_days(plan((40, 110), **goal("leads", "total", 300)), days)
    before, now = odds(begun, today=day(45)), odds(nearly, today=day(45))
    assert before is not None
    assert now is not None
    assert before.median == pytest.approx(2.5 * 90, rel=0.1)
    assert now.median == pytest.approx(110 + 2.5 * 50, rel=0.1)


def test_enough_check_ins_that_go_on_after_the_history_are_asked_first() -> None:
    told = [(7 * week, 40 * week + week % 3) for week in range(1, 11)]
    found = odds_so_far(
        with_days(plan(*told, **goal("leads", "total", 500)), [2 + n % 2 for n in range(60)]), today=day(70)
    )
    assert found is not None
    assert found.median == pytest.approx(400 + 40 * 20 / 7, rel=0.1)
