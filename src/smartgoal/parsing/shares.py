"""Shares told as one of so many: "1 in 5 leads", «каждый пятый лид», "one of ten questions"."""

from decimal import Decimal

from smartgoal.parsing.chunks import Chunk

COUNTED = frozenset(("metric", "thing"))
MOST = 100  # the largest whole that people say so


def join_shares(chunks: list[Chunk]) -> list[Chunk]:
    """The same chunks with every such share as a percentage of what follows."""
    joined: list[Chunk] = []
    at = 0
    while at < len(chunks):
        length, share = _share(chunks, at)
        if share is None or not _counts(chunks, at + length):
            joined.append(chunks[at])
            at += 1
            continue
        joined.append(_percent(chunks[at : at + length], share))
        at += length
    return joined


def _share(chunks: list[Chunk], at: int) -> tuple[int, Decimal | None]:
    """How many chunks tell a share from there on, and how much it is, in percent."""
    first, second, third = (chunks[index] if index < len(chunks) else None for index in (at, at + 1, at + 2))
    if second is None:
        return 1, None
    if "each_nth" in chunks[at].senses:
        return 2, _one_of(_place(second))
    if "one_of" in chunks[at].senses:
        return 2, _one_of(second.value if second.kind == "number" else None)
    if first is None or third is None or "out_of" not in second.senses or first.kind != "number":
        return 1, None
    part, whole = first.value, third.value if third.kind == "number" else None
    if part is None or whole is None or not 0 < part < whole <= MOST or third.unit or third.high:
        return 3, None
    return 3, (100 * part / whole).quantize(Decimal("0.1"))


def _place(chunk: Chunk) -> Decimal | None:
    """Which one in a row: "fifth", 5th."""
    if chunk.kind == "number" and chunk.ordinal:
        return chunk.value
    return Decimal(chunk.senses["ordinal"]) if "ordinal" in chunk.senses else None


def _one_of(whole: Decimal | None) -> Decimal | None:
    return (100 / whole).quantize(Decimal("0.1")) if whole is not None and 1 < whole <= MOST else None


def _counts(chunks: list[Chunk], at: int) -> bool:
    return at < len(chunks) and not COUNTED.isdisjoint(chunks[at].senses)


def _percent(parts: list[Chunk], share: Decimal) -> Chunk:
    text = " ".join(part.text for part in parts)
    return Chunk("amount", text, parts[0].start, parts[-1].end, value=share, unit="percent", part=True)
