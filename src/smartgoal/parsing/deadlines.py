"""When: the end of a goal among its chunks."""

from datetime import date, timedelta
from decimal import Decimal

from smartgoal.catalog import metrics
from smartgoal.model.goal import Remark, Span
from smartgoal.parsing.calendar_doubts import YEAR_OF_DAYS, remarks_on
from smartgoal.parsing.calendar_text import small
from smartgoal.parsing.calendar_words import CalendarReader
from smartgoal.parsing.chunks import Chunk
from smartgoal.parsing.clauses import WISHES
from smartgoal.parsing.events import event_when
from smartgoal.parsing.lexicon import Lexicon, subjects
from smartgoal.parsing.offsets import offset_at
from smartgoal.parsing.periods import SECONDS, WEEK, Period, later, later_workday
from smartgoal.parsing.rates import Rate, find_rates
from smartgoal.parsing.when import ORDER, Strength, When

CLOSED = frozenset(("metric", "thing", "platform", "setting", "time", "period"))


def find_times(chunks: list[Chunk], today: date, lexicon: Lexicon) -> tuple[list[Rate], list[When]]:
    """All periods that repeat and all other expressions of time; "a week before Christmas" is no rate."""
    reader = CalendarReader(chunks, today, lexicon)
    rates = [rate for rate in find_rates(chunks) if offset_at(reader, rate.first) is None]
    return rates, find_whens(chunks, today, lexicon, rates)


def find_whens(chunks: list[Chunk], today: date, lexicon: Lexicon, rates: list[Rate]) -> list[When]:
    """All expressions of time that are not rates, in order."""
    reader = CalendarReader(chunks, today, lexicon)
    taken = {index for rate in rates for index in range(rate.first, rate.last + 1)}
    whens: list[When] = []
    at = 0
    while at < len(chunks):
        when = None if at in taken else _when_at(reader, at)
        if when and not any(index in taken for index in range(when.first, when.last + 1)):
            whens.append(when)
            at = when.last + 1
        else:
            at += 1
    return [_as_occasion(when) if _is_occasion(chunks, when, whens) else when for when in whens]


def _is_occasion(chunks: list[Chunk], when: When, whens: list[When]) -> bool:
    """Whether a day only tells what a thing is for, the end follows: «на пост к 8 марта до 20 марта»."""
    if when.day is None or chunks[when.first].sense("by") != "by":
        return False
    later_end = next((each for each in whens if each.first > when.last), None)
    if later_end is None or later_end.day is None or chunks[later_end.first].sense("by") != "before":
        return False
    between = chunks[when.last + 1 : later_end.first]
    return later_end.day > when.day and all(chunk.kind == "word" for chunk in between)


def _as_occasion(when: When) -> When:
    return When("bare", when.first, when.last)


def _when_at(reader: CalendarReader, at: int) -> When | None:
    chunk = reader.chunks[at]
    found = None
    before = reader.at(at - 1)
    if "reference" in chunk.senses or (before is not None and "than" in before.senses and "by" in chunk.senses):
        return _reference(reader, at)
    if offset := offset_at(reader, at):
        return offset
    if "by" in chunk.senses and not _is_scope(reader, at):
        found = _after_preposition(reader, at, chunk.senses["by"])
    if "between" in chunk.senses:
        found = _between(reader, at)
    if not found and "within" in chunk.senses:
        found = _duration(reader, at)
    if not found and "not_date" in chunk.senses:
        found = When("soon", at, at, remarks=(Remark("not_a_date", chunk.span, {"words": chunk.text}),))
    if not found and "as_end" in chunk.senses and _is_wished(reader, at):
        found = When("named", at, at, reader.today)
    return found or _bare(reader, at)


def _after_preposition(reader: CalendarReader, at: int, meaning: str) -> When | None:
    start = reader.skip_fillers(at + 1)
    if end := reader.no_such_day(start, "in" if meaning == "during" else meaning):
        return _no_such_day(reader, start, end, first=at)
    if meaning == "after" and (stretch := _days_between(reader, at, start)):
        return stretch
    found = reader.point(start, preposition="in" if meaning == "during" else meaning)
    if found is None:
        return event_when(reader, at, start, meaning) if meaning in ("by", "before", "during") else None
    period, end = found
    meaning = "in" if meaning == "during" else meaning
    if meaning == "after":
        return _from(reader, at, period, end)
    period, end = reader.through(period, end)
    remarks = remarks_on(reader, period, start, end)
    if meaning == "before" and period.whole:
        eve = period.first - timedelta(days=period.first > date.min)
        period = Period(eve, eve)
        remarks = ()
    if period.last < reader.today and reader.is_year(start) and end == reader.year_after(start)[1]:
        return When("year", at, end - 1, period.last)
    begins = period.first if meaning == "in" and period.whole and period.first > reader.today else None
    strength: Strength = "date" if meaning == "in" else "end"
    return When(strength, at, end - 1, period.last, begins, remarks=remarks)


def _no_such_day(reader: CalendarReader, start: int, end: int, *, first: int) -> When:
    """A day that no calendar has: it ends nothing, and is told."""
    span: Span = (reader.chunks[start].start, reader.chunks[end - 1].end)
    words = " ".join(chunk.text for chunk in reader.chunks[start:end])
    return When("soon", first, end - 1, remarks=(Remark("no_such_date", span, {"words": words}),))


def _is_scope(reader: CalendarReader, at: int) -> bool:
    """Whether it tells what time a document is for: "a content plan for January"."""
    before = reader.at(at - 1)
    return "scope" in reader.chunks[at].senses and before is not None and before.sense("object") == "document"


def _reference(reader: CalendarReader, at: int) -> When | None:
    """A time that ends nothing: "compared to November"."""
    found = reader.point(reader.skip_fillers(at + 1), preposition="by")
    return When("bare", at, found[1] - 1 if found else at)


def _between(reader: CalendarReader, at: int) -> When | None:
    """«между 1 и 24 декабря», "between December 1 and March 15"."""
    found = reader.point(reader.skip_fillers(at + 1), preposition="in")
    if found is None:
        return None
    period, end = reader.through(*found)
    remarks = () if not found[0].whole or end == found[1] else remarks_on(reader, period, at + 1, end)
    return When("date", at, end - 1, period.last, period.first, remarks=remarks)


def _days_between(reader: CalendarReader, at: int, first: int) -> When | None:
    """Two days of one month: «с 1 по 14 декабря», "from the 1st to the 14th of December"."""
    day, to = reader.at(first), reader.at(first + 1)
    if day is None or to is None or (number := small(day)) is None:
        return None
    if to.sense("by") != "by" and to.text != "-":
        return None
    found = reader.point(reader.skip_fillers(first + 2), preposition="by")
    if found is None or found[0].whole or found[0].last.day <= number:
        return None
    return When("date", at, found[1] - 1, found[0].last, found[0].last.replace(day=int(number)))


def _from(reader: CalendarReader, at: int, period: Period, end: int) -> When | None:
    """A start, with its end when one follows: "from January (to March)"."""
    if later_day := reader.later_day(period, end):
        return When("date", at, later_day[1] - 1, later_day[0], period.first)
    if any(chunk.high is not None for chunk in reader.chunks[at:end]):
        return When("date", at, end - 1, period.last, period.first)  # "from 1-20 December"
    closing = reader.chunks[end] if end < len(reader.chunks) else None
    if (closing and closing.sense("by") in ("by", "before")) or (closing and closing.text == "-"):
        found = reader.point(reader.skip_fillers(end + 1), preposition="by")
        if found:
            begins = _begun_before(reader, reader.skip_fillers(at + 1), period, found[0].last)
            return When("date", at, found[1] - 1, found[0].last, begins)
    return When("bare", at, end - 1, None, period.first)


def _begun_before(reader: CalendarReader, start: int, period: Period, last: date) -> date:
    """The first day, in the year or week that puts it before the last one where its words leave that open.

    "From Nov 1 to Nov 30" said in November began this year; "from Monday to Friday" said on a Monday begins today.
    """
    for days in (WEEK, YEAR_OF_DAYS):
        if period.first <= last or last.toordinal() <= days:
            break
        seen_on = last - timedelta(days=days)
        again = reader.seen_on(seen_on).point(start, preposition="after")
        if again is not None and again[0].first <= last:
            return again[0].first
    return period.first


def _duration(reader: CalendarReader, at: int) -> When | None:
    index = reader.skip_fillers(at + 1)
    to, high = reader.at(index + 1), reader.at(index + 2)
    low = reader.at(index)
    counted = low is not None and low.kind == "amount" and to is not None and to.sense("relation") == "to"
    if counted and high is not None and high.kind == "time":
        index += 2  # "in six to eight weeks"
    if index + 1 < len(reader.chunks) and {"ordinal", "which"} & reader.chunks[index].senses.keys():
        index += 1
    chunk = reader.chunks[index] if index < len(reader.chunks) else None
    if chunk is None or chunk.kind != "time" or chunk.unit is None:
        return None
    return When("duration", at, index, _end_of(chunk, reader.today), time=chunk)


def _bare(reader: CalendarReader, at: int) -> When | None:
    if end := reader.no_such_day(at, None):
        return _no_such_day(reader, at, end, first=at)
    if found := reader.point(at, preposition=None):
        period, end = reader.through(*found)
        strength: Strength = "year" if reader.is_year(at) and end == at + 1 else "named"
        ranged = any(chunk.high is not None for chunk in reader.chunks[at:end])
        begins = period.first if ranged else None  # «1-14 декабря»
        return When(strength, at, end - 1, period.last, begins, remarks=remarks_on(reader, period, at, end))
    chunk = reader.chunks[at]
    if month := reader.month_of(at):
        return When("bare", at, at, month.last)
    if "which" in chunk.senses and (when := _duration(reader, at)) and when.time and when.time.value is not None:
        return when
    long = chunk.kind == "time" and chunk.high is None and chunk.unit not in SECONDS
    if long and chunk.value is not None and chunk.unit and (reader.stands_alone(at) or _closes(reader, at)):
        return When("bare", at, at, _end_of(chunk, reader.today), time=chunk)
    return None


def _is_wished(reader: CalendarReader, at: int) -> bool:
    """Whether "today" ends a wish with one number: "get 30 leads today", "30 leads today".

    "1840 followers today" is what is, and so is "we have 30 leads today".
    """
    before, after = reader.chunks[:at], reader.at(at + 1)
    wished = any("want" in chunk.senses or chunk.sense("verb") in WISHES for chunk in before) or _come_in(before)
    return wished and (after is None or after.text == ".") and sum(chunk.kind == "amount" for chunk in before) == 1


def _come_in(chunks: list[Chunk]) -> bool:
    """Whether the chunks are a number with what comes in and is counted anew each day: "30 leads"."""
    if [chunk.kind for chunk in chunks] != ["amount", "word"]:
        return False
    named = chunks[1].sense("metric") or ""
    listed = metrics().get(subjects()["resolve"].get(named, {}).get("otherwise", named))
    return listed is not None and listed.form == "flow"


def _closes(reader: CalendarReader, at: int) -> bool:
    """Whether a length of time ends the sentence behind what is counted: "500 followers 2 months"."""
    before, last = reader.at(at - 1), reader.at(at + 1) is None
    counted = before is not None and bool(CLOSED & before.senses.keys())
    return last and counted and any(chunk.kind == "amount" for chunk in reader.chunks[:at])


def _end_of(time: Chunk, today: date) -> date | None:
    """The day on which a length of time that begins today ends; a unit without a number is one of it."""
    number = Decimal(1) if time.value is None else time.value
    if time.working:
        return later_workday(today, number)
    return later(today, number, time.unit) if time.unit else None


def choose(whens: list[When]) -> When | None:
    """The expression that ends the goal: a date before a length of time before a bare year."""
    ends = [when for when in whens if when.day or when.strength == "event"]
    return min(ends, key=lambda when: ORDER.index(when.strength), default=None)


def lone_answer(chunks: list[Chunk], today: date, lexicon: Lexicon) -> When | None:
    """A whole answer that is a time: "Friday", «декабрь», "15.01", "2 weeks", «месяц»."""
    reader = CalendarReader(chunks, today, lexicon)
    start = reader.skip_fillers(0)
    if reader.no_such_day(start, "by"):
        return None
    if found := reader.point(start, preposition="by"):
        period, end = found
        return When("named", start, end - 1, period.last, remarks=remarks_on(reader, period, start, end))
    chunk = chunks[start] if start < len(chunks) else None
    if chunk and chunk.kind == "time" and chunk.unit:
        return When("duration", start, start, _end_of(chunk, today), time=chunk)
    return None
