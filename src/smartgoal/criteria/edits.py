"""Mended copies of a plan, as cures propose them."""

from dataclasses import replace
from typing import Any

from smartgoal.model.plan import Plan


def with_goal(plan: Plan, **changes: Any) -> Plan:
    """The plan with fields of its goal changed."""
    return replace(plan, goal=replace(plan.goal, **changes))


def with_step(plan: Plan, index: int, **changes: Any) -> Plan:
    """The plan with fields of one step changed (counted from 0)."""
    steps = list(plan.steps)
    steps[index] = replace(steps[index], **changes)
    return replace(plan, steps=tuple(steps))
