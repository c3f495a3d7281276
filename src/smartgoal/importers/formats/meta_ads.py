"""Meta Ads report: what was spent and what came of it, for the unit economics; by month or day where the report is.

The currency stands in the header of the column. A row of totals has no names; the rows are added up and compared
with it. Reach of regions or ads overlaps and is never added up; results of several kinds (leads, purchases) neither.
"""

import re
from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from smartgoal.importers import dates
from smartgoal.importers.documents import Document
from smartgoal.importers.format import Content, Format
from smartgoal.importers.making import make_series
from smartgoal.importers.numbers import is_missing, lone_number
from smartgoal.importers.tables import Row, Table
from smartgoal.importers.text import harmless
from smartgoal.model.series import Series

_SPENT = re.compile(r"(?:amount spent|потраченная сумма|сумма затрат) \(([a-z]{3})\)")
_RESULTS = ("results", "результаты", "leads", "лиды", "подписки в instagram")
_KIND = ("result indicator", "result type", "индикатор результата", "тип результата")
_IMPRESSIONS = ("impressions", "показы")
_CLICKS = ("link clicks", "клики по ссылке")
_PERIODS = ("month", "day", "week", "месяц", "день", "неделя")
_BEGINS = ("reporting starts", "дата начала отчетности", "начало отчетности")
_ENDS = ("reporting ends", "окончание отчетности", "дата окончания отчетности")
_CENT = Decimal("0.01")


def _spent_at(table: Table) -> int | None:
    return next((at for at, name in enumerate(table.keys) if _SPENT.fullmatch(name)), None)


def _claims(document: Document) -> bool:
    return any(_spent_at(table) is not None for table in document.heads)


def _read(document: Document) -> Content:
    found = Content()
    for table in document.read():
        spent_at = _spent_at(table)
        if spent_at is not None and not found.economics:
            found = _read_report(document, table, spent_at)
    return found


def _read_report(document: Document, table: Table, spent_at: int) -> Content:
    places = _places(table, spent_at)
    names, (period_at, end_at) = _name_columns(table), _period(table)
    sums: dict[str, Decimal] = defaultdict(Decimal)
    by_day: dict[str, dict[date, Decimal]] = defaultdict(dict)
    totals: dict[str, Decimal] | None = None
    kind_at, kinds = table.index(*_KIND), dict[str, None]()
    for row in table.rows:
        numbers = _numbers(document, table, row, places)
        if numbers is None:
            continue
        if kind_at is not None and numbers.get("results") and row[kind_at].strip():
            kinds[row[kind_at].strip()] = None
        if names and not any(row[at].strip() for at in names):
            totals = numbers
            continue
        of_one_day = period_at is not None and (end_at is None or row[period_at] == row[end_at])
        day = _first_day(row[period_at], document.options.today) if period_at is not None and of_one_day else None
        for name, value in numbers.items():
            sums[name] += value
            if day is not None:
                by_day[name][day] = by_day[name].get(day, Decimal(0)) + value
    if len(kinds) > 1:
        document.problems.add("several_results", kinds=tuple(harmless(each.rpartition(":")[2]) for each in kinds))
        sums.pop("results", None)
    _compare(document, sums, totals)
    currency = table.keys[spent_at][-4:-1].upper()
    return Content(tuple(_series(document, table, by_day, places, currency)), _economics(sums, places, currency))


def _places(table: Table, spent_at: int) -> dict[str, int]:
    found = {
        "spend": spent_at,
        "results": table.index(*_RESULTS),
        "impressions": table.index(*_IMPRESSIONS),
        "clicks": table.index(*_CLICKS),
    }
    return {name: at for name, at in found.items() if at is not None}


def _period(table: Table) -> tuple[int | None, int | None]:
    """The column with the period of a row; else those of its first and last day, which count where they are one."""
    told = table.index(*_PERIODS)
    return (told, None) if told is not None else (table.index(*_BEGINS), table.index(*_ENDS))


def _name_columns(table: Table) -> list[int]:
    return [at for at, name in enumerate(table.keys) if "name" in name.split() or "название" in name.split()]


def _numbers(document: Document, table: Table, row: Row, places: Mapping[str, int]) -> dict[str, Decimal] | None:
    if len(row) < len(table.header) or any(map(str.strip, row[len(table.header) :])):
        document.problems.add("bad_row", table.line(), cells=len(row), columns=len(table.header))
        return None
    numbers = {}
    for name, at in places.items():
        value = None if is_missing(row[at]) else lone_number(row[at], "amount" if name == "spend" else "count")
        if value is not None:
            numbers[name] = value
        elif not is_missing(row[at]):
            document.problems.add("bad_number", table.line(), column=table.header[at], text=row[at])
    return numbers


def _first_day(text: str, today: date) -> date | None:
    shape = dates.shape(text)
    day = None if shape is None else dates.known_day(shape)
    return day if day is not None and dates.has_come(day, today) else None


def _compare(document: Document, sums: Mapping[str, Decimal], totals: Mapping[str, Decimal] | None) -> None:
    for name, total in (totals or {}).items():
        if name in sums and abs(sums[name] - total) > max(_CENT, abs(total) / 1000):
            document.problems.add("totals_differ", total=total.quantize(_CENT), sum=sums[name].quantize(_CENT))


def _series(
    document: Document,
    table: Table,
    by_day: Mapping[str, Mapping[date, Decimal]],
    places: Mapping[str, int],
    currency: str,
) -> list[Series]:
    metrics: dict[str, dict[str, Any]] = {"spend": {"metric": "ad_spend", "unit": currency}, "impressions": {}}
    return [
        make_series(
            changes.pop("metric", name),
            None,
            sorted((day, value.quantize(_CENT).normalize() + 0) for day, value in by_day[name].items()),
            f"{document.name}: {harmless(table.header[places[name]])}",
            **changes,
        )
        for name, changes in metrics.items()
        if by_day.get(name)
    ]


def _economics(sums: Mapping[str, Decimal], places: Mapping[str, int], currency: str) -> dict[str, Any]:
    found = {name: sums[name].quantize(_CENT).normalize() + 0 for name in places if sums.get(name)}
    return {"currency": currency, **found} if "spend" in found else {}


REPORT = Format("meta_ads_report", _claims, _read)
