"""How likely a plan's goal is by the account's own history."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from smartgoal.model.arithmetic import target_level
from smartgoal.model.goal import Goal
from smartgoal.model.plan import Plan
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
    return None if found is None else found.estimate


def past_of(plan: Plan, *, today: date) -> Past | None:
    """What the plan knows up to `today`, and what its goal asks of that; a sum goes on from its last check-in."""
    goal, points = tracked_goal(plan), [point for point in history(plan) if point[0] <= today]
    sums = counted_up(goal) and form_of(goal) == "flow"
    told = [point for point in check_ins(plan) if point[0] <= today] if sums else []
    if not points:
        return None
    since, done = told[-1] if told else (first_day(plan) or points[-1][0], None)
    return past(points, goal, since, today=today, done=done)


def latest_past(plan: Plan, *, today: date) -> Past | None:
    """The check-ins where they go on after the history and are enough to tell; else the history."""
    goal = tracked_goal(plan)
    fresh = None if goal.kind in {"gain", "percent", "factor"} else from_check_ins(plan, goal, today)
    return fresh if fresh is not None and fresh.tells else past_of(plan, today=today) or fresh


def odds_so_far(plan: Plan, *, today: date) -> "Estimate | None":
    """The estimate that `forecast` tells of the plan."""
    found = latest_past(plan, today=known_until(plan, today))
    return None if found is None else found.estimate


def known_until(plan: Plan, today: date) -> date:
    """The last day that a forecast made on `today` may look at: a plan from the days ahead is taken as it stands."""
    return max([today, *(row.date for row in plan.progress), *([plan.created] if plan.created else [])])


def from_here(plan: Plan, *, today: date) -> "Estimate | None":
    """The estimate for what is left of the way, from the check-ins; None for kept levels and where nothing is known."""
    goal = tracked_goal(plan)
    told = any(day <= today for day, _ in check_ins(plan))
    if goal.hold or not told or goal.deadline is None or goal.deadline <= today:
        return None
    fresh = from_check_ins(plan, goal, today)
    return fresh.estimate if fresh is not None and fresh.tells else odds(replace(plan, goal=goal), today=today)


def from_check_ins(plan: Plan, goal: Goal, today: date) -> Past | None:
    """What the check-ins of a flow tell by themselves; None where the history goes on after the last of them.

    A sum since the start is a level that grows, and an amount per period wanders like a ratio. `goal` is the plan's
    `tracked_goal`.
    """
    target, told = target_level(goal), [day for day, _ in check_ins(plan) if day <= today]
    rows = [day for day, _ in (history if counted_up(goal) else imported)(plan) if day <= today]
    newer = told and (not rows or rows[-1] < told[-1])
    if form_of(goal) != "flow" or not newer or target is None or goal.deadline is None:
        return None
    from smartgoal.forecast.way import Question  # noqa: PLC0415 - only a plan with a history needs the engine

    points = tuple(point for point in way_so_far(plan, goal) if point[0] <= today)
    question = Question(kind="level", value=float(target), by=goal.deadline,
                        direction=goal.direction or "increase", asked=today)  # fmt: skip
    return Past(points, "level" if counted_up(goal) else "ratio", question)
