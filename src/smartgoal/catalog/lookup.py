"""What to suggest for an id that nobody knows."""

from collections.abc import Callable, Mapping
from difflib import get_close_matches
from typing import Literal

from smartgoal.catalog.categories import categories
from smartgoal.catalog.metrics import metrics
from smartgoal.catalog.platforms import platforms

RowKind = Literal["category", "metric", "platform"]
_ROWS: Mapping[RowKind, Callable[[], Mapping[str, object]]] = {
    "category": categories,
    "metric": metrics,
    "platform": platforms,
}


def nearest(identifier: str, kind: RowKind) -> str | None:
    """The id of the catalogue that looks most like `identifier`, or None when nothing comes near.

    >>> nearest("folowers", "metric")
    'followers'
    """
    found = get_close_matches(identifier.lower().strip(), list(_ROWS[kind]()), n=1)
    return found[0] if found else None
