"""What a month brought, per day, since months differ in length."""

import calendar
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from math import ceil

from smartgoal.catalog import metric
from smartgoal.model.goal import Goal
from smartgoal.model.plan import Plan
from smartgoal.planning.measuring import counts_gains
from smartgoal.planning.periods import PERIOD_DAYS, holds_several, row_days, running_total, uneven_spans
from smartgoal.planning.readings import (
    Point,
    Points,
    check_ins,
    counted_up,
    form_of,
    history,
    imported,
    tracked_goal,
    way_so_far,
)

_NEAR = timedelta(days=3)  # a level may be read this long before the month begins or ends
FRESH = timedelta(days=7)  # a number that is read every week is that of the month's end so long before it
_OLD = timedelta(days=10)  # a number that is looked at every week is known no longer


@dataclass(frozen=True, slots=True)
class MonthFigure:
    """`amount` over `days` days: growth of a level, sum of a flow, mean of a ratio or a duration (`mean` True).

    `spread` tells that it was spread evenly between readings that lie outside the month; `until` is the day of the
    last reading where nothing tells of the rest of the month.
    """

    amount: Decimal
    days: int
    mean: bool = False
    spread: bool = False
    until: date | None = None

    @property
    def per_day(self) -> Decimal:
        """The amount a day; a mean stays what it is."""
        return self.amount if self.mean else self.amount / self.days


def month_figure(plan: Plan, year: int, month: int) -> MonthFigure | None:
    """What the month brought of the goal's metric; None where the plan holds no numbers of that time.

    A number per period (reach a week) and a ratio have a mean; a level grows; a total and a bare flow add up.
    """
    first = date(year, month, 1)
    last = date(year, month, calendar.monthrange(year, month)[1])
    goal, form = tracked_goal(plan), form_of(plan.goal)
    if form == "event":
        return None
    if form == "ratio":
        return _mean(_inside(history(plan), first, last))
    if form == "flow" and goal.per is not None:
        told = _mean(_inside(check_ins(plan), first, last))
        return told if counts_gains(goal) else told or _mean_per_period(imported(plan), first, last, goal)
    if form == "flow" and not counted_up(goal):
        return _sum(history(plan), first, last)
    growth = _growth(way_so_far(plan, goal), first, last)
    return growth or (_sum(imported(plan), first, last) if form == "flow" else None)


def level_between(plan: Plan, day: date) -> Decimal | None:
    """The number on a day between two readings, on the line from one to the other; None where a reading tells it.

    Only of what piles up, since a mean or a ratio is that of its own days.
    """
    goal, form = tracked_goal(plan), form_of(plan.goal)
    if form not in {"level", "flow"} or (form == "flow" and not counted_up(goal)):
        return None
    points = way_so_far(plan, goal)
    found = _level_on(points, day)
    return found[1] if found is not None and found[0] == day and day not in dict(points) else None


def _inside(points: Points, first: date, last: date) -> list[Decimal]:
    return [value for day, value in points if first <= day <= last]


def _mean(values: list[Decimal]) -> MonthFigure | None:
    return MonthFigure(sum(values, Decimal(0)) / len(values), len(values), mean=True) if values else None


def _sum(points: Points, first: date, last: date) -> MonthFigure | None:
    """What the rows of the month add up to, over the days that they tell of; rows of uneven spans by their days."""
    if uneven_spans(points):
        return _growth(tuple(running_total(list(points))), first, last)
    values = _inside(points, first, last)
    days = min(ceil(len(values) * row_days(points)), (last - first).days + 1)
    return MonthFigure(sum(values, Decimal(0)), days) if values else None


def _mean_per_period(points: Points, first: date, last: date, goal: Goal) -> MonthFigure | None:
    """Imported rows as the goal tells its number; people reached are no sum of rows."""
    found = _mean(_inside(points, first, last))
    if found is None or goal.per is None or goal.per == "post":
        return found
    if holds_several(goal.per, points) and (goal.metric is None or not metric(goal.metric).additive):
        return None
    return replace(found, amount=found.amount * PERIOD_DAYS[goal.per] / row_days(points))


def _growth(points: Points, first: date, last: date) -> MonthFigure | None:
    """From the end of the month before to the month's last reading, or to its end where later ones tell of that."""
    inside = [point for point in points if first <= point[0] <= last]
    begin = _level_on(points, first - timedelta(days=1)) or (inside[0] if inside else None)
    end = _level_on(points, last) or (inside[-1] if inside else None)
    if begin is None or end is None or end[0] <= begin[0]:
        return None
    told = dict(points)
    spread = begin[0] not in told or end[0] not in told
    until = end[0] if last - end[0] > FRESH else None
    return MonthFigure(end[1] - begin[1], (end[0] - begin[0]).days, spread=spread, until=until)


def _level_on(points: Points, day: date) -> Point | None:
    """The reading of a day or of the few before it, else the level on the line to the next one.

    Without a next one an older reading stands for it, unless it is too old.
    """
    before = [point for point in points if point[0] <= day][-1:]
    after = [point for point in points if point[0] > day][:1]
    if not before or not after:
        return before[0] if before and day - before[0][0] <= _OLD else None
    (left, low), (right, high) = before[0], after[0]
    if day - left <= _NEAR:
        return left, low
    return day, low + (high - low) * (day - left).days / (right - left).days


def month_before(year: int, month: int) -> tuple[int, int]:
    """The month before."""
    return (year - 1, 12) if month == 1 else (year, month - 1)
