"""Rows that are parts of one day (hours, sources) and are to be put together; a day that came twice is none."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import NamedTuple

from smartgoal.catalog import metric as catalogue_metric
from smartgoal.importers.dates import Shape
from smartgoal.importers.points import Cell
from smartgoal.importers.tables import Row
from smartgoal.model.series import Point

_FEWEST_DAYS = 3
_TWICE = 2
_TIME = re.compile(r"\b([0-9]{1,2}:[0-9]{2})(?![0-9])")
Part = tuple[date, int]  # a day and the place of the row in it


class Dated(NamedTuple):
    """A row with its date, the text of it, its line and the wanted cells."""

    shape: Shape
    text: str
    line: int
    cells: Row
    row: Row

    @property
    def time(self) -> str:
        """The time of day in the cell of the date, to be compared; empty where there is none."""
        found = _TIME.search(self.text)
        return found[1].zfill(5) if found else ""


def are_parts(rows: Sequence[Dated]) -> bool:
    """Whether most days have several rows that are parts of them.

    So it is where dates tell different hours, or where the rows of a day stand together and are equally many on most
    days. Two rows have to differ: else an export was pasted twice.
    """
    if len({each.shape for each in rows}) == len(rows):
        return False
    days: dict[Shape, list[Dated]] = defaultdict(list)
    for each in rows:
        days[each.shape].append(each)
    if 2 * sum(len({each.time for each in parts}) > 1 for parts in days.values()) > len(days):
        return True
    together = sum(1 for _ in groupby(each.shape for each in rows)) == len(days)
    count, times = Counter(map(len, days.values())).most_common(1)[0]
    differing = sum(len({tuple(each.row) for each in parts}) > 1 for parts in days.values())
    alike = together and count > 1 and times >= _FEWEST_DAYS and 2 * times > len(days)
    return alike and (count > _TWICE or 2 * differing > len(days))


def in_order(rows: Iterable[Dated], found: Mapping[Shape, date]) -> dict[date, list[tuple[int, Row]]]:
    """The rows of each day by their time, else as they stand, the oldest first; a time that came twice counts once."""
    kept = [each for each in rows if each.shape in found]
    newest_first = bool(kept) and found[kept[0].shape] > found[kept[-1].shape]
    days: dict[date, list[Dated]] = defaultdict(list)
    for each in reversed(kept) if newest_first else kept:
        days[found[each.shape]].append(each)
    return {day: _once(sorted(parts, key=lambda each: each.time)) for day, parts in days.items()}


def put_together(points: Iterable[tuple[Part, Decimal]], metric: str) -> list[Point] | None:
    """One number a day: the sum of what adds up, the last of a level; None for what neither tells (people, shares)."""
    row = catalogue_metric(metric)
    days: dict[date, Decimal] = {}
    for (day, _place), value in points:
        days[day] = value if row.form == "level" else days.get(day, Decimal(0)) + value
    adds_up = row.form in {"flow", "event"} and row.additive and row.unit in {"count", "money"}
    return list(days.items()) if row.form == "level" or adds_up else None


def cells_of(days: Mapping[date, Sequence[tuple[int, Row]]], place: int) -> dict[Part, Cell]:
    """The cells of one of the wanted columns."""
    return {(day, at): (line, cells[place]) for day, parts in days.items() for at, (line, cells) in enumerate(parts)}


def _once(parts: Sequence[Dated]) -> list[tuple[int, Row]]:
    times: dict[tuple[str, int | tuple[str, ...]], Dated] = {}
    for place, each in enumerate(parts):
        times.setdefault((each.time, tuple(each.row) if each.time else place), each)
    return [(each.line, each.cells) for each in times.values()]
