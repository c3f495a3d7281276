"""Signs and ranges of numbers among chunks: "5-10", "between 5 and 10", "+250", "60+"."""

from decimal import Decimal

from smartgoal.parsing.chunks import Chunk
from smartgoal.parsing.numerals import THOUSAND

SCALES = (Decimal(10) ** 9, Decimal(10) ** 6, THOUSAND)


def join_ranges(chunks: list[Chunk]) -> list[Chunk]:
    """5-10 and 2,5 - 3 as one number with its upper end; + and - before a number as its sign; 60+ as open."""
    joined: list[Chunk] = []
    for chunk in chunks:
        before = joined[-1] if joined else None
        if chunk.kind != "number" or before is None:
            if chunk.text == "+" and chunk.glued and before and before.kind == "number":
                before.open_end, before.end = True, chunk.end
                continue
            joined.append(chunk)
        elif is_range(joined, chunk):
            joined.pop()
            widen(joined[-1], chunk)
        elif before.text in ("+", "-") and (chunk.glued or before.text == "+") and not is_hyphen(joined):
            joined.pop()
            chunk.sign, chunk.start = before.text, before.start
            joined.append(chunk)
        elif before.text == "-" and before.glued and chunk.glued and joined[-2].kind == "word":
            joined[-1] = chunk  # "mid-2027"
        else:
            joined.append(chunk)
    return joined


def widen(low: Chunk, high: Chunk) -> None:
    """Make `high` the upper end of `low`."""
    low.high, low.end, low.unit = high.value, high.end, high.unit
    if high.scaled and not low.scaled and low.value is not None and high.value is not None:
        low.value = _same_scale(low.value, high)
    low.scaled = high.scaled


def _same_scale(low: Decimal, high: Chunk) -> Decimal:
    """The lower end, in the scale said with the upper one: the largest that keeps it below (900-1000 thousand)."""
    assert high.value is not None
    return next((low * scale for scale in SCALES if low * scale <= high.value), low)


def is_range(joined: list[Chunk], high: Chunk) -> bool:
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


def is_hyphen(joined: list[Chunk]) -> bool:
    """A dash glued to what stands before it is no minus: "10-12", "mid-2027"."""
    if len(joined) < 2 or not joined[-1].glued:
        return False
    return joined[-2].kind in ("number", "amount", "word") or "unit" in joined[-2].senses
