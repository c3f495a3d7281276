"""Dated cells as points: days that are doubled, missing or out of order, numbers that are none."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from operator import itemgetter
from typing import Any, TypeVar

from smartgoal.importers import dates
from smartgoal.importers.numbers import Kind, clock_minutes, decimal_mark, is_missing, number
from smartgoal.importers.problems import Problems
from smartgoal.model.series import Every, Point

Cell = tuple[int, str]  # line, text
Day = TypeVar("Day", date, tuple[date, int])  # a day, or the place of a row in it
ONE_DAY = timedelta(days=1)
_UNSORTED_SHARE = 0.2
_EVERY: dict[int, Every] = {1: "day", 7: "week"}
MONTH = range(28, 32)
_COARSE = 45  # days
_FEW, _FAR = 5, 180 * ONE_DAY


def every_of(days: Sequence[date]) -> Every:
    """The usual distance of days that stand in order: day, week, month or uneven."""
    if len(days) < 2:
        return "day"
    gaps = Counter((later - earlier).days for earlier, later in pairwise(days))
    gap, times = max(gaps.items(), key=itemgetter(1))
    months = sum(count for gap, count in gaps.items() if gap in MONTH)
    if times * 2 > len(days) - 1 and gap in _EVERY:
        return _EVERY[gap]
    return "month" if months * 2 > len(days) - 1 else "uneven"


def is_coarse(days: Sequence[date]) -> bool:
    """Whether days that stand in order usually lie more than a month apart, as those of quarters."""
    gaps = sorted((later - earlier).days for earlier, later in pairwise(days))
    return bool(gaps) and gaps[len(gaps) // 2] > _COARSE


def tell_order(days: Iterable[tuple[date, int]], problems: Problems) -> None:
    """Tell days (with their lines) that break the order of the file, oldest or newest first.

    A file sorted by something else (a report "by value") is told once.
    """
    rows = list(days)
    steps = [later[0] > earlier[0] for earlier, later in pairwise(rows)]
    rising = sum(steps) * 2 >= len(steps)
    wrong = [rows[place + 1] for place, up in enumerate(steps) if up != rising]
    if len(rows) > 10 and len(wrong) > _UNSORTED_SHARE * len(rows):
        problems.add("not_sorted")
        return
    for day, line in wrong:
        problems.add("unordered_day", line, date=day)


def tell_missing(days: Sequence[date], problems: Problems, every: Every | None = None) -> None:
    """Tell holes between days that stand in order, where they come day by day or week by week (`every`, if known)."""
    step = {"day": ONE_DAY, "week": 7 * ONE_DAY}.get(every or every_of(days))
    if step is None:
        return
    holes = [(earlier, later) for earlier, later in pairwise(days) if later - earlier > step]
    if holes:
        count = sum((later - earlier).days // step.days - 1 for earlier, later in holes)
        values: dict[str, Any] = {"count": count, "first": holes[0][0] + step, "last": holes[-1][1] - step}
        if step == ONE_DAY:
            problems.add("missing_days", **values)
        else:
            problems.add("missing_weeks", **values)


def tell_lonely(days: Sequence[date], problems: Problems) -> None:
    """Tell a first or last day that lies far from the others, where days come unevenly (posts, joins)."""
    if len(days) < _FEW:
        return
    ordered = sorted(days)
    for lonely, near, far in ((ordered[0], ordered[1], ordered[-1]), (ordered[-1], ordered[-2], ordered[0])):
        if abs(near - lonely) > max(_FAR, 2 * abs(far - near)):
            problems.add("lonely_day", date=lonely)


def numbers_of(
    cells: Mapping[Day, Cell], column: str, problems: Problems, *, kind: Kind, minutes: bool = False
) -> list[tuple[Day, Decimal]]:
    """The numbers of one column in order of date; a missing one is left out, a wrong one is told and left out."""
    mark = decimal_mark((text for _line, text in cells.values() if not is_missing(text)), kind)
    unclear = minutes and len({text.count(":") for _line, text in cells.values() if ":" in text}) > 1
    points: list[tuple[Day, Decimal]] = []
    short = next((text for _line, text in cells.values() if text.count(":") == 1), None)
    if minutes and short and not unclear:
        problems.add("clock_as_minutes", column=column, text=short)
    for day, (line, text) in sorted(cells.items()):
        if is_missing(text):
            continue
        if unclear and text.count(":") == 1:
            problems.add("clock_unclear", line, column=column, text=text)
            continue
        value = clock_minutes(text) if minutes and ":" in text else number(text, mark)
        if value is None:
            became_date = dates.shape(text) is not None or _is_short_date(text)
            problems.add("number_became_date" if became_date else "bad_number", line, column=column, text=text)
        else:
            points.append((day, value))
    return points


def zero_filled(points: Sequence[Point], first: date, last: date) -> list[Point]:
    """Every day from `first` to `last`; an absent one is 0."""
    known = dict(points)
    days = (first + each * ONE_DAY for each in range((last - first).days + 1))
    return [(day, known.get(day, Decimal(0))) for day in days]


def _is_short_date(text: str) -> bool:
    """Whether a cell looks like 3.апр, which is what a spreadsheet makes of 4.3."""
    day, _, month = text.strip().rstrip(".").partition(".")
    return day.isascii() and day.isdecimal() and month.isalpha()
