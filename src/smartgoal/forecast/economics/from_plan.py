"""The `[economics]` table of a plan in the names of the funnel."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from smartgoal.forecast.economics.funnel import NAMES

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
    known = {name: value for name, value in economics.items() if name in NAMES and isinstance(value, Decimal)}
    results = economics.get("results")
    if isinstance(results, Decimal):
        known.setdefault(outcome_of(metric) or "customers", results)
    return known
