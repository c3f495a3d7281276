"""Meta Business Suite: one metric a file, often in two blocks (Facebook and Instagram), in the account's language.

A block is a title, a header of two columns and a row a day. "Instagram follows" leaves out days with 0; every other
metric prints them. Bare titles ("Views") do not tell the network. The audience file holds totals without a date.
"""

import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from smartgoal.catalog.table import load_table
from smartgoal.importers.documents import Document
from smartgoal.importers.format import Content, Format
from smartgoal.importers.making import tell_breaks
from smartgoal.importers.numbers import number
from smartgoal.importers.points import tell_missing, zero_filled
from smartgoal.importers.tables import Row, Table
from smartgoal.importers.text import key
from smartgoal.model.series import Series

_VALUE = "primary"
_NETWORKS = ("instagram", "facebook")
_WORDS = re.compile(r"[^\W_]+")
_AUDIENCES = {"fb_page": "facebook", "ig_account": "instagram"}
_SHARES = ({"age", "women", "men"}, {"top cities", "value"}, {"top countries", "value"})


@cache
def _titles() -> dict[str, Any]:
    return load_table(Path(__file__).with_name("meta_titles.toml"))


@cache
def _metric_of(title: str) -> str | None:
    """The metric whose longest phrase stands in the title, with nothing beside it that makes it another one."""
    words = _words(title)
    for phrase, metric in _phrases():
        for start in range(len(words) - len(phrase) + 1):
            if words[start : start + len(phrase)] == phrase:
                beside = {*words[:start], *words[start + len(phrase) :]}
                return metric if beside <= {*_titles()["fillers"]["words"]} else None
    return None


@cache
def _phrases() -> list[tuple[tuple[str, ...], str]]:
    """All phrases as words with their metrics, the longest first."""
    rows = [(_words(each), metric) for metric, phrases in _titles()["metrics"].items() for each in phrases]
    return sorted(rows, key=lambda row: -len(row[0]))


def _words(title: str) -> tuple[str, ...]:
    """The words of a title without the names of the networks."""
    words = _WORDS.findall(key(title))
    return tuple(word for word in words if not word.startswith(_NETWORKS))


def _platform_of(title: str) -> str | None:
    words = key(title)
    return next((platform for platform in _NETWORKS if platform in words), None)


def _is_daily(table: Table) -> bool:
    two = len(table.keys) == 2 and table.date_at == 0
    return two and (table.keys[1] == _VALUE or (bool(table.title) and _metric_of(table.title) is not None))


def _is_audience(table: Table) -> bool:
    return any(set(table.keys) >= names for names in _SHARES) or any(map(_audience_of, [table.header, *table.sample]))


def _audience_of(row: Row) -> str | None:
    """The network whose total stands in the next row; the three names may stand in one cell."""
    return _AUDIENCES.get(key(row[0]).split(",")[0]) if row else None


def _claims(document: Document) -> bool:
    return any(_is_daily(table) or _is_audience(table) for table in document.heads)


def _read(document: Document) -> Content:
    series: list[Series] = []
    for table in document.read():
        if _is_daily(table):
            series += _read_block(document, table)
        else:
            _tell_audience(document, table)
    found = _told_apart(series)
    tell_breaks([replace(each, platform="facebook") for each in found if not each.platform], document.problems)
    return Content(tuple(found))


def _read_block(document: Document, table: Table) -> list[Series]:
    from smartgoal.importers.columns import LEFT_OUT, metric_of  # noqa: PLC0415 - for files of this format only
    from smartgoal.importers.daily import Place, read_daily  # noqa: PLC0415

    metric = document.said(table.title) or _metric_of(table.title) or metric_of(table.title)
    if metric is None or metric == LEFT_OUT:
        document.problems.add("unknown_title", title=table.title)
        return []
    gains = metric == "new_followers"
    place = Place(metric, 1, _platform_of(table.title))
    series = read_daily(document, table, [place], holes_are_zero=gains)
    return [_with_zero_days(document, each) for each in series] if gains else series


def _with_zero_days(document: Document, series: Series) -> Series:
    """Follows without a single 0 come from an export that leaves such days out; with one, a hole is a hole."""
    points = series.points
    absent = (points[-1][0] - points[0][0]).days + 1 - len(points)
    if not absent:
        return series
    if any(value == 0 for _day, value in points):
        tell_missing([day for day, _value in points], document.problems)
        return series
    document.problems.add("zero_days_filled", count=absent)
    return replace(series, points=tuple(zero_filled(points, points[0][0], points[-1][0])), every="day")


def _told_apart(series: list[Series]) -> list[Series]:
    """Two blocks of one metric are the two networks: beside "Instagram follows", a bare "Follows" is Facebook's."""
    other = {"instagram": "facebook", "facebook": "instagram"}
    told = {each.metric: each.platform for each in series if each.platform}
    return [
        each if each.platform else replace(each, platform=other.get(told.get(each.metric) or "")) for each in series
    ]


def _tell_audience(document: Document, table: Table) -> None:
    platform = _audience_of(table.header)
    for row in table.rows:
        value = number(row[0].strip())
        if platform and value is not None:
            document.problems.add("total_without_date", table.line(), platform=platform, value=value, plain=str(value))
        platform = _audience_of(row)


METRIC = Format("meta_metric", _claims, _read)
