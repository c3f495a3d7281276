"""Google Analytics 4: a report as CSV, with lines that start with # above the header, sorted by value.

Days stand as dates or as numbers counted from the start date ("Nth day", "Nth week", "Nth month"). A second dimension
(channel, country) gives several rows a day: their sessions add up, their users overlap.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import Literal

from smartgoal.importers import dates
from smartgoal.importers.declared import tell_unread
from smartgoal.importers.documents import Document
from smartgoal.importers.format import Content, Format
from smartgoal.importers.making import make_series
from smartgoal.importers.numbers import is_missing, lone_number
from smartgoal.importers.points import tell_missing
from smartgoal.importers.tables import Row, Table
from smartgoal.importers.text import harmless, key
from smartgoal.model.series import Series

Unit = Literal["day", "week", "month"]

_DIGITS = 4  # of a counted period
_PROPERTY = re.compile(r"# *(property|ресурс|account|аккаунт|start date|дата начала)\b", re.IGNORECASE)
_DAY = re.compile(r"\b(20[0-9]{6})\b")
_NTH: dict[str, Unit] = {
    key("Nth day"): "day",
    key("N-й день"): "day",
    key("Nth week"): "week",
    key("N-я неделя"): "week",
    key("Nth month"): "month",
    key("N-й месяц"): "month",
}
_DATE = frozenset(map(key, ("Date", "Дата")))
_SESSIONS = tuple(map(key, ("Sessions", "Сеансы")))
_USERS = tuple(map(key, ("Total users", "Всего пользователей", "Active users", "Активные пользователи")))
_COUNTS = frozenset((*_SESSIONS, *_USERS, key("Event count"), key("Количество событий"), key("New users")))
_COLUMNS = {
    "traffic": _USERS,
    "revenue": tuple(map(key, ("Total revenue", "Общий доход", "Purchase revenue"))),
}
_TELLING = 2  # so many of its counts tell the report where a spreadsheet dropped the lines with #


def _is_report(document: Document, table: Table) -> bool:
    first, counts = next(iter(table.keys), ""), set(table.keys) & _COUNTS
    commented = any(_PROPERTY.match(line) for line in document.preamble)
    dated = first in _DATE and table.date_at == 0
    return bool(counts) and (dated or first in _NTH) and (commented or (dated and len(counts) >= _TELLING))


def _claims(document: Document) -> bool:
    return any(_is_report(document, table) for table in document.heads)


def _read(document: Document) -> Content:
    series: list[Series] = []
    for table in document.read():
        if not _is_report(document, table):
            if table.header:
                tell_unread(document, table)
        elif table.keys[0] not in _NTH:
            series += _read_table(document, table)
        elif not (span := _span(document)):
            document.problems.add("no_start", column=table.header[0])
        else:
            table.date_at, table.rows = 0, _with_days(document, table, table.rows, span)
            series += _read_table(document, table)
    return Content(tuple(series))


def _read_table(document: Document, table: Table) -> list[Series]:
    from smartgoal.importers.daily import Place, columns_of, read_daily  # noqa: PLC0415 - for files of this format only

    parted = any(head.keys == table.keys and _has_parts(head) for head in document.heads)
    visits = {"traffic": _SESSIONS} if parted or table.index(*_SESSIONS) is not None else {}
    places = columns_of(document, table, visits if parted else _COLUMNS | visits)
    users = table.index(*_USERS)
    if visits and users is not None:
        document.problems.add("second_column", column=table.header[users], metric="traffic")
    if parted:
        return [_added_up(document, table, metric, at) for metric, at in places.items()]
    return read_daily(document, table, [Place(metric, at, "website") for metric, at in places.items()])


def _has_parts(head: Table) -> bool:
    """Whether a column beside the first holds words: the names of channels, countries ..."""
    return any(not is_missing(cell) and lone_number(cell, "amount") is None for row in head.sample for cell in row[1:])


def _added_up(document: Document, table: Table, metric: str, at: int) -> Series:
    from smartgoal.importers.dated_rows import dated_rows, resolved  # noqa: PLC0415 - for files of this format only

    sums: dict[dates.Shape, Decimal] = defaultdict(Decimal)
    lines: dict[dates.Shape, tuple[int, int]] = {}
    for shape, line, row in dated_rows(document, table):
        value = lone_number(row[at], "count")
        if value is None:
            document.problems.add("bad_number", line, column=table.header[at], text=row[at])
        else:
            sums[shape] += value
            lines.setdefault(shape, (line, 0))
    days = resolved(document, lines)
    points = sorted((days[shape], value) for shape, value in sums.items() if shape in days)
    tell_missing([day for day, _value in points], document.problems)
    return make_series(metric, "website", points, f"{document.name}: {harmless(table.header[at])}")


def _span(document: Document) -> list[date]:
    """The first day, and the last one where it is told, that the lines above the header name."""
    found = (dates.shape(found[1]) for line in document.preamble if (found := _DAY.search(line)))
    return [day for shape in found if shape is not None and (day := dates.known_day(shape)) is not None][:2]


def _with_days(document: Document, table: Table, rows: Iterator[Row], span: list[date]) -> Iterator[Row]:
    """The rows with the first day of their period; a week or month of which only a part was exported is told.

    So is a last day that is not the one which the lines above the header name.
    """
    unit, parts, newest = _NTH[table.keys[0]], 0, span[0]
    if unit == "week":
        document.problems.add("weeks_counted", column=table.header[0], first=span[0])
    for row in rows:
        number = row[0].strip()
        if not (number.isascii() and number.isdecimal() and len(number) <= _DIGITS):
            yield row
            continue
        first, after = (_nth(span[0], int(number) + further, unit) for further in (0, 1))
        if unit != "day" and (first < span[0] or after > span[-1] + timedelta(days=1) > span[0] + timedelta(days=1)):
            parts += 1
        else:
            newest = max(newest, first)
            yield [first.isoformat(), *row[1:]]
    if unit == "day" and newest != span[-1] != span[0]:
        document.problems.add("span_differs", first=span[0], last=span[-1], date=newest)
    if parts:
        document.problems.add("part_periods", column=table.header[0], count=parts)


def _nth(start: date, number: int, unit: Unit) -> date:
    """The first day of a period counted from the one that `start` begins (of a month: the one it lies in)."""
    if unit == "month":
        month = start.year * 12 + start.month - 1 + number
        return date(month // 12, month % 12 + 1, 1)
    return start + timedelta(days=number * (7 if unit == "week" else 1))


REPORT = Format("ga4_report", _claims, _read, ends_lines=False)
