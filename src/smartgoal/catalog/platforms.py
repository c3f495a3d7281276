"""Where a goal is pursued: the rows of platforms.toml."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from smartgoal.catalog.rows import Forms, Texts, other_name, rows_of


class Platform(NamedTuple):
    """One platform.

    `short` is its name in a narrow column; `cases` holds "in" ("on Instagram") per language; `statistics` is where its
    numbers are read in general.
    """

    id: str
    names: Texts
    short: Texts
    cases: Mapping[str, Forms]
    statistics: Texts


def platform(identifier: str) -> Platform:
    """The platform of that id; "other:NAME" gives one with that name. KeyError for an unknown id."""
    name = other_name(identifier)
    if name is None:
        return platforms()[identifier]
    names = {"ru": name, "en": name}
    cases = {"ru": {"in": name}, "en": {"in": f"on {name}"}}
    return Platform(id=identifier, names=names, short=names, cases=cases, statistics={})


@cache
def platforms() -> Mapping[str, Platform]:
    """All platforms of the catalogue by id."""
    return MappingProxyType(
        {
            key: Platform(
                id=key,
                names=row["name"],
                short=row.get("short", row["name"]),
                cases=row["cases"],
                statistics=row["statistics"],
            )
            for key, row in rows_of("platforms").items()
        }
    )
