"""Tables with one row a day and one column a metric: most of what platforms export."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from smartgoal.catalog import metric as catalogue_metric
from smartgoal.importers.columns import LEFT_OUT, ONE, metric_of
from smartgoal.importers.dated_rows import Days, read_days
from smartgoal.importers.day_parts import cells_of, put_together
from smartgoal.importers.documents import Document
from smartgoal.importers.imported import DateOrder
from smartgoal.importers.making import (
    kind_of,
    make_series,
    tell_breaks,
    without_leading_zeros,
    without_unready_tail,
)
from smartgoal.importers.numbers import is_rounded
from smartgoal.importers.points import is_coarse, numbers_of, tell_missing, tell_order
from smartgoal.importers.problems import Problems
from smartgoal.importers.tables import Table
from smartgoal.importers.text import harmless, key
from smartgoal.model.series import Point, Series

_ALIKE = 0.85


class Place(NamedTuple):
    """What a column holds. `factor` is what its numbers are multiplied by."""

    metric: str
    at: int
    platform: str | None
    factor: Decimal = ONE


def columns_of(document: Document, table: Table, names: Mapping[str, tuple[str, ...]]) -> dict[str, int]:
    """Which column holds which metric: as the user says, else by the names of each.

    A name that is almost one of them, or one that people give to another metric, is told.
    """
    places = {metric: at for metric, each in names.items() if (at := table.index(*each)) is not None}
    for at, column in enumerate(table.header if document.options.mapping else ()):
        said = document.said(column)
        if said is not None:
            places = {metric: place for metric, place in places.items() if place != at and metric != said}
            places |= {said: at} if said != LEFT_OUT else {}
    said_of = {key(name) for name in document.options.mapping}
    others = [name for at, name in enumerate(table.keys) if at not in places.values() and name not in said_of]
    for metric, each in names.items():
        if metric not in places and (found := _nearly(each, others)) is not None:
            document.problems.add("misspelt_column", column=found[0], name=found[1])
    for at, column in enumerate(table.header):
        unused = at not in places.values() and table.keys[at] not in said_of
        if unused and metric_of(column) not in {None, *names, *places}:
            document.problems.add("unknown_column", column=column)
    return places


def _nearly(names: Iterable[str], others: Sequence[str]) -> tuple[str, str] | None:
    """A column that is almost one of the names, in whatever language, and that name."""
    from difflib import get_close_matches  # noqa: PLC0415 - only where a column is missing

    near = ((other, name) for name in names for other in get_close_matches(name, others, n=1, cutoff=_ALIKE))
    return next(near, None)


def read_daily(
    document: Document,
    table: Table,
    places: Sequence[Place],
    *,
    order: DateOrder | None = None,
    holes_are_zero: bool = False,
) -> list[Series]:
    """The series of a table: `places` says which column holds what.

    `holes_are_zero`: the format leaves out days with 0, so that missing days are not told.
    """
    levels = all(catalogue_metric(place.metric).form == "level" for place in places)
    days = read_days(document, table, [place.at for place in places], order, last_counts=levels)
    if not days.rows:
        return []
    problems = document.problems
    tell_order(((day, line) for day, (line, _cells) in days.rows.items()), problems)
    if not holes_are_zero:
        tell_missing(sorted(days.rows), problems)
    series = []
    for number_of_column, place in enumerate(places):
        metric, column = place.metric, harmless(table.header[place.at])
        points = _numbers(days, number_of_column, place, column, problems)
        points = without_leading_zeros(metric, scaled(points, place.factor), problems)
        if catalogue_metric(metric).form == "flow" and is_coarse([day for day, _value in points]):
            problems.add("too_coarse", column=column)
        elif points:
            series.append(make_series(metric, place.platform, points, f"{document.name}: {column}"))
    from smartgoal.importers.doubtful import tell_empty_tail, without_empty_days  # noqa: PLC0415 - long tables go without

    tell_empty_tail(days.rows, series, problems)
    ready = without_unready_tail(without_empty_days(series, problems), problems)
    tell_breaks(ready, problems)
    return ready


def _numbers(days: Days, number_of_column: int, place: Place, column: str, problems: Problems) -> list[Point]:
    """The numbers of one of the wanted columns, one a day."""
    minutes = place.metric == "response_time"
    kind = kind_of(place.metric) if place.factor == 1 else "ratio"  # thousands have decimals
    if any(map(is_rounded, (cells[number_of_column] for _line, cells in days.rows.values()))):
        problems.add("rounded", column=column)
    if not days.parts:
        return numbers_of(days.column(number_of_column), column, problems, kind=kind, minutes=minutes)
    parts = numbers_of(cells_of(days.parts, number_of_column), column, problems, kind=kind, minutes=minutes)
    together = put_together(parts, place.metric)
    if together is None:
        problems.add("parts_not_added", column=column)
    return together or []


def scaled(points: Sequence[Point], factor: Decimal) -> list[Point]:
    """The points multiplied."""
    return [(day, value if factor == 1 else (value * factor).normalize() + 0) for day, value in points]
