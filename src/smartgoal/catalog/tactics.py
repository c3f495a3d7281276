"""What can be done about a goal: the rows of tactics.toml."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from types import MappingProxyType
from typing import Any, Literal

from smartgoal.catalog.rows import Texts, rows_of

Cost = Literal["none", "low", "paid"]
Means = Literal["own", "partners", "contest", "barter", "paid"]
Situation = Literal["unknown_start", "milestone", "badge"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tactic:
    """One way to move a metric, as a proposal that the user may edit.

    `slots` are the stretches of a plan it fits ("measure", "test", "scale", "hold"); `situation` reserves it for plans
    whose start is unknown or whose goal is an event or a badge. Empty `platforms` or `metrics` mean any of its
    categories; "other" is a metric of the user's own, `metrics_only` keeps the tactic from goals about another one.
    `means` says what it works through, `hours` the work of the whole step, `days` how long it takes to show an effect,
    `after` which tactics it builds upon. `threshold` is the number of the leading indicator; where the step has a
    contribution of its own, `threshold_share` of it takes its place; one that `counts_results` asks for no more than
    half of what the whole goal does. `quantified_by` tells what the result is worked out from. Templates may use
    {threshold}, {check}, {due} and {metric}.
    """

    id: str
    categories: tuple[str, ...]
    slots: tuple[str, ...]
    title: Texts
    deliverable: Texts
    fits: Texts
    indicator: Texts
    if_then: Texts
    quantified_by: Texts
    risk: Texts
    cost: Cost
    means: Means
    hours: int
    days: int
    threshold: Decimal
    source: str
    year: int
    threshold_share: Decimal | None = None
    counts_results: bool = False
    situation: Situation | None = None
    platforms: tuple[str, ...] = ()
    metrics: tuple[str, ...] = ()
    metrics_only: bool = False
    after: tuple[str, ...] = ()
    cautions: tuple[str, ...] = ()
    needs: Texts = field(default_factory=dict)


def tactic(identifier: str) -> Tactic:
    """The tactic of that id. KeyError for an unknown one."""
    return tactics()[identifier]


@cache
def tactics() -> Mapping[str, Tactic]:
    """All tactics by id, the better known first within a category."""
    return MappingProxyType({key: _tactic(key, row) for key, row in rows_of("tactics").items()})


def _tactic(identifier: str, row: Mapping[str, Any]) -> Tactic:
    share = row.get("threshold_share")
    return Tactic(
        id=identifier,
        categories=tuple(row.get("categories", ())),
        slots=tuple(row["slots"]),
        title=row["title"],
        deliverable=row["deliverable"],
        fits=row["fits"],
        indicator=row["indicator"],
        if_then=row["if_then"],
        quantified_by=row["quantified_by"],
        risk=row["risk"],
        cost=row["cost"],
        means=row["means"],
        hours=row["hours"],
        days=row["days"],
        threshold=Decimal(str(row["threshold"])),
        threshold_share=None if share is None else Decimal(str(share)),
        counts_results=row.get("counts_results", False),
        source=row["source"],
        year=row["year"],
        situation=row.get("situation"),
        platforms=tuple(row.get("platforms", ())),
        metrics=tuple(row.get("metrics", ())),
        metrics_only=row.get("metrics_only", False),
        after=tuple(row.get("after", ())),
        cautions=tuple(row.get("cautions", ())),
        needs=row.get("needs", {}),
    )


@cache
def reasons() -> Mapping[str, Texts]:
    """Why a tactic was chosen, and what to know about a proposal, by code."""
    return MappingProxyType(rows_of("reasons"))
