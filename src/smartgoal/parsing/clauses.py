"""Which part of a sentence a chunk belongs to: the wish itself, a condition beside it, a means, an aside."""

from typing import Literal, NamedTuple

from smartgoal.parsing.chunks import Chunk

ClauseKind = Literal["main", "limit", "means", "aside"]
STOPS = frozenset((".", "!", "?", ";", "•", "…"))
CHANGES = frozenset(("up", "down", "improve"))
WISHES = CHANGES | {"get", "attract"}
ASIDES: dict[str | None, ClauseKind] = {"limit": "limit", "means": "means"}
LEADING = WISHES | {"reach"}


class Clause(NamedTuple):
    """From chunk `first` on."""

    kind: ClauseKind
    number: int


def split(chunks: list[Chunk], taken: set[int]) -> list[Clause]:
    """The clause of every chunk. `taken`: chunks of dates, which open no clause."""
    clauses: list[Clause] = []
    current = Clause("main", 0)
    has_verb = False
    outside: list[Clause] = []
    for at, chunk in enumerate(chunks):
        kind = None if at in taken else _opens(chunks, at, current, taken, has_verb=has_verb)
        if kind:
            current, has_verb = Clause(kind, current.number + 1), False
        if chunk.text == "(":
            outside.append(current)
            current = Clause("aside", current.number + 1)
        elif chunk.text == ")" and outside:
            current = Clause(outside.pop().kind, current.number + 1)
        has_verb = has_verb or chunk.sense("verb") in LEADING
        clauses.append(current)
    return clauses


def _opens(chunks: list[Chunk], at: int, current: Clause, taken: set[int], *, has_verb: bool) -> ClauseKind | None:
    """The kind of clause that begins at this chunk, if one does."""
    chunk = chunks[at]
    join, verb = chunk.sense("join"), chunk.sense("verb")
    if chunk.kind == "mark" and chunk.text in STOPS:
        return "main"
    if current.kind == "aside":
        return None
    if join in ASIDES:
        return None if join == "means" and _only_tells_where(chunks, at, taken) else ASIDES[join]
    leads = verb in LEADING and chunk.kind == "word" and current.kind == "means"
    if chunk.text == "," or leads or (join == "purpose" and current.kind != "main"):
        return "main"
    another = at + 1 < len(chunks) and chunks[at + 1].sense("verb") in LEADING
    return current.kind if join == "and" and has_verb and another else None


def _only_tells_where(chunks: list[Chunk], at: int, taken: set[int]) -> bool:
    """Whether a means is no more than a place: "through Pinterest each month", not "through 3 reels a week"."""
    placed = False
    for index in range(at + 1, len(chunks)):
        chunk = chunks[index]
        if index in taken or chunk.kind == "mark":
            break
        if chunk.kind != "word":
            return placed and all(before.kind != "amount" for before in chunks[:at])
        if "verb" in chunk.senses:
            return False
        placed = placed or "platform" in chunk.senses or "setting" in chunk.senses
    return placed
