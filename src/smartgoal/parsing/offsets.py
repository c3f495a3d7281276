"""A length of time from a named day: "two weeks before Christmas", «через неделю после Нового года»."""

from datetime import date, timedelta
from decimal import Decimal

from smartgoal.model.goal import Remark
from smartgoal.parsing.calendar_text import Found
from smartgoal.parsing.calendar_words import CalendarReader
from smartgoal.parsing.chunks import Chunk
from smartgoal.parsing.events import event_when
from smartgoal.parsing.lexicon import subjects
from smartgoal.parsing.periods import SECONDS, earlier, later
from smartgoal.parsing.when import When

LEADS = frozenset(("within", "ahead"))
YEARLY = frozenset(("holiday", "month"))  # come again every year
DAY = timedelta(days=1)


def offset_at(reader: CalendarReader, at: int) -> When | None:
    """The day that lies a length of time before or after another one, told from chunk `at` on."""
    led = not LEADS.isdisjoint(reader.chunks[at].senses) and reader.chunks[at].kind == "word"
    place = reader.skip_fillers(at + 1) if led else at
    time, word = reader.at(place), reader.at(place + 1)
    way = word.sense("offset") if word is not None else None
    if time is None or way is None or time.kind != "time" or time.unit is None or time.unit in SECONDS:
        return None
    if not _is_told(reader, place, way):
        return None
    start = reader.skip_fillers(place + 2)
    found = reader.point(start, preposition="by")
    if found is None or way == "event":
        return None if found is not None else _from_event(reader, at, start, way)  # not "in two weeks of December"
    day = _counted_from(reader, start, found, time, way)
    if day is None:
        return None
    if at > 0 and reader.chunks[at - 1].sense("by") == "after":
        return When("bare", at, found[1] - 1, None, day)
    return When("end", at, found[1] - 1, day, remarks=_other_way(reader, at, found, day) if way != "after" else ())


def _from_event(reader: CalendarReader, at: int, start: int, way: str) -> When | None:
    """An event without a day: "a week after the launch"; "50 leads a week before the launch" is a rate."""
    often = "per" in reader.chunks[at].senses and "within" not in reader.chunks[at].senses
    return None if often else event_when(reader, at, start, "by" if way == "event" else "during")


def _other_way(reader: CalendarReader, at: int, found: Found, day: date) -> tuple[Remark, ...]:
    """What is counted back from a day may be meant to fill the time up to it."""
    span = (reader.chunks[at].start, reader.chunks[found[1] - 1].end)
    return (Remark("counted_back", span, {"date": day, "other": found[0].last}),)


def _is_told(reader: CalendarReader, place: int, way: str) -> bool:
    """Whether the words before the length of time leave it an offset: not "in the two weeks before Christmas"."""
    before = reader.chunks[max(0, place - 2) : place]
    ahead = bool(before) and "ahead" in before[-1].senses
    within = any("within" in chunk.senses for chunk in before)
    told = reader.chunks[place].value is not None or ahead or (within and way == "after")
    definite = bool(before) and before[-1].text.endswith("the")
    told = told or (definite and (reader.chunks[place].unit == "day" or way == "after"))
    if way == "event":
        return within
    return told and (way == "after" or ahead or (way == "before" and not within))


def _counted_from(reader: CalendarReader, start: int, found: Found, time: Chunk, way: str) -> date | None:
    """The day, from the next occurrence of the other one that leaves it ahead."""
    number, unit = Decimal(1) if time.value is None else time.value, time.unit or ""
    day = _moved(reader, start, found, number, unit, way)
    yearly = any(not YEARLY.isdisjoint(chunk.senses) for chunk in reader.chunks[start : found[1]])
    if day is None or not yearly:
        return day
    length = later(reader.today, number, unit) - reader.today
    seen_from = reader.today + length if way != "after" else max(reader.today - length, date.min + DAY)
    again = reader.seen_on(seen_from).point(start, preposition="by")
    near = _moved(reader, start, again, number, unit, way) if again is not None else None
    return near if near is not None and near >= reader.today else day


def _moved(reader: CalendarReader, start: int, found: Found, number: Decimal, unit: str, way: str) -> date | None:
    first, last = found[0]
    if _is_eve(reader.chunks[start]) and last < date.max:
        first = last = last + DAY  # New Year ends a goal on the day before it
    return later(last, number, unit) if way == "after" else earlier(first, number, unit)


def _is_eve(chunk: Chunk) -> bool:
    return "eve" in chunk.senses or bool(subjects()["holiday"].get(chunk.sense("holiday"), {}).get("eve"))
