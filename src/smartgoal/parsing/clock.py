"""Times of the day among chunks: "8 am", "18:30", «в 8 утра». They are no numbers of a goal."""

from smartgoal.parsing.chunks import Chunk

HOURS, MINUTES = range(25), range(60)


def join_clock(chunks: list[Chunk]) -> list[Chunk]:
    """The same chunks with every time of the day as one word."""
    joined: list[Chunk] = []
    at = 0
    while at < len(chunks):
        length = _length(chunks, at)
        parts = chunks[at : at + length]
        joined.append(_time(parts) if length > 1 else chunks[at])
        at += length
    return joined


def _length(chunks: list[Chunk], at: int) -> int:
    """How many chunks from `at` on tell a time of the day; 1 for none."""
    hour = chunks[at]
    if hour.kind != "number" or hour.value not in HOURS:
        return 1
    colon, minutes = (*chunks[at + 1 : at + 3], None, None)[:2]
    with_minutes = (
        colon is not None and colon.text == ":" and colon.glued
        and minutes is not None and minutes.glued and len(minutes.text) == 2 and minutes.value in MINUTES
    )  # fmt: skip
    length = 3 if with_minutes else 1
    word = chunks[at + length] if at + length < len(chunks) else None
    return length + (word is not None and "clock" in word.senses)


def _time(parts: list[Chunk]) -> Chunk:
    first = parts[0]
    text = " ".join(part.text for part in parts)
    return Chunk("word", text, first.start, parts[-1].end, first.glued, {"clock": "time"})
