"""Days among chunks: "2026-12-06", "31.12", «15 декабря», "March 1st", "by the 15th"; months."""

from collections.abc import Iterator
from datetime import date

from smartgoal.parsing import periods
from smartgoal.parsing.calendar_text import CalendarText, Found, Told, one_day, small, whole_number
from smartgoal.parsing.calendar_years import DAY_AND_MONTH
from smartgoal.parsing.chunks import DAYS, Chunk
from smartgoal.parsing.periods import Period

YEAR = 12  # months
MONTHS_AHEAD = 3  # in which a day of the month is looked for: the 31st is two months off at most


class DayReader(CalendarText):
    """Reads a day or a month from a given chunk on. Each method gives the period and where it ends."""

    def day_or_month(self, at: int, preposition: str | None) -> Found | None:
        """A day or month in any of its forms; a bare month or day number needs a preposition."""
        for told in self._told(at, preposition):
            if found := self.found(told.in_year, told.year, told.end):
                return found
        return self._month(at, preposition) or self._day_number(at, preposition)

    def no_such_day(self, at: int, preposition: str | None) -> int | None:
        """The index after a day that is told and does not exist: "31 June", «32 мая», 30.02.2027."""
        return next((told.end for told in self._told(at, preposition) if self.is_missing(told)), None)

    def _told(self, at: int, preposition: str | None) -> Iterator[Told]:
        """The day that the words tell, in each form that fits them."""
        for tell in (self._days_of_month, self._day_month, self._month_day, self._written_date, self._numeric):
            if told := tell(at, preposition):
                yield told

    def month_of(self, at: int) -> Period | None:
        """The month that stands before what is counted: "December sales"."""
        chunk = self.chunks[at]
        if "month" not in chunk.senses or not self.counts(at + 1):
            return None
        number = int(chunk.senses["month"])
        found = self.found(lambda year: periods.month(year, number), None, at + 1)
        return found[0] if found else None

    def _numeric(self, at: int, preposition: str | None) -> Told | None:
        """A date in numbers with its year: 2026-12-06, 31.12.2026."""
        del preposition
        chunk = self.chunks[at]
        if chunk.kind != "date":
            return None
        parts = _split(chunk.text)
        if len(parts) == 2:
            year, number = (int(part) for part in sorted(parts, key=len, reverse=True))
            return Told(number, lambda y: periods.month(y, number), year, at + 1)
        first, second, third = (int(part) for part in parts)
        if [len(part) for part in parts if len(part) > 2] not in ([], [4]):
            return Told(1, lambda _: None, self.today.year, at + 1)  # 2026-12-006
        if len(parts[0]) == 4:
            return Told(second, lambda y: one_day(periods.safe_date(y, second, third)), first, at + 1)
        year = third + 2000 if third < 100 else third
        american = "/" in chunk.text
        return Told(second, lambda y: one_day(self._ordered(first, second, y, american=american)), year, at + 1)

    def _ordered(self, first: int, second: int, year: int, *, american: bool) -> date | None:
        month_first = self.month_first and american
        day = periods.safe_date(year, first, second) if month_first else periods.safe_date(year, second, first)
        return day or (
            periods.safe_date(year, second, first) if month_first else periods.safe_date(year, first, second)
        )

    def _days_of_month(self, at: int, preposition: str | None) -> Told | None:
        """Two days of a month told as a range: «1-14 декабря», «между 1 и 24 декабря»."""
        del preposition
        low, month = self.chunks[at], self.at(at + 1)
        if "month" in low.senses and month is not None and self.month_first:
            low, month = month, low
        if low.kind != "amount" or low.unit or low.high is None or month is None or "month" not in month.senses:
            return None
        year, end = self.year_after(at + 2)
        number, first, last = int(month.senses["month"]), int(low.value or 0), int(low.high)
        if last not in DAYS:
            return None
        return Told(
            number, lambda y: _days(periods.safe_date(y, number, first), periods.safe_date(y, number, last)), year, end
        )

    def _day_month(self, at: int, preposition: str | None) -> Told | None:
        """«15 декабря», "the 15th of December"; a number above 31 only behind a preposition."""
        end = at + 1
        if (of := self.at(end)) and of.text == "of":
            end += 1
        chunk, month = self.chunks[at], self.at(end)
        day = whole_number(chunk) if preposition else small(chunk)
        if day is None or month is None or "month" not in month.senses:
            return None
        return self._dated(int(month.senses["month"]), int(day), end + 1)

    def _month_day(self, at: int, preposition: str | None) -> Told | None:
        """A month followed by its day: "March 1st", "May 22"; where days come first, only if nothing follows it."""
        chunk, day = self.chunks[at], self.at(at + 1)
        if "month" not in chunk.senses or not (self.month_first or (preposition and self._ends_there(at + 2))):
            return None
        if day and day.text == "the":
            at, day = at + 1, self.at(at + 2)
        if day is None or (number := whole_number(day)) is None or (self._counted(at + 2) and not day.ordinal):
            return None
        if number not in DAYS and not (preposition and self._ends_there(at + 2)):
            return None
        return self._dated(int(chunk.senses["month"]), int(number), at + 2)

    def _counted(self, at: int) -> bool:
        """Whether the number before counts what stands there: not a verb, nothing with its own ("Dec 20 sell 50")."""
        chunk, after = self.at(at), self.at(at + 1)
        leads = (chunk is not None and "verb" in chunk.senses) or (after is not None and after.kind == "amount")
        return self.counts(at) and not leads

    def _ends_there(self, at: int) -> bool:
        """Whether the words end there, or go on with a year or a mark: "до янв 15", "Jan 15, 2027"."""
        after = self.at(at)
        return after is None or after.kind == "mark" or self.is_year(at)

    def _written_date(self, at: int, preposition: str | None) -> Told | None:
        """31.12 and 12/31 after a preposition."""
        chunk = self.chunks[at]
        started = preposition == "after" and self._starts_dates(at)
        if not (started or preposition in ("by", "before", "in")) or chunk.kind != "amount" or chunk.unit:
            return None
        parts, end = chunk.text.split("."), at + 1
        slash, second = self.at(at + 1), self.at(at + 2)
        american = bool(slash and slash.text == "/" and second and second.kind == "amount")
        if american and second:
            parts, end = [chunk.text, second.text], at + 3
        if len(parts) != 2 or not all(part.isdigit() and len(part) <= 2 for part in parts):
            return None
        if not american and (len(parts[1]) != 2 or self.counts(end) or self._ends_a_rise(at)):
            return None
        first, other = int(parts[0]), int(parts[1])
        if not (first in DAYS and other in DAYS and min(first, other) <= YEAR):
            return None  # a share or a score: "to 4.85"
        return Told(min(first, other), lambda y: one_day(self._ordered(first, other, y, american=american)), None, end)

    def _ends_a_rise(self, at: int) -> bool:
        """Whether a start value stands before it and no other number: «рейтинг с 4.05 до 4.10»."""
        low, word = self.at(at - 2), self.at(at - 3)
        led = low is not None and low.kind == "amount" and word is not None and word.sense("relation") == "from"
        return led and not self.has_number()

    def _starts_dates(self, at: int) -> bool:
        """Whether "from" leads to a day there and no start value: «100 заявок с 01.12 по 20.12», not "from 4.05"."""
        chunk, join, last = self.chunks[at], self.at(at + 1), self.at(at + 2)
        slash = join is not None and join.text == "/"
        if slash:
            join, last = self.at(at + 3), self.at(at + 4)
        closed = join is not None and (join.text == "-" or join.sense("by") in ("by", "before"))
        dated = last is not None and last.unit is None and (slash or DAY_AND_MONTH.fullmatch(last.text) is not None)
        zero = chunk.text.startswith("0") and DAY_AND_MONTH.fullmatch(chunk.text) is not None
        return self.has_number() and (zero or (closed and dated))

    def _dated(self, month: int, day: int, end: int) -> Told:
        year, end = self.year_after(end)
        return Told(month, lambda y: one_day(periods.safe_date(y, month, day)), year, end)

    def _month(self, at: int, preposition: str | None) -> Found | None:
        chunk = self.chunks[at]
        if "month" not in chunk.senses:
            return None
        last = self.at(at + 1)
        joined = last is not None and "month" in last.senses
        year, end = self.year_after(at + 1 + joined)
        if preposition is None and year is None and not joined:
            return None
        number = int(chunk.senses["month"])
        count = (int(last.senses["month"]) - number) % 12 + 1 if last and joined else 1
        return self.found(lambda y: periods.months(y, number, count), year, end)

    def _day_number(self, at: int, preposition: str | None) -> Found | None:
        """«до 20 числа», "by the 15th"."""
        chunk, after = self.chunks[at], self.at(at + 1)
        if preposition not in ("by", "before") or not small(chunk) or chunk.kind != "amount":
            return None
        if after and "day_word" in after.senses:
            end = at + 2
        elif chunk.ordinal and not self.counts(at + 1) and not _names_something(after):
            end = at + 1
        else:
            return None
        day = int(chunk.value or 0)
        for offset in range(MONTHS_AHEAD):
            base = periods.add_months(self.today.replace(day=1), offset)
            found = periods.safe_date(base.year, base.month, day)
            if found and found >= self.today:
                return Period(found, found), end
        return None


def _days(first: date | None, last: date | None) -> Period | None:
    return Period(first, last) if first is not None and last is not None else None


def _split(text: str) -> list[str]:
    for mark in "./-":
        if mark in text:
            return text.split(mark)
    return [text]


def _names_something(chunk: Chunk | None) -> bool:
    """An unknown word or an event: "the 30th birthday" is no day of a month."""
    return chunk is not None and chunk.kind == "word" and (not chunk.senses or "event_time" in chunk.senses)
