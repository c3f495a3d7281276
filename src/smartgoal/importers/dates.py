"""Dates as exports print them.

One cell may be read in two ways (03/04/2025) or lack its year ("April 12"); `Shape` keeps what is known, and
`resolve` decides over all cells of a column.
"""

import re
from collections.abc import Collection, Iterable
from datetime import date, timedelta
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from smartgoal.catalog.table import load_table
from smartgoal.importers.imported import DateOrder

_FIRST_YEAR, _LAST_YEAR = 1995, 2100
_TIME = r"(?:[T ,]+[0-9]{1,2}:[0-9]{2}\S*(?: ?[ap]m)?(?: ?[+-][0-9]{4}| ?UTC| ?GMT)?)?"
_ISO = re.compile(r"([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})" + _TIME, re.IGNORECASE)
_DIGITS = re.compile(r"(20[0-9]{2}|199[5-9])([01][0-9])([0-3][0-9])")
_SHORT = re.compile(r"([0-9]{1,2})([-/.])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})(?: ?г\.?)?" + _TIME, re.IGNORECASE)
_MONTH = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})|([0-9]{1,2})[-/.]([0-9]{4})")
_WORD_TIME = re.compile(r"[ ,]+[0-9]{1,2}:[0-9]{2}.*$")
_WORDS = re.compile(r"[^\W\d_]+|[0-9]+")
_RANGE = re.compile(r" [-–—] ")
_CORE = re.compile(r"[0-9]{1,4}([-/.])[0-9]{1,2}\1[0-9]{2,4}")
_LONGEST = 40


class Shape(NamedTuple):
    """A date as far as one cell tells it. `swappable`: day and month could be the other way round.

    `day` is None for a whole month; `weekday` (Monday is 0) is a check where the cell names it.
    """

    year: int | None
    month: int
    day: int | None
    swappable: bool = False
    weekday: int | None = None


class Resolved(NamedTuple):
    """The dates of a column. `order` is None where both ways fit; `year_assumed` where dates have no year."""

    dates: dict[Shape, date]
    order: DateOrder | None
    year_assumed: bool


@lru_cache(maxsize=4096)
def shape(text: str) -> Shape | None:
    """What `text` tells of a date (of two with a dash between them: the first); None where it is none."""
    text = text.strip().replace("\u00a0", " ").replace("\u202f", " ")
    first, *last = _RANGE.split(text)
    return _single(first) if not last or _single(last[-1]) is not None else None


def _single(text: str) -> Shape | None:
    if not 5 <= len(text) <= _LONGEST or not any(each.isdecimal() for each in text):
        return None
    if found := _ISO.fullmatch(text):
        return _checked(int(found[1]), int(found[3]), int(found[4]))
    if found := _DIGITS.fullmatch(text):
        return _checked(int(found[1]), int(found[2]), int(found[3]))
    if found := _SHORT.fullmatch(text):
        return _short(int(found[1]), int(found[3]), found[4], dotted=found[2] == ".")
    if found := _MONTH.fullmatch(text):
        return _checked(int(found[1] or found[4]), int(found[2] or found[3]), None)
    return _beside_weekday(text) or _in_words(_WORD_TIME.sub("", text))


def _beside_weekday(text: str) -> Shape | None:
    """A date in numbers with the day of the week before or behind it: 01.10.2026 (чт)."""
    core = _CORE.search(text)
    beside = _WORDS.findall(_CORE.sub(" ", text).casefold()) if core else []
    if core is None or len(beside) != 1 or beside[0] not in _word_numbers("weekdays"):
        return None
    return _single(core[0])


def known_day(known: Shape) -> date | None:
    """The day, where the cell alone tells all of it."""
    return None if known.year is None or known.day is None or known.swappable else _date(known, known.year)


def has_come(day: date, today: date) -> bool:
    """Whether a day lies within the time of statistics; somewhere it is tomorrow already."""
    return day.year >= _FIRST_YEAR and day <= today + timedelta(days=1)


def resolve(
    shapes: Collection[Shape],
    *,
    today: date,
    newest: date | None = None,
    order: DateOrder | None = None,
    year: int | None = None,
) -> Resolved:
    """Decide over all shapes of a column, which are in order of the file.

    `order` is what the user or the format says; numbers above 12 and days after `today` decide against it.
    `year` is that of the newest day where dates have none; else the last year in which it is not after `newest`
    (default `today`).
    """
    decided = _decided_order([each for each in shapes if each.swappable], today) or order
    years = _years_of_yearless([each for each in shapes if each.year is None], newest or today, year)
    month_first = decided == "month_first"
    dates = {
        each: day
        for each in shapes
        if (day := _date(each, years.get(each, each.year), month_first=month_first and each.swappable)) is not None
        and has_come(day, today)
    }
    undecided = decided is None and any(each.swappable for each in shapes)
    return Resolved(dates, None if undecided else decided or "day_first", bool(years))


def _checked(year: int, month: int, day: int | None) -> Shape | None:
    known = Shape(year, month, day)
    return known if _FIRST_YEAR <= year <= _LAST_YEAR and _date(known, year) is not None else None


def _short(first: int, second: int, year_text: str, *, dotted: bool) -> Shape | None:
    year = int(year_text) if len(year_text) == 4 else 2000 + int(year_text)
    if dotted:
        return _checked(year, second, first)
    day_first, month_first = Shape(year, second, first, swappable=True), Shape(year, first, second, swappable=True)
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    fits = _date(day_first, year) is not None or _date(month_first, year) is not None
    return day_first if fits else None


@cache
def _word_numbers(kind: str) -> dict[str, int]:
    rows = load_table(Path(__file__).with_name("lexicon.toml"))[kind]
    return {word: number for number, words in enumerate(rows["words"]) for word in words}


def _in_words(text: str) -> Shape | None:
    months, weekdays, fillers = _word_numbers("months"), _word_numbers("weekdays"), _word_numbers("date_fillers")
    month = weekday = None
    numbers: list[str] = []
    for word in _WORDS.findall(text.casefold()):
        if word.isdecimal():
            numbers.append(word)
        elif word in months and month is None:
            month = months[word] + 1
        elif word in weekdays and weekday is None:
            weekday = weekdays[word]
        elif word not in fillers:
            return None
    return None if month is None else _from_numbers(month, numbers, weekday)


def _from_numbers(month: int, numbers: list[str], weekday: int | None) -> Shape | None:
    years = [int(each) for each in numbers if len(each) == 4]
    days = [int(each) for each in numbers if len(each) <= 2]
    if len(years) > 1 or len(days) > 2 or len(years) + len(days) != len(numbers):
        return None
    if len(days) == 2 and not years:  # "12 апр 25"
        years = [2000 + days.pop()]
    if len(days) > 1 or (not days and not years):
        return None
    year, day = next(iter(years), None), next(iter(days), None)
    known = Shape(year, month, day, weekday=weekday)
    in_range = year is None or _FIRST_YEAR <= year <= _LAST_YEAR
    found = _date(known, 2000 if year is None else year)
    if found is None or not in_range or (weekday is not None and year is not None and found.weekday() != weekday):
        return None
    return known


def _date(known: Shape, year: int | None, *, month_first: bool = False) -> date | None:
    month, day = known.month, known.day
    if month_first and day is not None:
        month, day = day, month
    try:
        return date(year or 0, month, 1 if day is None else day)
    except ValueError:
        return None


def _decided_order(shapes: Iterable[Shape], today: date) -> DateOrder | None:
    """What the cells themselves say: the way in which more of them are days that have come."""
    day_first = month_first = 0
    for each in shapes:
        ways = [_date(each, each.year, month_first=way) for way in (False, True)]
        fits = [way is not None and has_come(way, today) for way in ways]
        day_first += fits[0] and not fits[1]
        month_first += fits[1] and not fits[0]
    if day_first == month_first:
        return None
    return "day_first" if day_first > month_first else "month_first"


def _years_of_yearless(shapes: list[Shape], today: date, year: int | None) -> dict[Shape, int]:
    """A year for each, going back from the newest; rows stand in order, oldest or newest first."""
    if not shapes:
        return {}
    places = [(each.month, each.day or 1) for each in shapes]
    rising = sum(later >= earlier for earlier, later in pairwise(places))
    newest_last = rising * 2 >= len(places) - 1
    backwards = list(reversed(shapes)) if newest_last else shapes
    newest = (backwards[0].month, backwards[0].day or 1)
    current = year or (today.year if newest <= (today.month, today.day) else today.year - 1)
    years, last = {}, newest
    for each in backwards:
        place = (each.month, each.day or 1)
        if place > last and (place[0] - last[0]) > 6:  # December behind January: a year earlier
            current -= 1
        years[each] = current
        last = place
    return years
