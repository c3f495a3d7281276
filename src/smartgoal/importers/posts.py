"""Tables with one row a post: numbers gathered by the day of publication.

Likes and the like are summed over the posts of a day. A unique count (reach) is never summed: its point is the mean
per post of that day. `posts` tells how many there were, every day.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from smartgoal.catalog import metric as catalogue_metric
from smartgoal.importers.daily import Place
from smartgoal.importers.dated_rows import dated_rows, resolved
from smartgoal.importers.dates import Shape
from smartgoal.importers.documents import Document
from smartgoal.importers.imported import DateOrder
from smartgoal.importers.making import kind_of, make_series, tell_breaks
from smartgoal.importers.numbers import is_missing, lone_number
from smartgoal.importers.points import tell_lonely, zero_filled
from smartgoal.importers.tables import Row, Table
from smartgoal.importers.text import harmless
from smartgoal.model.series import Point, Series

_RATE_PARTS = ("likes", "comments", "shares", "saves")
_PLACES = Decimal("0.01")


@dataclass(slots=True)
class _Gathered:
    """The sum of one column over the posts of a day, and how many of them had a number."""

    total: Decimal = Decimal(0)
    count: int = 0


@dataclass(slots=True)
class _Posts:
    posts: dict[Shape, tuple[int, int]] = field(default_factory=dict)  # line of the first, how many
    sums: dict[str, dict[Shape, _Gathered]] = field(default_factory=lambda: defaultdict(dict))


def read_posts(
    document: Document,
    table: Table,
    places: Sequence[Place],
    platform: str | None,
    order: DateOrder | None = None,
) -> list[Series]:
    """The series of a table of posts: `places` says which column holds what."""
    from smartgoal.importers.owners import Owners  # noqa: PLC0415 - only tables of posts are of several pages

    gathered, owners = _Posts(), Owners(table)
    for shape, line, row in dated_rows(document, table):
        owners.see(row)
        first, count = gathered.posts.get(shape, (line, 0))
        gathered.posts[shape] = first, count + 1
        _gather(document, gathered, shape, row, places, table)
    days = resolved(document, {shape: (line, 0) for shape, (line, _count) in gathered.posts.items()}, order, table.year)
    if owners.tell_several(document) or not days:
        return []
    tell_lonely(list(days.values()), document.problems)
    found = [(days[shape], Decimal(count)) for shape, (_line, count) in gathered.posts.items() if shape in days]
    every_day = zero_filled(sorted(found), min(found)[0], max(found)[0])
    series = [make_series("posts", platform, every_day, document.name)]
    for metric, at, own, _factor in places:
        points = _points(metric, gathered, days)
        if points:
            source = f"{document.name}: {harmless(table.header[at])}"
            series.append(make_series(metric, own or platform, points, source, every="uneven", per_post=True))
    rate = [] if "engagement_rate" in gathered.sums else _rate_by_reach(gathered, days)
    if rate:
        series.append(make_series("engagement_rate", platform, rate, document.name, every="uneven", per_post=True))
    tell_breaks(series, document.problems)
    return series


def _gather(
    document: Document, gathered: _Posts, shape: Shape, row: Row, places: Sequence[Place], table: Table
) -> None:
    for metric, at, _platform, factor in places:
        text = row[at]
        if is_missing(text):
            continue
        value = lone_number(text, kind_of(metric) if factor == 1 else "ratio")
        if value is None:
            document.problems.add("bad_number", table.line(), column=table.header[at], text=text)
            continue
        kept = gathered.sums[metric].setdefault(shape, _Gathered())
        kept.total += value * factor
        kept.count += 1


def _points(metric: str, gathered: _Posts, days: Mapping[Shape, date]) -> list[Point]:
    unique = not catalogue_metric(metric).additive
    return sorted(
        (days[shape], (kept.total / kept.count).quantize(_PLACES).normalize() + 0 if unique else kept.total)
        for shape, kept in gathered.sums[metric].items()
        if shape in days
    )


def _rate_by_reach(gathered: _Posts, days: Mapping[Shape, date]) -> list[Point]:
    """Likes, comments, shares and saves in percent of the reach of the same posts."""
    reach = gathered.sums.get("reach", {}) if "likes" in gathered.sums else {}
    return sorted(
        (days[shape], (_interactions(gathered, shape) * 100 / kept.total).quantize(_PLACES))
        for shape, kept in reach.items()
        if shape in days and kept.total
    )


def _interactions(gathered: _Posts, shape: Shape) -> Decimal:
    parts = (gathered.sums.get(metric, {}).get(shape) for metric in _RATE_PARTS)
    return sum((part.total for part in parts if part is not None), Decimal(0))
