"""Where the number should stand on a day: the line that the steps draw from the start to the target."""

import itertools
from dataclasses import replace
from datetime import date
from decimal import Decimal

from smartgoal.model.arithmetic import is_met, start_level, target_level
from smartgoal.model.plan import Plan
from smartgoal.planning.readings import tracked_goal
from smartgoal.planning.sums import coverage

_RAMP = ((Decimal("0.15"), Decimal(0)), (Decimal("0.4"), Decimal("0.25")), (Decimal("0.85"), Decimal("0.85")))
"""Share of time, share of the way: the default of steps that bring no numbers (measure, test, scale, hold)."""


def planned_line(plan: Plan) -> tuple[tuple[date, Decimal], ...]:
    """Points of the planned way in order of date, from the start value to the target.

    Between due dates the way is straight. Empty where start, target or deadline are not known, a level is kept, or the
    start is the target or better.
    """
    goal = tracked_goal(plan)
    start, deadline = goal.start or plan.created, goal.deadline
    low, high = start_level(goal), target_level(goal)
    if start is None or deadline is None or deadline <= start or low is None or high is None or goal.hold:
        return ()
    if is_met(goal, low):
        return ()
    points = _by_steps(replace(plan, goal=goal), start, deadline, low) or _by_ramp(start, deadline, low, high)
    return ((start, low), *points, (deadline, high))


def planned_on(plan: Plan, day: date) -> Decimal | None:
    """The value of the planned way on `day`; the target from the deadline on, the start value before the start."""
    line = planned_line(plan)
    if not line:
        return None
    if day <= line[0][0]:
        return line[0][1]
    for (left, low), (right, high) in itertools.pairwise(line):
        if day <= right:
            return low + (high - low) * (day - left).days / max((right - left).days, 1)
    return line[-1][1]


def _by_steps(plan: Plan, start: date, deadline: date, low: Decimal) -> list[tuple[date, Decimal]]:
    """What the steps add up to on their due dates; nothing where none but a level of the last day tells a number."""
    results = coverage(plan).steps
    told = [pair for pair in zip(plan.steps, results, strict=True) if pair[1].change]
    if all(result.result.kind == "level" and step.due == deadline for step, result in told):
        return []
    points: dict[date, Decimal] = {}
    level = low
    for step, result in sorted(
        ((step, result) for step, result in zip(plan.steps, results, strict=True) if step.due),
        key=lambda pair: pair[0].due or deadline,
    ):
        level += result.change or 0
        if step.due is not None and start < step.due < deadline:
            points[step.due] = level
    return sorted(points.items())


def _by_ramp(start: date, deadline: date, low: Decimal, high: Decimal) -> list[tuple[date, Decimal]]:
    days = (deadline - start).days
    points = {
        start + (deadline - start) * int(share * 100) // 100: low + (high - low) * reached for share, reached in _RAMP
    }
    return [(day, value) for day, value in sorted(points.items()) if start < day < deadline and days > 3]
