"""How likely a plan's goal is by the account's own history."""

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from smartgoal.catalog import metric
from smartgoal.model.arithmetic import in_unit
from smartgoal.model.goal import Goal
from smartgoal.model.plan import Plan
from smartgoal.planning.measuring import is_known, with_start

if TYPE_CHECKING:
    from smartgoal.forecast import Estimate


def history(plan: Plan) -> tuple[tuple[date, Decimal], ...]:
    """All known points of the goal's metric: imported history, then the check-ins (of one day the later row)."""
    goal = plan.goal
    points: dict[date, Decimal] = {}
    for snapshot in plan.point_a:
        if goal.metric is not None and goal.platform in {None, snapshot.platform or goal.platform}:
            points |= dict(snapshot.history.get(goal.metric, ()))
    check_ins = {row.date: row.value for row in plan.progress if row.value is not None}
    return tuple(sorted((points | ({} if counted_up(goal) else check_ins)).items()))


def counted_up(goal: Goal) -> bool:
    """True where check-ins tell the sum since the start, which is no point of the daily history."""
    return goal.kind == "total"


def odds(plan: Plan, *, today: date) -> "Estimate | None":
    """The estimate from the points up to `today`; None where the goal has no number, no date, or no history."""
    goal = with_start(plan)
    points = [point for point in history(plan) if point[0] <= today]
    if not points or not is_known(goal.metric) or goal.value is None or goal.deadline is None:
        return None
    if goal.kind in {None, "milestone"} or goal.metric is None or metric(goal.metric).form == "event":
        return None
    return estimate(points, goal, goal.start or plan.created or points[-1][0])


def estimate(points: list[tuple[date, Decimal]], goal: Goal, since: date) -> "Estimate":
    """What the engine says of a goal that has a number and a date."""
    from smartgoal.forecast import chance  # noqa: PLC0415 - only a plan with a history needs the engine

    assert goal.metric is not None
    assert goal.value is not None
    assert goal.deadline is not None
    assert goal.kind is not None
    assert goal.kind != "milestone"
    row = metric(goal.metric)
    assert row.form != "event"
    return chance(
        [(day, in_unit(value, row.unit, goal.unit)) for day, value in points],
        form=row.form,
        kind=goal.kind,
        value=goal.value,
        by=goal.deadline,
        direction=goal.direction or "increase",
        per=goal.per,
        since=since,
    )
