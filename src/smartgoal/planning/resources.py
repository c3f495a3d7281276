"""What the user says they have for the plan."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from smartgoal.economics import known_of, number_of, outcome_of, solve

_PRICES = {"clicks": "cpc", "followers": "cpf", "leads": "cpl", "customers": "cac"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Resources:
    """`None` is "not said". Money is in `currency`; `budget` 0 means that nothing may be spent.

    `partners`: there are neighbours, communities or bloggers to ask. `hands`: somebody has several hours a week.
    `price` is what one result of the goal's metric costs in advertising, `usual_per_day` what the account gains by
    itself; both from the user's own figures.
    """

    budget: Decimal | None = None
    currency: str | None = None
    partners: bool | None = None
    hands: bool | None = None
    deal_cycle_days: int = 0
    price: Decimal | None = None
    usual_per_day: Decimal | None = None

    @classmethod
    def of_economics(cls, economics: Mapping[str, Any], metric: str | None) -> "Resources":
        """What the `[economics]` table of a plan tells: budget, currency and the price of a result."""
        solved = solve(known_of(economics, metric))
        currency = economics.get("currency")
        return cls(
            budget=number_of(economics, "budget"),
            currency=currency if isinstance(currency, str) else None,
            deal_cycle_days=int(number_of(economics, "deal_cycle_days") or 0),
            price=None if solved.conflict else solved.get(_PRICES.get(outcome_of(metric) or "", "")),
        )
