"""How likely a plan's goal is by the account's own history."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from smartgoal.catalog import metric
from smartgoal.model.arithmetic import in_unit, target_level
from smartgoal.model.goal import Goal
from smartgoal.model.plan import Plan
from smartgoal.model.series import Form
from smartgoal.planning.measuring import is_known
from smartgoal.planning.readings import check_ins, counted_up, form_of, history, imported, tracked_goal, way_so_far
from smartgoal.planning.start import with_start

if TYPE_CHECKING:
    from smartgoal.forecast import Estimate

__all__ = ["estimate", "from_here", "history", "odds"]


def odds(plan: Plan, *, today: date) -> "Estimate | None":
    """The estimate from the points up to `today`; None where the goal has no number, no date, or no history."""
    goal = with_start(plan)
    points = [point for point in history(plan) if point[0] <= today]
    if not points or not is_known(goal.metric) or goal.value is None or goal.deadline is None:
        return None
    if goal.kind in {None, "milestone"} or goal.metric is None or metric(goal.metric).form == "event":
        return None
    return _asked(points, goal, goal.start or plan.created or points[-1][0])


def odds_so_far(plan: Plan) -> "Estimate | None":
    """The estimate from all that the plan knows: its history and all check-ins."""
    days = [*(row.date for row in plan.progress), *(day for day, _ in imported(plan))]
    return odds(plan, today=max(days)) if days else None


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
    from smartgoal.forecast import chance  # noqa: PLC0415 - as above

    return chance(points, form=form, kind="level", value=target, by=goal.deadline,
                  direction=goal.direction or "increase")  # fmt: skip


def estimate(points: list[tuple[date, Decimal]], goal: Goal, since: date) -> "Estimate":
    """What the engine says of a goal that has a number and a date; `points` stand in the metric's own unit."""
    assert goal.metric is not None
    unit = metric(goal.metric).unit
    return _asked([(day, in_unit(value, unit, goal.unit)) for day, value in points], goal, since)


def _asked(points: list[tuple[date, Decimal]], goal: Goal, since: date) -> "Estimate":
    from smartgoal.forecast import chance  # noqa: PLC0415 - only a plan with a history needs the engine

    assert goal.metric is not None
    assert goal.value is not None
    assert goal.deadline is not None
    assert goal.kind is not None
    assert goal.kind != "milestone"
    row = metric(goal.metric)
    assert row.form != "event"
    return chance(
        points,
        form=row.form,
        kind=goal.kind,
        value=goal.value,
        by=goal.deadline,
        direction=goal.direction or "increase",
        per=goal.per,
        since=since,
    )
