"""By which words a text speaks of what needs care: the rows of risk_words.toml."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import Any

from smartgoal.catalog.rows import rows_of

Phrase = tuple[str, ...]
"""Words in a row: "реклам*" has any ending, "пост~" one of inflection, "*блогер*" is any compound, "#50" 50 or more."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """Groups of words in one clause (`across`: one sentence), at most `within` words from the first to the last.

    All of `needed` make it, any of `unless` there takes it back. It counts only in a text that mentions the topics
    `along` with it.
    """

    needed: tuple[str, ...]
    within: int
    ordered: bool
    across: bool
    unless: tuple[str, ...]
    along: tuple[str, ...]

    @property
    def groups(self) -> tuple[str, ...]:
        """Every group that it looks for."""
        return self.needed + self.unless


@dataclass(frozen=True, slots=True)
class Topic:
    """What is spoken of when one of the patterns is found and none of the groups in `unless` is.

    `but` names the topics in whose presence this one is not meant (a contest: a contest of somebody else's).
    """

    id: str
    patterns: tuple[Pattern, ...]
    unless: tuple[str, ...]
    but: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RiskWords:
    """The whole table.

    `negations` maps a phrase to the number of words that it cancels after it, `denials` to the number before it.
    After one of `talking` a sentence is about the thing, not a step that does it, up to one of `resuming`; with one of
    `refusing` it is so as a whole.
    """

    groups: Mapping[str, tuple[Phrase, ...]]
    topics: tuple[Topic, ...]
    negations: Mapping[Phrase, int]
    denials: Mapping[Phrase, int]
    affirmations: tuple[Phrase, ...]
    talking: tuple[Phrase, ...]
    resuming: tuple[Phrase, ...]
    refusing: tuple[Phrase, ...]
    endings: frozenset[str]
    platforms: Mapping[str, tuple[Phrase, ...]]
    leaving: tuple[Phrase, ...]


@cache
def risk_words() -> RiskWords:
    """The table, its phrases split into words."""
    rows = rows_of("risk_words")
    return RiskWords(
        groups={name: _phrases(_spread(entries, rows["groups"])) for name, entries in rows["groups"].items()},
        topics=tuple(_topic(name, row) for name, row in rows["topics"].items()),
        negations={tuple(entry.split()): reach for entry, reach in rows["negations"].items()},
        denials={tuple(entry.split()): reach for entry, reach in rows["denials"].items()},
        affirmations=_phrases(rows["affirmations"]["words"]),
        talking=_phrases(rows["talking"]["words"]),
        resuming=_phrases(rows["resuming"]["words"]),
        refusing=_phrases(rows["refusing"]["words"]),
        endings=frozenset({"", *rows["endings"]["words"]}),
        platforms={name: _phrases(entries) for name, entries in rows["platforms"].items()},
        leaving=_phrases(rows["leaving"]["words"]),
    )


def _spread(entries: list[str], groups: Mapping[str, list[str]]) -> list[str]:
    """The entries, with those of another group in place of "@name"."""
    spread = (_spread(groups[entry[1:]], groups) if entry.startswith("@") else [entry] for entry in entries)
    return list(dict.fromkeys(chain.from_iterable(spread)))


def _phrases(entries: list[str]) -> tuple[Phrase, ...]:
    return tuple(tuple(entry.split()) for entry in entries)


def _topic(identifier: str, row: Mapping[str, Any]) -> Topic:
    return Topic(
        identifier, tuple(map(_pattern, row["patterns"])), tuple(row.get("unless", ())), tuple(row.get("but", ()))
    )


def _pattern(row: Mapping[str, Any]) -> Pattern:
    return Pattern(
        needed=tuple(row["all"]),
        within=row.get("within", 6),
        ordered=row.get("ordered", False),
        across=row.get("across", False),
        unless=tuple(row.get("unless", ())),
        along=tuple(row.get("along", ())),
    )
