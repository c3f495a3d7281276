"""Calendar expressions among chunks: "the end of next quarter", "Q1 2027", «Новый год», «этой весной»."""

from datetime import date, timedelta
from decimal import Decimal

from smartgoal.parsing import periods
from smartgoal.parsing.calendar_text import Found, is_filler, small
from smartgoal.parsing.calendar_weeks import OFFSETS, WeekReader
from smartgoal.parsing.chunks import Chunk
from smartgoal.parsing.lexicon import subjects
from smartgoal.parsing.periods import Period

FILLERS = frozenset(("of", "-", ":", ","))
NUMERIC = frozenset(("amount", "time", "date"))
STARTS = frozenset(
    (
        "date_phrase",
        "from_now",
        "edge",
        "which",
        "quarter_sign",
        "ordinal",
        "half_year",
        "eve",
        "month",
        "holiday",
        "season",
        "weekday",
    )
)
HALF = 6  # months
DAY = timedelta(days=1)
NAMED = frozenset(("weekday", "season", "month"))


class CalendarReader(WeekReader):
    """Reads one calendar expression from a given chunk on. Each method gives the period and where it ends."""

    def point(self, at: int, preposition: str | None) -> Found | None:
        """The calendar expression from chunk `at` on. A bare month, weekday or season needs a preposition."""
        if at >= len(self.chunks) or not _may_start(self.chunks[at]):
            return None
        for read in (
            self._phrase,
            self._edge,
            self._nth,
            self._week,
            self._which,
            self._quarter,
            self._half,
            self._eve,
        ):
            if found := read(at):
                return found
        return self.day_or_month(at, preposition) or self._named(at, preposition) or self._year_alone(at)

    def through(self, period: Period, end: int) -> Found:
        """Goes on over "and March", "- June", "to June", "and 20": to the end of the last expression."""
        join = self.at(end)
        if last := self.later_day(period, end):
            return Period(period.first, last[0]), last[1]
        stretched = period.whole and join is not None and join.sense("by") == "by"
        if join is None or (join.sense("join") != "and" and join.text != "-" and not stretched):
            return period, end
        found = self.point(self.skip_fillers(end + 1), "in")
        if found and stretched and not found[0].whole:
            return period, end
        return (Period(period.first, found[0].last), found[1]) if found else (period, end)

    def later_day(self, period: Period, at: int) -> tuple[date, int] | None:
        """The later day of the same month that only its number tells: "between Jan 10 and 20", "Jan 10-20"."""
        join, chunk, after = self.at(at), self.at(at + 1), self.at(at + 2)
        chunk, at = (after, at + 1) if chunk is not None and chunk.text == "the" else (chunk, at)
        after = self.at(at + 2)
        if join is None or chunk is None or period.whole:
            return None
        if join.sense("join") != "and" and join.text != "-" and join.sense("by") not in ("by", "before"):
            return None
        number = small(chunk)
        ends = after is None or (after.kind == "mark" and after.text != "/") or chunk.ordinal
        if number is None or number <= period.last.day or not ends:
            return None
        day = periods.safe_date(period.last.year, period.last.month, int(number))
        return (day, at + 2) if day else None

    def stands_alone(self, at: int) -> bool:
        """Whether nothing but marks stands around: "- 3 months", "(2 weeks)"."""
        before, after = self.at(at - 1) if at else None, self.at(at + 1)
        led = before is None or before.kind == "mark" or bool({"within", "period"} & before.senses.keys())
        return led and (after is None or after.kind == "mark")

    def _phrase(self, at: int) -> Found | None:
        chunk = self.chunks[at]
        if "date_phrase" in chunk.senses:
            edge, _, unit = chunk.senses["date_phrase"].partition("_")
            if unit == "week" and (week := self._week_told(at + 1, self.at(at + 1))):
                return week[0].edge(edge), week[1]
            return self._edge_of_unit(at + 1, edge, unit)
        if "from_now" in chunk.senses:
            number, unit = chunk.senses["from_now"].split()
            if number == "0" and "edge" not in chunk.senses and (named := self._day_told(at + 1)):
                return named
            day = periods.later(self.today, Decimal(number), unit)
            return Period(day, day), at + 1
        return None

    def _day_told(self, at: int) -> Found | None:
        """The day whose end is told: "end of day Wednesday", «до конца дня 5 декабря», "eod on Friday"."""
        join = self.at(at)
        start = self.skip_fillers(at + (join is not None and (join.text in FILLERS or join.sense("by") == "by")))
        found = self.point(start, "by") if self.at(start) is not None else None
        return found if found and not found[0].whole else None

    def _edge(self, at: int) -> Found | None:
        edge = self.chunks[at].sense("edge")
        if edge is None:
            return None
        start = at + 1
        while (filler := self.at(start)) and (filler.text in FILLERS or is_filler(filler)):
            start += 1
        unit = self.at(start)
        if week := self._week(start) if unit else None:
            return week[0].edge(edge), week[1]
        if unit and unit.kind == "time" and unit.value is None and unit.unit:
            return self._edge_of_unit(start + 1, edge, unit.unit)
        if unit and "half_year" in unit.senses and unit.kind != "amount" and len(unit.text) > 1:
            return self._current_half(start + 1, edge)
        found = self.point(start, "by")
        return (found[0].edge(edge), found[1]) if found and found[0].whole else None

    def _current_half(self, after: int, edge: str) -> Found | None:
        """The next start, middle or end of a half-year: «к концу полугодия»."""
        first = 1 if self.today.month <= HALF else HALF + 1
        halves = (periods.months(self.today.year, first + further, HALF) for further in (0, HALF))
        ahead = next((each for half in halves if (each := half.edge(edge)).last >= self.today), None)
        return (ahead, after) if ahead else None

    def _edge_of_unit(self, after: int, edge: str, unit: str) -> Found | None:
        """The next start, middle or end of a week, month, quarter or year; of the year that is told after it."""
        year, end = self.year_after(after)
        if unit == "day" and edge == "end" and (named := self._day_told(after)):
            return named
        if year and unit == "year":
            return periods.months(year, 1, 12).edge(edge), end
        for offset in (0, 1):
            around = periods.unit_around(self.today, unit, offset)
            if around and around.edge(edge).last >= self.today:
                return around.edge(edge), end if unit == "year" else after
        return None

    def _which(self, at: int) -> Found | None:
        """Those named by "this" and "next": month, spring, Friday. The last one ends nothing."""
        chunk = self.at(at + 1)
        offset = OFFSETS.get(self.chunks[at].sense("which") or "")
        if offset is None or chunk is None:
            return None
        if chunk.kind == "time" and chunk.value is None and chunk.unit and chunk.unit != "day":
            around = periods.unit_around(self.today, chunk.unit, offset)
            return (around, at + 2) if around else None
        if "weekday" in chunk.senses and self.chunks[at].sense("which") == "next":
            week = periods.unit_around(self.today, "week", 1)
            assert week is not None
            return periods.weekday_after(week.first - DAY, int(chunk.senses["weekday"])), at + 2
        return self.point(at + 1, "by") if NAMED & chunk.senses.keys() else None

    def no_such_day(self, at: int, preposition: str | None) -> int | None:
        """Also the fifth weekday of a month that has only four."""
        if at >= len(self.chunks) or not _may_start(self.chunks[at]):
            return None
        told = self._told_nth(at)
        return told.end if told and self.is_missing(told) else super().no_such_day(at, preposition)

    def _eve(self, at: int) -> Found | None:
        """The new year by its number: «до нового 2027 года» is the last day of 2026."""
        year, end = self.year_after(at + 1)
        if year is None or "eve" not in self.chunks[at].senses:
            return None
        return periods.months(year - 1, 12, 1).edge("end"), end

    def _quarter(self, at: int) -> Found | None:
        """Q1, «1 квартал», "the first quarter", «до конца 2 квартала»."""
        chunk, after = self.chunks[at], self.at(at + 1)
        number, end = None, at + 2
        if after and chunk.sense("quarter_sign") and after.kind == "amount" and (chunk.text != "q" or after.glued):
            number = after.value
        elif after and _is_quarter(after):
            number = _ordinal(chunk)
        if chunk.kind == "time" and chunk.unit == "quarter" and at and "edge" in self.chunks[at - 1].senses:
            number, end = chunk.value, at + 1
        if number is None or number not in (1, 2, 3, 4):
            return None
        first = int(number) * 3 - 2
        year, end = self.year_after(end)
        return self.found(lambda y: periods.months(y, first, 3), year, end)

    def _half(self, at: int) -> Found | None:
        """H1 2027, "the first half of 2027", «второе полугодие»."""
        chunk, after = self.chunks[at], self.at(at + 1)
        number = None
        if after and chunk.text == "h" and after.kind == "amount" and after.glued:
            number = after.value
        elif after and "half_year" in after.senses and len(after.text) > 1:
            number = _ordinal(chunk)
        if number is None or number not in (1, 2):
            return None
        first = int(number) * 6 - 5
        year, end = self.year_after(at + 2)
        return self.found(lambda y: periods.months(y, first, 6), year, end)

    def _named(self, at: int, preposition: str | None) -> Found | None:
        """Seasons, weekdays and holidays."""
        chunk = self.chunks[at]
        year, end = self.year_after(at + 1)
        if told := self._date_beside(at):
            return told
        if "holiday" in chunk.senses and not self.qualifies(at):
            rule = subjects()["holiday"][chunk.senses["holiday"]]
            year = year - 1 if year and rule.get("eve") else year
            return self.found(lambda y: periods.holiday(rule, y), year, end)
        adverb = "at_season" in chunk.senses and (year is not None or self._ends_goal(at))
        if (preposition or adverb) and "season" in chunk.senses and not self._names_event(end):
            last = subjects()["season"][chunk.senses["season"]]
            return self.found(lambda y: periods.months(y, last - 2, 3), year, end)
        if preposition and "weekday" in chunk.senses:
            return periods.weekday_after(self.today, int(chunk.senses["weekday"])), at + 1
        return None

    def _ends_goal(self, at: int) -> bool:
        """Whether «весной» closes the sentence behind a number: not "in spring it was"."""
        after = self.at(at + 1)
        return (after is None or after.text == ".") and any(chunk.kind == "amount" for chunk in self.chunks[:at])

    def _date_beside(self, at: int) -> Found | None:
        """The date that stands with a weekday or a holiday: "Sunday 6 December", "Mother's Day (14 March)"."""
        chunk, mark = self.chunks[at], self.at(at + 1)
        bracket = mark is not None and mark.text == "("
        if "weekday" not in chunk.senses and not ("holiday" in chunk.senses and bracket):
            return None
        start = at + 1 + (bracket or (mark is not None and mark.text in (",", "the")))
        found = self.day_or_month(start, "by") if start < len(self.chunks) else None
        if found is None or found[0].whole:
            return None
        closing = self.at(found[1])
        return found[0], found[1] + (bracket and closing is not None and closing.text == ")")

    def _names_event(self, at: int) -> bool:
        """Whether an event stands there that the season before it only names: "the spring gala"."""
        after = self.at(at)
        return after is not None and after.sense("event_time") == "event"

    def _year_alone(self, at: int) -> Found | None:
        year, end = self.year_after(at)
        return (periods.months(year, 1, 12), end) if year else None


def _may_start(chunk: Chunk) -> bool:
    """Whether a calendar expression can begin with this chunk: most cannot, and it is asked of every one."""
    return chunk.kind in NUMERIC or not STARTS.isdisjoint(chunk.senses)


def _ordinal(chunk: Chunk) -> Decimal | None:
    """First, 1st, 1."""
    return Decimal(chunk.senses["ordinal"]) if "ordinal" in chunk.senses else small(chunk)


def _is_quarter(chunk: Chunk) -> bool:
    return (chunk.kind == "time" and chunk.unit == "quarter" and chunk.value is None) or (
        chunk.sense("quarter_sign") is not None and chunk.text != "q"
    )
