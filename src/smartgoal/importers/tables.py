"""Rows as tables: blocks between blank lines, each with its title, its header row and its rows of data."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import chain, islice, takewhile, zip_longest

from smartgoal.importers import dates
from smartgoal.importers.calendar_columns import Calendar, calendar_of, months_across, with_year, year_in
from smartgoal.importers.entries import RefusedError
from smartgoal.importers.lexicon import lexicon
from smartgoal.importers.numbers import is_missing, number
from smartgoal.importers.problems import problem
from smartgoal.importers.text import key

Row = list[str]
Numbered = tuple[int, Row]
_HEAD_ROWS = 24
_WIDEST = 16_384  # what a spreadsheet can hold; the widest export seen has 2,681
_MANY_DATES = 3
_MOST_TURNED = 500
_PREAMBLE = ("sep=", "#")
_COLUMNS = 3  # so many cells are more than a remark with a comma in it
_OF_PERIOD = ("за", "по", "for", "of")


@dataclass(slots=True)
class Table:
    """One block. `rows` can be read once; `line` tells where the row read last ends in the file.

    `keys` are the names of the header for comparing. `date_at` is the column with dates, None where there is none.
    `sample` holds the first rows where the table was only looked at. `sheet` is the name of its sheet, if any.
    `width` counts the cells of the header with the empty ones at its end. `platform` is set where all rows are of one.
    `year` is the one that the title names; `iso_weeks` where dates were numbers of weeks.
    """

    title: str
    header: Row
    rows: Iterator[Row]
    line: Callable[[], int]
    date_at: int | None = None
    sample: list[Row] = field(default_factory=list)
    sheet: str = ""
    width: int = 0
    platform: str | None = None
    year: int | None = None
    iso_weeks: bool = False
    keys: list[str] = field(init=False)

    def __post_init__(self) -> None:
        self.keys = [key(each) for each in self.header]

    def index(self, *names: str) -> int | None:
        """The place of the first column that bears one of `names` (compared by `key`)."""
        return next((place for place, name in enumerate(self.keys) if name in names), None)


def tables(rows: Iterable[Row], line: Callable[[], int], sheet: str = "") -> Iterator[Table]:
    """The tables of a stream of rows; `line` tells where the row read last ends. Each must be read before the next.

    `sheet` is the name of the sheet, which may tell the year of dates without one.

    A blank line ends a table unless rows of the same kind go on behind it.
    """
    stream = _Stream(rows, line)
    while head := stream.head():
        cells = [row for _line, row in head]
        across = next((place for place, row in enumerate(cells) if _dates_across(row)), None)
        if across is not None:
            stream.give_back(head[across:])
            yield _turned(stream, cells[:across], sheet)
            continue
        told = _told_by_header(cells, sheet)
        if told is not None:
            stream.give_back(head[told[0] + 1 :])
            yield from _drained(_with_calendar(stream, cells[: told[0] + 1], told[1], sheet))
            continue
        yield from _drained(_upright(stream, head, sheet))


def _upright(stream: "_Stream", head: list[Numbered], sheet: str) -> Table:
    """The table that begins with these rows: its header stands above its dates, in one row or in two."""
    cells = [row for _line, row in head]
    header_at, date_at = _find_header(cells)
    named = header_at >= 0 and (date_at is None or _is_header(cells[header_at], date_at))
    if not named and date_at is not None and sum(_has_date(row, date_at) for row in cells) == 1:
        date_at = None  # a caption with a date, no row of data
    lower = named and _has_names_below(cells[header_at : header_at + 2], date_at)
    title = _title(cells[: header_at + (not named or lower)])  # captions over several columns may name the platform
    end = header_at + 1 + lower
    stream.give_back(head[end:])
    header = _header(cells[:end], date_at) if named else []
    width = len(cells[header_at]) if named else 0
    year = year_in(f"{title} {sheet}")
    return Table(title, header, stream.block(date_at), lambda: stream.line, date_at, width=width, year=year)


def _has_names_below(rows: list[Row], date_at: int | None) -> bool:
    """Whether the second row holds names below captions of several columns, and the first only the name of dates."""
    if len(rows) < 2 or date_at is None or (date_at < len(rows[1]) and rows[1][date_at].strip()):
        return False
    pairs = list(zip_longest(*rows, fillvalue=""))
    below = [lower for _upper, lower in pairs if lower.strip()]
    uncaptioned = any(lower.strip() and not upper.strip() for upper, lower in pairs)
    return uncaptioned and len(below) > 1 and all(number(each) is None for each in below)


def _header(head: list[Row], date_at: int | None) -> Row:
    """The names of the last row, with that of the dates from the row above where only this has it."""
    names = list(head[-1])
    if date_at is not None and not names[date_at].strip():
        names[date_at] = head[-2][date_at]
    return _grouped(head[:-1], _stripped(names))


def _grouped(above: list[Row], header: Row) -> Row:
    """The header with the captions above it where only these tell columns apart: "Охват" below "Telegram"."""
    names = [key(name) for name in header if name]
    if not above or len(set(names)) == len(names):
        return header
    captions: Row = []
    for cell, name in zip_longest(above[-1], header, fillvalue=""):
        captions.append(cell.strip() or (captions[-1] if captions and name else ""))
    found = [
        name if name == caption else f"{name} {caption}".strip() if name else ""
        for name, caption in zip(header, captions, strict=False)
    ]
    return found if len(set(filter(None, found))) == len(names) else header


def _drained(table: Table) -> Iterator[Table]:
    """The table, whose rows are then read to their end."""
    yield table
    for _row in table.rows:
        pass


def _told_by_header(head: list[Row], sheet: str) -> tuple[int, Calendar] | None:
    """Where a header stands that says which column holds dates, and how; None where the cells say it themselves."""
    wide = (place for place, row in enumerate(head) if sum(bool(cell.strip()) for cell in row) > 1)
    header_at = next(wide, None)
    title = f"{_title(head[:header_at])} {sheet}"
    found = None if header_at is None else calendar_of(head[header_at], head[header_at + 1 :], title)
    return None if found is None or header_at is None else (header_at, found)


def _with_calendar(stream: "_Stream", head: list[Row], found: Calendar, sheet: str) -> Table:
    header, title = found.named(_stripped(head[-1])), _title(head[:-1])
    rows = with_year(found.dated(stream.block(None)), found.at, year_in(f"{title} {sheet}"))
    return Table(title, header, rows, lambda: stream.line, found.at, width=len(head[-1]), iso_weeks=found.iso_weeks)


def _title(above: list[Row]) -> str:
    return " ".join(cell.strip() for row in above for cell in row if cell.strip())


def _dates_across(row: Row) -> bool:
    """Whether dates stand side by side: a sheet with a column a month and a row a metric."""
    cells = [cell for cell in months_across(row) if cell.strip()]
    dated = sum(dates.shape(cell) is not None for cell in cells)
    summed = bool(cells) and key(cells[-1]) in words("totals")
    return dated >= _MANY_DATES and dated >= len(cells) - 1 - summed


def _turned(stream: "_Stream", above: list[Row], sheet: str) -> Table:
    """The block with its rows as columns. `line` then tells the line of the row of dates."""
    from smartgoal.importers.turned import turned  # noqa: PLC0415 - few tables lie on their side

    header, rows = turned(list(islice(stream.block(None), _MOST_TURNED)))
    line, title = stream.line, _title(above)
    dated = with_year(iter(rows), 0, year_in(f"{title} {sheet}"))
    return Table(title, header, dated, lambda: line, 0, width=len(header))


class _Stream:
    """Rows with their lines, some of which were read ahead to find a header."""

    def __init__(self, rows: Iterable[Row], line: Callable[[], int]) -> None:
        self._rows = _without_preamble(iter(rows))
        self._line = line
        self._ahead: list[Numbered] = []
        self._ahead_line: int | None = None

    @property
    def line(self) -> int:
        """The line of the row given last."""
        return self._line() if self._ahead_line is None else self._ahead_line

    def give_back(self, rows: list[Numbered]) -> None:
        """Rows that were read ahead and are to be given once more."""
        self._ahead = [*rows, *self._ahead]

    def head(self) -> list[Numbered]:
        """The rows up to a blank one (kept as the last, for `block` to see), as many as a header may need."""
        head: list[Numbered] = []
        for row in self._all():
            if len(row) > _WIDEST:
                raise RefusedError(problem("too_wide", self.line, cells=len(row)))
            if any(map(str.strip, row)):
                head.append((self.line, row))
                if len(head) >= _HEAD_ROWS:
                    break
            elif len(head) > 1:
                head.append((self.line, []))
                break
        return head

    def block(self, date_at: int | None) -> Iterator[Row]:
        """The rows up to the end of a block; the row that begins the next one is given back."""
        while True:
            yield from takewhile(any, self._all())
            following = next(filter(any, self._all()), None)
            if following is None:
                return
            self.give_back([(self.line, following)])
            if date_at is None or not _has_date(following, date_at):
                return

    def _all(self) -> Iterator[Row]:
        return chain(self._given_back(), self._rows)

    def _given_back(self) -> Iterator[Row]:
        while self._ahead:
            self._ahead_line, row = self._ahead.pop(0)
            yield row
        self._ahead_line = None


def is_total(row: Row) -> bool:
    """Whether a row sums up the others: its first words say so ("Итого", "Итого за сентябрь", "Total 2026")."""
    first = key(next((cell for cell in row if cell.strip()), ""))
    begin, *following = first.split(" ", 2)
    of_period = bool(following) and (following[0] in _OF_PERIOD or following[0].isdecimal())
    return first in words("totals") or (begin in words("totals") and of_period)


@cache
def words(kind: str, part: str = "words") -> frozenset[str]:
    """A plain list of lexicon.toml as keys."""
    return frozenset(key(each) for each in lexicon()[kind][part])


def _without_preamble(rows: Iterator[Row]) -> Iterator[Row]:
    """The rows from the first that is neither blank nor a `sep=` or # line. A first column may be called #."""
    for row in rows:
        first = row[0].lstrip("\ufeff\"' ") if row else ""
        told = sum(bool(cell.strip()) for cell in row)
        if told and (not first.startswith(_PREAMBLE) or (first.startswith("#") and told >= _COLUMNS)):
            return chain([[row[0].lstrip("\ufeff"), *row[1:]]], rows)
    return rows


def _find_header(head: list[Row]) -> tuple[int, int | None]:
    """Where the header row stands and which column holds dates.

    The header is the last row above the first dated one that has a name in the column of dates and is neither a
    row of totals nor of numbers; without dates, the first row with two names. Where dated rows have no header
    above them, the row before them (-1: none) is given, which is no header then.
    """
    for place, row in enumerate(head):
        date_at = next((at for at, cell in enumerate(row) if _is_date(cell, at)), None)
        if date_at is None:
            continue
        for above in range(place - 1, -1, -1):
            if _is_header(head[above], date_at):
                return above, date_at
        return place - 1, date_at
    wide = (place for place, row in enumerate(head) if sum(bool(cell.strip()) for cell in row) > 1)
    return next(wide, 0), None


def _is_date(cell: str, at: int) -> bool:
    if cell.isdecimal() and at > 0:  # 20250318 in a later column may as well be a number
        return False
    return dates.shape(cell) is not None


def _has_date(row: Row, at: int) -> bool:
    return at < len(row) and dates.shape(row[at]) is not None


def _is_header(row: Row, date_at: int) -> bool:
    if date_at >= len(row) or not row[date_at].strip() or is_total(row):
        return False
    cells = [cell for cell in row if cell.strip()]
    numeric = sum(number(cell) is not None or is_missing(cell) for cell in cells)
    return len(cells) > 1 and numeric * 2 < len(cells)


def _stripped(row: Row) -> Row:
    """The header without the empty names at its end and the mark of the byte order."""
    last = max((place for place, cell in enumerate(row) if cell.strip()), default=-1)
    return [cell.strip().lstrip("\ufeff") for cell in islice(row, last + 1)]
