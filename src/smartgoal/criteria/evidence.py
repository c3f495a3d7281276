"""What a plan can prove its target with: own history, prices, the sum of its steps."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from smartgoal.catalog import Metric
from smartgoal.model import arithmetic
from smartgoal.model.goal import Goal
from smartgoal.model.plan import Plan
from smartgoal.model.quantity import Quantity
from smartgoal.planning.measuring import counts_gains

if TYPE_CHECKING:
    from smartgoal.economics import Economics
    from smartgoal.forecast.bands import GrowthBand
    from smartgoal.planning.sums import Coverage

_PRICES = {"clicks": "cpc", "followers": "cpf", "leads": "cpl", "customers": "cac"}


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
        chain.get(_PRICES.get(outcome or "", "")),
        (step_costs(plan) or None) if budget is None else budget,
        amount(economics.get("spend")),
        None if results is None else int(results),
        currency(economics) or "RUB",
    )


def step_costs(plan: Plan) -> Decimal:
    """What the steps cost together."""
    return sum((step.cost for step in plan.steps if step.cost), Decimal(0))


def spend_limit(plan: Plan) -> Quantity | None:
    """What may be spent on advertising by the plan's own conditions."""
    if not plan.goal.limits:
        return None
    from smartgoal.planning import conflicts  # noqa: PLC0415 - reads words, few plans have limits

    return conflicts.spend_limit(plan)


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
