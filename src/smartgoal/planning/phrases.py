"""Where the phrases of risk_words.toml stand in a row of words; by an index, so that few are ever compared."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain

from smartgoal.catalog.risk_words import Phrase, risk_words
from smartgoal.parsing.tokens import Token

NEGATION, DENIAL, AFFIRMATION = "negation", "denial", "affirmation"
TALKING, RESUMING, REFUSING = "talking", "resuming", "refusing"
LEAVING, PLATFORM = "leaving", "platform "
_NUMBER = "#"
_ANY = "*"
_INFLECTED = "~"


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
        for name, phrase in _beginning(word.kind, word.norm):
            end = begin + len(phrase)
            if end == begin + 1 or _stands(words[begin + 1 : end], phrase[1:]):
                found[name].append(Place(begin, end, phrase))
    return found


@lru_cache(maxsize=4096)
def _beginning(kind: str, norm: str) -> tuple[tuple[str, Phrase], ...]:
    """The phrases whose first word this is, with the names of their groups."""
    index = _index()
    stems = [norm[:end] for end in range(1, len(norm) + 1)]
    keys = [norm, *(stem + _ANY for stem in stems)]
    keys += [stem + _INFLECTED for stem in stems if norm[len(stem) :] in risk_words().endings]
    keys += [key for key in _open_keys() if _fits(kind, norm, key)]
    return tuple(chain.from_iterable(index.get(key, ()) for key in keys))


@cache
def _index() -> Mapping[str, list[tuple[str, Phrase]]]:
    index: dict[str, list[tuple[str, Phrase]]] = defaultdict(list)
    for name, phrases in _named():
        for phrase in phrases:
            index[phrase[0]].append((name, phrase))
    return index


@cache
def _open_keys() -> tuple[str, ...]:
    """The first words that no stem finds: "#50", "*блогер*"."""
    return tuple(key for key in _index() if key.startswith((_NUMBER, _ANY)))


def _named() -> Iterator[tuple[str, Iterable[Phrase]]]:
    table = risk_words()
    yield from table.groups.items()
    yield from ((PLATFORM + name, phrases) for name, phrases in table.platforms.items())
    yield NEGATION, table.negations
    yield DENIAL, table.denials
    yield AFFIRMATION, table.affirmations
    yield TALKING, table.talking
    yield RESUMING, table.resuming
    yield REFUSING, table.refusing
    yield LEAVING, table.leaving


def _stands(words: list[Token], phrase: Phrase) -> bool:
    return len(words) == len(phrase) and all(
        _fits(word.kind, word.norm, wanted) for word, wanted in zip(words, phrase, strict=True)
    )


def _fits(kind: str, norm: str, wanted: str) -> bool:
    if wanted.startswith(_NUMBER):
        return kind == "number" and _whole(norm) >= int(wanted[1:])
    if wanted.startswith(_ANY):
        return wanted.strip(_ANY) in norm
    if wanted.endswith(_INFLECTED):
        return norm.startswith(wanted[:-1]) and norm[len(wanted) - 1 :] in risk_words().endings
    return norm.startswith(wanted[:-1]) if wanted.endswith(_ANY) else norm == wanted


def _whole(number: str) -> int:
    """The whole part of "2.5", "1,500" or "10 000"."""
    digits = re.sub(r"\D", "", re.sub(r"[.,]\d{1,2}$", "", number))
    return int(digits or 0)
