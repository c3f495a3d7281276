"""Weeks by their place: "week 50", "the second week of March", «последняя пятница декабря»."""

from decimal import Decimal

from smartgoal.parsing import periods
from smartgoal.parsing.calendar_days import DayReader
from smartgoal.parsing.calendar_text import Found, Told, small
from smartgoal.parsing.chunks import Chunk

OFFSETS = {"this": 0, "next": 1, "coming": 1}
WEEKS = 5  # of a month at most
WEEKS_OF_YEAR = 53


class WeekReader(DayReader):
    """Reads weeks and weekdays by their place in a month or year."""

    def _nth(self, at: int) -> Found | None:
        told = self._told_nth(at)
        return self.found(told.in_year, told.year, told.end) if told else None

    def _told_nth(self, at: int) -> Told | None:
        """A week or a weekday of a month: "the second week of March", «последняя пятница декабря»."""
        nth, unit = _place(self.chunks[at]), self.at(at + 1)
        if nth is None or unit is None:
            return None
        weekday = unit.sense("weekday")
        after = self.skip_fillers(at + 2)
        within = self.at(after)
        month = self._month_told(after + (within is not None and within.sense("by") == "in"))
        if month is None or (weekday is None and (unit.kind != "time" or unit.unit != "week")):
            return None
        number, year, end = month
        return Told(number, lambda y: periods.of_month(y, number, nth, int(weekday) if weekday else None), year, end)

    def _month_told(self, at: int) -> tuple[int, int | None, int] | None:
        """The number of the month, its year where it is told, and the end: "March 2027", "next month", "the month"."""
        chunk, after = self.at(at), self.at(at + 1)
        if chunk is not None and "month" in chunk.senses:
            year, end = self.year_after(at + 1)
            return int(chunk.senses["month"]), year, end
        offset = OFFSETS.get((chunk.sense("which") if chunk else None) or "")
        unit, end = (chunk, at + 1) if offset is None else (after, at + 2)
        if unit is None or unit.kind != "time" or unit.unit != "month" or unit.value is not None:
            return None
        around = periods.unit_around(self.today, "month", offset or 0)
        return (around.first.month, around.first.year, end) if around else None

    def _week(self, at: int) -> Found | None:
        """A week of the year by its number: "week 50", «50-я неделя»."""
        chunk, after = self.chunks[at], self.at(at + 1)
        if _is_week(chunk):
            return self._week_told(at + 1, after)
        return self._week_told(at + 1, chunk) if chunk.ordinal and after is not None and _is_week(after) else None

    def _week_told(self, last: int, number: Chunk | None) -> Found | None:
        """The week of that number, told up to chunk `last`; the first five may be weeks of something else."""
        if number is None or number.kind != "amount" or number.unit or self.counts(last + 1):
            return None
        value = number.value
        if value is None or value != int(value) or not WEEKS < value <= WEEKS_OF_YEAR:
            return None
        year, end = self.year_after(last + 1)
        return self.found(lambda y: periods.week_of_year(y, int(value)), year, end)


def _is_week(chunk: Chunk) -> bool:
    return chunk.kind == "time" and chunk.unit == "week" and chunk.value is None


def _place(chunk: Chunk) -> int | None:
    """Which one in a row: 1 for the first, -1 for the last."""
    if chunk.sense("which") == "last" or chunk.sense("edge") == "end":
        return -1
    number = Decimal(chunk.senses["ordinal"]) if "ordinal" in chunk.senses else None
    number = small(chunk) if number is None and chunk.ordinal else number
    return int(number) if number is not None and number <= WEEKS else None
