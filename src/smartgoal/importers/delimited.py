"""Text as rows of cells: which character parts them, and lines that were wrapped in one more pair of quotes."""

import csv
from collections.abc import Iterable, Iterator
from itertools import dropwhile, islice
from typing import NamedTuple

DELIMITERS = "\t;,|"
_HEAD_LINES = 40
_FEW = 1
_PREAMBLE = ("sep=", "#")
csv.field_size_limit(1 << 22)


class Dialect(NamedTuple):
    """How the lines of a file fall into cells. `wrapped`: each line is one quoted cell that holds the real line."""

    delimiter: str
    wrapped: bool = False


class Rows:
    """The rows of a delimited text, one by one; `broken` are the lines whose quotes no reader could take."""

    def __init__(self, lines: Iterable[str], dialect: Dialect) -> None:
        source = _unwrapped(lines) if dialect.wrapped else lines
        self._reader = csv.reader(source, delimiter=dialect.delimiter, strict=True)
        self.broken: list[int] = []

    @property
    def line(self) -> int:
        """The line on which the last row ended, from 1."""
        return self._reader.line_num

    def __iter__(self) -> Iterator[list[str]]:
        while True:
            try:
                yield from self._reader
            except csv.Error:
                self.broken.append(self._reader.line_num)
            else:
                return


def dialect_of(lines: Iterable[str]) -> Dialect:
    """The dialect by the first lines: the header row decides, not how often a character occurs.

    A `sep=` line counts only as far as it fits the rows (a re-saved file may keep a line that is no longer true).
    Lines with # count as comments above the header only: below, they stand in texts of posts.
    """
    head = [each for each in islice(lines, _HEAD_LINES) if each.strip()]
    told = next((each.strip().strip('"')[4:5] for each in head[:1] if each.strip('"').startswith("sep=")), "")
    if head[:1] and head[0].rstrip("\r\n") == "sep=\t":
        told = "\t"
    body = list(dropwhile(_is_preamble, head))
    best = max(DELIMITERS, key=lambda each: (_fit(body, each), each == told))
    if _fit(body, best)[0] == 0 and body:
        return _wrapped_dialect(body) or Dialect(told or ",")
    return Dialect(best)


def _is_preamble(line: str) -> bool:
    """Whether a line stands above the header; a first column may be called #."""
    plain = line.lstrip('\ufeff"')
    named = plain.startswith("#") and plain[1:].lstrip('"')[:1] in {*DELIMITERS}
    return plain.startswith(_PREAMBLE) and not named


def _fit(lines: list[str], delimiter: str) -> tuple[float, float, int]:
    """How well a delimiter fits: rows of one width (three grades), an early first wide row, the width itself.

    A title may have empty cells behind it, so that wide is a row with two cells that are filled. The last row does not
    count where it may be a part only: the lines may end within its quotes.
    """
    try:
        rows = list(csv.reader(lines, delimiter=delimiter))
    except csv.Error:  # a cell of several megabytes
        return 0, 0, 0
    whole = rows[:-1] if len(rows) > _FEW and "\n" in "".join(rows[-1]) else rows
    kept = [row for row in whole if len(row) != 1 or not row[0].startswith("#")]
    first = next((place for place, row in enumerate(kept) if sum(map(bool, row)) > 1), None)
    if first is None:
        return 0, 0, 0
    wide = [len(row) for row in kept[first:]]
    alike = sum(width > 1 and abs(width - wide[0]) <= 1 for width in wide) / len(wide)
    return (2 if alike > 0.9 else 1), -first, wide[0]


def _wrapped_dialect(lines: list[str]) -> Dialect | None:
    whole = [each.strip() for each in lines]
    if not (whole[0].startswith('"') and whole[0].endswith('"')):
        return None
    inner = list(_unwrapped(lines))
    best = max(DELIMITERS, key=lambda each: _fit(inner, each))
    return Dialect(best, wrapped=True) if _fit(inner, best)[0] > 0 else None


def _unwrapped(lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        body = line.rstrip("\r\n").lstrip("\ufeff")
        if len(body) > 1 and body[0] == body[-1] == '"':
            yield body[1:-1].replace('""', '"') + "\n"
        else:
            yield line
