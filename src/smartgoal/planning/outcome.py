"""The result of a goal on a five-step scale around its start value, its forecast and its target.

Goal attainment scaling (Kiresuk and Sherman 1968): 0 is the expected outcome, better ones are +1 and +2, worse ones -1
and -2. Expected is what the account's own history promised on the first day; where it promised nothing, the target.
"""

from dataclasses import replace
from decimal import Decimal

from smartgoal.model.arithmetic import gap, is_met, share_of_way
from smartgoal.model.goal import Goal
from smartgoal.model.plan import Plan
from smartgoal.planning.measuring import with_start
from smartgoal.planning.odds import odds

_BEYOND, _FAR_BEYOND = Decimal("1.1"), Decimal("1.5")


def scale_of(plan: Plan, value: Decimal) -> int | None:
    """-2 to +2; None where start or target are not known.

    -2: no better than the start. -1: on the way, less than expected. 0: as expected. +1: more than expected (with a
    forecast: the target or more). +2: half as much again as the target asked for. An event and a kept level: 0 or -2.
    """
    goal = with_start(plan)
    if goal.kind == "milestone":
        return 0 if value else -2
    share = way_done(goal, value)
    if share is None:
        held = is_met(goal, value)
        return None if held is None else 0 if held else -2
    return step_of(share, expected_share(plan, goal))


def way_done(goal: Goal, value: Decimal) -> Decimal | None:
    """The part of the way; a rate without a start value is measured against its target alone."""
    if goal.kind == "rate" and goal.baseline is None and goal.value:
        return value / goal.value
    return share_of_way(goal, value)


def step_of(share: Decimal, expected: Decimal | None) -> int:
    """The step for a part of the way (1 is the target), given the part that was to be expected."""
    if share <= 0:
        return -2
    if share >= _FAR_BEYOND:
        return 2
    if expected is None or not 0 < expected < 1:
        return 1 if share >= _BEYOND else 0 if share >= 1 else -1
    return 1 if share >= 1 else 0 if share >= expected else -1


def expected_share(plan: Plan, goal: Goal) -> Decimal | None:
    """The part of the way that the history up to the first day promised; None where there was too little of it."""
    start, asked = goal.start or plan.created, gap(goal)
    found = odds(replace(plan, progress=()), today=start) if start else None
    if found is None or found.median is None or not asked:
        return None
    median = Decimal(repr(found.median))
    if goal.kind in {"gain", "percent", "total"} and goal.value:
        return median / goal.value
    return way_done(goal, median)
