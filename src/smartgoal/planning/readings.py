"""The numbers told of a plan since it was saved, and the goal as they are read against it."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from smartgoal.catalog import metric
from smartgoal.model.arithmetic import in_unit
from smartgoal.model.goal import Goal
from smartgoal.model.plan import Plan
from smartgoal.model.quantity import Period
from smartgoal.parsing.amounts import CURRENCIES
from smartgoal.planning.measuring import as_counted, counts_from_zero, counts_gains, counts_gross, is_known
from smartgoal.planning.periods import daily_gains, dated_by_end, holds_several
from smartgoal.planning.start import history_of, with_start

Point = tuple[date, Decimal]
Points = tuple[Point, ...]


def check_ins(plan: Plan) -> Points:
    """The numbers told so far, one a day in order of date: of two rows of one day the later one counts.

    The number a plan was closed with is the last of them. What came in before the start is no part of a sum since then.
    """
    rows = {row.date: row.value for row in plan.progress if row.value is not None}
    if plan.outcome is not None and plan.outcome.value is not None:
        rows[plan.outcome.date] = plan.outcome.value
    begin = first_day(plan) if is_sum(plan) else None
    return tuple(sorted((day, value) for day, value in rows.items() if begin is None or day >= begin))


def is_sum(plan: Plan) -> bool:
    """Whether check-ins tell what came since the first day: a total, or new results of no period and no start."""
    return counted_up(plan.goal) or (counts_from_zero(plan.goal) and with_start(plan).baseline is None)


def first_day(plan: Plan) -> date | None:
    """The first day of the goal."""
    return plan.goal.start or plan.created


def knows_more(plan: Plan, day: date) -> bool:
    """Whether the plan holds numbers of later days than `day`."""
    told = (row.date for row in plan.progress if row.value is not None)
    rows = (at for each in plan.point_a for points in each.history.values() for at, _ in points)
    return plan.outcome is not None or any(at > day for at in (*told, *(each.date for each in plan.point_a), *rows))


def history(plan: Plan) -> Points:
    """All known points of the goal's metric: imported history, then the check-ins (of one day the later row)."""
    points = imported(plan)
    goal = tracked_goal(plan)
    if counted_up(goal):
        return (*points, *came_since(points, plan, goal))
    if points and tells_otherwise(points, goal):
        return points
    return tuple(sorted((dict(points) | dict(check_ins(plan))).items()))


def came_since(rows: Points, plan: Plan, goal: Goal) -> Points:
    """What check-ins of a sum tell of each day after the daily rows of an export; none where the rows are no days.

    Of a level (so many followers in all since the start) they tell the level.
    """
    if not holds_several("week", rows):
        return ()
    if form_of(goal) == "level":
        start = first_day(plan)
        low = next((value for day, value in reversed(rows) if start is None or day <= start), rows[0][1])
        return tuple((day, low + value) for day, value in check_ins(plan) if day > rows[-1][0])
    return tuple((day, value) for day, value in daily_gains(way_so_far(plan, goal)) if day > rows[-1][0])


def tells_otherwise(points: Points, goal: Goal) -> bool:
    """Whether check-ins are no further rows of an export: what a level gains, or a flow in a period of several rows."""
    if counts_gains(goal):
        return True
    return form_of(goal) == "flow" and holds_several(goal.per, points)


def imported(plan: Plan) -> Points:
    """The history of the goal's metric that came with point A, in the goal's unit; months stand on their last day."""
    goal = plan.goal
    if counts_gross(goal):  # a counter tells who is left
        return ()
    unit = metric(goal.metric).unit if goal.metric is not None and is_known(goal.metric) else None
    points = tuple((day, in_unit(value, unit, goal.unit)) for day, value in sorted(history_of(plan).items()))
    return dated_by_end(points) if form_of(goal) == "flow" and not counts_gains(goal) else points


def counted_up(goal: Goal) -> bool:
    """True where check-ins tell the sum since the start, which is no point of the daily history."""
    return goal.kind == "total"


def form_of(goal: Goal) -> str:
    """Whether the goal's number is a level, a flow, a ratio or an event; a level where the catalogue does not know.

    What a level gains a week is a flow.
    """
    if counts_gains(goal):
        return "flow"
    return metric(goal.metric).form if goal.metric is not None and is_known(goal.metric) else "level"


def tracked_goal(plan: Plan) -> Goal:
    """The goal as check-ins are read against it.

    New leads without a start value are counted from zero, so are new followers, whoever of them left again. A flow
    takes its period from point A. Where nobody wrote a start value, it is the last number known before the start, else
    the first check-in.
    """
    goal = in_currency(with_start(plan), plan)
    if counts_gross(goal):
        return as_counted(goal)
    flow = form_of(goal) == "flow"
    period = period_of(plan, goal) if flow and goal.kind != "total" else goal.per
    if flow and goal.kind == "gain" and goal.baseline is None and period is None:
        return replace(goal, kind="total")
    if goal.baseline is None and goal.kind in {"gain", "percent", "factor", "level"}:
        return replace(goal, baseline=first_number(plan), per=period)
    return replace(goal, per=period)


def in_currency(goal: Goal, plan: Plan) -> Goal:
    """The goal with the plan's currency as the unit of money that tells none, also for "+15 %" of a revenue."""
    told = plan.economics.get("currency")
    if not told or goal.unit in CURRENCIES or not is_known(goal.metric) or metric(goal.metric or "").unit != "money":
        return goal
    return replace(goal, unit=str(told))


def period_of(plan: Plan, goal: Goal) -> Period | None:
    """The period that the goal's flow is told for: the goal's own, else that of point A, a post where it counts so."""
    if goal.per is not None or goal.metric is None:
        return goal.per
    for snapshot in reversed(plan.point_a):
        measure = snapshot.metrics.get(goal.metric)
        if measure is not None and measure.per is not None and measure.value == goal.baseline:
            return measure.per
    per_post = is_known(goal.metric) and metric(goal.metric).per_post and goal.kind == "level"
    return "post" if per_post else None


def first_number(plan: Plan) -> Decimal | None:
    """The last number known on the first day of a level or ratio, else the first that was told."""
    start = first_day(plan)
    before = [value for day, value in imported(plan) if start is None or day <= start]
    if before and form_of(plan.goal) != "flow":
        return before[-1]
    told = check_ins(plan)
    return told[0][1] if told else None


def way_so_far(plan: Plan, goal: Goal) -> Points:
    """Points on the goal's own line from its start value on: a sum from zero, a flow per period, else all known ones.

    A sum told on the first day itself came in on that day: its zero is that of the evening before. `goal` is the
    plan's `tracked_goal`.
    """
    start = first_day(plan)
    points = dict(check_ins(plan) if counted_up(goal) or form_of(goal) == "flow" else history(plan))
    zero = Decimal(0) if counted_up(goal) else with_start(plan).baseline
    if start is not None and counted_up(goal) and start in points:
        start -= timedelta(days=1)
    if start is not None and zero is not None and min(points, default=date.max) > start:
        points[start] = zero
    return tuple(sorted(points.items()))
