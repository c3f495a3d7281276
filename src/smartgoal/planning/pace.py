"""The pace a goal needs from today against the pace it has had."""

from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

from smartgoal.model.arithmetic import is_met, target_level
from smartgoal.model.goal import Goal
from smartgoal.model.plan import Plan
from smartgoal.planning.periods import holds_several, running_total
from smartgoal.planning.readings import Points, counted_up, form_of, history, way_so_far

USUAL_DAYS = timedelta(days=28)  # the pace is that of the last four weeks
_FEWEST_DAYS = 7


def has_pace(goal: Goal) -> bool:
    """False for events, kept levels and numbers per period, which are there or not and do not pile up."""
    return goal.kind not in {"milestone", "rate"} and not goal.hold and goal.per is None


def needed_pace(goal: Goal, value: Decimal | None, last: date) -> Decimal | None:
    """The change a day after the day `last` that leads to the target; None where it is met already."""
    target = target_level(goal)
    if not has_pace(goal) or target is None or value is None or goal.deadline is None or goal.deadline <= last:
        return None
    return None if is_met(goal, value) else (target - value) / (goal.deadline - last).days


def usual_pace(plan: Plan, goal: Goal, today: date) -> Decimal | None:
    """The change a day over the 28 days up to the last number known; None with less than a week of points.

    Between two readings the way is straight, so that numbers read at odd distances count no more than their days.
    """
    if not has_pace(goal):
        return None
    points = tuple(point for point in _line(plan, goal) if point[0] <= today)
    if not points:
        return None
    (last, level), first = points[-1], max(points[0][0], points[-1][0] - USUAL_DAYS)
    days = (last - first).days
    return (level - _level_on(points, first)) / days if days >= _FEWEST_DAYS else None


def _line(plan: Plan, goal: Goal) -> Points:
    """The goal's own line; of a sum what came in before it too, where there are daily rows."""
    rows = history(plan) if counted_up(goal) and form_of(goal) == "flow" else ()
    return tuple(running_total(list(rows))) if holds_several("week", rows) else way_so_far(plan, goal)


def _level_on(points: Points, day: date) -> Decimal:
    """The level on a day that is not outside of the points."""
    for (left, low), (right, high) in pairwise(points):
        if left <= day <= right:
            return low + (high - low) * (day - left).days / (right - left).days
    return points[0][1]
