"""Tokens into chunks: the phrases of the lexicon, the longest first."""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from smartgoal.model.goal import Span
from smartgoal.parsing.lexicon import NO_SENSES, Lexicon, Senses
from smartgoal.parsing.tokens import Token, tokenize

DAYS = range(1, 32)
PLACES = ("platform", "setting", "object")
ChunkKind = Literal["word", "mark", "number", "amount", "time", "date"]


@dataclass(slots=True)
class Chunk:
    """A phrase, mark, number, amount, length of time or numeric date, with its senses by role.

    `value` is the number of a number, amount or time (None for a time without one); `high` the upper end of a range;
    `unit` the unit of an amount or time. `sign` is "+", "-" or "". `ordinal` marks "31st"; `working` days on which
    people work; `part` a share of what follows ("1 in 5").
    """

    kind: ChunkKind
    text: str
    start: int
    end: int
    glued: bool = False
    senses: Senses = field(default_factory=lambda: NO_SENSES)
    value: Decimal | None = None
    high: Decimal | None = None
    unit: str | None = None
    sign: str = ""
    scaled: bool = False
    ordinal: bool = False
    open_end: bool = False
    working: bool = False
    part: bool = False

    @property
    def span(self) -> Span:
        """Where it stands in the text."""
        return self.start, self.end

    def sense(self, role: str) -> str | None:
        """Its meaning in that role."""
        return self.senses.get(role)


def scan(text: str, lexicon: Lexicon) -> list[Chunk]:
    """The chunks of a text."""
    tokens = tokenize(text)
    chunks: list[Chunk] = []
    at = 0
    while at < len(tokens):
        if lexicon.date_order == "mdy" and _begins_with_day(tokens[at], chunks):
            tokens[at : at + 1] = _day_and_rest(tokens[at])
        if chunks and _abbreviates(tokens, at, chunks[-1]):
            at += 1
            continue
        length, senses = lexicon.match(tokens, at)
        if length > 1 and "placeholder" not in senses:
            senses = _with_inner(tokens[at : at + length], senses, lexicon)
        chunks.append(_chunk(tokens[at : at + length], senses))
        at += length
    return chunks


def _begins_with_day(token: Token, before: list[Chunk]) -> bool:
    """Whether digits parted by a space are the day of the month before them and another number: "Dec 20 100 leads"."""
    if token.kind != "number" or " " not in token.norm or not before or "month" not in before[-1].senses:
        return False
    day, rest = token.norm.split(" ", 1)
    return int(day) in DAYS and not rest.startswith("0") and not _has_day(before)


def _has_day(before: list[Chunk]) -> bool:
    """Whether the month that stands last has its day: "20 December", "the 20th of December"."""
    at = len(before) - 2
    while at > 0 and (before[at].text == "of" or (before[at].kind == "word" and before[at].glued)):
        at -= 1
    return at >= 0 and before[at].kind == "number"


def _day_and_rest(token: Token) -> list[Token]:
    day, rest = token.norm.split(" ", 1)
    end = token.start + len(day)
    return [token._replace(norm=day, end=end), token._replace(norm=rest, start=end + 1, glued=False)]


def _abbreviates(tokens: list[Token], at: int, before: Chunk) -> bool:
    """Whether a full stop only shortens the word before it: "Jan. 15", «след. недели»."""
    if tokens[at].norm != "." or not tokens[at].glued or at + 1 >= len(tokens):
        return False
    month = "month" in before.senses and tokens[at + 1].kind == "number"
    return month or ("which" in before.senses and tokens[at + 1].kind == "word")


def _with_inner(tokens: list[Token], senses: Senses, lexicon: Lexicon) -> Senses:
    """The senses of a phrase with the places named inside it, and with what it limits.

    "Facebook likes" are on Facebook; "with cost per lead" is about the cost.
    """
    roles = (*PLACES, "base", "metric") if senses.get("join") == "limit" else (*PLACES, "base")
    for at in range(len(tokens)):
        inner = lexicon.match(tokens if at else tokens[:-1], at)[1]
        places = {role: inner[role] for role in roles if role in inner and role not in senses}
        if places:
            senses = {**senses, **places}
    return senses


def _chunk(tokens: list[Token], senses: Senses) -> Chunk:
    first, last = tokens[0], tokens[-1]
    text = " ".join(token.norm for token in tokens)
    kind = "word" if len(tokens) > 1 else first.kind
    number = decimal(text) if kind == "number" else None
    return Chunk(kind, text, first.start, last.end, first.glued, senses, number)


def decimal(digits: str) -> Decimal:
    """The number that a numeral stands for: grouped by space, dot, comma or apostrophe, decimal comma or point."""
    plain = digits.replace(" ", "").replace("'", "")
    head, _, tail = plain.replace(",", ".").rpartition(".")
    if not head:
        return Decimal(tail)
    grouped = len(tail) == 3 and not head.startswith("0") and head != ""
    return Decimal(head.replace(".", "") + ("" if grouped else ".") + tail)
