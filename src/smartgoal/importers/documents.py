"""One file opened: text in rows, a spreadsheet or JSON, before anybody knows its format."""

import json
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date
from itertools import chain, islice, takewhile
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from smartgoal.importers import decoding, delimited, tables
from smartgoal.importers.entries import Entry, RefusedError, refusing_damage, whole
from smartgoal.importers.imported import Options
from smartgoal.importers.problems import Problems, problem
from smartgoal.importers.text import key, visible

if TYPE_CHECKING:
    from smartgoal.importers import workbooks

_HEAD_BYTES = 4096
_HEAD_LINES = 60
_HEAD_TABLES = 6


@dataclass(slots=True)
class Document:
    """One file. `heads` are its first tables with a few rows each, for recognising; `data` is what JSON holds.

    `read` gives all tables from the start, streaming where the file is text. `mapped` are the names of
    `Options.mapping` that the file has. `preamble` are the first lines that begin with #.
    """

    entry: Entry
    options: Options
    problems: Problems
    heads: list[tables.Table] = field(default_factory=list)
    data: Any = None
    encoding: str = ""
    delimiter: str = ""
    mapped: set[str] = field(default_factory=set)
    preamble: list[str] = field(default_factory=list)
    _dialect: delimited.Dialect | None = None
    _coded: decoding.Encoding | None = None
    _sheets: "list[workbooks.Sheet]" = field(default_factory=list)

    @property
    def name(self) -> str:
        """The file's own name without folders."""
        return visible(PurePath(self.entry.name.replace("\\", "/")).name)

    @property
    def dated(self) -> date:
        """The last day that dates without a year may lie on."""
        packed = self.entry.packed_on
        return min(packed, self.options.today) if packed else self.options.today

    def said(self, name: str) -> str | None:
        """The metric that the user says a column called `name` holds ("-": to be left out); None for no word of it."""
        for column, metric in self.options.mapping.items():
            if key(column) == key(name):
                self.mapped.add(column)
                return metric
        return None

    def head(self) -> tables.Table | None:
        """The first table, or None."""
        return self.heads[0] if self.heads else None

    def read(self) -> Iterator[tables.Table]:
        """All tables of the file, in order."""
        if self._coded is None or self._dialect is None:
            for name, rows in self._sheets:
                yield from self._told(_tables_of(name, rows))
            return
        told = self.options.progress
        report = None if told is None else lambda count: told(self.name, count, self.entry.size)
        with refusing_damage(), closing(decoding.opened(self.entry, self._coded, report)) as stream:
            text = delimited.Rows(stream, self._dialect)
            yield from self._told(tables.tables(text, lambda: text.line))
        for line in text.broken:
            self.problems.add("broken_row", line)

    @property
    def open_end(self) -> bool:
        """Whether the last line of a text has no end; what a spreadsheet saved again (TAB, ;) ends as it likes."""
        return self._coded is not None and self._coded.open_end and self.delimiter == ","

    def _told(self, found: Iterator[tables.Table]) -> Iterator[tables.Table]:
        for table in found:
            if table.date_at is not None and not table.header:
                self.problems.add("no_header", table.line())
            if table.iso_weeks:
                self.problems.add("iso_weeks", column=table.header[table.date_at or 0])
            yield table


def opened(entry: Entry, options: Options) -> Document:
    """Open a file as what its first bytes say it is. RefusedError where it cannot be read."""
    with refusing_damage(), entry.open() as stream:
        head = stream.read(_HEAD_BYTES)
    document = Document(entry, options, Problems())
    start = head.lstrip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n")
    if not start:
        raise RefusedError(problem("empty"))
    if head.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")) or _is_spreadsheetml(head):
        _open_sheets(document, head)
    elif start[:1] in b"[{":
        document.data = _parsed_json(whole(entry))
        document.encoding = "utf-8"
    elif start[:9].lower() in {b"<!doctype", b"<html xml"} or start[:5].lower() == b"<html":
        raise RefusedError(problem("html"))
    elif _is_binary(head):
        raise RefusedError(problem("binary"))
    else:
        _open_text(document)
    return document


def _is_spreadsheetml(head: bytes) -> bool:
    plain = head.replace(b"\0", b"")
    return b"<?xml" in plain[:80] or b"urn:schemas-microsoft-com:office:spreadsheet" in plain


def _is_binary(head: bytes) -> bool:
    marked = head.startswith((b"\xff\xfe", b"\xfe\xff"))
    zeros = head.count(0)
    return head.startswith((b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"Rar!", b"7z\xbc", b"\x1f\x8b")) or (
        not marked and zeros > 0 and not len(head) // 3 < zeros <= len(head) * 2 // 3
    )


def _open_sheets(document: Document, head: bytes) -> None:
    from smartgoal.importers import workbooks  # noqa: PLC0415 - text does without it

    read = workbooks.spreadsheetml_sheets if _is_spreadsheetml(head) else workbooks.workbook_sheets
    sheets = read(whole(document.entry))
    document._sheets = sheets  # noqa: SLF001 - the maker fills what it makes
    document.encoding = "spreadsheet"
    document.heads = list(islice(chain.from_iterable(_heads(rows, name) for name, rows in sheets), _HEAD_TABLES))
    document.preamble = _preamble(row[0] if row else "" for row in (sheets[0][1] if sheets else ()))


def _preamble(lines: Iterable[str]) -> list[str]:
    return list(takewhile(lambda line: line.lstrip('\ufeff"').startswith("#"), lines))


def _open_text(document: Document) -> None:
    entry, wanted = document.entry, document.options.encoding
    try:
        coded = decoding.encoding_of(entry, wanted)
    except LookupError as error:
        raise RefusedError(problem("unknown_encoding", name=wanted or "")) from error
    with refusing_damage(), closing(decoding.opened(entry, coded)) as stream:
        lines = list(islice(stream, _HEAD_LINES))
    document.preamble = _preamble(lines)
    dialect = delimited.dialect_of(lines)
    document._coded, document._dialect = coded, dialect  # noqa: SLF001 - the maker fills what it makes
    document.encoding, document.delimiter = coded.name, dialect.delimiter
    document.heads = list(islice(_heads(delimited.Rows(lines, dialect)), _HEAD_TABLES))
    if coded.guessed:
        document.problems.add("encoding_guessed", encoding=coded.name)
    if coded.broken:
        document.problems.add("broken_bytes", encoding=coded.name)
    if dialect.wrapped:
        document.problems.add("unwrapped")


def _heads(rows: Any, sheet: str = "") -> Iterator[tables.Table]:
    """The tables of some rows, each with its rows in a list."""
    for table in tables.tables(rows, lambda: 0, sheet):
        table.sample = list(table.rows)
        yield table


def _tables_of(sheet: str, rows: list[tables.Row]) -> Iterator[tables.Table]:
    place = 0

    def counted() -> Iterator[tables.Row]:
        nonlocal place
        for place, row in enumerate(rows, start=1):  # noqa: B007 - `line` below tells it
            yield row

    for table in tables.tables(counted(), lambda: place, sheet):
        table.sheet = sheet
        yield table


def _parsed_json(content: bytes) -> Any:
    try:
        return json.loads(content.decode("utf-8-sig", "replace"))
    except (ValueError, RecursionError) as error:
        raise RefusedError(problem("damaged_json", getattr(error, "lineno", None))) from error
