"""Where the phrases of risk_words.toml stand in a row of words; by an index, so that few are ever compared."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from smartgoal.catalog.risk_words import Phrase, risk_words
from smartgoal.parsing.tokens import Token

NEGATION, DENIAL, AFFIRMATION = "negation", "denial", "affirmation"
TALKING, RESUMING = "talking", "resuming"
LEAVING, PLATFORM = "leaving", "platform "
_NUMBER = "#"
_ANY = "*"
_KEY = 3


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A phrase in a row of words: from `begin` to `end` (exclusive)."""

    begin: int
    end: int
    phrase: Phrase


def places(words: list[Token]) -> Mapping[str, list[Place]]:
    """The places of every group of the table (and of platforms, negations ...) by name."""
    found: dict[str, list[Place]] = defaultdict(list)
    for begin, word in enumerate(words):
        for name, phrase in _candidates(word):
            if _stands(words[begin : begin + len(phrase)], phrase):
                found[name].append(Place(begin, begin + len(phrase), phrase))
    return found


def _candidates(word: Token) -> Iterator[tuple[str, Phrase]]:
    yield from _index().get(word.norm[:_KEY], ())
    yield from _index().get(_NUMBER if word.kind == "number" else _ANY, ())


@cache
def _index() -> Mapping[str, list[tuple[str, Phrase]]]:
    index: dict[str, list[tuple[str, Phrase]]] = defaultdict(list)
    for name, phrases in _named():
        for phrase in phrases:
            index[_key(phrase[0])].append((name, phrase))
    return index


def _key(word: str) -> str:
    return word[0] if word.startswith((_NUMBER, _ANY)) else word.rstrip(_ANY)[:_KEY]


def _named() -> Iterator[tuple[str, Iterable[Phrase]]]:
    table = risk_words()
    yield from table.groups.items()
    yield from ((PLATFORM + name, phrases) for name, phrases in table.platforms.items())
    yield NEGATION, table.negations
    yield DENIAL, table.denials
    yield AFFIRMATION, table.affirmations
    yield TALKING, table.talking
    yield RESUMING, table.resuming
    yield LEAVING, table.leaving


def _stands(words: list[Token], phrase: Phrase) -> bool:
    return len(words) == len(phrase) and all(map(_fits, words, phrase))


def _fits(token: Token, word: str) -> bool:
    if word.startswith(_NUMBER):
        return token.kind == "number" and _whole(token.norm) >= int(word[1:])
    if word.startswith(_ANY):
        return word.strip(_ANY) in token.norm
    return token.norm.startswith(word[:-1]) if word.endswith(_ANY) else token.norm == word


def _whole(number: str) -> int:
    """The whole part of "2.5", "1,500" or "10 000"."""
    digits = re.sub(r"\D", "", re.sub(r"[.,]\d{1,2}$", "", number))
    return int(digits or 0)
