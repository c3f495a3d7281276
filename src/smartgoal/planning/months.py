"""What a month brought, per day, since months differ in length."""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from smartgoal.catalog import metric
from smartgoal.model.plan import Plan
from smartgoal.planning.measuring import is_known
from smartgoal.planning.odds import counted_up, history
from smartgoal.planning.tracking import check_ins

_NEAR = timedelta(days=10)  # a level may be read this long before the month begins or ends


@dataclass(frozen=True, slots=True)
class MonthFigure:
    """`amount` over `days` days: growth of a level, sum of a flow, mean of a ratio or a duration (`mean` True)."""

    amount: Decimal
    days: int
    mean: bool = False

    @property
    def per_day(self) -> Decimal:
        """The amount a day; a mean stays what it is."""
        return self.amount if self.mean else self.amount / self.days


def month_figure(plan: Plan, year: int, month: int) -> MonthFigure | None:
    """What the month brought of the goal's metric; None where the plan holds no numbers of that time."""
    first = date(year, month, 1)
    last = date(year, month, calendar.monthrange(year, month)[1])
    if counted_up(plan.goal):
        return _growth(check_ins(plan), first, last)
    points = history(plan)
    form = metric(plan.goal.metric).form if plan.goal.metric and is_known(plan.goal.metric) else "level"
    if form == "level":
        return _growth(points, first, last)
    inside = [value for day, value in points if first <= day <= last]
    if not inside:
        return None
    if form == "ratio" or plan.goal.per is not None:
        return MonthFigure(sum(inside, Decimal(0)) / len(inside), len(inside), mean=True)
    return MonthFigure(sum(inside, Decimal(0)), len(inside))


def _growth(points: tuple[tuple[date, Decimal], ...], first: date, last: date) -> MonthFigure | None:
    """From the last reading before the month to its last one."""
    ends = [point for point in points if first <= point[0] <= last]
    before = [point for point in points if first - _NEAR <= point[0] < first]
    begin = before[-1] if before else ends[0] if ends else None
    if begin is None or not ends or ends[-1][0] <= begin[0]:
        return None
    return MonthFigure(ends[-1][1] - begin[1], (ends[-1][0] - begin[0]).days)


def month_before(year: int, month: int) -> tuple[int, int]:
    """The month before."""
    return (year - 1, 12) if month == 1 else (year, month - 1)
