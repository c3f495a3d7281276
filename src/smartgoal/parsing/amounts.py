"""Chunks into amounts: "2,5 тыс. руб.", "$10k", "5-10 %", "двести пятьдесят", "half an hour"."""

from decimal import Decimal

from smartgoal.parsing.chunks import Chunk
from smartgoal.parsing.lexicon import Lexicon

CURRENCIES = frozenset(("RUB", "USD", "EUR", "GBP", "KZT"))
YEARS = range(1990, 2101)
THOUSAND = Decimal(1000)
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
    numbers = _join_numbers(chunks, lexicon)
    return _join_units(_join_ranges(numbers))


# --- numerals, number words and scales --------------------------------------------------------------------------------


def _join_numbers(chunks: list[Chunk], lexicon: Lexicon) -> list[Chunk]:
    joined: list[Chunk] = []
    at = 0
    while at < len(chunks):
        chunk = chunks[at]
        if chunk.kind == "number":
            at, number = _numeral(chunks, at, lexicon)
        elif "number" in chunk.senses:
            at, number = _number_words(chunks, at)
        elif "scale" in chunk.senses and joined and joined[-1].sense("relation") == "to":
            at, number = at + 1, _number([chunk], Decimal(chunk.senses["scale"]), scaled=True, ordinal=False)
        else:
            at, number = at + 1, chunk
        joined.append(number)
    return joined


def _numeral(chunks: list[Chunk], at: int, lexicon: Lexicon) -> tuple[int, Chunk]:
    first = chunks[at]
    assert first.value is not None
    value, last, scaled, ordinal = first.value, at, False, False
    after = _at(chunks, at + 1)
    if after and after.glued and "short_scale" in after.senses:
        value, last, scaled = value * Decimal(after.senses["short_scale"]), at + 1, True
    elif after and after.glued and after.text in lexicon.ordinal_endings:
        last, ordinal = at + 1, True
    elif after and after.glued and after.kind == "word" and not after.senses:
        return at + 1, _name(first)
    elif after and after.text == "-" and after.glued and (end := _suffix(chunks, at + 2, lexicon)):
        last, ordinal = at + 2, end in lexicon.ordinal_endings
    scale = _at(chunks, last + 1)
    if scale and "scale" in scale.senses:
        value, last, scaled = value * Decimal(scale.senses["scale"]), last + 1, True
        last += _dotted(chunks, last)
    number = _number(chunks[at : last + 1], value, scaled=scaled, ordinal=ordinal)
    number.unit = next((part.senses["unit"] for part in chunks[at + 1 : last + 1] if "unit" in part.senses), None)
    return last + 1, number


def _name(number: Chunk) -> Chunk:
    """A numeral that begins a name: 2ГИС, 1С."""
    number.kind = "word"
    return number


def _suffix(chunks: list[Chunk], at: int, lexicon: Lexicon) -> str | None:
    """The grammatical ending glued to a numeral: 31-го, 10-ти."""
    end = _at(chunks, at)
    return end.text if end and end.glued and end.text in lexicon.ordinal_endings | lexicon.count_endings else None


def _dotted(chunks: list[Chunk], last: int) -> int:
    """1 when an abbreviation ("тыс.") keeps its full stop and the sentence goes on."""
    dot, after = _at(chunks, last + 1), _at(chunks, last + 2)
    return int(bool(dot and after and dot.text == "." and dot.glued and len(chunks[last].text.replace(" ", "")) <= 4))


def _number_words(chunks: list[Chunk], at: int) -> tuple[int, Chunk]:
    start, total, current = at, Decimal(0), Decimal(0)
    scaled = False
    while word := _at(chunks, at):
        if at > start and "scale" in word.senses and current:
            current *= Decimal(word.senses["scale"])
            scaled = True
            if current >= THOUSAND:
                total, current = total + current, Decimal(0)
        elif (
            "number" in word.senses and word.kind == "word" and _fits(current or total, Decimal(word.senses["number"]))
        ):
            current += Decimal(word.senses["number"])
        elif "and_half" in word.senses:
            current += Decimal(word.senses["and_half"])
        elif not (at > start and "number_join" in word.senses and _continues(chunks, at, current or total)):
            break
        at += 1
    return at, _number(chunks[start:at], total + current, scaled=scaled, ordinal=False)


def _fits(before: Decimal, number: Decimal) -> bool:
    """Whether a number word may follow what was said: twenty five, two hundred ten; not five six."""
    if not before:
        return True
    return number > 0 and number == number.to_integral_value() and before % 10 ** len(str(int(number))) == 0


def _continues(chunks: list[Chunk], at: int, before: Decimal) -> bool:
    after = _at(chunks, at + 1)
    return bool(after and before >= 100 and "number" in after.senses and _fits(before, Decimal(after.senses["number"])))


def _number(parts: list[Chunk], value: Decimal, *, scaled: bool, ordinal: bool) -> Chunk:
    first = parts[0]
    text = first.text if len(parts) == 1 else " ".join(part.text for part in parts)
    senses = first.senses if len(parts) == 1 else {}
    return Chunk(
        "number", text, first.start, parts[-1].end, first.glued, senses, value, scaled=scaled, ordinal=ordinal
    )  # fmt: skip


# --- signs, ranges and units ------------------------------------------------------------------------------------------


def _join_ranges(chunks: list[Chunk]) -> list[Chunk]:
    """5-10 and 2,5 - 3 as one number with its upper end; + and - before a number as its sign; 60+ as open."""
    joined: list[Chunk] = []
    for chunk in chunks:
        before = joined[-1] if joined else None
        if chunk.kind != "number" or before is None:
            if chunk.text == "+" and chunk.glued and before and before.kind == "number":
                before.open_end, before.end = True, chunk.end
                continue
            joined.append(chunk)
        elif _is_range(joined, chunk):
            joined.pop()
            _widen(joined[-1], chunk)
        elif before.text in ("+", "-") and (chunk.glued or before.text == "+") and not _is_hyphen(joined):
            joined.pop()
            chunk.sign, chunk.start = before.text, before.start
            joined.append(chunk)
        elif before.text == "-" and before.glued and chunk.glued and joined[-2].kind == "word":
            joined[-1] = chunk  # "mid-2027"
        else:
            joined.append(chunk)
    return joined


def _widen(low: Chunk, high: Chunk) -> None:
    low.high, low.end, low.unit = high.value, high.end, high.unit
    if high.scaled and not low.scaled and low.value is not None and high.value is not None:
        low.value = _same_scale(low.value, high)
    low.scaled = high.scaled


def _same_scale(low: Decimal, high: Chunk) -> Decimal:
    assert high.value is not None
    scale = Decimal(10) ** 6 if high.value >= 10**6 else THOUSAND
    return low * scale if low < high.value / scale * 10 and low * scale <= high.value else low


def _is_range(joined: list[Chunk], high: Chunk) -> bool:
    """5-10; "between 5 and 10"."""
    if len(joined) < 2:
        return False
    low, join = joined[-2:]
    between = join.sense("join") == "and" and len(joined) > 2 and "between" in joined[-3].senses
    if join.text != "-" and not between:
        return False
    if low.kind != high.kind or low.value is None or high.value is None or low.high is not None or low.ordinal:
        return False
    return low.value < high.value and low.unit in (None, high.unit)


def _is_hyphen(joined: list[Chunk]) -> bool:
    """A dash glued to what stands before it is no minus: "10-12", "mid-2027"."""
    if len(joined) < 2 or not joined[-1].glued:
        return False
    return joined[-2].kind in ("number", "amount", "word") or "unit" in joined[-2].senses


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
        elif "time" in chunk.senses and (len(chunk.text) > 2 and chunk.text != "лет"):
            joined.append(_as(chunk, "time", None, chunk.senses["time"]))
        elif "and_half" in chunk.senses and joined and joined[-1].kind == "time":
            _lengthen(joined[-1], Decimal(chunk.senses["and_half"]), chunk.end)
        else:
            joined.append(chunk)
        _join_times(joined)
        _join_amounts(joined)
        at += 1
    return joined


def _join_amounts(joined: list[Chunk]) -> None:
    """$500-$700, "between 5 % and 7 %": a range whose ends both have the unit."""
    high = joined[-1]
    if high.kind != "amount" or high.unit is None or high.sign or not _is_range(joined[:-1][-3:], high):
        return
    del joined[-2:]
    _widen(joined[-1], high)


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
        return at + steps
    return at


def _is_currency(chunk: Chunk) -> bool:
    """A sign or code of a currency that may stand before its number: $, RUB."""
    return chunk.sense("unit") in CURRENCIES and (chunk.kind == "mark" or chunk.text.upper() in CURRENCIES)


def _take_sign(number: Chunk, joined: list[Chunk]) -> None:
    """The sign before a currency: "-$5"."""
    if joined and joined[-1].text in ("+", "-") and joined[-1].end == number.start and not _is_hyphen(joined):
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
