"""A walk over chunks that looks for the calendar: neighbours, years, the next occurrence."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import NamedTuple, Self

from smartgoal.parsing import periods
from smartgoal.parsing.calendar_years import YearReader
from smartgoal.parsing.chunks import DAYS, Chunk
from smartgoal.parsing.lexicon import Lexicon
from smartgoal.parsing.periods import Period

Found = tuple[Period, int]  # a period, and the index after its last chunk
HEADS = frozenset(("output", "metric", "thing", "object"))
DAYS_TOLD = range(1, 100)  # what people write where a day of a month belongs: «32 мая»


class Told(NamedTuple):
    """A day as the words tell it: its month, which day it is in each year (None: it has none), its year, its end."""

    month: int
    in_year: Callable[[int], Period | None]
    year: int | None
    end: int


class CalendarText(YearReader):
    """The chunks of a sentence, seen on a day."""

    def __init__(self, chunks: list[Chunk], today: date, lexicon: Lexicon) -> None:
        """Of the lexicon: the order of day and month ("mdy": "March 1", 04/05) and of nouns in a row."""
        super().__init__(chunks, today)
        self._lexicon = lexicon
        self.month_first = lexicon.date_order == "mdy"
        self.head_last = lexicon.head_last
        self._year = next((int(chunk.value or 0) for at, chunk in enumerate(chunks) if self._names_all(at)), None)

    def seen_on(self, day: date) -> Self:
        """The same words on another day."""
        return type(self)(self.chunks, day, self._lexicon)

    def skip_fillers(self, at: int) -> int:
        """The index of the next chunk that means something here."""
        while (chunk := self.at(at)) and (is_filler(chunk) or chunk.text in (":", "-", "(")):
            at += 1
        return at

    def _names_all(self, at: int) -> bool:
        """A year without a preposition ("my 2014 goal") holds for every date of the sentence."""
        return self.is_year(at) and (at == 0 or "by" not in self.chunks[at - 1].senses)

    def year_after(self, at: int) -> tuple[int | None, int]:
        """The year that follows, over a comma, slash or "of", and the index after it and its word («2027 года»)."""
        start = at
        while (skip := self.at(start)) and skip.text in (",", "/", "of", "'", "in") and start < at + 1:
            start += 1
        if not self.is_year(start):
            return None, at
        word = self.at(start + 1)
        named = word is not None and word.sense("time") == "year"
        dotted = named and (dot := self.at(start + 2)) is not None and dot.text == "." and dot.glued
        return int(self.chunks[start].value or 0), start + 1 + named + bool(dotted and self.at(start + 3))

    def qualifies(self, at: int) -> bool:
        """Whether the noun there only qualifies the next one: "our launch tweet"."""
        after = self.at(at + 1)
        return self.head_last and after is not None and bool(HEADS & after.senses.keys())

    def found(self, in_year: Callable[[int], Period | None], year: int | None, end: int) -> Found | None:
        """The occurrence in `year`, in the year that the sentence names, or the next one."""
        period = periods.occurrence(self.today, year or self._year, in_year)
        return (period, end) if period else None

    def is_missing(self, told: Told) -> bool:
        """Whether its month has no such day in its year or the next time: 31 June, a fifth Friday."""
        if year := told.year or self._year:
            return told.in_year(year) is None
        first = self.today.year + (told.month < self.today.month)
        for candidate in (first, first + 1):
            found = told.in_year(candidate)
            if found is None or found.last >= self.today:
                return found is None
        return False


def is_filler(chunk: Chunk) -> bool:
    """The, about, approximately."""
    return "approx" in chunk.senses and chunk.kind == "word" and not {"which", "edge", "holiday"} & chunk.senses.keys()


def small(chunk: Chunk) -> Decimal | None:
    """The number of a chunk that may be a day of a month."""
    return whole_number(chunk) if chunk.value in DAYS else None


def whole_number(chunk: Chunk) -> Decimal | None:
    """The number of a chunk that stands where a day of a month does, whether a month has so many days or not."""
    fits = chunk.kind == "amount" and not chunk.unit and chunk.value is not None and chunk.high is None
    return chunk.value if fits and chunk.value in DAYS_TOLD else None


def one_day(day: date | None) -> Period | None:
    """A day as a period."""
    return Period(day, day) if day else None
