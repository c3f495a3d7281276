"""The chain from shows to money as equations: constant times a product equals a product.

Names and formulas: common media arithmetic (CPM per 1,000 shows; ROAS = revenue / spend; DRR = spend / revenue;
ROMI = ROAS - 1, and with a known margin gross profit / spend - 1; break-even price of a customer = average order times
margin). Shares are fractions: 0.005 is 0.5 %.
"""

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


PRODUCTS = (
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
)
DIFFERENCES = (Difference("roas", ONE, "romi"), Difference("gross_profit", "spend", "profit"))
