"""Dates as exports print them.

One cell may be read in two ways (03/04/2025) or lack its year ("April 12"); `Shape` keeps what is known. What is
left open all cells of a column decide (`date_columns`).
"""

import re
from datetime import date, timedelta
from functools import cache, lru_cache
from typing import NamedTuple

from smartgoal.importers.lexicon import lexicon

_FIRST_YEAR, _LAST_YEAR = 1995, 2100
_ONE_DAY = timedelta(days=1)
_DIGIT = re.compile(r"\d")
_TIME = r"(?:[T ,]+[0-9]{1,2}:[0-9]{2}\S*(?: ?[ap]m)?(?: ?[+-][0-9]{4}| ?UTC| ?GMT)?)?"
_ISO = re.compile(r"([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})" + _TIME, re.IGNORECASE)
_DIGITS = re.compile(r"(20[0-9]{2}|199[5-9])([01][0-9])([0-3][0-9])")
_PLAIN = re.compile(r"([0-9]{2})\.([0-9]{2})\.([0-9]{4})")
_SHORT = re.compile(r"([0-9]{1,2})([-/.])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})(?: ?г\.?)?" + _TIME, re.IGNORECASE)
_MONTH = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})|([0-9]{1,2})[-/.]([0-9]{4})")
_WORD_TIME = re.compile(r"[ ,]+[0-9]{1,2}:[0-9]{2}.*$")
_WORDS = re.compile(r"[^\W\d_]+|[0-9]+")
_BETWEEN = ("-", "–", "—", " по ", " до ", " to ", " until ", " till ")
_TWO_DAYS = r"(?<![0-9])[0-9]{1,2} ?[-–—] ?[0-9]{1,2}(?![0-9])"
_WEAK = re.compile(r"--([0-9]{2})(?:([-/])([0-9]{2}))?(?:~([0-9]+))?")
_QUARTER = re.compile(
    r"(?P<before>20[0-9]{2})?[ ,./-]*(?:(?:q|кв|квартал)\.? ?(?P<after>[1-4])|(?P<number>[1-4]|i{1,3}|iv)(?:-?й)? ?"
    r"(?:q|кв|квартал)\.?)[ ,./'-]*(?P<year>20[0-9]{2})?(?: ?(?:г\.?|года?))?",
    re.IGNORECASE,
)
_ROMAN = ("i", "ii", "iii", "iv")
_CORE = re.compile(r"[0-9]{1,4}([-/.])[0-9]{1,2}\1[0-9]{2,4}")
_LONGEST = 40
_LONGEST_PERIOD = 60
_FIRST_SHORT_YEAR = 15


class Shape(NamedTuple):
    """A date as far as one cell tells it. `swappable`: day and month could be the other way round.

    `day` is None for a whole month; `weekday` (Monday is 0) is a check where the cell names it. `year_first`: two
    digits for the year could stand at the front (26.09.01). `cycle` tells apart the months of one name in a column of
    months without a year.
    """

    year: int | None
    month: int
    day: int | None
    swappable: bool = False
    weekday: int | None = None
    year_first: bool = False
    cycle: int = 0


@lru_cache(maxsize=4096)
def shape(text: str) -> Shape | None:
    """What `text` tells of a date (of two with a dash between them: the first); None where it is none."""
    if plain := _PLAIN.fullmatch(text):  # the most frequent form: what the others below would answer, too
        day, month, year = map(int, plain.groups())
        return _checked(year, month, day)
    text = text.strip().replace("\u00a0", " ").replace("\u202f", " ")
    if weak := text.startswith("--") and _WEAK.fullmatch(text):
        known = _yearless(int(weak[1]), weak[2], weak[3])
        return known and known._replace(cycle=int(weak[4] or 0))
    if quarter := _QUARTER.fullmatch(text) if len(text) <= _LONGEST else None:
        return _last_of_quarter(quarter)
    found = single(text)
    if found is None and _may_be_period(text):
        from smartgoal.importers.periods import first_of  # noqa: PLC0415 - few files name periods by their ends

        return first_of(text)
    return found


def _may_be_period(text: str) -> bool:
    """Whether a text may hold two dates; 24-27 alone holds none."""
    if len(text) > _LONGEST_PERIOD or text.replace("-", "").isdecimal() or _DIGIT.search(text) is None:
        return False
    folded = text.casefold()
    return any(mark in folded for mark in _BETWEEN)


def _last_of_quarter(found: re.Match[str]) -> Shape | None:
    """The last day of a quarter ("Q1 2025", «I квартал 2025»), on which its levels stand."""
    told = (found["after"] or found["number"]).lower()
    month = 3 * (_ROMAN.index(told) + 1 if told in _ROMAN else int(told))
    year = found["before"] or found["year"]
    return Shape(int(year) if year else None, month, 31 if month in {3, 12} else 30)


def yearless(month: int, day: int | None = None, *, swappable: bool = False) -> str:
    """A date without its year as `shape` reads it."""
    return f"--{month:02d}" if day is None else f"--{month:02d}{'/' if swappable else '-'}{day:02d}"


def of_cycle(text: str, cycle: int) -> str:
    """A date without its year that is the second, third ... of its name in a column."""
    return f"{text}~{cycle}" if cycle > 0 else text


def in_year(text: str, year: int) -> str:
    """A date that `yearless` wrote, in that year; one of a later cycle in a later one."""
    plain, _, cycle = text[1:].partition("~")
    return f"{year + int(cycle or 0)}{plain}"


def printed(text: str) -> str:
    """A cell of a date as people read it, where `yearless` wrote it: 05.09."""
    weak = _WEAK.fullmatch(text)
    return text if weak is None else f"{weak[3]}.{weak[1]}" if weak[3] else weak[1]


def single(text: str) -> Shape | None:
    """What `text` tells of one date; None where it is none."""
    if not 5 <= len(text) <= _LONGEST or _DIGIT.search(text) is None:
        return None
    if found := _SHORT.fullmatch(text):
        return _short(int(found[1]), int(found[3]), found[4], dotted=found[2] == ".")
    if found := _ISO.fullmatch(text):
        return _checked(int(found[1]), int(found[3]), int(found[4]))
    if found := _DIGITS.fullmatch(text):
        return _checked(int(found[1]), int(found[2]), int(found[3]))
    if found := _MONTH.fullmatch(text):
        return _checked(int(found[1] or found[4]), int(found[2] or found[3]), None)
    return _beside_weekday(text) or _in_words(_WORD_TIME.sub("", text))


def _beside_weekday(text: str) -> Shape | None:
    """A date in numbers with the day of the week before or behind it: 01.10.2026 (чт)."""
    core = _CORE.search(text)
    beside = _WORDS.findall(_CORE.sub(" ", text).casefold()) if core else []
    if core is None or len(beside) != 1 or beside[0] not in _word_numbers("weekdays"):
        return None
    return single(core[0])


def known_day(known: Shape) -> date | None:
    """The day, where the cell alone tells all of it."""
    return None if known.year is None or known.day is None or known.swappable else day_in(known, known.year)


def has_come(day: date, today: date) -> bool:
    """Whether a day lies within the time of statistics."""
    return day.year >= _FIRST_YEAR and day <= today


def _checked(year: int, month: int, day: int | None) -> Shape | None:
    known = Shape(year, month, day)
    return known if _FIRST_YEAR <= year <= _LAST_YEAR and day_in(known, year) is not None else None


def _short(first: int, second: int, year_text: str, *, dotted: bool) -> Shape | None:
    year = int(year_text) if len(year_text) == 4 else 2000 + int(year_text)
    if dotted:
        known = _checked(year, second, first)
        front = (
            len(year_text) == 2
            and first >= _FIRST_SHORT_YEAR
            and _checked(2000 + first, second, int(year_text)) is not None
        )
        return known._replace(year_first=True) if known and front else known
    day_first, month_first = Shape(year, second, first, swappable=True), Shape(year, first, second, swappable=True)
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    fits = day_in(day_first, year) is not None or day_in(month_first, year) is not None
    return day_first if fits else None


def _yearless(first: int, mark: str | None, second: str | None) -> Shape | None:
    day = None if second is None else int(second)
    known = Shape(None, first, day) if mark != "/" else Shape(None, first, day, swappable=True)
    ways = (False, True) if known.swappable else (False,)
    return known if any(day_in(known, 2000, month_first=way) is not None for way in ways) else None


@cache
def _word_numbers(kind: str) -> dict[str, int]:
    rows = lexicon()[kind]
    return {word: number for number, words in enumerate(rows["words"]) for word in words}


def month_of(text: str) -> int | None:
    """The number of a month from its name alone."""
    number = _word_numbers("months").get(text.strip(" .").casefold())
    return None if number is None else number + 1


def _in_words(text: str) -> Shape | None:
    if re.search(_TWO_DAYS, text):  # "7-13 сентября": no year 13
        return None
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
    found = day_in(known, 2000 if year is None else year)
    if found is None or not in_range or (weekday is not None and year is not None and found.weekday() != weekday):
        return None
    return known


def day_in(known: Shape, year: int | None, *, month_first: bool = False) -> date | None:
    """The day in that year (the first one of a whole month), with day and month as they stand or swapped."""
    month, day = known.month, known.day
    if month_first and day is not None:
        month, day = day, month
    try:
        return date(year or 0, month, 1 if day is None else day)
    except ValueError:
        return None
