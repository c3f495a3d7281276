"""Numerals, number words and scales among chunks: "5к", "2,5 тыс.", "двести пятьдесят", 31st, 10-ти."""

from decimal import Decimal

from smartgoal.parsing.chunks import Chunk
from smartgoal.parsing.lexicon import Lexicon

THOUSAND = Decimal(1000)
COUNTED = frozenset(("metric", "platform", "setting"))
MEANT = frozenset(("quarter_sign", "half_year", "times", "unit"))  # letters that go with the number after them


def join_numbers(chunks: list[Chunk], lexicon: Lexicon) -> list[Chunk]:
    """The same chunks with every number in one."""
    joined: list[Chunk] = []
    at = 0
    while at < len(chunks):
        chunk = chunks[at]
        if chunk.kind == "number" and _in_a_name(chunk, joined):
            at, number = at + 1, _name(chunk)
        elif chunk.kind == "number":
            at, number = _numeral(chunks, at, lexicon)
        elif "number" in chunk.senses:
            at, number = _number_words(chunks, at)
        elif "scale" in chunk.senses and _stands_alone(chunks, at, joined):
            at, number = at + 1, _number([chunk], Decimal(chunk.senses["scale"]), scaled=True, ordinal=False)
        else:
            at, number = at + 1, chunk
        joined.append(number)
    return joined


def _stands_alone(chunks: list[Chunk], at: int, joined: list[Chunk]) -> bool:
    """Whether a scale is the number itself: "to a thousand", "our first thousand YouTube subscribers"."""
    after = _at(chunks, at + 1)
    counted = after is not None and not COUNTED.isdisjoint(after.senses) and len(chunks[at].text) > 2
    return bool(joined) and (joined[-1].sense("relation") == "to" or counted)


def _numeral(chunks: list[Chunk], at: int, lexicon: Lexicon) -> tuple[int, Chunk]:
    first = chunks[at]
    assert first.value is not None
    value, last, scaled, ordinal = first.value, at, False, False
    after = _at(chunks, at + 1)
    if after and after.glued and "short_scale" in after.senses:
        value, last, scaled = value * Decimal(after.senses["short_scale"]), at + 1, True
    elif after and after.glued and after.text in lexicon.ordinal_endings:
        last, ordinal = at + 1, True
    elif after and after.glued and after.text in lexicon.count_endings:
        last = at + 1
    elif after and after.glued and after.kind == "word" and not after.senses:
        return at + 1, _name(first)
    elif after and after.text == "-" and after.glued and (end := _suffix(chunks, at + 2, lexicon)):
        last, ordinal = at + 2, end in lexicon.ordinal_endings
    scale = _at(chunks, last + 1)
    if scale and "scale" in scale.senses:
        value, last, scaled = value * Decimal(scale.senses["scale"]), last + 1, True
        last += _dotted(chunks, last)
    if scaled:
        last, more = _smaller(chunks, last, value, lexicon)
        value += more
    number = _number(chunks[at : last + 1], value, scaled=scaled, ordinal=ordinal)
    number.unit = next((part.senses["unit"] for part in chunks[at + 1 : last + 1] if "unit" in part.senses), None)
    return last + 1, number


def _smaller(chunks: list[Chunk], last: int, value: Decimal, lexicon: Lexicon) -> tuple[int, Decimal]:
    """What a smaller scale adds, and where it ends: "1 million two hundred thousand", «1 млн 200 тыс.»."""
    after = _at(chunks, last + 1)
    if after is None or value < THOUSAND or not (after.kind == "number" or "number" in after.senses):
        return last, Decimal(0)
    read = _numeral(chunks, last + 1, lexicon) if after.kind == "number" else _number_words(chunks, last + 1)
    end, more = read
    fits = more.scaled and more.value is not None and _fits(value, more.value)
    return (end - 1, more.value or Decimal(0)) if fits else (last, Decimal(0))


def _in_a_name(number: Chunk, joined: list[Chunk]) -> bool:
    """Whether a letter stands glued before it that means nothing there: B2, A4; not Q1 or x2."""
    before = joined[-1] if joined and number.glued else None
    lettered = before is not None and before.kind == "word" and len(before.text) == 1
    return lettered and before is not None and MEANT.isdisjoint(before.senses)


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


def _at(chunks: list[Chunk], at: int) -> Chunk | None:
    return chunks[at] if at < len(chunks) else None
