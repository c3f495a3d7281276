"""Tables in one another taken apart: two side by side, and rows of several platforms that a column names."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from smartgoal.importers.choosing import dated
from smartgoal.importers.columns import platform_of
from smartgoal.importers.dates import shape
from smartgoal.importers.tables import Row, Table, words

Piece = tuple[Table, list[Row]]  # a table and its first rows


def pieces(table: Table, sample: list[Row]) -> Iterator[Piece]:
    """The tables that are to be read one by one: most often the table itself."""
    starts = _starts(table, sample)
    if len(starts) > 1:
        yield from _side_by_side(table, sample, starts)
        return
    platforms_at = _platforms_column(table, sample)
    if platforms_at is None:
        yield table, sample
    else:
        yield from _by_platform(table, platforms_at)


def _starts(table: Table, sample: Sequence[Row]) -> list[int]:
    """Where tables begin that stand side by side: columns of dates of one name, or behind a column without a name."""
    first = table.date_at or 0
    rows = dated(sample, first)
    return [
        at
        for at, name in enumerate(table.keys)
        if at == first
        or (
            at > first
            and (name == table.keys[first] or not table.keys[at - 1])
            and 2 * sum(at < len(row) and shape(row[at]) is not None for row in rows) > len(rows)
        )
    ]


def _side_by_side(table: Table, sample: Sequence[Row], starts: Sequence[int]) -> Iterator[Piece]:
    kept = [(table.line(), row) for row in table.rows]
    for start, end in pairwise((*starts, len(table.header))):
        begin = 0 if start == starts[0] else start
        header = table.header[begin:end]
        while header and not header[-1]:
            header = header[:-1]
        rows = [(line, cut) for line, row in kept if any(map(str.strip, cut := row[begin:end]))]
        yield _part(table, header, rows, start - begin), [row[begin:end] for row in sample]


def _platforms_column(table: Table, sample: Sequence[Row]) -> int | None:
    """The column whose cells all name platforms, where days come several times or its name says so."""
    at = table.date_at or 0
    rows = dated(sample, at)
    named = len({shape(row[at]) for row in rows}) == len(rows)
    networks = words("row_columns", "network")
    columns = (place for place, name in enumerate(table.keys) if place != at and (not named or name in networks))
    return next((place for place in columns if all(place < len(row) and platform_of(row[place]) for row in rows)), None)


def _by_platform(table: Table, at: int) -> Iterator[Piece]:
    groups: dict[str | None, list[tuple[int, Row]]] = defaultdict(list)
    for row in table.rows:
        if at < len(row):
            groups[platform_of(row[at])].append((table.line(), row))
    for platform, rows in groups.items():
        part = _part(table, table.header, rows, table.date_at)
        part.platform = platform
        yield part, [row for _line, row in rows]


def held(table: Table) -> Piece:
    """A table whose rows are kept to be looked at before they are read."""
    rows = [(table.line(), row) for row in table.rows]
    return _part(table, table.header, rows, table.date_at), [row for _line, row in rows]


def _part(table: Table, header: Row, rows: Iterable[tuple[int, Row]], date_at: int | None) -> Table:
    line = 0

    def lined() -> Iterator[Row]:
        nonlocal line
        for line, row in rows:  # noqa: B007 - `line` below tells it
            yield row

    return Table(
        table.title, header, lined(), lambda: line, date_at, sheet=table.sheet, width=table.width, year=table.year
    )
