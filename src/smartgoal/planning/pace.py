"""The pace a goal needs from today against the pace it has had."""

from datetime import date
from decimal import Decimal

from smartgoal.model.arithmetic import is_met, target_level
from smartgoal.model.goal import Goal
from smartgoal.model.plan import Plan
from smartgoal.planning.readings import way_so_far

USUAL_DAYS = 28  # the pace is that of the last four weeks
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
    """The change a day over the last 28 known days; None with less than a week of points."""
    if not has_pace(goal):
        return None
    points = [point for point in way_so_far(plan, goal) if point[0] <= today]
    recent = [point for point in points if (points[-1][0] - point[0]).days <= USUAL_DAYS]
    days = (recent[-1][0] - recent[0][0]).days if recent else 0
    return (recent[-1][1] - recent[0][1]) / days if days >= _FEWEST_DAYS else None
