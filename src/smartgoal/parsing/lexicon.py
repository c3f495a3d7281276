"""Typed access to the words of a language: one TOML table per language, every table a role.

Phrases are kept as a trie over *atoms*: a word as written, or a stem with its class of endings ("лайк~", "увелич+").
A word of a sentence is turned into its atoms by cutting off endings, so reading a word costs a few look-ups.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from smartgoal.catalog.table import load_table
from smartgoal.parsing.spelling import Spelling
from smartgoal.parsing.tokens import Token, tokenize

HOME = Path(__file__).parent / "lexicon"
LANGUAGES = ("ru", "en")
Senses = Mapping[str, str]
NO_SENSES: Senses = MappingProxyType({})
CLASSES = {"~": "noun", "+": "verb"}


@dataclass(slots=True)
class Node:
    """One step inside a phrase; `senses` when a phrase may end here."""

    next: dict[str, "Node"] = field(default_factory=dict)
    senses: dict[str, str] | None = None


class Lexicon:
    """All phrases of one language with those it borrows."""

    def __init__(self, tables: Sequence[Mapping[str, Any]]) -> None:
        """Compile the tables: the language's own first, then the borrowed ones."""
        language = tables[0]["language"]
        self.name: str = language["name"]
        self.date_order: str = language["date_order"]
        self.head_last: bool = language["head"] == "last"
        self.letters = frozenset(letter for table in tables for letter in table["language"]["letters"])
        self.own_letters = frozenset(language["letters"])
        self.ordinal_endings = frozenset(end for table in tables for end in table["language"]["ordinal_endings"])
        self.count_endings = frozenset(end for table in tables for end in table["language"]["count_endings"])
        self._endings: dict[str, frozenset[str]] = {
            mark: frozenset(end for table in tables for end in table["language"]["endings"][name])
            for mark, name in CLASSES.items()
        }
        self._longest = max(len(end) for ends in self._endings.values() for end in ends)
        self._atoms: set[str] = set()
        self._root = Node()
        for table in tables:
            self._learn(table)
        self._spelling = Spelling(self._atoms)
        self.atoms: Callable[[str], tuple[str, ...]] = lru_cache(maxsize=1 << 14)(self._find_atoms)

    def match(self, tokens: Sequence[Token], at: int) -> tuple[int, Senses]:
        """How many tokens the longest phrase from `at` on takes (at least 1), and its senses (empty when unknown)."""
        best, senses = 1, NO_SENSES
        nodes = [self._root]
        for length in range(1, len(tokens) - at + 1):
            token = tokens[at + length - 1]
            atoms = self.atoms(token.norm) if token.kind == "word" else (token.norm,)
            nodes = [node.next[atom] for node in nodes for atom in atoms if atom in node.next]
            if not nodes:
                break
            found = [node.senses for node in nodes if node.senses]
            if found:
                best, senses = length, found[0] if len(found) == 1 else _joined(found)
        return best, senses

    def _learn(self, table: Mapping[str, Any]) -> None:
        for role, meanings in table.items():
            if role == "language":
                continue
            for meaning, phrases in meanings.items():
                for phrase in phrases:
                    self._add(phrase, role, meaning)

    def _add(self, phrase: str, role: str, meaning: str) -> None:
        node = self._root
        for atom in _atoms_of(phrase):
            self._atoms.add(atom)
            node = node.next.setdefault(atom, Node())
        if node.senses is None:
            node.senses = {}
        node.senses.setdefault(role, meaning)

    def _find_atoms(self, word: str) -> tuple[str, ...]:
        found = [word] if word in self._atoms else []
        for cut in range(min(len(word) - 1, self._longest) + 1):
            stem, end = word[: len(word) - cut], word[len(word) - cut :]
            found += [stem + mark for mark, ends in self._endings.items() if end in ends and stem + mark in self._atoms]
        return tuple(found or self._spelling.nearest(word, self._endings))


def _joined(found: Sequence[dict[str, str]]) -> dict[str, str]:
    senses: dict[str, str] = {}
    for each in found:
        for role, meaning in each.items():
            senses.setdefault(role, meaning)
    return senses


def _atoms_of(phrase: str) -> list[str]:
    """The atoms of a phrase: a mark of class that follows a word belongs to it."""
    atoms: list[str] = []
    for piece in phrase.split():
        if (piece[-1] in CLASSES and len(piece) > 1 and piece[0].isalpha()) or piece.isalpha():
            atoms.append(piece)
        else:
            atoms += [token.norm for token in tokenize(piece)]
    return atoms


@cache
def load(name: str) -> Lexicon:
    """The lexicon of a language ("ru", "en")."""
    return read_lexicon(HOME / f"{name}.toml")


def read_lexicon(source: Path) -> Lexicon:
    """The lexicon in a TOML file; the languages it borrows from are looked for beside it, then at home."""
    own = load_table(source)
    borrowed = [load_table(_beside(source, name)) for name in own["language"]["borrows"]]
    return Lexicon([own, *borrowed])


def _beside(source: Path, name: str) -> Path:
    near = source.with_name(f"{name}.toml")
    return near if near.exists() or near.with_suffix(".json").exists() else HOME / near.name


@cache
def subjects() -> Mapping[str, Any]:
    """What the ids of the lexicons are: facts that hold in every language (subjects.toml)."""
    return load_table(HOME / "subjects.toml")


def detect(text: str) -> str:
    """The language that explains most letters of `text`; of equals the one that borrows least."""
    return _best(text.lower(), {name: load_table(HOME / f"{name}.toml")["language"] for name in LANGUAGES})


def _best(text: str, languages: Mapping[str, Mapping[str, Any]]) -> str:
    def explained(name: str) -> tuple[int, int]:
        row = languages[name]
        alphabets = row["letters"] + "".join(languages[each]["letters"] for each in row["borrows"])
        return sum(letter in alphabets for letter in text), -len(row["borrows"])

    return max(languages, key=explained)
