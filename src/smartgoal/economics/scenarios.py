"""What if: another volume, dearer results, a tired audience, a long way from lead to sale."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from smartgoal.economics.funnel import Economics, solve
from smartgoal.economics.relations import PRICES, SHARES

SATURATION = (Decimal(1), Decimal("0.8"), Decimal("0.6"))
"""Exponents of clients = a * budget^b: linear, mild and strong saturation (a simple model, not a measurement)."""
DEARER = Decimal("1.3")
"""Stress: a show or click costs 30 % more."""
WEAKER = Decimal("0.8")
"""Stress: the conversion falls by 20 %."""
COLD_FREQUENCY = Decimal("3.5")
"""More shows than this to one person who does not know you tire the audience (agency figure, 2025)."""


@dataclass(frozen=True, slots=True)
class Stress:
    """The price of a customer, the budget and the profit after the shock; None where they cannot be told."""

    price: Decimal | None
    spend: Decimal | None
    loses: bool | None


def unit_prices(economics: Economics) -> dict[str, Decimal]:
    """The quantities that stay when more or less is bought, but for ROMI, which follows from them."""
    return {name: value for name, value in economics.values.items() if name in {*PRICES, *SHARES} - {"romi"}}


def budget_for(economics: Economics, name: str, target: Decimal) -> Economics:
    """The whole chain for a target: `budget_for(known, "customers", 10)` says its spend at today's prices."""
    return solve({**unit_prices(economics), name: target})


def bought_by(economics: Economics, spend: Decimal) -> Economics:
    """The whole chain for a budget: how many shows, clicks, leads and customers it buys at today's prices."""
    return budget_for(economics, "spend", spend)


def saturated(spend: Decimal, results: Decimal, target: Decimal, exponent: Decimal) -> Decimal:
    """The spend that brings `target` when `spend` brought `results` and each next result costs more.

    300 for one; ten cost 3,000 at exponent 1, 5,335 at 0.8 and 13,925 at 0.6. Never under the linear price above the
    volume seen, never over it below.
    """
    return spend * (target / results) ** (1 / exponent)


def saturation_exponent(small: tuple[Decimal, Decimal], large: tuple[Decimal, Decimal]) -> Decimal | None:
    """The exponent that two (spend, results) pairs show: ln(N2/N1) / ln(B2/B1); None where they cannot."""
    (spend, results), (more_spend, more_results) = small, large
    if min(spend, results, more_spend, more_results) <= 0 or spend == more_spend:
        return None
    return (more_results / results).ln() / (more_spend / spend).ln()


def loses_money(economics: Economics) -> bool | None:
    """Whether each sale loses money: its advertising costs more than the sale leaves (or, margin unknown, brings)."""
    price, left = economics.get("cac"), economics.get("break_even_cac")
    if price is not None and left is not None:
        return price > left
    spent = economics.get("drr")
    return True if spent is not None and spent > 1 else None


def stressed(economics: Economics, *, converts: bool = True) -> Stress:
    """The same volume when shows get dearer and the conversion falls: the price grows by the factor 1.3 / 0.8.

    What is bought without anybody's decision (shows, reach, clicks) does not convert: only the price of shows counts.
    """
    factor = DEARER / WEAKER if converts else DEARER
    price, spend = economics.get("cac"), economics.get("spend")
    dearer = None if price is None else price * factor
    left = economics.get("break_even_cac")
    loses = None if dearer is None or left is None else dearer > left
    return Stress(dearer, None if spend is None else spend * factor, loses)


def last_day_for_leads(deadline: date, deal_cycle_days: int) -> date:
    """The day after which a lead does not become a sale in time."""
    return deadline - timedelta(days=deal_cycle_days)


def audience_covers(economics: Economics, audience: Decimal, frequency: Decimal = COLD_FREQUENCY) -> bool | None:
    """Whether an audience of this size can see all shows without seeing any of them too often."""
    shows = economics.get("impressions")
    return None if shows is None else shows <= audience * frequency
