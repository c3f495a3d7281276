"""Instagram "Download your information": who follows (times only) and the audience insights.

Names of people are never kept: of the list of followers only the times are read. It is a history of those who still
follow, since who left is gone from it: days further back hold fewer than joined then.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import PurePath
from typing import Any

from smartgoal.importers import dates
from smartgoal.importers.date_columns import resolve
from smartgoal.importers.documents import Document
from smartgoal.importers.format import Content, Format
from smartgoal.importers.imported import Import
from smartgoal.importers.making import make_series
from smartgoal.importers.numbers import lone_number
from smartgoal.importers.points import tell_order, zero_filled
from smartgoal.importers.text import key
from smartgoal.model.series import Series

_FIRST_TIME, _LAST_TIME = 1_262_304_000, 4_102_444_800  # 2010, the year of the first follower, to 2100
_FOLLOWERS_KEY = "relationships_followers"
_AUDIENCE = "organic_insights_audience"
_PERIOD = frozenset(map(key, ("Date range", "Период", "Диапазон дат", "Intervalo de datas", "Rango de fechas")))
_FOLLOWERS = frozenset(map(key, ("Followers", "Подписчики", "Seguidores")))


def _claims_followers(document: Document) -> bool:
    return any(isinstance(each, dict) and "string_list_data" in each for each in _entries(document.data)[:5])


def _entries(data: Any) -> list[Any]:
    """The list of followers, which stands alone or under a key of its own."""
    inner = data.get(_FOLLOWERS_KEY) if isinstance(data, dict) else data
    return inner if isinstance(inner, list) else []


def _read_followers(document: Document) -> Content:
    document.problems.add("still_here")
    days = list(_days(document))
    tell_order(((day, place) for place, day in enumerate(days, start=1)), document.problems)
    return Content(_of(Counter(days), document.name))


def _of(joined: Counter[date], source: str) -> tuple[Series, ...]:
    if not joined:
        return ()
    points = zero_filled(sorted((day, Decimal(count)) for day, count in joined.items()), min(joined), max(joined))
    total = [(max(joined), Decimal(joined.total()))]
    return (
        make_series("new_followers", "instagram", points, source, exact=False, bound="lower"),
        make_series("followers", "instagram", total, source, every="uneven"),
    )


def put_together(imports: Sequence[Import]) -> list[Import]:
    """The lists of followers of one folder (followers_1.json, followers_2.json ...) as one import."""
    lists: dict[str, list[Import]] = defaultdict(list)
    kept: list[Import] = []
    for each in imports:
        folder = str(PurePath(each.file).parent)
        if each.format != FOLLOWERS.id or not lists[folder]:
            kept.append(each)
        if each.format == FOLLOWERS.id:
            lists[folder].append(each)
    whole = {id(parts[0]): _sum_of(parts) for parts in lists.values() if len(parts) > 1}
    return [whole.get(id(each), each) for each in kept]


def _sum_of(parts: Sequence[Import]) -> Import:
    joined: Counter[date] = Counter()
    for each in parts:
        joined.update({day: int(value) for day, value in each.series[0].points} if each.series else {})
    return replace(
        parts[0],
        series=_of(joined, ", ".join(PurePath(each.file).name for each in parts)),
        problems=tuple({each.code: each for part in parts for each in part.problems}.values()),
    )


def _days(document: Document) -> Iterator[date]:
    for place, row in enumerate(_entries(document.data), start=1):
        entries = row.get("string_list_data") if isinstance(row, dict) else None
        for entry in entries if isinstance(entries, list) else [None]:
            day = _day_of(entry)
            if day is not None and dates.has_come(day, document.options.today):
                yield day
            else:
                document.problems.add("bad_entry", place=place)


def _day_of(entry: Any) -> date | None:
    time = entry.get("timestamp") if isinstance(entry, dict) else None
    if not isinstance(time, int) or not _FIRST_TIME < time < _LAST_TIME:
        return None
    return datetime.fromtimestamp(time, UTC).date()


def _claims_audience(document: Document) -> bool:
    return isinstance(document.data, dict) and _AUDIENCE in document.data


def _read_audience(document: Document) -> Content:
    facts = dict(_facts(document.data[_AUDIENCE]))
    followers = next((lone_number(text, "count") for name, text in facts.items() if name in _FOLLOWERS), None)
    period = next((text for name, text in facts.items() if name in _PERIOD), "")
    last = _last_day(document, period)
    if followers is None or last is None:
        document.problems.add("no_level")
        return Content()
    return Content((make_series("followers", "instagram", [(last, followers)], document.name, every="uneven"),))


def _facts(blocks: Any) -> Iterator[tuple[str, str]]:
    """The pairs of name and text; letters that Meta printed as bytes of UTF-8 are mended."""
    for block in blocks if isinstance(blocks, list) else []:
        values = block.get("string_map_data") if isinstance(block, dict) else None
        for name, value in values.items() if isinstance(values, dict) else []:
            if isinstance(value, dict):
                yield key(_mended(name)), _mended(str(value.get("value", "")))


def _mended(text: str) -> str:
    try:
        return text.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return text


def _last_day(document: Document, period: str) -> date | None:
    """The last day of "Feb 6 - May 6", in the last year in which it is not ahead."""
    shape = dates.shape(period.replace("–", "-").rpartition("-")[2])
    if shape is None:
        return None
    found = resolve([shape], today=document.options.today, newest=document.dated, year=document.options.year)
    if found.year_assumed and shape in found.dates:
        document.problems.add("year_assumed", first=found.dates[shape], last=found.dates[shape])
    return found.dates.get(shape)


FOLLOWERS = Format("instagram_followers", _claims_followers, _read_followers)
AUDIENCE = Format("instagram_audience", _claims_audience, _read_audience)
