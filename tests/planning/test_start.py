"""Where the start value comes from, and what is known of the number before and after the first day."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from tests.planning.tracked import ANSWERS, FOLLOWERS, day, plan, values

from smartgoal.model.plan import Measure, Plan, Snapshot
from smartgoal.planning.readings import history, imported, tracked_goal
from smartgoal.planning.start import history_of, with_start

LEADS: dict[str, Any] = {"metric": "leads", "platform": "vk", "kind": "rate", "direction": "increase", "value": 99}


def from_point_a(made: Plan, value: str, per: Any = None, platform: str = "vk", on: int = -1) -> Plan:
    assert made.goal.metric is not None
    row = Snapshot(platform=platform, date=day(on), metrics={made.goal.metric: Measure(Decimal(value), per)})
    return replace(made, point_a=(*made.point_a, row))


@pytest.mark.parametrize(
    ("per", "told", "start"),
    [("month", ("22", "month"), "22"), ("month", ("3", "day"), "91.31"), ("day", ("3", "day"), "3"),
     ("week", ("487", "month"), "112"), ("quarter", ("14", "week"), "182.62"), ("year", ("14", "week"), "730.5"),
     ("month", ("730.5", "year"), "60.88"), ("week", ("487", "post"), None), ("week", ("487", None), None)],
)  # fmt: skip
def test_a_flow_is_brought_to_the_period_of_the_goal(per: Any, told: tuple[str, Any], start: str | None) -> None:
    found = with_start(from_point_a(plan(**LEADS, per=per), *told)).baseline
    assert found == (None if start is None else Decimal(start))


def test_a_flow_per_month_is_no_start_of_a_goal_without_a_period() -> None:
    assert with_start(from_point_a(plan(**{**LEADS, "kind": "total"}), "22", "month")).baseline is None


def test_people_reached_a_day_do_not_add_up_to_a_month() -> None:
    reach = {**LEADS, "metric": "reach"}
    assert with_start(from_point_a(plan(**reach, per="month"), "50", "day")).baseline is None
    assert with_start(from_point_a(plan(**reach, per="day"), "50", "day")).baseline == 50


def test_the_newest_number_of_the_goals_own_platform_is_the_start() -> None:
    made = plan(**FOLLOWERS, value=100)
    for value, platform, on in (("900", "vk", -30), ("1000", "vk", -1), ("950", "vk", -20), ("77", "telegram", 0)):
        made = from_point_a(made, value, platform=platform, on=on)
    assert with_start(made).baseline == 1000


def test_a_number_in_minutes_starts_a_goal_in_hours() -> None:
    goal = {**ANSWERS, "unit": "hour", "value": 1}
    assert with_start(from_point_a(plan(**goal), "90")).baseline == Decimal("1.5")
    past = Snapshot(platform="vk", date=day(0), history={"response_time": ((day(-7), Decimal(120)),)})
    assert imported(replace(plan(**goal), point_a=(past,))) == ((day(-7), Decimal(2)),)


def test_a_number_in_minutes_starts_a_goal_in_seconds() -> None:
    assert with_start(from_point_a(plan(**{**ANSWERS, "unit": "second", "value": 90}), "5")).baseline == 300


def test_history_is_that_of_the_goals_own_platform() -> None:
    rows = (("vk", 1000), ("telegram", 77), (None, 5))
    points = tuple(
        Snapshot(platform=platform, date=day(0), history={"followers": ((day(-index), Decimal(value)),)})
        for index, (platform, value) in enumerate(rows)
    )
    made = replace(plan(**FOLLOWERS, value=100), point_a=points)
    assert history_of(made) == {day(0): 1000, day(-2): 5}
    assert history_of(replace(made, goal=replace(made.goal, platform=None))) == {day(0): 1000, day(-1): 77, day(-2): 5}
    assert history_of(replace(made, goal=replace(made.goal, metric=None))) == {}


def test_a_check_in_corrects_the_imported_number_of_its_day() -> None:
    past = Snapshot(platform="vk", date=day(0), history={"followers": ((day(0), Decimal(1000)), (day(7), Decimal(1)))})
    assert history(replace(plan((7, 1010), **FOLLOWERS), point_a=(past,))) == values((day(0), 1000), (day(7), 1010))


def test_a_level_starts_at_the_last_number_known_on_the_first_day() -> None:
    days = ((day(-9), Decimal(900)), (day(0), Decimal(1000)), (day(3), Decimal(1015)))
    past = Snapshot(platform="vk", date=day(3), history={"followers": days})
    assert tracked_goal(replace(plan((7, 1020), **FOLLOWERS, value=100), point_a=(past,))).baseline == 1000


def test_a_flow_starts_at_the_first_number_told() -> None:
    past = Snapshot(platform="vk", date=day(0), history={"leads": ((day(-2), Decimal(3)),)})
    flow = {**LEADS, "kind": "level", "per": "week"}
    assert tracked_goal(replace(plan((7, 20), (14, 30), **flow), point_a=(past,))).baseline == 20


@pytest.mark.parametrize(
    ("goal", "per"),
    [({**LEADS, "kind": "level", "baseline": 22}, "month"), ({**LEADS, "kind": "level", "baseline": 23}, None),
     ({**LEADS, "kind": "total"}, None), ({**LEADS, "per": "week", "baseline": 22}, "week")],
)  # fmt: skip
def test_a_flow_takes_the_period_of_the_point_a_it_starts_from(goal: dict[str, Any], per: str | None) -> None:
    assert tracked_goal(from_point_a(plan(**goal), "22", "month")).per == per


def test_what_is_counted_per_post_is_told_per_post() -> None:
    goal = {**LEADS, "metric": "comments", "baseline": 4}
    assert tracked_goal(plan(**{**goal, "kind": "level"})).per == "post"
    assert tracked_goal(plan(**{**goal, "kind": "gain"})).per is None


@pytest.mark.parametrize("kind", ["percent", "factor"])
@pytest.mark.parametrize("platform", [None, "vk"])
def test_a_share_of_a_flow_starts_from_point_a_in_its_own_period(kind: Any, platform: str | None) -> None:
    goal = {**LEADS, "metric": "reach", "kind": kind, "value": 2, "platform": platform}
    made = from_point_a(plan(**goal), "1750", "week")
    assert with_start(made).baseline == 1750
    assert tracked_goal(made).per == "week"
    told = from_point_a(plan((7, 1900), **goal), "1750", "week")
    assert tracked_goal(told).baseline == 1750


def test_a_share_of_a_flow_of_several_platforms_has_no_start_without_its_platform() -> None:
    goal = {**LEADS, "kind": "percent", "value": 20, "platform": None}
    made = from_point_a(from_point_a(plan(**goal), "22", "month"), "9", "week", platform="telegram")
    assert with_start(made).baseline is None


def test_a_pace_of_followers_starts_from_what_they_gain_net_of_unfollows() -> None:
    made = from_point_a(plan(**{**FOLLOWERS, "kind": "rate"}, per="week", value=5), "1840")
    assert with_start(made).baseline is None
    flows = {"new_followers": Measure(Decimal(24), "week"), "lost_followers": Measure(Decimal(3), "day")}
    (known,) = made.point_a
    counted = replace(made, point_a=(replace(known, metrics={**known.metrics, **flows}),))
    assert with_start(counted).baseline == 3


def test_a_pace_of_followers_starts_from_the_change_between_two_numbers() -> None:
    made = from_point_a(plan(**{**FOLLOWERS, "kind": "rate"}, per="week", value=5), "1800", on=-28)
    assert with_start(from_point_a(made, "1840", on=0)).baseline == 10
