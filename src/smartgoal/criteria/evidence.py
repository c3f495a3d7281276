"""What a plan can prove its target with: own history, prices, the sum of its steps."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from smartgoal.catalog import Metric
from smartgoal.model import arithmetic
from smartgoal.model.goal import Goal
from smartgoal.model.plan import Plan, Snapshot
from smartgoal.model.quantity import Quantity
from smartgoal.planning.measuring import counts_gains

if TYPE_CHECKING:
    from smartgoal.economics import Economics
    from smartgoal.forecast.bands import GrowthBand
    from smartgoal.planning.sums import Coverage

COSTS = {"cost_per_lead": ("leads", "cpl"), "cost_per_sale": ("customers", "cac")}
"""What a cost is the price of, and its name in the funnel."""
REVENUE = frozenset({"revenue", "ad_revenue"})
WHOLE_MONEY = 100  # a price is told without hundredths from here on
PRICES = {"clicks": "cpc", "followers": "cpf", "leads": "cpl", "customers": "cac", "revenue": "drr"}
"""The price of one; of revenue what one unit of it costs, so that the sum is the same."""


@dataclass(frozen=True, slots=True)
class Money:
    """The chain of prices of a plan. `outcome` is what the goal's metric is called in it, `price` that of one.

    `budget` is what may be spent; `spend` bought `results` so far. All in `currency`.
    """

    chain: "Economics"
    outcome: str | None
    price: Decimal | None
    budget: Decimal | None
    spend: Decimal | None
    results: int | None
    currency: str


def growth_band(goal: Goal, metric: Metric | None, days: int | None) -> "tuple[GrowthBand, Decimal] | None":
    """Where the growth asked for stands among published figures, with that growth in per cent a month."""
    gap, size = arithmetic.gap(goal), goal.baseline
    if metric is None or goal.hold or not days or days < 0 or gap is None or gap <= 0 or not size or size < 0:
        return None
    if metric.form != "level" or metric.unit != "count" or counts_gains(goal):
        return None
    from smartgoal.forecast.bands import band_of, monthly_growth  # noqa: PLC0415 - as above

    growth = monthly_growth(size, gap, days)
    return band_of(metric.id, goal.platform, int(size), growth), growth


def money(plan: Plan) -> Money | None:
    """The prices of a plan worked out; None without any, or when the numbers contradict each other.

    Where no budget is written, what the steps cost is one.
    """
    economics, metric = plan.economics, plan.goal.metric
    if not economics:
        return None
    from smartgoal.economics import known_of, outcome_of, solve  # noqa: PLC0415 - as above

    chain, outcome = solve(known_of(economics, metric)), outcome_of(metric)
    if chain.conflict is not None:
        return None
    budget, results = amount(economics.get("budget")), amount(economics.get("results"))
    return Money(
        chain,
        outcome,
        chain.get(PRICES.get(outcome or "", "")),
        (step_costs(plan) or None) if budget is None else budget,
        amount(economics.get("spend")),
        None if results is None else int(results),
        currency(economics) or "RUB",
    )


def step_costs(plan: Plan) -> Decimal:
    """What the steps cost together."""
    return sum((step.cost for step in plan.steps if step.cost), Decimal(0))


def seen_price(plan: Plan, snapshot: Snapshot | None) -> Quantity | None:
    """What one result of the goal costs by the ad spend of point A, if advertising brought them all."""
    results = snapshot.metrics.get(plan.goal.metric or "") if snapshot else None
    spend = snapshot.metrics.get("ad_spend") if snapshot else None
    if results is None or spend is None or results.per != spend.per or not results.value or not spend.value:
        return None
    if plan.goal.metric in REVENUE:
        return None
    from smartgoal.economics import outcome_of  # noqa: PLC0415 - as above

    code, price = currency(plan.economics) or "count", spend.value / results.value
    return Quantity(round(price, 0 if price >= WHOLE_MONEY else 2), code) if outcome_of(plan.goal.metric) else None


def price_now(plan: Plan, name: str, snapshot: Snapshot | None) -> Quantity | None:
    """What a cost_per_lead or cost_per_sale is now: by the prices of the plan, else by its point A."""
    prices, code = money(plan), currency(plan.economics) or "count"
    known = prices.chain.get(COSTS[name][1]) if prices else None
    if known is not None:
        return Quantity(round(known, 0 if known >= WHOLE_MONEY else 2), code)
    told = [each.metrics[name].value for each in sorted(plan.point_a, key=_day) if name in each.metrics]
    if told:
        return Quantity(told[-1], code)
    from smartgoal.economics import outcome_of  # noqa: PLC0415 - as above

    return seen_price(plan, snapshot) if outcome_of(plan.goal.metric) == COSTS[name][0] else None


def _day(snapshot: Snapshot) -> date:
    return snapshot.date


def spend_limit(plan: Plan) -> Quantity | None:
    """What may be spent on advertising by the plan's own conditions."""
    return most_allowed(plan, "ad_spend")


def most_allowed(plan: Plan, metric: str) -> Quantity | None:
    """The most that a number may be by the plan's own conditions."""
    if not plan.goal.limits:
        return None
    from smartgoal.planning import conflicts  # noqa: PLC0415 - reads words, few plans have limits

    return conflicts.most_allowed(plan, metric)


def currency(economics: Mapping[str, Any]) -> str | None:
    """The currency of `[economics]` as an ISO code; None where there is none."""
    code = economics.get("currency")
    return code.upper() if isinstance(code, str) and code.isalpha() else None


def amount(value: Any) -> Decimal | None:
    """A number of `[economics]`; None for anything that cannot be one."""
    return value if isinstance(value, Decimal) and value >= 0 else None


def coverage(plan: Plan, goal: Goal) -> "Coverage | None":
    """The sum of the steps against the gap; None where no step names a number."""
    if not plan.steps or goal.value is None:
        return None
    from smartgoal.planning.sums import coverage as added_up  # noqa: PLC0415 - as above

    found = added_up(replace(plan, goal=goal))
    return found if any(step.result.value is not None for step in found.steps) else None
