"""What a page gains by itself, from the numbers typed at point A, and what its goal asks for."""

from decimal import Decimal

from smartgoal.catalog import metric
from smartgoal.model.arithmetic import gap, in_unit, remaining
from smartgoal.model.goal import Goal
from smartgoal.model.plan import Plan
from smartgoal.planning.measuring import counts_gross
from smartgoal.planning.periods import PERIOD_DAYS, per_day

GAINED, LOST = "new_followers", "lost_followers"
_GROW_BY_GAINS = frozenset({"followers", "members", "subscribers"})
_FEWEST_DAYS = 7  # between two snapshots, so that week days even out


def usual_gain(plan: Plan) -> Decimal | None:
    """The net gain of the goal's level in the goal's own period; None where point A does not tell it."""
    daily, per = gain_per_day(plan), plan.goal.per
    return None if daily is None or per not in PERIOD_DAYS else round(daily * PERIOD_DAYS[per], 2)


def gain_per_day(plan: Plan) -> Decimal | None:
    """The change of the goal's level a day: new followers less the lost ones, else between two snapshots.

    Where nobody who left is taken off, the new ones alone tell it.
    """
    gross = counts_gross(plan.goal)
    gained = _gain(plan, gross=gross) if plan.goal.metric in _GROW_BY_GAINS else None
    return _slope(plan) if gained is None and not gross else gained


def results_asked(goal: Goal, days: int, now: Decimal | None = None) -> Decimal | None:
    """How many results are to come within `days`: what is left from `now`, or a faster pace kept up all that time.

    A pace whose start nobody knows is asked for in full.
    """
    if goal.kind == "total" or goal.per not in PERIOD_DAYS:
        return gap(goal) if now is None else remaining(goal, now)
    change = gap(goal)
    if change is None and goal.kind == "rate":
        change = goal.value
    return None if change is None else change * days / PERIOD_DAYS[goal.per]


def _gain(plan: Plan, *, gross: bool) -> Decimal | None:
    platform = plan.goal.platform
    for snapshot in sorted(plan.point_a, key=lambda each: each.date, reverse=True):
        if GAINED in snapshot.metrics and platform in {None, snapshot.platform or platform}:
            gained = per_day(snapshot.metrics[GAINED])
            lost = per_day(snapshot.metrics[LOST]) if LOST in snapshot.metrics else None
            return gained if gained is None or gross else gained - (lost or 0)
    return None


def _slope(plan: Plan) -> Decimal | None:
    """The change per day between the first and the last snapshot of the goal's platform."""
    name = plan.goal.metric or ""
    rows = sorted(
        (snapshot.date, snapshot.metrics[name].value)
        for snapshot in plan.point_a
        if name in snapshot.metrics and snapshot.platform == plan.goal.platform
    )
    if len(rows) < 2 or (days := (rows[-1][0] - rows[0][0]).days) < _FEWEST_DAYS:
        return None
    return in_unit(rows[-1][1] - rows[0][1], metric(name).unit, plan.goal.unit) / days
