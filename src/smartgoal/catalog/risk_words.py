"""By which words a text speaks of what needs care: the rows of risk_words.toml."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from smartgoal.catalog.rows import rows_of

Phrase = tuple[str, ...]
"""Words in a row; "реклам*" stands for any ending, "#50" for a number from 50 on."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """Groups of words in one clause (`across`: one sentence), at most `within` words from the first to the last."""

    groups: tuple[str, ...]
    within: int
    ordered: bool
    across: bool


@dataclass(frozen=True, slots=True)
class Topic:
    """What is spoken of when one of the patterns is found and none of the groups in `unless` is."""

    id: str
    patterns: tuple[Pattern, ...]
    unless: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RiskWords:
    """The whole table.

    `negations` maps a phrase to the number of words that it cancels after it, `denials` to the number before it.
    After one of `talking` a sentence is about the thing, not a step that does it.
    """

    groups: Mapping[str, tuple[Phrase, ...]]
    topics: tuple[Topic, ...]
    negations: Mapping[Phrase, int]
    denials: Mapping[Phrase, int]
    affirmations: tuple[Phrase, ...]
    talking: tuple[Phrase, ...]
    platforms: Mapping[str, tuple[Phrase, ...]]
    leaving: tuple[Phrase, ...]


@cache
def risk_words() -> RiskWords:
    """The table, its phrases split into words."""
    rows = rows_of("risk_words")
    return RiskWords(
        groups={name: _phrases(entries) for name, entries in rows["groups"].items()},
        topics=tuple(_topic(name, row) for name, row in rows["topics"].items()),
        negations={tuple(entry.split()): reach for entry, reach in rows["negations"].items()},
        denials={tuple(entry.split()): reach for entry, reach in rows["denials"].items()},
        affirmations=_phrases(rows["affirmations"]["words"]),
        talking=_phrases(rows["talking"]["words"]),
        platforms={name: _phrases(entries) for name, entries in rows["platforms"].items()},
        leaving=_phrases(rows["leaving"]["words"]),
    )


def _phrases(entries: list[str]) -> tuple[Phrase, ...]:
    return tuple(tuple(entry.split()) for entry in entries)


def _topic(identifier: str, row: Mapping[str, Any]) -> Topic:
    return Topic(identifier, tuple(map(_pattern, row["patterns"])), tuple(row.get("unless", ())))


def _pattern(row: Mapping[str, Any]) -> Pattern:
    return Pattern(tuple(row["all"]), row.get("within", 6), row.get("ordered", False), row.get("across", False))
