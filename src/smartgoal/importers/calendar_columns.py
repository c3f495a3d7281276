"""Dates that only their header tells: parts in columns of their own, numbers of a spreadsheet, days without a year.

A cell such as 01.09 or 46266 is a date only under a name such as "Дата". The rows are given with a date that
`dates.shape` reads in the first of the columns concerned; the names of the others are emptied.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from smartgoal.importers import dates
from smartgoal.importers.lexicon import lexicon
from smartgoal.importers.text import key

Row = list[str]
Reading = Callable[[str], str | None]

_FIRST_SERIAL, _LAST_SERIAL = 36_526, 54_789  # 2000 to 2049, in days of a spreadsheet
_SERIAL_ZERO = date(1899, 12, 30)
_WEEK = re.compile(r"(20[0-9]{2})[- ]?w([0-9]{1,2})", re.IGNORECASE)
_ANY_YEAR = r"(?<![0-9])20[0-4][0-9](?![0-9])"
_NO_FIRST_WEEK = 2  # weeks counted from 1 may be those of a project
_YEAR = re.compile(r"(?<![0-9./-])20[0-4][0-9](?![0-9./-])")
_WORDS = re.compile(r"[^\W\d_]+|[0-9]+")
_LAST_WORD = re.compile(r"([^\W\d_]+)[. ]*$")
_DAY_MONTH = re.compile(r"([0-9]{1,2})([./-])([0-9]{1,2})\.?")
_FIRST_COLUMNS = 12
_BARE_MONTH = 4  # --09
_PARTS = ("year", "month", "day")


class Calendar(NamedTuple):
    """How the dates of a table come about: in the column `at`, from its cell or from the columns of `parts`.

    `iso_weeks`: they are numbers of weeks, counted as ISO does.
    """

    at: int
    parts: dict[str, int]
    reading: Reading | None = None
    iso_weeks: bool = False

    def named(self, header: Row) -> Row:
        """The header without the names of the columns that hold parts of the date."""
        return ["" if at in self.parts.values() and at != self.at else name for at, name in enumerate(header)]

    def dated(self, rows: Iterator[Row]) -> Iterator[Row]:
        """The rows with their dates written out; a part that stands only once goes on for the rows below."""
        last: dict[str, str] = {}
        months: list[str] = []
        for row in rows:
            text = self._in_parts(row, last) if self.reading is None else self._in_cell(row, self.reading)
            if text is not None and len(text) == _BARE_MONTH:
                months += [] if months[-1:] == [text] else [text]
                text = dates.of_cycle(text, months.count(text) - 1)
            yield row if text is None else [*row[: self.at], text, *row[self.at + 1 :]]

    def _in_cell(self, row: Row, reading: Reading) -> str | None:
        return reading(row[self.at].strip()) if self.at < len(row) else None

    def _in_parts(self, row: Row, last: dict[str, str]) -> str | None:
        for part, at in self.parts.items():
            if at < len(row) and row[at].strip():
                last[part] = row[at].strip()
        cells = {at: row[at].strip() for at in self.parts.values() if at < len(row)}
        if not any(cells.values()) or ("day" in self.parts and not cells.get(self.parts["day"])):
            return None
        return _from_parts(last.get("year", ""), last.get("month", ""), last.get("day", ""))


def calendar_of(header: Row, rows: Sequence[Row], title: str = "") -> Calendar | None:
    """How the dates of these rows come about, where a header tells; None where the cells must tell themselves.

    `title` may name the month of days or the year of weeks that are only numbered.
    """
    names = [key(name) for name in header[:_FIRST_COLUMNS]]
    parts = {part: names.index(name) for part in _PARTS for name in names if name in _names(part)}
    if len(parts) > 1 and "month" in parts:
        found = Calendar(min(parts.values()), parts)
        return found if _fits(found, rows) else None
    if _tell_themselves(rows):
        return None
    readings: tuple[tuple[str, Reading], ...] = (
        ("date", _serial), ("date", _day_and_month(header, rows)), ("week", _week), ("date", _week), ("month", _month),
        ("day", _day_of(title)),
    )  # fmt: skip
    for at, name in enumerate(names):
        told = [each for kind, each in readings if name in _names(kind)]
        if told:
            fitting = [Calendar(at, {}, reading) for reading in told]
            fitting += [Calendar(at, {}, _week_of(title), iso_weeks=True)] if _counts_weeks(at, name, rows) else []
            return next((each for each in fitting if _fits(each, rows)), None)
    return None


def months_across(row: Row) -> Row:
    """The cells with names of months in them as months without a year."""
    return [_month(cell) or cell for cell in row]


def year_in(title: str) -> int | None:
    """The one year that a title names by itself ("Статистика за 2025 год"), not in a date ("5 февраля 2025")."""
    named = {int(each[0]) for each in _YEAR.finditer(title) if not _ends_with_month(title[: each.start()])}
    return next(iter(named)) if len(named) == 1 else None


def _ends_with_month(text: str) -> bool:
    word = _LAST_WORD.search(text)
    return word is not None and dates.month_of(word[1]) is not None


def with_year(rows: Iterator[Row], at: int, year: int | None) -> Iterator[Row]:
    """The rows whose dates lack their year, in that of their title."""
    for row in rows:
        lacking = year is not None and at < len(row) and row[at].startswith("--")
        yield [*row[:at], dates.in_year(row[at], year or 0), *row[at + 1 :]] if lacking else row


def week_numbers(header: Row, rows: Sequence[Row]) -> str | None:
    """The column that only numbers weeks ("Неделя": 1, 2, 3; "Week 1"), which tells no dates."""
    for at, name in enumerate(header[:_FIRST_COLUMNS]):
        cells = [row[at].strip() for row in rows if at < len(row) and row[at].strip()]
        counted = [each for each in cells if _is_week_number(each, named=key(name) in _names("week"))]
        if len(counted) > 1 and len(counted) * 3 >= len(cells) * 2:
            return name
    return None


def _counts_weeks(at: int, name: str, rows: Sequence[Row]) -> bool:
    """Whether a column called week numbers those of a year: not from 1 on, which may be the first of a project."""
    numbers = [number for row in rows if at < len(row) and (number := _week_number(row[at])) is not None]
    return name in _names("week") and min(numbers, default=0) >= _NO_FIRST_WEEK


def _week_number(cell: str) -> int | None:
    if not _is_week_number(cell, named=True):
        return None
    words = [key(each) for each in _WORDS.findall(cell)]
    named = all(each.isdecimal() or each in {*_names("week"), "w", "kw", "я"} for each in words)
    return next(int(each) for each in words if each.isdecimal()) if named else None


def _is_week_number(cell: str, *, named: bool) -> bool:
    words = [key(each) for each in _WORDS.findall(cell)]
    told = named or any(each in _names("week") for each in words)
    numbers = [each for each in words if each.isdecimal() and len(each) <= 2]
    return told and len(numbers) == 1 and len(words) <= 2


def _tell_themselves(rows: Sequence[Row]) -> bool:
    """Whether half of the rows have a cell that is a date by itself."""
    dated = sum(any(dates.shape(cell) is not None for cell in row[:_FIRST_COLUMNS]) for row in rows)
    return dated * 2 >= len(rows)


def _fits(found: Calendar, rows: Sequence[Row]) -> bool:
    """Whether nearly all rows get a date."""
    good = sum(found.at < len(row) and dates.shape(row[found.at]) is not None for row in found.dated(iter(rows)))
    return good > 0 and good * 3 >= sum(any(map(str.strip, row)) for row in rows) * 2


def _from_parts(year: str, month: str, day: str) -> str | None:
    """A date from the cells of its parts; the month may hold its year, too ("Сентябрь 2026")."""
    whole = dates.shape(f"{month} {year}".strip()) if not month.isdecimal() else None
    number = int(month) if month.isdecimal() and len(month) <= 2 else whole.month if whole else dates.month_of(month)
    told = year or (str(whole.year) if whole is not None and whole.year else "")
    if (
        number is None
        or not 1 <= number <= 12
        or (told and not told.isdecimal())
        or (day and not (day.isdecimal() and len(day) <= 2))
    ):
        return None
    if not told:
        return dates.yearless(number, int(day) if day else None)
    return f"{told}-{number:02d}" + (f"-{int(day):02d}" if day else "")


def _serial(text: str) -> str | None:
    """A number of a spreadsheet that lost its format."""
    if not (len(text) == 5 and text.isascii() and text.isdecimal() and _FIRST_SERIAL <= int(text) <= _LAST_SERIAL):
        return None
    return (_SERIAL_ZERO + timedelta(days=int(text))).isoformat()


def _week(text: str) -> str | None:
    """The Monday of a week such as 2026-W20."""
    found = _WEEK.fullmatch(text)
    try:
        return None if found is None else date.fromisocalendar(int(found[1]), int(found[2]), 1).isoformat()
    except ValueError:
        return None


def _week_of(title: str) -> Reading:
    """The Monday of a week of which only the number stands there, in the year that the title names."""
    year = year_in(title)

    def read(text: str) -> str | None:
        number = _week_number(text)
        return None if year is None or number is None else _week(f"{year}-W{number}")

    return read


def _day_of(title: str) -> Reading:
    """A day of which only the number stands there, in the one month that the title names."""
    named = {number for word in _WORDS.findall(title) if (number := dates.month_of(word)) is not None}
    years = {*re.findall(_ANY_YEAR, title)}
    month = next(iter(named)) if len(named) == 1 else None

    def read(text: str) -> str | None:
        if month is None or not (text.isascii() and text.isdecimal() and len(text) <= 2):
            return None
        return _from_parts(next(iter(years)) if len(years) == 1 else "", str(month), text)

    return read


def _month(text: str) -> str | None:
    number = dates.month_of(text)
    return None if number is None else dates.yearless(number)


def _day_and_month(header: Row, rows: Sequence[Row]) -> Reading:
    """Days and months in numbers: with a point the day comes first, else where a number above 12 shows it."""
    found = [each for row in rows for cell in row[: len(header)] if (each := _DAY_MONTH.fullmatch(cell.strip()))]
    seconds, firsts = ({int(each[place]) for each in found} for place in (3, 1))
    months_first = max(seconds, default=0) > 12 and max(firsts, default=0) <= 12
    open_order = max(seconds, default=0) <= 12 and max(firsts, default=0) <= 12

    def read(text: str) -> str | None:
        part = _DAY_MONTH.fullmatch(text)
        if part is None:
            return None
        first, second = int(part[1]), int(part[3])
        if part[2] != "." and open_order:
            return dates.yearless(second, first, swappable=True)
        return dates.yearless(first, second) if months_first and part[2] != "." else dates.yearless(second, first)

    return read


@cache
def _names(kind: str) -> frozenset[str]:
    return frozenset(map(key, lexicon()["date_columns"][kind]))
