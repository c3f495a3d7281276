"""Mended copies of a plan, as cures propose them."""

from dataclasses import replace
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import Any

from smartgoal.model.goal import Goal
from smartgoal.model.plan import Plan

_HUNDRED = Decimal(100)


def with_goal(plan: Plan, **changes: Any) -> Plan:
    """The plan with fields of its goal changed."""
    return replace(plan, goal=replace(plan.goal, **changes))


def with_step(plan: Plan, index: int, **changes: Any) -> Plan:
    """The plan with fields of one step changed (counted from 0)."""
    steps = list(plan.steps)
    steps[index] = replace(steps[index], **changes)
    return replace(plan, steps=tuple(steps))


def eased(value: Decimal, goal: Goal, *, whole: bool) -> Decimal:
    """`value` rounded to two digits, to the easier side: 183.4 more become 180, 12.31 minutes at most become 13."""
    easier = ROUND_CEILING if goal.direction == "decrease" and goal.kind in {"level", "rate"} else ROUND_FLOOR
    digits = value.adjusted() - 1
    quantum = Decimal(1).scaleb(max(digits, 0) if whole else digits)
    return (value / quantum).to_integral_value(easier) * quantum


def value_for(goal: Goal, level: Decimal) -> Decimal | None:
    """The value with which the goal ends at `level`; None where that takes a start value which is not known."""
    if goal.kind in {"level", "rate", "total"}:
        return level
    if goal.baseline is None:
        return None
    if goal.kind == "gain":
        return abs(level - goal.baseline)
    if not goal.baseline:
        return None
    if goal.kind == "percent":
        return abs(level - goal.baseline) / goal.baseline * _HUNDRED
    return goal.baseline / level if goal.direction == "decrease" and level else level / goal.baseline
