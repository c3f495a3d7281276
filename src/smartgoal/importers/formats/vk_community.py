"""VKontakte: community statistics as CSV, one row a number, newest day first; reach comes in a second run of days.

Days without a join, a like and so on have no row: within the days of the file they are 0. A day without any row at
all is not known.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from operator import itemgetter

from smartgoal.importers import dates
from smartgoal.importers.date_columns import resolve
from smartgoal.importers.documents import Document
from smartgoal.importers.format import Content, Format
from smartgoal.importers.making import make_series
from smartgoal.importers.points import ONE_DAY, every_of, tell_missing, tell_order
from smartgoal.importers.problems import Problems
from smartgoal.importers.tables import Table
from smartgoal.importers.text import key
from smartgoal.model.series import Series

Counts = dict[str, dict[str, int]]  # metric -> day as printed -> number

_HEADER = [key(name) for name in ("Дата", "Критерий", "Парам. №1", "Парам. №2", "Значение")]
Dated = tuple[str, int]  # day as printed, line

_MOST_DIGITS = 19
_SHORTEST_RUN = 14
_NEWEST = 7 * ONE_DAY
_CRITERIA = {
    "views": {"": "profile_visits"},
    "visitors": {"": "viewers"},
    "reach": {"": "reach"},
    "members": {"Новые участники": "new_followers", "Вышедшие участники": "lost_followers"},
    "feedback": {
        "Нравится": "likes",
        "Рассказали друзьям": "shares",
        "Комментарии": "comments",
        "Упоминания": "mentions",
    },
}


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
    days = _days(document, dict(reversed(lines)))
    _tell_runs([(days[text], line) for text, line in lines if text in days], document.problems)
    ordered = sorted(days.items(), key=itemgetter(1))
    every = every_of([day for _text, day in ordered])
    tell_missing([day for _text, day in ordered], document.problems, every)
    return [
        make_series(
            metric,
            "vk",
            [(day, Decimal(numbers.get(text, 0))) for text, day in ordered],
            f"{document.name}: {metric}",
            every=every,
        )
        for metric, numbers in counts.items()
        if numbers
    ]


def _days(document: Document, lines: Mapping[str, int]) -> dict[str, date]:
    """The days as printed with their dates, each date once. What is no day is told."""
    shapes = {text: dates.shape(text) for text in lines}
    found = resolve([each for each in shapes.values() if each], today=document.options.today).dates
    days: dict[str, date] = {}
    first: dict[date, int] = {}
    for text, shape in shapes.items():
        day = None if shape is None else found.get(shape)
        if day is None:
            document.problems.add("bad_date", lines[text], text=text)
        elif first.setdefault(day, lines[text]) != lines[text]:
            document.problems.add("doubled_day", lines[text], text=text, first=first[day])
        else:
            days[text] = day
    return days


def _tell_runs(days: list[tuple[date, int]], problems: Problems) -> None:
    """Tell days out of order.

    The file runs through the calendar twice, from the newest day down: about the newest day again begins a new run.
    """
    run: list[tuple[date, int]] = []
    newest = date.min
    for day, line in days:
        if len(run) > _SHORTEST_RUN and day >= newest - _NEWEST and day > run[-1][0] + _NEWEST:
            tell_order(run, problems)
            run, newest = [], day
        run.append((day, line))
        newest = max(newest, day)
    tell_order(run, problems)


def _counted(document: Document, table: Table) -> tuple[Counts, list[Dated]]:
    """The numbers by metric and day as printed, and the line of each change of day. This loop decides the speed."""
    counts: Counts = {metric: {} for rows in _CRITERIA.values() for metric in rows.values()}
    wanted = {
        criterion: {label: counts[metric] for label, metric in rows.items()} for criterion, rows in _CRITERIA.items()
    }
    lines: list[Dated] = []
    last, problems = "", document.problems
    for row in table.rows:
        try:
            day, criterion, label, _second, value = row
        except ValueError:
            problems.add("bad_row", table.line(), cells=len(row), columns=len(_HEADER))
            continue
        if day != last:
            lines.append((day, table.line()))
            last = day
        if criterion in wanted and (numbers := wanted[criterion].get(label)) is not None:
            if not (value.isascii() and value.isdecimal() and len(value) < _MOST_DIGITS):
                problems.add("bad_number", table.line(), column=table.header[-1], text=value)
            elif numbers.setdefault(day, number := int(value)) != number:
                problems.add("doubled_day", table.line(), text=day, first=table.line())
    return counts, lines


COMMUNITY = Format("vk_community_csv", _claims_csv, _read_csv)
