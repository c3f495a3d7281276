"""The chance of what is left."""

from decimal import Decimal
from typing import Any

import pytest
from tests.planning.tracked import ANSWERS, FOLLOWERS, day, plan

from smartgoal.planning.odds import from_here, odds_so_far
from smartgoal.planning.tracking import standing

WEEKS = range(1, 11)


def chance(*told: tuple[int, Any], **goal: Any) -> float | None:
    found = from_here(plan(*told, **goal), today=day(71))
    return found.chance if found else None


def test_a_goal_that_is_nearly_there_has_a_better_chance_than_one_far_away() -> None:
    told = [(7 * week, 1840 + 20 * week + week % 3) for week in WEEKS]
    near, far = (chance(*told, **FOLLOWERS, value=value, baseline=1840) for value in (230, 500))
    assert near is not None
    assert far is not None
    assert near > 0.5 > far


@pytest.mark.parametrize(("kind", "value"), [("gain", 250), ("percent", Decimal(250) / Decimal("18.4"))])
def test_a_change_counts_from_the_start_value_whatever_was_told_first(kind: str, value: Any) -> None:
    told = [(7 * week, 2000 + 8 * week) for week in WEEKS]  # a jump before the first check-in, then slow
    goal = {**FOLLOWERS, "kind": kind, "value": value, "baseline": 1840}
    found = odds_so_far(plan(*told, **goal), today=day(72))
    assert found is not None
    assert found.chance is not None
    assert found.chance > 0.9
    assert "since_before_history" not in found.reasons
    assert found.pace is not None
    needed = standing(plan(*told, **goal), today=day(72)).needed
    assert needed is not None
    assert found.pace.required == pytest.approx(float(needed))


def test_totals_and_rates_are_told_from_their_check_ins() -> None:
    leads = {"metric": "leads", "direction": "increase"}
    total = chance(*((7 * week, 9 * week + week % 2) for week in WEEKS), **leads, kind="total", value=100)
    rate = chance(*((7 * week, 9 + week % 2) for week in WEEKS), **leads, kind="rate", per="week", value=30)
    assert total is not None
    assert rate is not None
    assert total > 0.5 > rate


def test_falling_goals_have_their_chance_downwards() -> None:
    told = [(7 * week, Decimal(45 - 3 * week)) for week in WEEKS]
    near, far = (chance(*told, **ANSWERS, value=value, baseline=45) for value in (20, 5))
    assert near is not None
    assert far is not None
    assert near > 0.5 > far


def test_few_check_ins_a_kept_level_or_a_day_past_the_deadline_tell_nothing() -> None:
    told = [(7 * week, 1840 + week) for week in WEEKS]
    goal = {**FOLLOWERS, "value": 250, "baseline": 1840}
    assert chance((7, 1850), (14, 1860), **goal) is None
    assert chance(*told, **{**goal, "hold": True}) is None
    assert from_here(plan(*told, **goal), today=day(100)) is None
