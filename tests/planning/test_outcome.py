"""The five-step scale."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from tests.planning.tracked import ANSWERS, FOLLOWERS, START, plan

from smartgoal.model.plan import Snapshot
from smartgoal.planning.outcome import scale_of, step_of

GAIN: dict[str, Any] = {**FOLLOWERS, "value": 100, "baseline": 1000}


@pytest.mark.parametrize(
    ("result", "step"), [(990, -2), (1000, -2), (1060, -1), (1099, -1), (1100, 0), (1110, 1), (1150, 2)]
)
def test_without_a_forecast_the_target_is_what_was_expected(result: int, step: int) -> None:
    assert scale_of(plan(**GAIN), Decimal(result)) == step


@pytest.mark.parametrize(("result", "step"), [(45, -2), (50, -2), (30, -1), (10, 0), (5, 1)])
def test_falling_goals_rise_on_the_scale_as_they_fall(result: int, step: int) -> None:
    assert scale_of(plan(**ANSWERS, value=10, baseline=45), Decimal(result)) == step


@pytest.mark.parametrize(
    ("share", "expected", "step"),
    [("0.3", "0.5", -1), ("0.5", "0.5", 0), ("0.99", "0.5", 0), ("1", "0.5", 1), ("1.5", "0.5", 2),
     ("0.9", "2", -1), ("1.5", "2", 0), ("2", "2", 1), ("3", "2", 2), ("0.2", "-1", 0), ("-0.2", "-1", -2)],
)  # fmt: skip
def test_a_forecast_below_or_above_the_target_moves_what_is_expected(share: str, expected: str, step: int) -> None:
    assert step_of(Decimal(share), Decimal(expected)) == step


def test_the_forecast_is_that_of_the_first_day() -> None:
    points = tuple((START - timedelta(days=back), Decimal(1000 - back)) for back in range(60, -1, -1))
    slow = replace(plan(**{**GAIN, "value": 300}), point_a=(
        Snapshot(platform="vk", date=START, history={"followers": points}),))  # fmt: skip
    assert scale_of(slow, Decimal(1120)) == 0  # a follower a day for 90 days was to be expected
    assert scale_of(slow, Decimal(1030)) == -1
    assert scale_of(slow, Decimal(1300)) == 1


@pytest.mark.parametrize(
    "goal",
    [{"kind": "level", "value": 1300}, {"kind": "factor", "value": "1.3"}, {"kind": "percent", "value": 30}],
)
def test_every_way_of_saying_the_target_expects_the_same(goal: dict[str, Any]) -> None:
    points = tuple((START - timedelta(days=back), Decimal(1000 - back)) for back in range(60, -1, -1))
    slow = replace(plan(**{**GAIN, **goal}), point_a=(
        Snapshot(platform="vk", date=START, history={"followers": points}),))  # fmt: skip
    assert [scale_of(slow, Decimal(result)) for result in (1030, 1090, 1120, 1300)] == [-1, 0, 0, 1]


def test_a_target_that_is_the_start_is_reached_or_not() -> None:
    stay = plan(**{**GAIN, "kind": "level", "value": 1000})
    assert (scale_of(stay, Decimal(1000)), scale_of(stay, Decimal(999))) == (0, -2)


def test_a_kept_level_is_judged_by_all_its_check_ins() -> None:
    goal = {"metric": "rating", "kind": "level", "direction": "increase", "hold": True, "value": "4.8"}
    assert scale_of(plan((7, "4.9"), **goal), Decimal("4.8")) == 0
    assert scale_of(plan((7, "4.7"), **goal), Decimal("4.8")) == -1
    assert scale_of(plan((7, "4.7"), (14, "4.7"), **goal), Decimal("4.8")) == -2


def test_an_event_is_there_or_not() -> None:
    event = plan(metric="milestone", kind="milestone")
    assert (scale_of(event, Decimal(1)), scale_of(event, Decimal(0))) == (0, -2)


def test_without_start_or_target_nothing_is_told() -> None:
    assert scale_of(plan(metric="followers"), Decimal(5)) is None
