"""Whose rows a table holds: of one page or of several, and whether a row is a deal of a customer list.

Numbers of several pages are never added up, and deals are no statistics by day.
"""

from collections.abc import Iterable, Sequence

from smartgoal.importers.documents import Document
from smartgoal.importers.numbers import is_missing
from smartgoal.importers.tables import Row, Table, words
from smartgoal.importers.text import harmless, key

_SHOWN = 5
_DEAL_COLUMNS = 2  # a source alone parts the rows of a day


class Owners:
    """The pages that rows are of, by the columns that name them; an author counts where nothing else does."""

    def __init__(self, table: Table) -> None:
        self._header = table.header
        named = [at for at, name in enumerate(table.keys) if name in words("row_columns", "account")]
        self._places = named or [at for at, name in enumerate(table.keys) if name in words("row_columns", "author")]
        self._seen: dict[int, dict[str, str]] = {at: {} for at in self._places}

    def see(self, row: Row) -> None:
        """Note whose this row is."""
        for at in self._places:
            if at < len(row) and not is_missing(row[at]):
                self._seen[at].setdefault(key(row[at]), row[at])

    def tell_several(self, document: Document) -> bool:
        """Whether the rows are of several pages, which is told."""
        at = next((at for at, found in self._seen.items() if len(found) > 1), None)
        if at is None:
            return False
        pages = tuple(harmless(each) for each in list(self._seen[at].values())[:_SHOWN])
        document.problems.add("several_pages", column=self._header[at], pages=pages)
        return True


def several_pages(document: Document, table: Table, rows: Iterable[Row]) -> bool:
    """Whether these rows are of several pages, which is told."""
    owners = Owners(table)
    for row in rows:
        owners.see(row)
    return owners.tell_several(document)


def are_deals(document: Document, table: Table, rows: Sequence[Row]) -> bool:
    """Whether each row is a deal or a request (with its stage, source, customer), which is told."""
    places = [at for at, name in enumerate(table.keys) if name in words("row_columns", "deal")]
    filled = [at for at in places if any(at < len(row) and not is_missing(row[at]) for row in rows)]
    posts = words("post_columns", "link") | words("post_columns", "published")
    if len(filled) < _DEAL_COLUMNS or posts & set(table.keys):  # posts have a status, too
        return False
    document.problems.add("rows_are_deals", columns=tuple(harmless(table.header[at]) for at in filled[:_SHOWN]))
    return True
