"""Shares told as one of so many: "1 in 5 leads", «каждый пятый лид», "one of ten questions"."""

from dataclasses import replace
from decimal import Decimal

from smartgoal.parsing.chunks import Chunk

COUNTED = frozenset(("metric", "thing"))
CONVERSION = "lead_conversion"
TENTH = Decimal("0.1")
MOST = 100  # the largest whole that people say so


def join_shares(chunks: list[Chunk]) -> list[Chunk]:
    """The same chunks with every such share as a percentage of what follows."""
    joined: list[Chunk] = []
    at = 0
    while at < len(chunks):
        if (share := _proportion(chunks, at)) is not None:
            joined.append(replace(_percent(chunks[at : at + 3], share), part=False))
            at += 3
            continue
        if (share := _with_whole_behind(chunks, at)) is not None:
            joined += (_percent([chunks[at]], share), chunks[at + 1])
            at += 4
            continue
        length, share = _share(chunks, at)
        if share is None or not _counts(chunks, at + length):
            joined.append(chunks[at])
            at += 1
            continue
        joined.append(_percent(chunks[at : at + length], share))
        at += length
    return joined


def _proportion(chunks: list[Chunk], at: int) -> Decimal | None:
    """The share of "conversion 1 : 5", «конверсия 1 к 5»: one of five, behind what is a share."""
    if at == 0 or at + 2 >= len(chunks) or "ratio_of_one" not in chunks[at + 1].senses or chunks[at].value != 1:
        return None
    named, after = chunks[at - 1].sense("metric"), chunks[at + 3 : at + 4]
    if named != CONVERSION or any({"time", "unit", "month"} & each.senses.keys() for each in after):
        return None
    return _part_of(chunks[at], chunks[at + 2]) if chunks[at].kind == "number" else None


def _share(chunks: list[Chunk], at: int) -> tuple[int, Decimal | None]:
    """How many chunks tell a share from there on, and how much it is, in percent."""
    first, *after = chunks[at : at + 3]
    if "each_other" in first.senses:
        return 1, _one_of(Decimal(2))
    if first.kind == "number" and after and "part_of" in after[0].senses:
        return _fraction(chunks, at, Decimal(after[0].senses["part_of"]))
    if after and "each_nth" in first.senses:
        return 2, _one_of(_place(after[0]))
    if after and "one_of" in first.senses:
        return 2, _one_of(after[0].value if after[0].kind == "number" else None)
    if len(after) < 2 or "out_of" not in after[0].senses or first.kind != "number":
        return 1, None
    return 3, _part_of(first, after[1])


def _fraction(chunks: list[Chunk], at: int, whole: Decimal) -> tuple[int, Decimal | None]:
    """Two thirds of what follows, over "of" and articles."""
    value, end = chunks[at].value, at + 2
    while end < len(chunks) and "approx" in chunks[end].senses and not _counts(chunks, end):
        end += 1
    share = None if value is None or not 0 < value < whole else (100 * value / whole).quantize(Decimal(1))
    return end - at, share


def _part_of(part: Chunk, whole: Chunk) -> Decimal | None:
    if part.value is None or whole.value is None or whole.kind != "number" or whole.unit or whole.high:
        return None
    return (100 * part.value / whole.value).quantize(TENTH) if 0 < part.value < whole.value <= MOST else None


def _with_whole_behind(chunks: list[Chunk], at: int) -> Decimal | None:
    """The share of "one lead in three": the whole stands behind what is counted, and nothing behind it."""
    if at + 3 >= len(chunks) or chunks[at].kind != "number" or not _counts(chunks, at + 1):
        return None
    join, whole, after = chunks[at + 2], chunks[at + 3], chunks[at + 4 : at + 5]
    counts = any({"time", "unit", "metric", "thing", "month"} & each.senses.keys() for each in after)
    return None if counts or "out_of" not in join.senses else _part_of(chunks[at], whole)


def _place(chunk: Chunk) -> Decimal | None:
    """Which one in a row: "fifth", 5th."""
    if chunk.kind == "number" and chunk.ordinal:
        return chunk.value
    return Decimal(chunk.senses["ordinal"]) if "ordinal" in chunk.senses else None


def _one_of(whole: Decimal | None) -> Decimal | None:
    return (100 / whole).quantize(TENTH) if whole is not None and 1 < whole <= MOST else None


def _counts(chunks: list[Chunk], at: int) -> bool:
    return at < len(chunks) and not COUNTED.isdisjoint(chunks[at].senses)


def _percent(parts: list[Chunk], share: Decimal) -> Chunk:
    text = " ".join(part.text for part in parts)
    return Chunk("amount", text, parts[0].start, parts[-1].end, value=share, unit="percent", part=True)
