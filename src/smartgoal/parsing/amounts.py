"""Chunks into amounts: "2,5 тыс. руб.", "$10k", "5-10 %", "двести пятьдесят", "half an hour"."""

from decimal import Decimal

from smartgoal.parsing.chunks import Chunk
from smartgoal.parsing.clock import join_clock
from smartgoal.parsing.lexicon import Lexicon
from smartgoal.parsing.numerals import join_numbers
from smartgoal.parsing.ranges import is_hyphen, is_range, join_ranges, widen
from smartgoal.parsing.shares import join_shares

CURRENCIES = frozenset(("RUB", "USD", "EUR", "GBP", "KZT", "INR"))
YEARS = range(1990, 2101)
# how many of the smaller unit the larger one holds
PARTS = {
    ("year", "month"): 12,
    ("quarter", "month"): 3,
    ("week", "day"): 7,
    ("day", "hour"): 24,
    ("hour", "minute"): 60,
    ("minute", "second"): 60,
}


def assemble(chunks: list[Chunk], lexicon: Lexicon) -> list[Chunk]:
    """The same chunks with numbers, scales, units, signs and ranges joined into amounts and lengths of time."""
    return _join_units(join_shares(join_ranges(join_numbers(join_clock(chunks), lexicon))))


def _join_units(chunks: list[Chunk]) -> list[Chunk]:
    joined: list[Chunk] = []
    at = 0
    while at < len(chunks):
        chunk = chunks[at]
        if chunk.kind == "number":
            at = _take_unit(chunks, at, joined)
        elif "time_phrase" in chunk.senses:
            number, unit = chunk.senses["time_phrase"].split()
            joined.append(_as(chunk, "time", Decimal(number), unit))
        elif "time" in chunk.senses and _is_unit(chunk, joined):
            joined.append(_as(chunk, "time", None, chunk.senses["time"]))
        elif "and_half" in chunk.senses and joined and joined[-1].kind == "time":
            _lengthen(joined[-1], Decimal(chunk.senses["and_half"]), chunk.end)
        else:
            joined.append(chunk)
        _join_times(joined)
        _join_amounts(joined)
        at += 1
    return joined


def _is_unit(chunk: Chunk, joined: list[Chunk]) -> bool:
    """Whether a word without a number is a unit of time; one of two letters needs a word before it: "this yr"."""
    led = bool(joined) and bool({"which", "per", "edge"} & joined[-1].senses.keys())
    return chunk.text != "лет" and (len(chunk.text) > 2 or (len(chunk.text) == 2 and led))


def _join_amounts(joined: list[Chunk]) -> None:
    """$500-$700, "between 5 % and 7 %": a range whose ends both have the unit."""
    high = joined[-1]
    if high.kind != "amount" or high.unit is None or high.sign or not is_range(joined[:-1][-3:], high):
        return
    del joined[-2:]
    widen(joined[-1], high)


def _lengthen(time: Chunk, more: Decimal, end: int) -> None:
    """A month and a half."""
    time.value, time.end = (time.value or 1) + more, end


def _join_times(joined: list[Chunk]) -> None:
    """«год и 3 месяца», "2 hours 30 minutes": one length of time, in the smaller unit."""
    if len(joined) < 2 or joined[-1].kind != "time" or joined[-1].value is None or joined[-1].high is not None:
        return
    small, linked = joined[-1], joined[-2].sense("join") == "and"
    big = joined[-3] if linked and len(joined) > 2 else joined[-2]
    parts = PARTS.get((big.unit or "", small.unit or ""))
    if big.kind != "time" or parts is None or (big.value is None and not linked):
        return
    del joined[-2 if linked else -1 :]
    big.value = (big.value or Decimal(1)) * parts + (small.value or Decimal(0))
    big.unit, big.end = small.unit, small.end


def _as(chunk: Chunk, kind: str, value: Decimal | None, unit: str) -> Chunk:
    chunk.kind, chunk.value, chunk.unit = kind, value, unit  # type: ignore[assignment]  # a ChunkKind
    return chunk


def _take_unit(chunks: list[Chunk], at: int, joined: list[Chunk]) -> int:
    """Append the number at `at` with its unit, and give the index of the last chunk used."""
    number = chunks[at]
    number.kind = "amount"
    before, steps = joined[-1] if joined else None, 1
    if before and _is_currency(before):
        number.unit, number.start = before.sense("unit"), before.start
        joined.pop()
        _take_sign(number, joined)
        joined.append(number)
        return at
    joined.append(number)
    after = _at(chunks, at + 1)
    if after and ((after.text == "-" and after.glued) or "workdays" in after.senses):
        after, steps = _at(chunks, at + 2), 2
    if after is None or number.ordinal:
        return at
    if "unit" in after.senses and steps == 1:
        number.unit, number.end = after.senses["unit"], after.end
        return at + 1
    if "time" in after.senses and not _is_year(number) and not _splits_time(number, after, chunks, at + steps):
        number.kind, number.unit, number.end, number.senses = "time", after.senses["time"], after.end, after.senses
        number.working = steps == 2 and chunks[at + 1].sense("workdays") == "working" and number.unit == "day"
        return at + steps
    return at


def _is_currency(chunk: Chunk) -> bool:
    """A sign or code of a currency that may stand before its number: $, RUB, Rs."""
    if "unit_ahead" in chunk.senses:
        return True
    return chunk.sense("unit") in CURRENCIES and (chunk.kind == "mark" or chunk.text.upper() in CURRENCIES)


def _take_sign(number: Chunk, joined: list[Chunk]) -> None:
    """The sign before a currency: "-$5"."""
    if joined and joined[-1].text in ("+", "-") and joined[-1].end == number.start and not is_hyphen(joined):
        sign = joined.pop()
        number.sign, number.start = sign.text, sign.start


def _splits_time(number: Chunk, word: Chunk, chunks: list[Chunk], at: int) -> bool:
    """A number before "quarter" that is its number, not a count of quarters."""
    del chunks, at
    return "quarter_sign" in word.senses and number.value in (1, 2, 3, 4) and number.high is None


def _is_year(number: Chunk) -> bool:
    return len(number.text) == 4 and number.value in YEARS


def _at(chunks: list[Chunk], at: int) -> Chunk | None:
    return chunks[at] if at < len(chunks) else None
