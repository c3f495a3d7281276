"""What a plan can prove its target with: own history, prices, the sum of its steps."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from smartgoal.catalog import Metric
from smartgoal.model.arithmetic import in_unit
from smartgoal.model.goal import Goal
from smartgoal.model.plan import Plan
from smartgoal.model.series import Point

if TYPE_CHECKING:
    from smartgoal.forecast import Estimate
    from smartgoal.forecast.economics import Economics
    from smartgoal.planning import Coverage

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


def estimate(points: Sequence[Point], goal: Goal, metric: Metric | None, start: date) -> "Estimate | None":
    """How likely the goal is by the account's own history; None where nothing can be asked of one."""
    if not points or metric is None or metric.form == "event" or goal.value is None or goal.deadline is None:
        return None
    if goal.kind is None or goal.kind == "milestone":
        return None
    from smartgoal.forecast import chance  # noqa: PLC0415 - only a plan with a history needs it

    own = [(day, in_unit(value, metric.unit, goal.unit)) for day, value in points]
    return chance(
        own,
        form=metric.form,
        kind=goal.kind,
        value=goal.value,
        by=goal.deadline,
        direction=goal.direction or "increase",
        per=goal.per,
        since=start,
    )


def money(economics: Mapping[str, Any], metric: str | None) -> Money | None:
    """The prices of a plan worked out; None without any, or when the numbers contradict each other."""
    if not economics:
        return None
    from smartgoal.forecast.economics import known_of, outcome_of, solve  # noqa: PLC0415 - as above

    chain, outcome = solve(known_of(economics, metric)), outcome_of(metric)
    if chain.conflict is not None:
        return None
    results = economics.get("results")
    return Money(
        chain,
        outcome,
        chain.get(_PRICES.get(outcome or "", "")),
        _decimal(economics.get("budget")),
        _decimal(economics.get("spend")),
        int(results) if results is not None else None,
        str(economics.get("currency") or "RUB"),
    )


def _decimal(value: Any) -> Decimal | None:
    return value if isinstance(value, Decimal) else None


def coverage(plan: Plan, goal: Goal) -> "Coverage | None":
    """The sum of the steps against the gap; None where no step names a number."""
    if not plan.steps or goal.value is None:
        return None
    from smartgoal.planning import coverage as added_up  # noqa: PLC0415 - as above

    found = added_up(replace(plan, goal=goal))
    return found if any(step.result.value is not None for step in found.steps) else None
