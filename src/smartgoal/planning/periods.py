"""Days of an export as the number that a goal tells per period."""

from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from statistics import median

from smartgoal.model.plan import Measure
from smartgoal.model.quantity import Period
from smartgoal.model.series import Every

PERIOD_DAYS: dict[Period, Decimal] = {
    "day": Decimal(1),
    "week": Decimal(7),
    "month": Decimal("30.4375"),
    "quarter": Decimal("91.3125"),
    "year": Decimal("365.25"),
}
ROW_DAYS: dict[Every, Decimal] = {
    "day": Decimal(1),
    "week": Decimal(7),
    "month": Decimal("30.4375"),
    "uneven": Decimal(1),
}
WEEK = timedelta(days=7)
_HUNDREDTH = Decimal("0.01")
_SHORT, _LONG = timedelta(days=7), timedelta(days=28)
_LONGER = Decimal("1.5")  # times the distance of the rows: a period of more than one
_MONTHS_DIFFER = 3  # days
_REGULAR = 0.6  # from this share of like gaps on, rows come at one distance
_FEWEST_MONTHS = 2  # one row on the first of a month is a day
Point = tuple[date, Decimal]


def per_day(measure: Measure) -> Decimal | None:
    """A flow as a mean per day; None without a period."""
    return measure.value / PERIOD_DAYS[measure.per] if measure.per in PERIOD_DAYS else None


def brought_to(value: Decimal, told: Period, wanted: Period) -> Decimal:
    """A flow told for one period in another: 20 a month are 4.6 a week. It is known no better than to a hundredth."""
    return (value * PERIOD_DAYS[wanted] / PERIOD_DAYS[told]).quantize(_HUNDREDTH).normalize() + 0


def holds_several(per: Period | None, points: Sequence[Point]) -> bool:
    """Whether a period holds several rows of this distance: a week holds days, a month weeks."""
    return per in PERIOD_DAYS and len(points) > 1 and PERIOD_DAYS[per] > _LONGER * _usual_gap(points)


def row_days(points: Sequence[Point]) -> Decimal:
    """The days that one row of an export tells of: one, a week, or a month."""
    gap = _usual_gap(points) if len(points) > 1 else Decimal(1)
    return min(ROW_DAYS.values(), key=lambda days: max(days / gap, gap / days))


def uneven_spans(points: Sequence[Point]) -> bool:
    """Whether rows lie a week or more apart at odd distances: each tells of the days since the one before."""
    gaps = [(after - before).days for (before, _), (after, _) in pairwise(points)]
    if not gaps or (usual := median(gaps)) < WEEK.days:
        return False
    return sum(abs(gap - usual) <= _MONTHS_DIFFER for gap in gaps) < _REGULAR * len(gaps)


def _usual_gap(points: Sequence[Point]) -> Decimal:
    return Decimal(median((after - before).days for (before, _), (after, _) in pairwise(points)))


def dated_by_end(points: Sequence[Point]) -> tuple[Point, ...]:
    """Amounts of months that stand on their first day moved to their last, the day on which they are whole."""
    if len(points) < _FEWEST_MONTHS or any(day.day != 1 for day, _ in points):
        return tuple(points)
    return tuple((day.replace(day=monthrange(day.year, day.month)[1]), value) for day, value in points)


def daily_gains(points: Sequence[Point]) -> list[Point]:
    """What a level gained on each day, evenly over the days between two readings."""
    return [
        (before + timedelta(days=step), (high - low) / (after - before).days)
        for (before, low), (after, high) in pairwise(points)
        for step in range(1, (after - before).days + 1)
    ]


def running_total(points: list[Point]) -> list[Point]:
    """What came in all up to each day."""
    total, result = Decimal(0), []
    for day, value in points:
        total += value
        result.append((day, total))
    return result


def per_period(points: list[Point], per: Period, every: Every, start: date) -> list[Point]:
    """The number at the end of each full week since `start`, from the days that led to it.

    A number per day or week is told from the last 7 days, per longer period or post from the last 28: a rate of last
    week, scaled to its period, the mean of the posts. An absent day is absent, not zero. Weekly and monthly rows are
    told for themselves.
    """
    if every in {"week", "month"} and per != "post":
        return [(day, value * PERIOD_DAYS[per] / ROW_DAYS[every]) for day, value in points if day >= start]
    span = _SHORT if per in {"day", "week"} else _LONG
    times = Decimal(1) if per == "post" else PERIOD_DAYS[per]
    return [(day, mean * times) for day, mean in _means(points, span, start, whole=per != "post")]


def _means(points: list[Point], span: timedelta, start: date, *, whole: bool) -> Iterator[Point]:
    """The mean of the rows in the days up to each week's end; with `whole` only of spans that are known whole."""
    if not points:
        return
    first, last = points[0][0], points[-1][0]
    end = start + WEEK - timedelta(days=1)
    while end <= last:
        inside = [value for day, value in points if end - span < day <= end]
        if inside and (not whole or end - span + timedelta(days=1) >= min(first, start)):
            yield end, sum(inside, Decimal(0)) / len(inside)
        end += WEEK
