"""Calendar expressions among chunks: "31.12", "the end of next quarter", «15 декабря», "Q1 2027", «Новый год»."""

from datetime import date
from decimal import Decimal

from smartgoal.model.goal import Remark
from smartgoal.parsing import periods
from smartgoal.parsing.amounts import YEARS
from smartgoal.parsing.chunks import Chunk
from smartgoal.parsing.lexicon import subjects
from smartgoal.parsing.periods import Period

Found = tuple[Period, int]  # a period, and the index after its last chunk
OFFSETS = {"this": 0, "next": 1, "last": -1}
FILLERS = frozenset(("of", "-", ":", ","))
YEAR_SIGNS = frozenset(
    (
        "by",
        "within",
        "month",
        "quarter_sign",
        "half_year",
        "holiday",
        "edge",
        "season",
        "date_phrase",
        "approx",
        "which",
    )
)


class CalendarReader:
    """Reads one calendar expression from a given chunk on. Each reader method gives the period and where it ends."""

    def __init__(self, chunks: list[Chunk], today: date, date_order: str) -> None:
        """`date_order`: "dmy" or "mdy", for 04/05 and for a month followed by its day."""
        self.chunks = chunks
        self.today = today
        self.month_first = date_order == "mdy"
        self._year: int | None = None
        self._year = next((int(chunk.value or 0) for at, chunk in enumerate(chunks) if self._names_all(at)), None)

    # --- what callers ask -----------------------------------------------------------------------------------------

    def point(self, at: int, preposition: str | None) -> Found | None:
        """The calendar expression from chunk `at` on. A bare month, weekday or day number needs a preposition."""
        if at >= len(self.chunks):
            return None
        for method in (self._phrase, self._edge, self._which, self._numeric, self._quarter, self._half):
            if found := method(at):
                return found
        for read in (self._day_month, self._month, self._day_number, self._named, self._year_alone):
            if found := read(at, preposition):
                return found
        return None

    def through(self, period: Period, end: int) -> Found:
        """Goes on over "and March", "- June": to the end of the last expression."""
        join = self._at(end)
        if join and (join.sense("join") == "and" or join.text == "-"):
            if found := self.point(self.skip_fillers(end + 1), "in"):
                return Period(period.first, found[0].last), found[1]
        return period, end

    def skip_fillers(self, at: int) -> int:
        """The index of the next chunk that means something here."""
        while (chunk := self._at(at)) and (_is_filler(chunk) or chunk.text in (":", "-", "(")):
            at += 1
        return at

    def is_year(self, at: int) -> bool:
        """Whether the amount there is a year by its looks and not a count of something."""
        chunk = self._at(at)
        if chunk is None or chunk.kind != "amount" or chunk.unit or len(chunk.text) != 4 or chunk.value not in YEARS:
            return False
        after, before = self._at(at + 1), self._at(at - 1) if at else None
        if after and {"metric", "thing", "more", "unit", "output", "times"} & after.senses.keys():
            return False
        if chunk.sign or before is not None and before.sense("relation") == "from":
            return False
        named = after is not None and after.sense("time") == "year"
        if before is not None and before.sense("relation") == "to":
            return named or chunk.value in range(self.today.year, self.today.year + 5)
        return (
            named
            or before is None
            or bool(YEAR_SIGNS & before.senses.keys())
            or before.kind in ("amount", "mark", "time")
        )

    def _names_all(self, at: int) -> bool:
        """A year without a preposition ("my 2014 goal") holds for every date of the sentence."""
        return self.is_year(at) and (at == 0 or "by" not in self.chunks[at - 1].senses)

    def stands_alone(self, at: int) -> bool:
        """Whether nothing but marks stands around: "- 3 months", "(2 weeks)"."""
        before, after = self._at(at - 1) if at else None, self._at(at + 1)
        return (before is None or before.kind == "mark" or "within" in before.senses) and (
            after is None or after.kind == "mark"
        )

    def remarks_on(self, period: Period, start: int, end: int) -> tuple[Remark, ...]:
        """What is worth asking about the expression: its last day was taken; day and month may be the other way."""
        span = (self.chunks[start].start, self.chunks[end - 1].end)
        if period.whole:
            return (Remark("last_day", span, {"date": period.last}),)
        chunk = self.chunks[end - 1]
        if chunk.kind == "date" and "/" in chunk.text:
            day, month = period.last.day, period.last.month
            other = periods.safe_date(period.last.year, day, month) if day != month and day <= 12 else None
            if other:
                return (Remark("day_or_month", span, {"date": period.last, "other": other}),)
        return ()

    # --- forms that carry their own sign ---------------------------------------------------------------------------

    def _phrase(self, at: int) -> Found | None:
        chunk = self.chunks[at]
        if "date_phrase" in chunk.senses:
            edge, _, unit = chunk.senses["date_phrase"].partition("_")
            year, end = self._year_after(at + 1)
            around = periods.unit_around(self.today, unit, 0)
            if year and unit == "year":
                around = periods.months(year, 1, 12)
            return (around.edge(edge), end if unit == "year" else at + 1) if around else None
        if "from_now" in chunk.senses:
            number, unit = chunk.senses["from_now"].split()
            day = periods.later(self.today, Decimal(number), unit)
            return Period(day, day), at + 1
        return None

    def _edge(self, at: int) -> Found | None:
        edge = self.chunks[at].sense("edge")
        if edge is None:
            return None
        start = at + 1
        while (filler := self._at(start)) and (filler.text in FILLERS or _is_filler(filler)):
            start += 1
        found = self._bare_unit(start) or self.point(start, "by")
        return (found[0].edge(edge), found[1]) if found and found[0].whole else None

    def _bare_unit(self, at: int) -> Found | None:
        chunk = self._at(at)
        if chunk is None or chunk.kind != "time" or chunk.value is not None or chunk.unit is None:
            return None
        around = periods.unit_around(self.today, chunk.unit, 0)
        year, end = self._year_after(at + 1)
        if year and chunk.unit == "year":
            around = periods.months(year, 1, 12)
        return (around, end if chunk.unit == "year" else at + 1) if around else None

    def _which(self, at: int) -> Found | None:
        which, chunk = self.chunks[at].sense("which"), self._at(at + 1)
        if which is None or chunk is None:
            return None
        offset = OFFSETS[which]
        if chunk.kind == "time" and chunk.value is None and chunk.unit and chunk.unit != "day":
            around = periods.unit_around(self.today, chunk.unit, offset)
            return (around, at + 2) if around and offset >= 0 else None
        if offset < 0:
            return None
        if "weekday" in chunk.senses or "season" in chunk.senses or "month" in chunk.senses:
            return self.point(at + 1, "by")
        return None

    def _numeric(self, at: int) -> Found | None:
        chunk = self.chunks[at]
        if chunk.kind != "date":
            return None
        first, second, third = (int(part) for part in _split(chunk.text))
        if len(chunk.text.split("-")[0]) == 4:
            day = periods.safe_date(first, second, third)
        else:
            day = self._ordered(first, second, third + 2000 if third < 100 else third, american="/" in chunk.text)
        return (Period(day, day), at + 1) if day else None

    def _ordered(self, first: int, second: int, year: int, *, american: bool) -> date | None:
        month_first = self.month_first and american
        day = periods.safe_date(year, first, second) if month_first else periods.safe_date(year, second, first)
        return day or (
            periods.safe_date(year, second, first) if month_first else periods.safe_date(year, first, second)
        )

    def _quarter(self, at: int) -> Found | None:
        chunk, after = self.chunks[at], self._at(at + 1)
        number, end = None, at + 2
        if after and chunk.sense("quarter_sign") and after.kind == "amount" and (chunk.text != "q" or after.glued):
            number = after.value
        elif after and _is_quarter(after):
            number = Decimal(chunk.senses["ordinal"]) if "ordinal" in chunk.senses else _small(chunk)
        if chunk.kind == "time" and chunk.unit == "quarter" and chunk.value in (1, 2, 3, 4) and self._after_edge(at):
            number, end = chunk.value, at + 1
        if number is None or number not in (1, 2, 3, 4):
            return None
        quarter = int(number)
        year, end = self._year_after(end)
        return self._found(lambda y: periods.months(y, quarter * 3 - 2, 3), year, end)

    def _after_edge(self, at: int) -> bool:
        return at > 0 and "edge" in self.chunks[at - 1].senses

    def _half(self, at: int) -> Found | None:
        chunk, after = self.chunks[at], self._at(at + 1)
        if after is None:
            return None
        number = None
        if chunk.text == "h" and after.kind == "amount" and after.glued:
            number = after.value
        elif "half_year" in after.senses and len(after.text) > 1:
            number = Decimal(chunk.senses["ordinal"]) if "ordinal" in chunk.senses else _small(chunk)
        if number not in (1, 2):
            return None
        half = int(number or 0)
        year, end = self._year_after(at + 2)
        return self._found(lambda y: periods.months(y, half * 6 - 5, 6), year, end)

    # --- forms that need a preposition or more words ---------------------------------------------------------------

    def _day_month(self, at: int, preposition: str | None) -> Found | None:
        chunk, after = self.chunks[at], self._at(at + 1)
        if after and after.text == "of":
            after, skip = self._at(at + 2), 3
        else:
            skip = 2
        if _small(chunk) and after and "month" in after.senses:
            return self._dated(int(after.senses["month"]), int(chunk.value or 0), at + skip)
        if self.month_first and "month" in chunk.senses:
            day = self._at(at + 1)
            if day and day.text in ("the",):
                day, at = self._at(at + 2), at + 1
            if day and _small(day) and (day.ordinal or not self._counts(at + 2)):
                return self._dated(int(chunk.senses["month"]), int(day.value or 0), at + 2)
        return self._written_date(at, preposition)

    def _counts(self, at: int) -> bool:
        """Whether a counted thing stands there, so that the number before it is no day."""
        chunk = self._at(at)
        return bool(chunk and {"metric", "thing", "more"} & chunk.senses.keys())

    def _written_date(self, at: int, preposition: str | None) -> Found | None:
        """31.12 and 12/31 after a preposition."""
        chunk = self.chunks[at]
        if preposition not in ("by", "before", "in") or chunk.kind != "amount" or chunk.unit:
            return None
        parts, end = chunk.text.split("."), at + 1
        slash, second = self._at(at + 1), self._at(at + 2)
        american = bool(slash and slash.text == "/" and second and second.kind == "amount")
        if american and second:
            parts, end = [chunk.text, second.text], at + 3
        if len(parts) != 2 or not all(part.isdigit() and len(part) <= 2 for part in parts):
            return None
        if not american and (len(parts[1]) != 2 or self._counts(end)):
            return None
        first, other = int(parts[0]), int(parts[1])
        return self._found(lambda y: _one(self._ordered(first, other, y, american=american)), None, end)

    def _dated(self, month: int, day: int, end: int) -> Found | None:
        year, end = self._year_after(end)
        return self._found(lambda y: _one(periods.safe_date(y, month, day)), year, end)

    def _month(self, at: int, preposition: str | None) -> Found | None:
        chunk = self.chunks[at]
        if "month" not in chunk.senses:
            return None
        year, end = self._year_after(at + 1)
        if preposition is None and year is None:
            return None
        number = int(chunk.senses["month"])
        return self._found(lambda y: periods.month(y, number), year, end)

    def _day_number(self, at: int, preposition: str | None) -> Found | None:
        """«до 20 числа», "by the 15th"."""
        chunk, after = self.chunks[at], self._at(at + 1)
        if preposition not in ("by", "before") or not _small(chunk) or chunk.kind != "amount":
            return None
        if after and "day_word" in after.senses:
            end = at + 2
        elif chunk.ordinal and not self._counts(at + 1) and not _names_something(after):
            end = at + 1
        else:
            return None
        day = int(chunk.value or 0)
        for offset in range(3):
            base = periods.add_months(self.today.replace(day=1), offset)
            found = periods.safe_date(base.year, base.month, day)
            if found and found >= self.today:
                return Period(found, found), end
        return None

    def _named(self, at: int, preposition: str | None) -> Found | None:
        """Seasons, weekdays and holidays."""
        chunk = self.chunks[at]
        year, end = self._year_after(at + 1)
        if "holiday" in chunk.senses:
            rule = subjects()["holiday"][chunk.senses["holiday"]]
            return self._found(lambda y: periods.holiday(rule, y), year, end)
        if preposition and "season" in chunk.senses:
            last = subjects()["season"][chunk.senses["season"]]
            return self._found(lambda y: periods.months(y, last - 2, 3), year, end)
        if preposition and "weekday" in chunk.senses:
            return periods.weekday_after(self.today, int(chunk.senses["weekday"])), at + 1
        return None

    def _year_alone(self, at: int, preposition: str | None) -> Found | None:
        del preposition
        if not self.is_year(at):
            return None
        year, end = self._year_after(at)
        return (periods.months(year, 1, 12), end) if year else None

    # --- helpers ----------------------------------------------------------------------------------------------------

    def _year_after(self, at: int) -> tuple[int | None, int]:
        """The year that follows, over a comma, slash or "of", and the index after it and its word («2027 года»)."""
        start = at
        while (skip := self._at(start)) and skip.text in (",", "/", "of", "'", "in") and start < at + 1:
            start += 1
        if not self.is_year(start):
            return None, at
        word = self._at(start + 1)
        named = word is not None and word.sense("time") == "year"
        dotted = named and (dot := self._at(start + 2)) is not None and dot.text == "." and dot.glued
        return int(self.chunks[start].value or 0), start + 1 + named + bool(dotted and self._at(start + 3))

    def _found(self, in_year: "object", year: int | None, end: int) -> Found | None:
        period = periods.occurrence(self.today, year or self._year, in_year)  # type: ignore[arg-type]
        return (period, end) if period else None

    def _at(self, at: int) -> Chunk | None:
        return self.chunks[at] if 0 <= at < len(self.chunks) else None


def _is_filler(chunk: Chunk) -> bool:
    """The, about, approximately."""
    return "approx" in chunk.senses and chunk.kind == "word" and not {"which", "edge", "holiday"} & chunk.senses.keys()


def _split(text: str) -> list[str]:
    for mark in "./-":
        if mark in text:
            return text.split(mark)
    return [text]


def _small(chunk: Chunk) -> Decimal | None:
    """The number of a chunk that may be a day of a month."""
    fits = chunk.kind == "amount" and not chunk.unit and chunk.value is not None and chunk.high is None
    return chunk.value if fits and chunk.value in range(1, 32) else None


def _is_quarter(chunk: Chunk) -> bool:
    return (
        chunk.kind == "time"
        and chunk.unit == "quarter"
        and chunk.value is None
        or chunk.sense("quarter_sign") is not None
        and chunk.text != "q"
    )


def _names_something(chunk: Chunk | None) -> bool:
    """An unknown word or an event: "the 30th birthday" is no day of a month."""
    return chunk is not None and chunk.kind == "word" and (not chunk.senses or "event_time" in chunk.senses)


def _one(day: date | None) -> Period | None:
    return Period(day, day) if day else None
