"""Questions to several tables at once: the nearest known id, where a number is found."""

from collections.abc import Callable, Mapping
from typing import Literal

from smartgoal.catalog.categories import categories
from smartgoal.catalog.metrics import metric, metrics
from smartgoal.catalog.platforms import platform, platforms
from smartgoal.catalog.rows import Texts

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
    from difflib import get_close_matches  # noqa: PLC0415 - only a slip of the pen needs it

    found = get_close_matches(identifier.lower().strip(), list(_ROWS[kind]()), n=1)
    return found[0] if found else None


def source_of(metric_id: str, platform_id: str | None) -> Texts:
    """What a plan says of where the number is read: the place, or the count by hand where no platform shows it."""
    row = metric(metric_id)
    by_hand = {} if platform_id in row.where else row.measured_by
    return by_hand or where_found(metric_id, platform_id)


def where_found(metric_id: str, platform_id: str | None) -> Texts:
    """Where the number of a metric is read: on that platform, else wherever it is kept, else the platform's statistics.

    Empty when neither is known (a platform of the user's own). KeyError for an unknown id.
    """
    places = metric(metric_id).where
    if platform_id is not None and platform_id in places:
        return places[platform_id]
    if "any" in places:
        return places["any"]
    return platform(platform_id).statistics if platform_id else {}
