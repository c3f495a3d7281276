"""A length of time from a named day: "two weeks before Christmas", «через неделю после Нового года»."""

from datetime import date, timedelta
from decimal import Decimal

from smartgoal.model.goal import Remark
from smartgoal.parsing.calendar_text import Found
from smartgoal.parsing.calendar_words import CalendarReader
from smartgoal.parsing.chunks import Chunk
from smartgoal.parsing.events import event_at, event_when
from smartgoal.parsing.lexicon import subjects
from smartgoal.parsing.periods import SECONDS, Period, earlier, later
from smartgoal.parsing.when import When

FORWARD = frozenset(("after", "from"))
TODAY = "0"  # days ago
LEADS = frozenset(("within", "ahead"))
YEARLY = frozenset(("holiday", "month"))  # come again every year
COUNTED_NEAR = 5  # chunks between a number and how often it comes
DAY = timedelta(days=1)


def offset_at(reader: CalendarReader, at: int) -> When | None:
    """The day that lies a length of time before or after another one, told from chunk `at` on."""
    led = not LEADS.isdisjoint(reader.chunks[at].senses) and reader.chunks[at].kind == "word"
    place = reader.skip_fillers(at + 1) if led else at
    time, word = reader.at(place), reader.at(place + 1)
    way = word.sense("offset") if word is not None else None
    if time is None or way is None or time.kind != "time" or time.unit is None or time.unit in SECONDS:
        return None
    if not _is_told(reader, place, way) or (way == "from" and _is_often(reader, place)):
        return None
    start = reader.skip_fillers(place + 2)
    found = _point(reader, start)
    if found is None or way == "event":
        return None if found is not None else _from_event(reader, at, start, way)  # not "in two weeks of December"
    day = _counted_from(reader, start, found, time, way)
    if day is None:
        return None
    if at > 0 and reader.chunks[at - 1].sense("by") == "after":
        return When("bare", at, found[1] - 1, None, day)
    return When("end", at, found[1] - 1, day, remarks=() if way in FORWARD else _other_way(reader, at, found, day))


def _point(reader: CalendarReader, start: int) -> Found | None:
    """The day that is counted from: one of the calendar, or today ("two weeks from now")."""
    chunk = reader.at(start)
    if chunk is not None and chunk.sense("past") == TODAY:
        return Period(reader.today, reader.today), start + 1
    return reader.point(start, preposition="by")


def _from_event(reader: CalendarReader, at: int, start: int, way: str) -> When | None:
    """An event without a day: "a week after the launch"; "50 leads a week before the launch" is a rate."""
    often = "per" in reader.chunks[at].senses and "within" not in reader.chunks[at].senses
    if often:
        return None
    named = event_when(reader, at, start, "by" if way == "event" else "during")
    after = reader.at(start)
    if named is not None or way != "after" or "within" not in reader.chunks[at].senses or after is None:
        return named
    return event_at(reader, at, start) if after.kind == "word" else None  # «через неделю после поста»


def _is_often(reader: CalendarReader, place: int) -> bool:
    """Whether it is told how often a number comes: "40 leads a month from January", not "a week from now"."""
    counted, before = reader.chunks[:place], reader.at(place - 1)
    if before is None or "per" not in before.senses or "within" in before.senses or reader.chunks[place].value:
        return False
    numbered = any(chunk.kind == "amount" for chunk in counted[-1 - COUNTED_NEAR :])
    start = reader.at(reader.skip_fillers(place + 2))
    return numbered and reader.counts(place - 2) and start is not None and "past" not in start.senses


def _other_way(reader: CalendarReader, at: int, found: Found, day: date) -> tuple[Remark, ...]:
    """What is counted back from a day may be meant to fill the time up to it."""
    span = (reader.chunks[at].start, reader.chunks[found[1] - 1].end)
    return (Remark("counted_back", span, {"date": day, "other": found[0].last}),)


def _is_told(reader: CalendarReader, place: int, way: str) -> bool:
    """Whether the words before the length of time leave it an offset: not "in the two weeks before Christmas"."""
    before = reader.chunks[max(0, place - 2) : place]
    ahead = bool(before) and "ahead" in before[-1].senses
    within = any("within" in chunk.senses for chunk in before)
    told = reader.chunks[place].value is not None or ahead or (within and way in FORWARD)
    definite = bool(before) and before[-1].text.endswith("the")
    told = told or (definite and (reader.chunks[place].unit == "day" or way in FORWARD))
    if way == "event":
        return within
    return told and (way in FORWARD or ahead or (way == "before" and not within))


def _counted_from(reader: CalendarReader, start: int, found: Found, time: Chunk, way: str) -> date | None:
    """The day, from the next occurrence of the other one that leaves it ahead."""
    number, unit = Decimal(1) if time.value is None else time.value, time.unit or ""
    day = _moved(reader, start, found, number, unit, way)
    yearly = any(not YEARLY.isdisjoint(chunk.senses) for chunk in reader.chunks[start : found[1]])
    if day is None or not yearly:
        return day
    length = later(reader.today, number, unit) - reader.today
    seen_from = reader.today + length if way not in FORWARD else max(reader.today - length, date.min + DAY)
    again = _point(reader.seen_on(seen_from), start)
    near = _moved(reader, start, again, number, unit, way) if again is not None else None
    return near if near is not None and near >= reader.today else day


def _moved(reader: CalendarReader, start: int, found: Found, number: Decimal, unit: str, way: str) -> date | None:
    first, last = found[0]
    if _is_eve(reader.chunks[start]) and last < date.max:
        first = last = last + DAY  # New Year ends a goal on the day before it
    if way == "from" and first != last:
        return max(later(first, number, unit), first + DAY) - DAY  # "3 months from January" ends with March
    return later(last, number, unit) if way in FORWARD else earlier(first, number, unit)


def _is_eve(chunk: Chunk) -> bool:
    return "eve" in chunk.senses or bool(subjects()["holiday"].get(chunk.sense("holiday"), {}).get("eve"))
