"""The doors of the room: a whole statement, or one answer of the wizard or a flag."""

import re
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from smartgoal.model.goal import Direction, Kind, Reading, Remark
from smartgoal.model.quantity import Period
from smartgoal.parsing import amounts, deadlines
from smartgoal.parsing.chunks import Chunk, scan
from smartgoal.parsing.lexicon import Lexicon, detect, load
from smartgoal.parsing.rates import RATES, find_rates
from smartgoal.parsing.reading import plain, read_with

# what leaves no space to a number, and makes it the end or the beginning of something longer
_GLUED_BEFORE = re.compile(r"[^\W_]$|\d\S*$")
_GLUED_AFTER = re.compile(r"[^\s/]*\d")
_DIGITS = re.compile(r"[0-9./-]+")
_MONTH_ALONE = re.compile(r"\d{4}-\d{1,2}|\d{1,2}[./]\d{4}")  # no day: 2026-10
SIGNS: dict[str, Direction] = {"+": "increase", "-": "decrease"}


class Amount(NamedTuple):
    """A number with its unit as typed ("count" when none was)."""

    value: Decimal
    unit: str = "count"


class Deadline(NamedTuple):
    """The last day of a time expression, its first day when it names both, and what is worth asking about it."""

    day: date
    start: date | None = None
    remarks: tuple[Remark, ...] = ()


class TargetInput(NamedTuple):
    """The `--target` flag. `kind` None: a bare number, a level or a total by its metric. `unit` None: not typed."""

    kind: Kind | None
    value: Decimal | None = None
    unit: str | None = None
    direction: Direction | None = None
    per: Period | None = None


def read(text: str, *, today: date, language: str | None = None) -> Reading:
    """What a statement says. `language` None: told by its letters. Only its first 2,000 characters are read."""
    return read_with(load(language or detect(text)), text, today)


def parse_amount(text: str, *, language: str | None = None) -> Amount | None:
    """A number with its unit ("1 840", "2,5 тыс", "5к", "45 минут", "$3k"); None when there is not exactly one."""
    chunks = _chunks(text, load(language or detect(text)), letter_m="minute")
    numbers = [chunk for chunk in chunks if chunk.kind in ("amount", "time") and chunk.value is not None]
    if len(numbers) != 1 or numbers[0].value is None or numbers[0].ordinal or _is_torn(text, chunks, numbers[0]):
        return None
    value = plain(numbers[0].value)
    return Amount(-value if numbers[0].sign == "-" else value, numbers[0].unit or "count")


def parse_period(text: str, *, language: str | None = None) -> Period | None:
    """The period an answer tells its number for ("5400/week", «700 в месяц», «за неделю», "post"); None when none."""
    chunks = _chunks(text, load(language or detect(text)), letter_m="minute")
    rates = find_rates(chunks)
    if rates:
        return rates[0].per if rates[0].every == 1 else None
    for before, chunk in zip((None, *chunks), chunks, strict=False):
        unit = chunk.senses.get("time", "") if chunk.value is None else ""
        if unit in RATES:
            return RATES[unit]
        if chunk.sense("metric") == "any_posts" and (before is None or "per" in before.senses):
            return "post"
    return None


def parse_target(text: str, *, language: str | None = None) -> TargetInput | None:
    """A target as a flag tells it ("+250", "-20%", "x2", "10/week", "done", "1500", "10 минут"); None when none."""
    chunks = _chunks(text, load(language or detect(text)), letter_m="minute")
    for at, chunk in enumerate(chunks):
        if "done" in chunk.senses:
            return TargetInput("milestone")
        if "factor" in chunk.senses:
            return TargetInput("factor", Decimal(chunk.senses["factor"]), "ratio")
        if chunk.kind in ("amount", "time") and chunk.value is not None:
            return None if _is_torn(text, chunks, chunk) else _target(chunks, at)
    return None


def _is_torn(text: str, chunks: list[Chunk], number: Chunk) -> bool:
    """Whether a number is only a piece of what was typed as one: the 3 of "1e3", the 1 of "19O1" or "1_000"."""
    before = next((chunk for chunk in chunks if chunk.end == number.start and chunk.kind == "word"), None)
    if before is not None and "times" in before.senses:  # "x2"
        return False
    head, tail = _GLUED_BEFORE.search(text[: number.start]), _GLUED_AFTER.match(text, number.end)
    return any(each is not None for each in (head, tail))


def _target(chunks: list[Chunk], at: int) -> TargetInput | None:
    chunk = chunks[at]
    value = plain(chunk.value or Decimal(0))
    near = [chunks[index] for index in (at - 1, at + 1) if 0 <= index < len(chunks)]
    if any("times" in other.senses for other in near) and chunk.unit is None:
        return TargetInput("factor", value, "ratio")
    rates = find_rates(chunks)
    share = rates[0].share(value) if rates else value
    if share is None:
        return None
    value = plain(share)
    direction = SIGNS.get(chunk.sign)
    unit = "percent" if chunk.unit == "points" else chunk.unit
    if rates and not direction:
        return TargetInput("rate", value, unit, None, rates[0].per)
    if not direction:
        return TargetInput(None, value, unit)
    kind: Kind = "percent" if chunk.unit == "percent" else "gain"
    return TargetInput(kind, value, unit, direction, rates[0].per if rates else None)


def parse_deadline(text: str, *, today: date, language: str | None = None) -> Deadline | None:
    """The day that is meant ("2026-12-06", "2w", "15.01", «к концу апреля», "Friday"); None when none is named."""
    lexicon = load(language or detect(text))
    chunks = _chunks(text, lexicon, letter_m="month")
    when = deadlines.choose(deadlines.find_whens(chunks, today, lexicon, []))
    when = when if when and when.day else deadlines.lone_answer(chunks, today, lexicon)
    if when and _DIGITS.fullmatch(text.strip()) and (when.first, when.last) != (0, len(chunks) - 1):
        return None  # 2026-13 is no date, though 2026 is a year
    return Deadline(when.day, when.start, when.remarks) if when and when.day else None


def parse_day(text: str, *, today: date, language: str | None = None) -> date | None:
    """One day ("2026-12-06", "Friday", "tomorrow"); None where a longer time is named ("2026-12", "December")."""
    read = parse_deadline(text, today=today, language=language)
    longer = read is not None and (read.start or any(remark.code == "last_day" for remark in read.remarks))
    return None if read is None or longer else read.day


def parse_past_day(text: str, *, today: date, language: str | None = None) -> date | None:
    """The day on which something was counted: "yesterday", "2 weeks" (ago), "Friday" (the last), "12 November".

    A day that lies ahead comes only from words that name its year or say so ("tomorrow"); None when no day is named.
    """
    senses = [chunk.senses for chunk in _chunks(text, load(language or detect(text)), letter_m="month")]
    ago = next((each["past"] for each in senses if "past" in each), None)
    if ago is not None:
        return today - timedelta(days=int(ago))
    read = parse_deadline(text, today=today, language=language)
    if read is not None and _MONTH_ALONE.fullmatch(text.strip()):
        return None
    ahead = any("from_now" in each for each in senses)  # "tomorrow"
    if read is None or read.day <= today or ahead or str(read.day.year) in text:
        return read and read.day
    if read.day - today > today - date.min:
        return None  # 3,000 years ago there was no calendar
    return _last_such(text, read.day, today, language)


def _last_such(text: str, day: date, today: date, language: str | None) -> date:
    """The past twin of a day ahead: what moves with today is a span, what moves with the week a day of the week."""
    for days, past in ((1, today - (day - today)), (7, day - timedelta(days=7))):
        moved = parse_deadline(text, today=today + timedelta(days=days), language=language)
        if moved is not None and moved.day == day + timedelta(days=days):
            return past
    return day if (day.month, day.day) == (2, 29) else day.replace(year=day.year - 1)


def _chunks(text: str, lexicon: Lexicon, *, letter_m: str) -> list[Chunk]:
    chunks = scan(text, lexicon)
    for chunk in chunks:
        if "letter_m" in chunk.senses and chunk.glued and text[chunk.start].islower():
            chunk.senses = {"time": letter_m}
    return amounts.assemble(chunks, lexicon)
