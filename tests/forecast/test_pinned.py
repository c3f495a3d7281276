"""What is told of ten histories, pinned: no constant of the forecast changes without a test that says so."""

import datetime as dt
from typing import Any

import pytest
from tests.forecast.histories import Points, after, dated, launches

from smartgoal.forecast import Estimate, answer, chance
from smartgoal.forecast.horizon import rate_window, steps_due, steps_in
from smartgoal.forecast.ruler import Ruler
from smartgoal.forecast.way import Question


def wobbling(count: int, per_step: float, every: int = 1, start: float = 1000.0) -> Points:
    """A level that grows a little faster as it goes, with weeks unlike each other."""
    return dated(
        [start + per_step * n + n * n / 200 + 3 * (n * n % 17) + 5 * (n // 7 % 3) for n in range(count)], every
    )


def busy(count: int, mean: float, every: int = 1) -> Points:
    """A flow with a weekly cycle, a slow rise and irregular days."""
    return dated([mean + n / 40 + n * n % 7 + (4 if n % 7 == 3 else 0) for n in range(count)], every)


CASES: dict[str, tuple[Points, int, dict[str, Any]]] = {
    "followers": (wobbling(120, 4), 25, {"form": "level", "kind": "gain", "value": 150}),
    "followers a week": (wobbling(60, 30, every=7), 60, {"form": "level", "kind": "percent", "value": 8}),
    "followers in half a year": (wobbling(120, 4), 150, {"form": "level", "kind": "gain", "value": 700}),
    "leads of two years by the week": (busy(104, 9, every=7), 90, {"form": "flow", "kind": "total", "value": 200}),
    "leads": (busy(400, 5), 40, {"form": "flow", "kind": "total", "value": 900}),
    "leads a week": (busy(60, 5), 30, {"form": "flow", "kind": "rate", "value": 70, "per": "week"}),
    "leads since": (
        busy(60, 5),
        30,
        {"form": "flow", "kind": "percent", "value": 20, "per": "week", "since": dt.date(2025, 2, 10)},
    ),
    "leads since long ago": (
        busy(60, 5),
        30,
        {"form": "flow", "kind": "percent", "value": 20, "per": "month", "since": dt.date(2025, 1, 1)},
    ),
    "weekly rows": (busy(40, 9, every=7), 50, {"form": "flow", "kind": "rate", "value": 14, "per": "week"}),
    "answer time": (
        dated([60 - n / 4 + n * n % 11 for n in range(90)]),
        30,
        {"form": "ratio", "kind": "factor", "value": 1.2, "direction": "decrease"},
    ),
}


def asked(case: str) -> Estimate:
    points, days, goal = CASES[case]
    return chance(points, by=after(points, days), **goal)


def told(estimate: Estimate) -> tuple[Any, ...]:
    assert estimate.band80 is not None
    assert estimate.targets is not None
    assert estimate.pace is not None
    windows = estimate.windows and (estimate.windows.reached, estimate.windows.of, round(estimate.windows.best, 2))
    targets = (estimate.targets.safe, estimate.targets.even, estimate.targets.stretch)
    numbers = (
        estimate.chance,
        *estimate.band80,
        *targets,
        estimate.noise,
        estimate.pace.required,
        estimate.pace.recent,
    )
    return *(round(number or 0, 3) for number in numbers), windows, estimate.reasons


@pytest.mark.parametrize(
    ("case", "numbers"),
    [
        ("followers", (0.322, -86.522, 274.079, -13.943, 93.778, 201.499, 54.38, 6.0, 5.014, (1, 4, 161.38), ())),
        ("followers a week", (0.567, 3.334, 13.836, 5.448, 8.585, 11.722, 49.222, 3.782, 4.224, (4, 7, 10.17), ())),
        (
            "followers in half a year",
            (0.387, -521.578, 1528.55, -108.94, 503.486, 1115.912, 133.203, 4.667, 5.014, None, ()),
        ),
        (
            "leads of two years by the week",
            (0.302, 110.591, 242.861, 137.214, 176.726, 216.239, 6.737, 2.222, 2.22, (0, 8, 172.25), ()),
        ),
        ("leads", (0.11, 424.944, 913.612, 523.3, 669.278, 815.256, 10.109, 22.5, 17.209, (0, 10, 682.5), ())),
        ("leads a week", (0.181, 48.012, 74.577, 53.359, 61.295, 69.23, 5.644, 70.0, 60.962, None, ())),
        ("leads since", (0.173, -18.068, 27.265, -8.944, 4.598, 18.141, 5.644, 70.32, 60.962, None, ())),
        (
            "leads since long ago",
            (
                0.929,
                29.512,
                120.743,
                47.875,
                75.127,
                102.38,
                33.99,
                182.625,
                265.078,
                None,
                ("since_before_history", "within_noise"),
            ),
        ),
        (
            "weekly rows",
            (0.316, 8.802, 16.654, 10.382, 12.728, 15.073, 1.972, 14.0, 13.188, (0, 5, 13.19), ("within_noise",)),
        ),
        ("answer time", (0.099, 0.758, 1.199, 0.818, 0.928, 1.073, 3.365, 34.821, 44.982, None, ())),
    ],
)
def test_what_is_told_is_pinned(case: str, numbers: tuple[Any, ...]) -> None:
    assert told(asked(case)) == numbers


@pytest.mark.parametrize(
    ("last", "by", "step", "steps"),
    [((11, 1), (11, 15), 1, 14), ((11, 1), (11, 15), 7, 2), ((11, 1), (11, 14), 7, 1), ((11, 1), (11, 2), 7, 1),
     ((10, 1), (12, 1), 30.4375, 2), ((10, 2), (12, 1), 30.4375, 1), ((10, 31), (11, 30), 30.4375, 1),
     ((11, 1), (11, 30), 30.4375, 1), ((8, 31), (11, 29), 30.4375, 2)],
)  # fmt: skip
def test_readings_fall_due_on_their_own_day(last: Any, by: Any, step: float, steps: int) -> None:
    assert steps_due(dt.date(2026, *last), dt.date(2026, *by), step) == steps


@pytest.mark.parametrize(
    ("per", "step", "window"),
    [(None, 1, 7), ("day", 1, 7), ("week", 1, 7), ("month", 1, 30), ("quarter", 1, 91), ("post", 1, 7),
     (None, 7, 4), ("week", 7, 4), ("day", 7, 1), ("month", 7, 4), ("quarter", 7, 13), ("month", 30.4375, 1)],
)  # fmt: skip
def test_a_rate_is_read_over_its_period_and_a_week_at_least(per: Any, step: float, window: int) -> None:
    assert rate_window(per, step) == window


def test_steps_in_a_period() -> None:
    assert [steps_in(per, 7) for per in ("week", "quarter", "year", "post", None)] == [
        1,
        3 * 30.4375 / 7,
        12 * 30.4375 / 7,
        1,
        1,
    ]


@pytest.mark.parametrize(
    ("kind", "direction", "value", "mark"),
    [("gain", "increase", 50, 250), ("gain", "decrease", 50, 150), ("percent", "increase", 10, 220),
     ("percent", "decrease", 10, 180), ("factor", "increase", 2, 400), ("factor", "decrease", 4, 50),
     ("factor", "decrease", 0.25, 50), ("level", "increase", 300, 300), ("total", "increase", 70, 70)],
)  # fmt: skip
def test_a_goal_has_its_mark_on_the_line_and_is_read_back_from_it(
    kind: Any, direction: Any, value: float, mark: float
) -> None:
    ruler = Ruler.of(kind, direction, 200, value)
    assert ruler.mark(value) == pytest.approx(mark)
    assert ruler.value(mark) == pytest.approx(value)


def test_no_more_than_a_thousand_times_less_is_told() -> None:
    assert Ruler.of("factor", "decrease", 200, 3).value(0) == pytest.approx(1000)


def test_two_weeks_of_points_are_enough_and_four_are_no_little_history() -> None:
    def reasons(days: int) -> tuple[str, ...]:
        points = wobbling(days + 1, 4)
        return chance(points, form="level", kind="gain", value=900, by=after(points, 14)).reasons

    assert [reasons(days) for days in (13, 14, 27, 28)] == [
        ("too_short",),
        ("little_history",),
        ("little_history",),
        (),
    ]


def test_a_start_in_the_past_leaves_the_deadline_where_it_is() -> None:
    points = wobbling(60, 4)
    today, past = points[-1][0], points[-10][0]
    found = chance(points, form="level", kind="gain", value=900, by=today, since=past)
    assert found.reasons == ("deadline_passed",)


def test_an_account_that_told_nothing_for_a_month_has_the_pace_of_its_last_row() -> None:
    points = [*busy(60, 5), (dt.date(2025, 5, 1), 9.0)]
    found = chance(points, form="flow", kind="total", value=100, by=dt.date(2025, 5, 31))
    assert found.pace is not None
    assert found.pace.recent == pytest.approx(9)


def test_five_launches_are_enough_to_compare_with() -> None:
    points = launches(5)
    found = chance(points, form="flow", kind="total", value=55, by=after(points, 20))
    assert (found.chance is not None, found.basis) == (True, "launches")


def test_a_week_is_no_window_for_three_days() -> None:
    points = wobbling(30, 30, every=7)
    found = chance(points, form="level", kind="gain", value=10, by=after(points, 3), since=points[-1][0])
    assert found.windows is None


def test_what_came_already_does_not_go_away() -> None:
    points = dated([0.0, 0.0, 0.0, 30.0, 1.0] * 12)
    since = points[-21][0]
    came = sum(value for day, value in points if day > since)
    found = chance(points, form="flow", kind="total", value=400, by=after(points, 1), since=since)
    assert found.band80 is not None
    assert found.band80[0] == pytest.approx(came)


def test_of_a_month_that_the_goal_began_in_only_its_own_days_count() -> None:
    points = [(dt.date(2026, month, 28), 300.0) for month in range(1, 12)]
    question = Question(kind="total", value=10_000, by=dt.date(2026, 12, 28), since=dt.date(2026, 11, 13))
    found = answer(points, "flow", question)
    assert found.median is not None
    assert found.median == pytest.approx(300 * 45 / 30.4375, rel=0.02)


def test_whole_months_are_no_windows_for_five_weeks() -> None:
    points = [(dt.date(2026, month, 28), 300.0 + month) for month in range(1, 12)]
    five, four = (
        chance(points, form="flow", kind="total", value=400, by=points[-1][0] + dt.timedelta(days=days),
               since=points[-1][0]) for days in (38, 30)
    )  # fmt: skip
    assert five.windows is None
    assert four.windows is not None


def test_an_audience_never_falls_below_nothing() -> None:
    points = wobbling(60, -10, start=650.0)
    found = chance(points, form="level", kind="level", value=500, by=after(points, 60), since=points[-1][0])
    assert found.band80 is not None
    assert found.band80[0] >= 0


def test_a_change_of_a_mean_counts_from_the_start_value() -> None:
    points = dated([10.0 + index % 3 for index in range(60)])
    question = Question(kind="percent", value=20, by=after(points, 30), since=points[-1][0], per="day", base=22.0)
    found = answer(points, "flow", question)
    assert found.median == pytest.approx(-50, abs=2)


def test_the_pace_still_needed_counts_from_the_day_of_asking() -> None:
    points = dated([1000.0 + 4 * day for day in range(60)])
    last = points[-1][0]
    question = Question(kind="level", value=points[-1][1] + 40, by=last + dt.timedelta(days=10), since=last,
                        asked=last + dt.timedelta(days=2))  # fmt: skip
    found = answer(points, "level", question)
    assert found.pace is not None
    assert (found.pace.required, round(found.pace.expected)) == (5, 4)
