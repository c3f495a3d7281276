"""The six categories of goals: the rows of categories.toml."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from smartgoal.catalog.rows import Forms, Texts, rows_of


class Category(NamedTuple):
    """One category: when it fits, what should change ("people hear of us"), which metrics to track."""

    id: str
    names: Texts
    fits: Texts
    change: Texts
    metrics: tuple[str, ...]
    cases: Mapping[str, Forms]


def category(identifier: str) -> Category:
    """The category of that id. KeyError for an unknown one."""
    return categories()[identifier]


@cache
def categories() -> Mapping[str, Category]:
    """The six categories by id, in the order in which they are offered."""
    return MappingProxyType(
        {
            key: Category(
                id=key,
                names=row["name"],
                fits=row["fits"],
                change=row["change"],
                metrics=tuple(row["metrics"]),
                cases=row.get("cases", {}),
            )
            for key, row in rows_of("categories").items()
        }
    )
