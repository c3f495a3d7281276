"""YouTube Studio: Table data, Chart data and Totals, in English and Russian.

Totals hold the one metric chosen on screen. `Date,Subscribers` is a daily net change or a running total: a fall below
zero gives the first away, a long rise without a fall the second; else it is asked. Chart data has a row for each day
and part (subscribed or not, traffic source ...), which add up; of videos it lists only some.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from pathlib import PurePath
from typing import TYPE_CHECKING

from smartgoal.importers.declared import post_format
from smartgoal.importers.documents import Document
from smartgoal.importers.format import Content, Format
from smartgoal.importers.imported import Import
from smartgoal.importers.making import make_series
from smartgoal.importers.numbers import is_missing, number
from smartgoal.importers.points import tell_missing
from smartgoal.importers.tables import Table
from smartgoal.importers.text import harmless, key
from smartgoal.model.series import Point, Series

if TYPE_CHECKING:
    from smartgoal.importers.dates import Shape

_DATE_NAMES = ("Date", "Дата")
_DATE = frozenset(map(key, (*_DATE_NAMES, "Month", "Месяц", "Week", "Неделя")))
_FILES = re.compile(
    r"(table data|chart data|totals|данные таблицы|данные диаграммы|итоговые значения)( ?\([0-9]+\))?\.[a-z]{3,4}"
)
_TOTALS = frozenset(map(key, ("Total", "Итоговое значение")))
_LISTED = frozenset(map(key, ("Content", "Контент")))
_COLUMNS = {
    metric: tuple(map(key, names))
    for metric, names in {
        "views": ("Views", "Просмотры"),
        "impressions": ("Impressions", "Показы"),
        "new_followers": ("Subscribers", "Подписчики"),
        "likes": ("Likes", "Отметки «Нравится»"),
        "comments": ("Comments added", "Comments", "Комментарии"),
        "shares": ("Shares", "Поделились"),
        "viewers": ("Unique viewers", "Уникальные зрители"),
    }.items()
}
_GAINED = {
    "new_followers": tuple(map(key, ("Subscribers gained", "Новые подписчики"))),
    "lost_followers": tuple(map(key, ("Subscribers lost", "Потерянные подписчики"))),
}
_METRICS = {name: metric for metric, names in _COLUMNS.items() for name in names}
_OWN_NAMES = (
    "Watch time (hours)",
    "Время просмотра (часы)",
    "Impressions click-through rate (%)",
    "CTR для значков видео (%)",
    "Average view duration",
    "Средняя продолжительность просмотра",
    "Average percentage viewed (%)",
    "Subscribers gained",
    "Subscribers lost",
)
_PART_NAMES = (
    "Subscription status",
    "Статус подписки",
    "Content",
    "Контент",
    "Traffic source",
    "Источник трафика",
    "Geography",
    "География",
    "Cities",
    "Device type",
    "Content type",
    "Viewer age",
    "Viewer gender",
)
_OWN, _PARTS = frozenset(map(key, _OWN_NAMES)), frozenset(map(key, _PART_NAMES))
_RUNNING_TOTAL = 100
_FEWEST_STEPS = 13
_SMOOTH = 10  # a step is at most so small a part

CONTENT = post_format(
    "youtube_content",
    signature=(("Content", "Контент"), ("Video publish time", "Время публикации видео")),
    without=_DATE_NAMES,
    published=("Video publish time", "Время публикации видео"),
    columns={
        "views": ("Views", "Просмотры"),
        "impressions": ("Impressions", "Показы"),
        "new_followers": ("Subscribers", "Подписчики"),
    },
    platform="youtube",
)


def _is_wide(document: Document, table: Table) -> bool:
    """A day a row: with a column that only YouTube has, in a file of its name, or with its row of totals on top."""
    if table.date_at != 0 or table.keys[:1] == [] or table.keys[0] not in _DATE:
        return False
    others = set(table.keys[1:])
    known = others <= _METRICS.keys() | _OWN
    summed = bool(table.sample) and key(table.sample[0][0]) in _TOTALS and bool(others & {*_COLUMNS["new_followers"]})
    named = _FILES.fullmatch(document.name.casefold()) is not None
    totals = table.header == ["Date", "Subscribers"]
    return totals or bool(others & _OWN and not others & _PARTS) or (known and (named or summed))


def _is_chart(table: Table) -> bool:
    keys = table.keys
    return (
        table.date_at == 0
        and len(keys) >= 3
        and keys[0] in _DATE
        and keys[1] in _PARTS
        and (keys[-1] in _METRICS or keys[-1] in _OWN)
    )


def _claims_days(document: Document) -> bool:
    return any(_is_wide(document, table) for table in document.heads)


def _read_days(document: Document) -> Content:
    from smartgoal.importers.daily import Place, columns_of, read_daily  # noqa: PLC0415 - for files of this format only

    series: list[Series] = []
    claimed = [head.keys for head in document.heads if _is_wide(document, head)]
    for table in document.read():
        gross = all(table.index(*names) is not None for names in _GAINED.values())
        columns = _COLUMNS | (_GAINED if gross else {})
        places = columns_of(document, table, columns) if table.keys in claimed else {}
        if places:
            series += read_daily(document, table, [Place(metric, at, "youtube") for metric, at in places.items()])
    return Content(tuple(found for each in series if (found := _gains_or_level(document, each)) is not None))


def _gains_or_level(document: Document, series: Series) -> Series | None:
    """Subscribers as gains or as a level, as the user says or as the numbers show; None where that is a question."""
    column = series.source.rpartition(": ")[2]
    if series.metric != "new_followers" or key(column) in _GAINED["new_followers"]:
        return series
    values: list[Decimal] = [value for _day, value in series.points]
    told = document.said(column) is not None
    if not told and _is_running_total(values):
        document.problems.add("taken_as_level", column=column, first=values[0], last=values[-1])
        return make_series("followers", series.platform, series.points, series.source)
    if not told and min(values) >= 0:
        document.problems.add("gains_or_level", column=column, first=values[0], last=values[-1])
        return None
    document.problems.add("net_gains")
    return series


def _is_running_total(values: Sequence[Decimal]) -> bool:
    """Whether numbers rise nearly without a fall, or change by a small part of themselves only, which no gains do."""
    steps = list(pairwise(values))
    if min(values) < 0 or values[-1] < _RUNNING_TOTAL:
        return False
    falls = sum(later < earlier for earlier, later in steps)
    smooth = all(abs(later - earlier) * _SMOOTH <= earlier for earlier, later in steps)
    return (falls * 50 <= len(steps) and values[-1] >= 2 * values[0]) or (len(steps) >= _FEWEST_STEPS and smooth)


def _claims_chart(document: Document) -> bool:
    return any(_is_chart(table) for table in document.heads)


def _read_chart(document: Document) -> Content:
    series: list[Series] = []
    for table in document.read():
        if not _is_chart(table):
            continue
        metric = _METRICS.get(table.keys[-1])
        if metric is None or metric == "viewers":
            document.problems.add("unknown_column", column=table.header[-1])
            continue
        points = _added_up(document, table)
        tell_missing([day for day, _value in points], document.problems)
        source, partly = f"{document.name}: {harmless(table.header[-1])}", table.keys[1] in _LISTED
        if partly:
            document.problems.add("listed_parts", column=table.header[-1])
        series.append(
            make_series(metric, "youtube", points, source, exact=not partly, bound="lower" if partly else None)
        )
    return Content(tuple(replace(each, every="day") for each in series))


def _added_up(document: Document, table: Table) -> list[Point]:
    """The sum over all parts of each day. A part that comes twice on one day is told and not added again."""
    from smartgoal.importers.dated_rows import dated_rows, resolved  # noqa: PLC0415 - for files of this format only

    sums: dict[Shape, Decimal] = {}
    lines: dict[Shape, tuple[int, int]] = {}
    parts: Mapping[Shape, set[tuple[str, ...]]] = defaultdict(set)
    for shape, line, row in dated_rows(document, table):
        part, text = tuple(row[1:-1]), row[len(table.header) - 1]
        value = None if is_missing(text) else number(text)
        if part in parts[shape]:
            document.problems.add("doubled_day", line, text=row[0], first=lines[shape][0])
        elif value is None:
            document.problems.add("bad_number", line, column=table.header[-1], text=text)
        else:
            parts[shape].add(part)
            sums[shape] = sums.get(shape, Decimal(0)) + value
            lines.setdefault(shape, (line, 0))
    most = max(map(len, parts.values()), default=0)
    fewer = sum(len(each) < most for each in parts.values())
    if fewer:
        document.problems.add("uneven_parts", count=fewer)
    days = resolved(document, lines)
    return sorted((days[shape], value) for shape, value in sums.items() if shape in days)


def without_listed_parts(imports: Sequence[Import]) -> list[Import]:
    """The imports without sums over the listed videos where Totals or the table beside them hold the whole channel."""
    whole = {(_folder(each), series.metric) for each in imports if each.format == DAYS.id for series in each.series}
    return [
        each
        if each.format != CHART.id
        else replace(
            each, series=tuple(one for one in each.series if one.exact or (_folder(each), one.metric) not in whole)
        )
        for each in imports
    ]


def _folder(imported: Import) -> PurePath:
    return PurePath(imported.file).parent


DAYS = Format("youtube_days", _claims_days, _read_days)
CHART = Format("youtube_chart", _claims_chart, _read_chart)
