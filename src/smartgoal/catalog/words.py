"""Words for ids that are no rows of their own: units, periods, criteria, severities, states (words.toml)."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from smartgoal.catalog.rows import Forms, Nouns, Texts, rows_of


class Word(NamedTuple):
    """A name, the forms that follow a number (`nouns`) and other forms ("gen", "each": "a day")."""

    id: str
    names: Texts
    nouns: Nouns
    cases: Mapping[str, Forms]


@cache
def words(kind: str) -> Mapping[str, Word]:
    """All words of one kind ("unit", "period", "criterion", "answer", "severity", "state", ...) by id.

    KeyError for an unknown kind.
    """
    return MappingProxyType(
        {
            key: Word(id=key, names=row["name"], nouns=row.get("noun", {}), cases=row.get("cases", {}))
            for key, row in rows_of("words")[kind].items()
        }
    )


def word(kind: str, identifier: str) -> Word:
    """One word. KeyError for an unknown kind or id."""
    return words(kind)[identifier]
