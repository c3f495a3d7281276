"""The start of a goal: its day, and its value as point A tells it."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal

from smartgoal.catalog import Metric, metric
from smartgoal.model.arithmetic import in_unit
from smartgoal.model.goal import Goal
from smartgoal.model.plan import Plan, Snapshot
from smartgoal.planning.gains import usual_gain
from smartgoal.planning.measuring import counts_gains, counts_gross, is_known, is_mean
from smartgoal.planning.periods import PERIOD_DAYS, brought_to


def last_day_over(plan: Plan, today: dt.date) -> dt.date:
    """The day from whose evening on the days of the goal are counted.

    A goal with a start of its own has that day whole; one that starts by being made, or runs already, has `today` over.
    """
    start = plan.goal.start
    if start is not None and today <= start:
        return start - dt.timedelta(days=1)
    return today if plan.created is None else max(today, plan.created - dt.timedelta(days=1))


def latest_snapshot(plan: Plan) -> Snapshot | None:
    """The newest snapshot that holds the goal's metric, of the goal's platform where one is named."""
    goal = plan.goal
    fitting = [
        snapshot
        for snapshot in plan.point_a
        if goal.metric in snapshot.metrics and goal.platform in {None, snapshot.platform or goal.platform}
    ]
    return max(fitting, key=lambda snapshot: snapshot.date, default=None)


def history_of(plan: Plan) -> dict[dt.date, Decimal]:
    """The goal's metric day by day, of the goal's platform where one is named."""
    goal = plan.goal
    return {
        day: value
        for snapshot in plan.point_a
        if goal.metric is not None and goal.platform in {None, snapshot.platform or goal.platform}
        for day, value in snapshot.history.get(goal.metric, ())
    }


def with_start(plan: Plan) -> Goal:
    """The goal with its start value from point A where the goal itself names none.

    A flow told per period is no start of a goal without one: 22 leads a month say nothing of "60 leads". A share of it
    (+20 %, twice) is the same share in any period, so there the number counts as it was told. A pace of a level starts
    from its gain. Who came since the first day, whoever left again, has no start.
    """
    goal, snapshot = plan.goal, latest_snapshot(plan)
    if counts_gross(goal):
        return replace(goal, baseline=None)
    if goal.baseline is not None or not goal.metric:
        return goal
    row = metric(goal.metric) if is_known(goal.metric) else None
    if counts_gains(goal):
        return replace(goal, baseline=usual_gain(plan))
    if snapshot is None:
        return goal
    if goal.per is None and snapshot.metrics[goal.metric].per is not None:
        return replace(goal, baseline=own_period(plan, snapshot))
    return replace(goal, baseline=measured(snapshot, goal, row))


def own_period(plan: Plan, snapshot: Snapshot) -> Decimal | None:
    """The number that a share of a flow is counted from, in the period it was told for; of one platform alone."""
    goal = plan.goal
    platforms = {each.platform for each in plan.point_a if goal.metric in each.metrics}
    if goal.kind not in {"percent", "factor"} or (goal.platform is None and len(platforms) > 1):
        return None
    return snapshot.metrics[goal.metric or ""].value


def measured(snapshot: Snapshot, goal: Goal, row: Metric | None) -> Decimal | None:
    """The goal's metric in `snapshot`, in the unit and period of the goal; None where it cannot be brought to them."""
    measure = snapshot.metrics[goal.metric or ""]
    if row is None or row.form != "flow":
        return in_unit(measure.value, row.unit if row else None, goal.unit)
    if goal.per is None or measure.per == goal.per or (measure.per is None and is_mean(goal)):
        return measure.value
    if not row.between_periods or measure.per not in PERIOD_DAYS or goal.per not in PERIOD_DAYS:
        return None
    return brought_to(measure.value, measure.per, goal.per)
