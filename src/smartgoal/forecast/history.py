"""Dated numbers laid on an even grid of steps that ends on the last day known."""

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from statistics import median

from smartgoal.model.series import Form

Number = int | float | Decimal
Dated = tuple[dt.date, Number]

MONTH = 30.4375
"""Days of a mean month."""

_STEPS = (1.0, 7.0, 14.0, MONTH)
_HUGE = 4  # usual gaps: beyond so many without a reading, what lies before says little of what comes after
_PRESENT = 5 / 8  # of the readings at the shortest gap: with fewer of them it is no rhythm
_REGULAR = 0.6  # from this share of like gaps on, a missing row is a missing row and not a longer period


@dataclass(frozen=True, slots=True)
class History:
    """What is known, per step of `step` days, oldest first.

    `amounts` holds the increment of a level, the amount of a flow, the value of a ratio; None where it is missing.
    `levels` holds the level at the end of each step (empty for a flow).
    """

    form: Form
    step: float
    first: dt.date
    last: dt.date
    points: int
    amounts: tuple[float | None, ...]
    levels: tuple[float, ...] = ()

    @property
    def days(self) -> int:
        """Days between the first and the last point."""
        return (self.last - self.first).days

    def end(self, index: int) -> dt.date:
        """The last day of a step; -1 is the last step."""
        back = len(self.amounts) - 1 - (index % len(self.amounts))
        return self.last - dt.timedelta(days=round(back * self.step))

    def level_at(self, day: dt.date) -> float:
        """The level (or ratio) on a day, on the line between the steps around it; the first or last one outside."""
        place = len(self.levels) - 1 - (self.last - day).days / self.step
        if place <= 0:
            return self.levels[0]
        if place >= len(self.levels) - 1:
            return self.levels[-1]
        low = int(place)
        return self.levels[low] + (place - low) * (self.levels[low + 1] - self.levels[low])


def known(amounts: Iterable[float | None]) -> list[float]:
    """The amounts without those that are missing."""
    return [amount for amount in amounts if amount is not None]


def history(points: Iterable[Dated], form: Form) -> History:
    """Lay points of any order and spacing on the grid; of two points of one day the later counts."""
    latest = {day: float(value) for day, value in points}
    days = sorted(latest)
    values = [latest[day] for day in days]
    step = _step(days)
    levels = () if form == "flow" else _interpolated(days, values, step)
    amounts: tuple[float | None, ...] = levels
    if form == "flow":
        amounts = _flow_amounts(days, values, step)
    elif form == "level":
        amounts = tuple(after - before for before, after in pairwise(levels))
    return History(form, step, days[0], days[-1], len(days), amounts, levels)


def readings(days: Sequence[dt.date]) -> int:
    """How many readings the span holds at its usual rhythm, those missed included.

    Rows that are often missed make most gaps longer than the rhythm: then it is the shortest one.
    """
    if len(days) < 2:
        return len(days)
    span, gaps = (days[-1] - days[0]).days, _gaps(days)
    at_best = round(span / min(gaps)) + 1
    return at_best if len(days) >= _PRESENT * at_best else round(span / median(gaps)) + 1


def longest_stretch(days: Sequence[dt.date]) -> int:
    """The most points in a row without a gap far beyond the usual one."""
    gaps = _gaps(days)
    huge = _HUGE * median(gaps or [0])
    longest = run = min(len(days), 1)
    for gap in gaps:
        run = 1 if gap > huge else run + 1
        longest = max(longest, run)
    return longest


def _gaps(days: Sequence[dt.date]) -> list[int]:
    return [(after - before).days for before, after in pairwise(days)]


def _step(days: Sequence[dt.date]) -> float:
    usual = median(_gaps(days)) if len(days) > 1 else 1
    return min(_STEPS, key=lambda step: max(step / usual, usual / step))


def _interpolated(days: Sequence[dt.date], values: Sequence[float], step: float) -> tuple[float, ...]:
    """Levels at the ends of the steps, on the line between the points around each."""
    places = [(day - days[-1]).days / step for day in days]
    count = int(-places[0])
    levels = []
    for back in range(-count, 1):
        above = min(bisect_right(places, back), len(places) - 1)
        below = above - 1
        if below < 0:
            return tuple(values)
        share = (back - places[below]) / (places[above] - places[below])
        levels.append(values[below] + share * (values[above] - values[below]))
    return tuple(levels)


def _flow_amounts(days: Sequence[dt.date], values: Sequence[float], step: float) -> tuple[float | None, ...]:
    """Amount per step: regular rows go to their step, rows at uneven distances are spread over the days they end."""
    gaps = _gaps(days)
    if step == MONTH or sum(gap == step for gap in gaps) >= _REGULAR * len(gaps):
        return _rows_by_step(days, values, step)
    running = [0.0]
    for value in values[1:]:
        running.append(running[-1] + value)
    sums = _interpolated(days, running, step)
    return tuple(after - before for before, after in pairwise(sums))


def _rows_by_step(days: Sequence[dt.date], values: Sequence[float], step: float) -> tuple[float | None, ...]:
    rows = {round((days[-1] - day).days / step): value for day, value in zip(days, values, strict=True)}
    return tuple(rows.get(back) for back in range(max(rows), -1, -1))
