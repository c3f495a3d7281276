"""Formats declared by the names of their columns. What reads their rows is loaded when a file is of one of them."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from smartgoal.importers.documents import Document
from smartgoal.importers.format import Content, Format
from smartgoal.importers.imported import DateOrder
from smartgoal.importers.tables import Table
from smartgoal.importers.text import harmless, key

if TYPE_CHECKING:
    from smartgoal.model.series import Series


class Fractions(tuple[str, ...]):
    """Names of a column in percent whose numbers are fractions: 0.02 is 2 %."""

    __slots__ = ()


class Signature(NamedTuple):
    """What a header shows: one name of each group, and none of another format."""

    groups: tuple[frozenset[str], ...]
    foreign: frozenset[str]

    @classmethod
    def of(cls, groups: Iterable[Iterable[str]], without: Iterable[str]) -> "Signature":
        """The names as they stand in files."""
        return cls(tuple(frozenset(map(key, group)) for group in groups), frozenset(map(key, without)))

    def fits(self, table: Table) -> bool:
        """Whether the header of a table is of this format."""
        keys = set(table.keys)
        return all(group & keys for group in self.groups) and not self.foreign & keys


def daily_format(
    identifier: str,
    *,
    signature: Iterable[Iterable[str]],
    columns: Mapping[str, Iterable[str]],
    platform: str | None,
    order: DateOrder | None = None,
    without: Iterable[str] = (),
    ends_lines: bool = True,
) -> Format:
    """A format of one row a day.

    `signature`: the header holds one name of each group and none of `without`. `columns`: metric id -> names of its
    column in every language seen, of which the first counts; `Fractions` are a column in percent that
    the platform writes as fractions.
    """
    own = Signature.of(signature, without)
    names = {metric: tuple(map(key, each)) for metric, each in columns.items()}
    factors = {metric: Decimal(100) for metric, each in columns.items() if isinstance(each, Fractions)}

    def claims(document: Document) -> bool:
        return any(table.date_at is not None and own.fits(table) for table in document.heads)

    def read(document: Document) -> Content:
        from smartgoal.importers.daily import Place, columns_of, read_daily  # noqa: PLC0415 - see above

        series: list[Series] = []
        for table in document.read():
            found = columns_of(document, table, names) if own.fits(table) else {}
            if table.date_at is not None and found:
                places = [Place(metric, at, platform, factors.get(metric, Decimal(1))) for metric, at in found.items()]
                series += read_daily(document, table, places, order=order)
            elif table.header:
                tell_unread(document, table)
        return Content(tuple(series))

    return Format(identifier, claims, read, ends_lines)


def post_format(
    identifier: str,
    *,
    signature: Iterable[Iterable[str]],
    published: Iterable[str],
    columns: Mapping[str, Iterable[str]],
    platform: str | None,
    order: DateOrder | None = None,
    without: Iterable[str] = (),
) -> Format:
    """A format of one row a post; `published` are the names of the column with the time of publication.

    `signature`, `columns` and `without` as in `daily_format`.
    """
    own = Signature.of(signature, without)
    names = {metric: tuple(map(key, each)) for metric, each in columns.items()}
    date_names = tuple(map(key, published))

    def claims(document: Document) -> bool:
        return any(own.fits(table) for table in document.heads)

    def read(document: Document) -> Content:
        from smartgoal.importers.daily import Place, columns_of  # noqa: PLC0415 - see above
        from smartgoal.importers.posts import read_posts  # noqa: PLC0415

        series: list[Series] = []
        for table in document.read():
            table.date_at = table.index(*date_names)
            if table.date_at is not None:
                found = columns_of(document, table, names)
                places = [Place(metric, at, platform) for metric, at in found.items()]
                series += read_posts(document, table, places, platform, order)
        return Content(tuple(series))

    return Format(identifier, claims, read)


def tell_unread(document: Document, table: Table) -> None:
    """Tell of a table that is not read: by its sheet, else by its line."""
    columns = tuple(map(harmless, table.header[:4]))
    if table.sheet:
        document.problems.add("unread_sheet", sheet=table.sheet, columns=columns)
    else:
        document.problems.add("unread_block", table.line(), columns=columns)
