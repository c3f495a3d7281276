"""The `[economics]` table of a plan in the names of the funnel."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from smartgoal.economics.funnel import NAMES

OUTCOMES = {
    "followers": "followers",
    "new_followers": "followers",
    "members": "followers",
    "subscribers": "leads",
    "contest_entries": "leads",
    "leads": "leads",
    "site_clicks": "clicks",
    "traffic": "clicks",
    "impressions": "impressions",
    "views": "impressions",
    "reach": "reach",
    "sales": "customers",
    "customers": "customers",
    "paid_subscriptions": "customers",
    "revenue": "revenue",
    "ad_revenue": "revenue",
}
"""What a metric is called in the funnel."""


def outcome_of(metric: str | None) -> str | None:
    """The quantity of the funnel that a goal's metric is, if advertising buys it at a price."""
    return OUTCOMES.get(metric or "")


def known_of(economics: Mapping[str, Any], metric: str | None) -> dict[str, Decimal]:
    """The known quantities of a plan; `results` are those of the goal's metric (customers where there is none)."""
    numbers = {name: number for name in economics if (number := number_of(economics, name)) is not None}
    known = {name: number for name, number in numbers.items() if name in NAMES}
    if "results" in numbers:
        known.setdefault(outcome_of(metric) or "customers", numbers["results"])
    return known


def number_of(economics: Mapping[str, Any], name: str) -> Decimal | None:
    """One number of the table; None where there is none, or something else stands there."""
    value = economics.get(name)
    return Decimal(value) if isinstance(value, int | Decimal) and not isinstance(value, bool) else None
