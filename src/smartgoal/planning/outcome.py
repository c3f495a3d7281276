"""The result of a goal on a five-step scale around its start value, its forecast and its target.

Goal attainment scaling (Kiresuk and Sherman 1968): 0 is the expected outcome, better ones are +1 and +2, worse ones -1
and -2. Expected is what the account's own history promised on the first day; where it promised nothing, the target.
A kept level and an event promise nothing but themselves: 0 is all one can get.
"""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from smartgoal.model.arithmetic import gap, is_met
from smartgoal.model.goal import Goal
from smartgoal.model.plan import Plan, Scale
from smartgoal.planning.odds import odds
from smartgoal.planning.readings import check_ins, tracked_goal
from smartgoal.planning.tracking import READ_LATE, way_done

_BEYOND, _FAR_BEYOND = Decimal("1.1"), Decimal("1.5")
_HALF = Decimal("0.5")


def scale_of(plan: Plan, value: Decimal, on: date | None = None) -> Scale | None:
    """-2 to +2 for the final number, read on the day `on` (None: after all check-ins).

    None where start or target are not known.

    -2: no better than the start. -1: on the way, less than expected. 0: as expected. +1: more than expected (with a
    forecast below the target: the target or more). +2: half as much again as target and forecast asked for.
    An event: 0, -1 after its last day, or -2. A kept level: 0 where it held at every check-in, -1 at half of them or
    more, else -2.
    """
    goal = tracked_goal(plan)
    if goal.kind == "milestone":
        late = on is not None and goal.deadline is not None and on > goal.deadline
        return -2 if not value else -1 if late else 0
    if goal.hold:
        known = in_time(plan, on)
        return held_step(goal, list((known | {on or date.max: value}).values()))
    share = way_done(goal, value)
    if share is None:
        reached = is_met(goal, value)
        return None if reached is None else 0 if reached else -2
    return step_of(share, expected_share(plan, goal))


def in_time(plan: Plan, on: date | None) -> dict[date, Decimal]:
    """The check-ins up to the last day of a kept level; all where the deciding number is a later one."""
    end = date.max if plan.goal.deadline is None else plan.goal.deadline + READ_LATE
    rows = dict(check_ins(replace(plan, outcome=None)))
    return rows if on is not None and on > end else {day: value for day, value in rows.items() if day <= end}


def held_step(goal: Goal, values: list[Decimal]) -> Scale | None:
    """The step of a kept level; None where the goal tells no level."""
    held = [is_met(goal, value) for value in values]
    if None in held:
        return None
    if all(held):
        return 0
    return -1 if Decimal(sum(map(bool, held))) / len(held) >= _HALF else -2


def step_of(share: Decimal, expected: Decimal | None) -> Scale:
    """The step for a part of the way (1 is the target), given the part that was to be expected (None: the target)."""
    if share <= 0:
        return -2
    if expected is not None and expected < 1:  # the target asks for more than the history promised
        return 2 if share >= _FAR_BEYOND else 1 if share >= 1 else 0 if share >= expected else -1
    promised = max(expected or Decimal(1), Decimal(1))
    if share < 1:
        return -1
    return 2 if share >= promised * _FAR_BEYOND else 1 if share >= max(promised, _BEYOND) else 0


def expected_share(plan: Plan, goal: Goal) -> Decimal | None:
    """The part of the way that the history up to the first day promised; None where there was too little of it."""
    start, asked = goal.start or plan.created, gap(goal)
    found = odds(replace(plan, progress=(), outcome=None), today=start) if start else None
    if found is None or found.median is None or not asked:
        return None
    median = Decimal(repr(found.median))
    if goal.kind in {"gain", "percent", "total"} and goal.value:
        return median / goal.value
    if goal.kind == "factor" and goal.value not in {None, Decimal(1)}:
        return (median - 1) / (goal.value - 1)
    return way_done(goal, median)
