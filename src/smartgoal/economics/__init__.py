"""Unit economics both ways: what a target costs, what a budget buys, and how far the price can be trusted."""

from smartgoal.economics.evidence import FIRM, THIN, Interval, poisson_interval, price_interval
from smartgoal.economics.from_plan import known_of, number_of, outcome_of
from smartgoal.economics.funnel import Conflict, Economics, solve
from smartgoal.economics.relations import SHARES, by_gross_profit
from smartgoal.economics.scenarios import (
    Stress,
    audience_covers,
    bought_by,
    budget_for,
    last_day_for_leads,
    loses_money,
    saturated,
    saturation_exponent,
    stressed,
)

__all__ = [
    "FIRM",
    "SHARES",
    "THIN",
    "Conflict",
    "Economics",
    "Interval",
    "Stress",
    "audience_covers",
    "bought_by",
    "budget_for",
    "by_gross_profit",
    "known_of",
    "last_day_for_leads",
    "loses_money",
    "number_of",
    "outcome_of",
    "poisson_interval",
    "price_interval",
    "saturated",
    "saturation_exponent",
    "solve",
    "stressed",
]
