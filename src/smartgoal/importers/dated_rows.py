"""The rows of a table by their dates: what is no day, what came twice, what is part of a day, and the years meant."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from itertools import chain, islice, pairwise

from smartgoal.importers import dates
from smartgoal.importers.date_columns import resolve
from smartgoal.importers.day_parts import Dated, are_parts, in_order
from smartgoal.importers.documents import Document
from smartgoal.importers.imported import DateOrder
from smartgoal.importers.numbers import number
from smartgoal.importers.points import MONTH, Cell, is_coarse
from smartgoal.importers.tables import Row, Table, is_total, words

_ONE_YEAR = 366
_ENOUGH_ROWS = 240  # ten days of hours: these tell whether rows are parts of days


@dataclass(slots=True)
class Days:
    """The rows of a table by day, in order of the file: line and the cells of the wanted columns.

    `parts` holds all rows of each day, where these are parts of it.
    """

    rows: dict[date, tuple[int, Row]] = field(default_factory=dict)
    parts: dict[date, list[tuple[int, Row]]] = field(default_factory=dict)

    def column(self, place: int) -> dict[date, Cell]:
        """The cells of one of the wanted columns."""
        return {day: (line, cells[place]) for day, (line, cells) in self.rows.items()}


def read_days(
    document: Document, table: Table, wanted: list[int], order: DateOrder | None = None, *, last_counts: bool = False
) -> Days:
    """The rows by day. Rows that are no day and ways to read the dates are told.

    Of a day that comes twice with different numbers neither row is used; of several times of a day the last one, where
    `last_counts`.
    """
    at = table.date_at or 0
    rows = (
        Dated(shape, row[at], line, [row[place] for place in wanted], row)
        for shape, line, row in dated_rows(document, table)
    )
    first = list(islice(rows, _ENOUGH_ROWS))
    if are_parts(first):
        return _divided(document, [*first, *rows], order, table.year)
    shapes: dict[dates.Shape, tuple[int, Row]] = {}
    differing: set[dates.Shape] = set()
    times: dict[dates.Shape, str] = {}
    for each in chain(first, rows):
        kept, time = (each.line, each.cells), each.time if last_counts else ""
        known = shapes.setdefault(each.shape, kept)
        if time and time > times.setdefault(each.shape, ""):
            shapes[each.shape], times[each.shape] = kept, time
        elif known is not kept and (not time or time == times[each.shape]):
            document.problems.add("doubled_day", each.line, text=dates.printed(each.text), first=known[0])
            differing.update({each.shape} if known[1] != kept[1] else ())
    found = resolved(document, shapes, order, table.year)
    if table.keys[at] in words("date_columns", "week") and is_coarse(sorted(found.values())):
        document.problems.add("weeks_apart", column=table.header[at])
        return Days()
    return Days(_by_day(document, {shape: kept for shape, kept in shapes.items() if shape not in differing}, found))


def _divided(document: Document, rows: Sequence[Dated], order: DateOrder | None, year: int | None) -> Days:
    """The days of a table with several rows a day, which is told."""
    first = {each.shape: (each.line, each.cells) for each in reversed(rows)}
    parts = in_order(rows, resolved(document, {each.shape: first[each.shape] for each in rows}, order, year))
    document.problems.add("several_rows_a_day", count=max(map(len, parts.values()), default=0))
    return Days({day: each[0] for day, each in parts.items()}, parts)


def _by_day(
    document: Document, shapes: Mapping[dates.Shape, tuple[int, Row]], found: Mapping[dates.Shape, date]
) -> dict[date, tuple[int, Row]]:
    """The rows by day, where one day may be printed in two ways."""
    rows: dict[date, tuple[int, Row]] = {}
    for shape, kept in shapes.items():
        known = rows.setdefault(found[shape], kept) if shape in found else kept
        if known is not kept:
            document.problems.add("doubled_day", kept[0], text=found[shape].isoformat(), first=known[0])
            rows = {day: row for day, row in rows.items() if day != found[shape] or known[1] == kept[1]}
    return rows


def dated_rows(document: Document, table: Table) -> Iterable[tuple[dates.Shape, int, Row]]:
    """Each row of data with its date and its line. Other rows are told, but for totals and units."""
    at, width, problems = table.date_at or 0, len(table.header), document.problems
    begun = wider = False
    for row in table.rows:
        shape = dates.shape(row[at]) if at < len(row) else None
        if shape is None:
            if is_total(row) or (not begun and _describes(row, at)) or not any(map(str.strip, row)):
                continue
            problems.add("bad_date", table.line(), text=row[at] if at < len(row) else " ".join(row))
        elif len(row) < width or any(cell.strip() for cell in row[width:]):
            problems.add("bad_row", table.line(), cells=len(row), columns=width)
        elif shape.day is not None or any(cell.strip() for place, cell in enumerate(row) if place != at):
            if len(row) > table.width and not wider:
                problems.add("extra_cell", table.line())
                wider = True
            begun = True
            yield shape, table.line(), row


def _describes(row: Row, at: int) -> bool:
    """Whether a row below the header holds units or descriptions: no date, no number."""
    return at < len(row) and not row[at].strip() and not any(number(cell) is not None for cell in row)


def _tells_years(days: list[date]) -> bool:
    """Whether days rise or fall but for a few, within one year: only then can years be told that are not printed.

    Months that follow each other without a hole may be more than a year's.
    """
    rising = sum(later > earlier for earlier, later in pairwise(days))
    ordered = min(rising, len(days) - 1 - rising) <= max(1, len(days) // 10)
    months = all(abs(later - earlier).days in MONTH for earlier, later in pairwise(days))
    return ordered and (months or (max(days) - min(days)).days <= _ONE_YEAR)


def _without_whole_months(
    document: Document, shapes: Mapping[dates.Shape, tuple[int, object]]
) -> Mapping[dates.Shape, tuple[int, object]]:
    """The dates without whole months among days, which are totals or captions and told."""
    months = [each for each in shapes if each.day is None]
    if not months or len(months) * 2 >= len(shapes):
        return shapes
    for each in months:
        document.problems.add("whole_month", shapes[each][0], text=f"{each.month:02d}.{each.year or ''}")
    return {each: kept for each, kept in shapes.items() if each.day is not None}


def resolved(
    document: Document,
    shapes: Mapping[dates.Shape, tuple[int, object]],
    order: DateOrder | None = None,
    year: int | None = None,
) -> dict[dates.Shape, date]:
    """The days of a column of dates, decided over all of it. What was assumed, and what is no day, is told.

    `year` is the one around the table, which counts where dates have none and it makes days that have come.
    Empty where day and month cannot be told apart: that is a question to the user.
    """
    options, problems = document.options, document.problems
    wanted_order = options.date_order or order
    shapes = _without_whole_months(document, shapes)
    decide = partial(resolve, shapes, today=options.today, newest=document.dated, order=wanted_order)
    found = decide(year=options.year or year)
    if year and not options.year and len(found.dates) < len(shapes):
        found = decide(year=None)
    if found.damage == "open":
        problems.add("dates_mixed")
        return {}
    if found.damage == "mended":
        problems.add("dates_swapped_back", first=min(found.dates.values()), last=max(found.dates.values()))
    if found.order is None:
        example = next(each for each in shapes if each.swappable)
        problems.add("day_or_month", shapes[example][0], first=example.day, second=example.month)
        return {}
    for each, (line, _row) in shapes.items():
        if each not in found.dates:
            problems.add("impossible_day", line, day=each.day, month=each.month, year=each.year)
    if found.year_assumed and found.dates and not _tells_years(list(found.dates.values())):
        problems.add("year_unsure")
        return {}
    if found.year_assumed and found.dates:
        problems.add("year_assumed", first=min(found.dates.values()), last=max(found.dates.values()))
    return found.dates
