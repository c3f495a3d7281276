"""Ids of the catalogue as a flag names them."""

from typing import Any

from smartgoal import catalog
from smartgoal.catalog import RowKind
from smartgoal.errors import UsageError
from smartgoal.language import N_

IDS = N_("Known: {known}, or other:NAME.")
ROWS = {"metric": catalog.metrics, "platform": catalog.platforms, "category": catalog.categories}


def known_id(name: str, kind: RowKind, flag: str | None = None) -> str:
    """The id as the catalogue writes it. Raises UsageError with the nearest known one; `flag` is the one that named it.

    Without `flag` it is that of the kind: --metric, --platform.
    """
    identifier = name.strip().casefold() if not name.startswith("other:") else name.strip()
    known = ROWS[kind]()
    if identifier in known or identifier.startswith("other:"):
        return identifier
    near = catalog.nearest(identifier, kind)
    values: dict[str, Any] = {"kind": flag or kind, "name": name, "known": tuple(known)}
    if near:
        raise UsageError("--{kind} {name}: no such id. Did you mean {near}?", advice=IDS, near=near, **values)
    raise UsageError("--{kind} {name}: no such id.", advice=IDS, **values)
