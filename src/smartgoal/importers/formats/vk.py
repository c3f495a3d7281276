"""VKontakte: community statistics as CSV (one row a number, newest day first) and the answer of `stats.get`.

Days without a join, a like and so on have no row: within the days of the file they are 0. A day without any row at
all is not known.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from smartgoal.importers import dates
from smartgoal.importers.documents import Document
from smartgoal.importers.format import Content, Format
from smartgoal.importers.making import make_series
from smartgoal.importers.points import tell_missing, tell_order
from smartgoal.importers.problems import Problems
from smartgoal.importers.tables import Table
from smartgoal.importers.text import key
from smartgoal.model.series import Series

Counts = dict[str, dict[str, int]]  # metric -> day as printed -> number

_HEADER = [key(name) for name in ("Дата", "Критерий", "Парам. №1", "Парам. №2", "Значение")]
_MOST_DIGITS = 19
_CRITERIA = {
    ("views", ""): "profile_visits",
    ("visitors", ""): "viewers",
    ("reach", ""): "reach",
    ("members", "Новые участники"): "new_followers",
    ("members", "Вышедшие участники"): "lost_followers",
    ("feedback", "Нравится"): "likes",
    ("feedback", "Рассказали друзьям"): "shares",
    ("feedback", "Комментарии"): "comments",
    ("feedback", "Упоминания"): "mentions",
}
_API_KEYS = {
    ("visitors", "views"): "profile_visits",
    ("visitors", "visitors"): "viewers",
    ("reach", "reach"): "reach",
    ("activity", "subscribed"): "new_followers",
    ("activity", "unsubscribed"): "lost_followers",
    ("activity", "likes"): "likes",
    ("activity", "copies"): "shares",
    ("activity", "comments"): "comments",
}
_FLAT_KEYS = {name: metric for (_part, name), metric in _API_KEYS.items()}


def _claims_csv(document: Document) -> bool:
    return any(table.keys == _HEADER for table in document.heads)


def _read_csv(document: Document) -> Content:
    series: list[Series] = []
    for table in document.read():
        if table.keys == _HEADER:
            series += _community(document, table)
    return Content(tuple(series))


def _community(document: Document, table: Table) -> list[Series]:
    counts, lines = _counted(document, table)
    shapes = {text: dates.shape(text) for text in lines}
    for text, shape in shapes.items():
        if shape is None:
            document.problems.add("bad_date", lines[text], text=text)
    found = dates.resolve([each for each in shapes.values() if each], today=document.dated).dates
    days = {text: found[shape] for text, shape in shapes.items() if shape in found}
    tell_order(((day, lines[text]) for text, day in days.items()), document.problems)
    tell_missing(sorted(days.values()), document.problems)
    return [
        make_series(
            metric,
            "vk",
            sorted((day, Decimal(numbers.get(text, 0))) for text, day in days.items()),
            f"{document.name}: {metric}",
        )
        for metric, numbers in counts.items()
        if numbers
    ]


def _counted(document: Document, table: Table) -> tuple[Counts, dict[str, int]]:
    """The numbers by metric and day as printed, and the first line of each day. This loop decides the speed."""
    counts: Counts = {metric: {} for metric in _CRITERIA.values()}
    wanted = {criterion: counts[metric] for criterion, metric in _CRITERIA.items()}
    lines: dict[str, int] = {}
    part: set[str] = set()  # the days of one run through the calendar; reach comes in a second one
    criteria: set[str] = set()
    last, problems = "", document.problems
    for row in table.rows:
        if len(row) != len(_HEADER):
            problems.add("bad_row", table.line(), cells=len(row), columns=len(_HEADER))
            continue
        day, criterion, label, _second, value = row
        if day != last:
            if day in part and criterion not in criteria:
                part.clear()
            elif day in part:
                problems.add("unordered_day", table.line(), text=day)
            part.add(day)
            lines.setdefault(day, table.line())
            last = day
        criteria.add(criterion)
        numbers = wanted.get((criterion, label))
        if numbers is not None:
            _note(numbers, day, value, table, problems)
    return counts, lines


def _note(numbers: dict[str, int], day: str, value: str, table: Table, problems: Problems) -> None:
    if not (value.isascii() and value.isdecimal() and len(value) < _MOST_DIGITS):
        problems.add("bad_number", table.line(), column=table.header[-1], text=value)
    elif numbers.setdefault(day, int(value)) != int(value):
        problems.add("doubled_day", table.line(), text=day, first=table.line())


def _claims_api(document: Document) -> bool:
    return bool(_periods(document.data))


def _periods(data: Any) -> list[dict[str, Any]]:
    answer = data.get("response") if isinstance(data, dict) else data
    rows = answer if isinstance(answer, list) else []
    return [each for each in rows if isinstance(each, dict) and ("period_from" in each or "day" in each)]


def _read_api(document: Document) -> Content:
    counts: dict[str, dict[date, Decimal]] = defaultdict(dict)
    days: dict[date, int] = {}
    for place, period in enumerate(_periods(document.data), start=1):
        day = _first_day(period)
        if day is None:
            document.problems.add("bad_date", text=str(period.get("period_from", period.get("day"))))
        elif day in days:
            document.problems.add("doubled_day", text=day.isoformat(), first=days[day])
        else:
            days[day] = place
            for metric, value in _numbers(period):
                counts[metric][day] = value
    tell_order(days.items(), document.problems)
    tell_missing(sorted(days), document.problems)
    return Content(
        tuple(
            make_series(metric, "vk", _filled(metric, numbers, days), f"{document.name}: {metric}")
            for metric, numbers in counts.items()
        )
    )


def _filled(metric: str, numbers: Mapping[date, Decimal], days: Mapping[date, int]) -> list[tuple[date, Decimal]]:
    """Keys of the block "activity" are left out when 0; others are left out when not known."""
    absent_is_zero = metric in {each for (part, _name), each in _API_KEYS.items() if part == "activity"}
    return [(day, numbers.get(day, Decimal(0))) for day in sorted(days) if absent_is_zero or day in numbers]


def _first_day(period: Mapping[str, Any]) -> date | None:
    start = period.get("period_from")
    if isinstance(start, int) and 0 < start < 4_102_444_800:
        return datetime.fromtimestamp(start, UTC).date()
    shape = dates.shape(str(period.get("day", "")))
    return date(shape.year, shape.month, shape.day) if shape and shape.year and shape.day else None


def _numbers(period: Mapping[str, Any]) -> Iterator[tuple[str, Decimal]]:
    nested = ((metric, _part(period, part).get(name)) for (part, name), metric in _API_KEYS.items())
    flat = ((metric, period.get(name)) for name, metric in _FLAT_KEYS.items())
    for metric, value in (*flat, *nested):
        if isinstance(value, int) and not isinstance(value, bool):
            yield metric, Decimal(value)


def _part(period: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    part = period.get(name)
    return part if isinstance(part, dict) else {}


COMMUNITY = Format("vk_community_csv", _claims_csv, _read_csv)
API = Format("vk_api_stats", _claims_api, _read_api)
