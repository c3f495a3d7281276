"""How likely a plan's goal is by the account's own history."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from smartgoal.model.arithmetic import target_level
from smartgoal.model.goal import Goal
from smartgoal.model.plan import Plan
from smartgoal.model.series import Form
from smartgoal.planning.past import Past, past
from smartgoal.planning.readings import (
    check_ins,
    counted_up,
    first_day,
    form_of,
    history,
    imported,
    tracked_goal,
    way_so_far,
)

if TYPE_CHECKING:
    from smartgoal.forecast import Estimate


def odds(plan: Plan, *, today: date) -> "Estimate | None":
    """The estimate from the points up to `today`; None where the goal has no number, no date, or no history."""
    found = past_of(plan, today=today)
    return None if found is None else found.estimate()


def past_of(plan: Plan, *, today: date) -> Past | None:
    """What the plan knows up to `today`, and what its goal asks of that."""
    points = [point for point in history(plan) if point[0] <= today]
    return past(points, tracked_goal(plan), first_day(plan) or points[-1][0]) if points else None


def known_until(plan: Plan, today: date) -> date:
    """The last day that a forecast made on `today` may look at: a plan from the days ahead is taken as it stands."""
    return max([today, *(row.date for row in plan.progress), *([plan.created] if plan.created else [])])


def from_here(plan: Plan, *, today: date) -> "Estimate | None":
    """The estimate for what is left of the way, from the check-ins; None for kept levels and where nothing is known.

    A history that goes on after the last check-in is asked itself. Else a sum since the start is a level that grows,
    and an amount per period wanders like a ratio.
    """
    goal = tracked_goal(plan)
    told = [point for point in check_ins(plan) if point[0] <= today]
    if goal.hold or not told or goal.deadline is None or goal.deadline <= today:
        return None
    fresh = [day for day, _ in imported(plan) if day <= today]
    if form_of(goal) != "flow" or (fresh and fresh[-1] >= told[-1][0]):
        return odds(replace(plan, goal=goal), today=today)
    points = [point for point in way_so_far(plan, goal) if point[0] <= today]
    return _levels(points, goal, "level" if counted_up(goal) else "ratio")


def _levels(points: list[tuple[date, Decimal]], goal: Goal, form: Form) -> "Estimate | None":
    """The estimate of points that stand on the goal's own line."""
    target = target_level(goal)
    if target is None or goal.deadline is None:
        return None
    from smartgoal.forecast import chance  # noqa: PLC0415 - only a plan with a history needs the engine

    return chance(points, form=form, kind="level", value=target, by=goal.deadline,
                  direction=goal.direction or "increase")  # fmt: skip
