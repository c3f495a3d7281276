"""The sum of the steps against the gap."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from tests.strategies import plans

from smartgoal.model.goal import Goal
from smartgoal.model.plan import Measure, Plan, Snapshot, Step
from smartgoal.planning.closing import closing
from smartgoal.planning.resources import Resources
from smartgoal.planning.sums import coverage

FOLLOWERS = {"metric": "followers", "kind": "gain", "direction": "increase", "value": Decimal(250), "unit": "count"}
ANSWERS = {"metric": "response_time", "kind": "level", "direction": "decrease", "value": Decimal(10), "unit": "minute"}


def values(*expected: Any) -> tuple[Any, ...]:
    return expected


def plan(results: list[str], **goal: Any) -> Plan:
    return Plan(
        goal=Goal(**goal), steps=tuple(Step(title=str(index), result=each) for index, each in enumerate(results))
    )


def test_contributions_and_deliverables_sum_to_the_gap() -> None:
    covered = coverage(plan(["UTM на всех ссылках", "+60", "+150", "+40"], **FOLLOWERS))
    assert (covered.gap, covered.sum, covered.missing) == values(250, 250, 0)
    assert [step.change for step in covered.steps] == [0, 60, 150, 40]


def test_a_shortfall_is_what_is_missing() -> None:
    assert coverage(plan(["+60", "+90"], **FOLLOWERS)).missing == 100


def test_more_than_enough_leaves_nothing_missing() -> None:
    assert coverage(plan(["+200", "+90"], **FOLLOWERS)).missing == 0


def test_levels_of_a_falling_goal_make_negative_changes() -> None:
    covered = coverage(plan(["=36m", "=15 минут", "=0,25 часа"], **ANSWERS, baseline=Decimal(45)))
    assert (covered.gap, covered.sum, covered.missing) == values(-35, -30, 5)


def test_steps_in_minutes_lead_to_a_goal_in_seconds() -> None:
    goal = {**ANSWERS, "unit": "second", "value": Decimal(30), "baseline": Decimal(300)}
    covered = coverage(plan(["=2m", "=45 seconds"], **goal))
    assert (covered.sum, covered.missing, covered.problems) == values(-255, 15, ())


def test_the_last_level_decides_where_the_start_is_unknown() -> None:
    assert coverage(plan(["30 обращений", "=10m"], **ANSWERS)).missing == 0
    assert coverage(plan(["=12m"], **ANSWERS)).missing == 2


def test_per_cent_of_a_known_start_is_turned_into_the_metrics_unit() -> None:
    covered = coverage(plan(["+10 %", "+5 %"], **{**FOLLOWERS, "baseline": Decimal(2000)}))
    assert (covered.sum, covered.unit) == values(300, "count")


def test_per_cent_of_an_unknown_start_is_summed_as_it_is() -> None:
    goal = {"metric": "followers", "kind": "factor", "direction": "increase", "value": Decimal(2)}
    covered = coverage(plan(["+30 %", "+70 %"], **goal))
    assert (covered.gap, covered.sum, covered.missing, covered.relative) == values(100, 100, 0, True)


def test_per_cent_of_a_known_ratio_is_a_part_of_it() -> None:
    goal = {"metric": "engagement_rate", "kind": "percent", "direction": "increase", "value": Decimal(20)}
    covered = coverage(plan(["+10 %"], **goal, baseline=Decimal(4)))
    assert (covered.gap, covered.sum, covered.missing) == values(Decimal("0.8"), Decimal("0.4"), Decimal("0.4"))


@pytest.mark.parametrize(("kind", "value", "gap"), [("percent", 20, -20), ("factor", 4, -75), ("factor", "0.4", -60)])
def test_a_fall_from_an_unknown_start_is_a_negative_per_cent(kind: str, value: Any, gap: int) -> None:
    goal = {"metric": "response_time", "kind": kind, "direction": "decrease", "value": Decimal(value)}
    covered = coverage(plan(["-15 %"], **goal))
    assert (covered.gap, covered.sum, covered.missing) == values(gap, -15, -15 - gap)


def test_a_gap_below_one_is_a_rise_too() -> None:
    goal = {"metric": "rating", "kind": "gain", "direction": "increase", "value": Decimal("0.5"), "unit": "point"}
    assert coverage(plan(["+0.2"], **goal)).missing == Decimal("0.3")


def test_points_of_a_ratio_are_points() -> None:
    goal = {
        "metric": "engagement_rate",
        "kind": "gain",
        "direction": "increase",
        "value": Decimal(2),
        "unit": "percent",
    }
    assert coverage(plan(["+0,5 %", "+1,5 %"], **goal, baseline=Decimal(4))).sum == 2


def test_the_start_value_comes_from_point_a_where_the_goal_names_none() -> None:
    point = Snapshot(date=date(2026, 11, 1), metrics={"response_time": Measure(Decimal(40))})
    made = plan(["=20m"], **ANSWERS)
    covered = coverage(Plan(goal=made.goal, steps=made.steps, point_a=(point,)))
    assert (covered.gap, covered.sum, covered.missing) == values(-30, -20, 10)


@pytest.mark.parametrize(
    ("result", "goal", "code"),
    [("=10m", FOLLOWERS, "unit"), ("-5m", {**ANSWERS, "baseline": Decimal(45)}, "contribution_to_level")],
)
def test_results_that_do_not_fit_the_metric_are_told(result: str, goal: dict[str, Any], code: str) -> None:
    assert [problem.code for problem in coverage(plan([result], **goal)).problems] == [code]


def test_a_shortfall_names_what_would_close_it() -> None:
    today = date(2026, 11, 22)
    made = plan(["+100"], **FOLLOWERS, deadline=date(2026, 12, 22), platform="vk", category="awareness")
    ways = closing(made, Resources(price=Decimal(30), usual_per_day=Decimal(4)), today=today)
    assert ways is not None
    assert (ways.missing, ways.spend, ways.days) == values(150, 4500, 38)
    assert ways.tactics


def test_nothing_missing_needs_no_closing() -> None:
    made = plan(["+250"], **FOLLOWERS, deadline=date(2026, 12, 22))
    assert closing(made, Resources(), today=date(2026, 11, 22)) is None


@given(plans)
def test_any_plan_that_loads_can_be_added_up(made: Plan) -> None:
    covered = coverage(made)
    assert len(covered.steps) == len(made.steps)
    assert covered.missing is None or covered.missing >= 0


@pytest.mark.parametrize(
    ("goal", "steps", "missing"),
    [
        ({"metric": "rating", "unit": "point", "value": "4.8", "baseline": "4.9", "hold": True}, ["=4.8"], "0"),
        ({"metric": "rating", "unit": "point", "value": "4.8", "baseline": "4.9", "hold": True}, ["=4.6"], "0.2"),
        ({"metric": "response_time", "unit": "minute", "value": "15", "baseline": "12", "hold": True,
          "direction": "decrease"}, ["=14m", "=15m"], "0"),
        ({"metric": "followers", "unit": "count", "value": "1500", "baseline": "1840"}, ["page ready"], "0"),
    ],
)  # fmt: skip
def test_a_target_that_is_met_now_asks_for_nothing(goal: dict[str, Any], steps: list[str], missing: str) -> None:
    numbers = {key: Decimal(goal[key]) for key in ("value", "baseline")}
    plan = Plan(
        goal=Goal(**{"kind": "level", "direction": "increase", **goal, **numbers}),
        steps=tuple(Step(title="Work", result=each) for each in steps),
    )
    found = coverage(plan)
    assert (found.gap, found.missing) == values(0, Decimal(missing))
    assert found.sum == (0 if not found.missing else Decimal("-0.3"))


@pytest.mark.parametrize(
    ("goal", "told"),
    [(ANSWERS, True), (FOLLOWERS, False), ({**FOLLOWERS, "metric": "comments", "kind": "level"}, True)],
)
def test_ratios_durations_and_means_do_not_add_up(goal: dict[str, Any], told: bool) -> None:
    found = coverage(plan(["+3"], **goal, baseline=Decimal(12)))
    assert ("contribution_to_level" in {problem.code for problem in found.problems}) == told
