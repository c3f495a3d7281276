"""The chain from shows to money as equations: constant times a product equals a product.

Names and formulas: common media arithmetic (CPM per 1,000 shows; ROAS = revenue / spend; DRR = spend / revenue;
break-even price of a customer = average order times margin). ROMI has two meanings in use: ROAS - 1, and, where what a
sale leaves is known, gross profit / spend - 1. Shares are fractions: 0.005 is 0.5 %.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

ONE = Decimal(1)
SHARES = ("ctr", "cr_click_follow", "cr_click_lead", "cr_lead_sale", "margin")
"""Quantities that lie between 0 and 1."""

PRICES = ("cpm", "cpc", "cpf", "cpl", "cac", "aov", "roas", "drr", "romi", "break_even_cac", "cpl_max", "frequency")
"""Quantities that do not depend on how much is bought."""

VOLUMES = ("spend", "reach", "impressions", "clicks", "followers", "leads", "customers", "revenue", "gross_profit")
"""Quantities that grow with the budget."""

SIGNED = ("romi", "profit")
"""Quantities that may be negative."""


@dataclass(frozen=True, slots=True)
class Product:
    """constant * product(left) = product(right)."""

    left: tuple[str, ...]
    right: tuple[str, ...]
    constant: Decimal = ONE


@dataclass(frozen=True, slots=True)
class Difference:
    """first - second = result, where each is a name or the number 1."""

    first: str
    second: str | Decimal
    result: str


Relation = Product | Difference

COMMON: tuple[Relation, ...] = (
    Product(("cpm", "impressions"), ("spend",), ONE / 1000),
    Product(("frequency", "reach"), ("impressions",)),
    Product(("impressions", "ctr"), ("clicks",)),
    Product(("clicks", "cpc"), ("spend",)),
    Product(("clicks", "cr_click_follow"), ("followers",)),
    Product(("followers", "cpf"), ("spend",)),
    Product(("clicks", "cr_click_lead"), ("leads",)),
    Product(("leads", "cpl"), ("spend",)),
    Product(("leads", "cr_lead_sale"), ("customers",)),
    Product(("customers", "cac"), ("spend",)),
    Product(("customers", "aov"), ("revenue",)),
    Product(("spend", "roas"), ("revenue",)),
    Product(("revenue", "drr"), ("spend",)),
    Product(("revenue", "margin"), ("gross_profit",)),
    Product(("ctr", "cpc"), ("cpm",), Decimal(1000)),
    Product(("cpf", "cr_click_follow"), ("cpc",)),
    Product(("cpl", "cr_click_lead"), ("cpc",)),
    Product(("cac", "cr_lead_sale"), ("cpl",)),
    Product(("cac", "roas"), ("aov",)),
    Product(("aov", "drr"), ("cac",)),
    Product(("roas", "drr"), ()),
    Product(("aov", "margin"), ("break_even_cac",)),
    Product(("break_even_cac", "cr_lead_sale"), ("cpl_max",)),
    Product(("customers", "break_even_cac"), ("gross_profit",)),
    Difference("gross_profit", "spend", "profit"),
)
BY_REVENUE = (Difference("roas", ONE, "romi"),)
BY_GROSS_PROFIT = (
    Difference("returned", ONE, "romi"),
    Product(("spend", "returned"), ("gross_profit",)),
    Product(("cac", "returned"), ("break_even_cac",)),
    Product(("roas", "margin"), ("returned",)),
)
"""`returned` is what a unit of spend leaves after the goods are paid for."""

OF_GROSS_PROFIT = ("margin", "gross_profit", "break_even_cac", "cpl_max", "profit")
"""Any of these tells what a sale leaves."""


def relations(known: Iterable[str]) -> tuple[Relation, ...]:
    """All equations, with the meaning of ROMI that fits what is known."""
    return COMMON + (BY_GROSS_PROFIT if by_gross_profit(known) else BY_REVENUE)


def by_gross_profit(known: Iterable[str]) -> bool:
    """Whether ROMI counts what is left after the goods are paid for; else it counts revenue."""
    return not set(OF_GROSS_PROFIT).isdisjoint(known)
