"""What a forecast adds to the chance: what would lift a wished target to an even bet, and what the rules know of it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from smartgoal.forecast import Estimate
from smartgoal.model.finding import Finding
from smartgoal.model.goal import Goal
from smartgoal.model.plan import Plan
from smartgoal.model.quantity import Quantity
from smartgoal.planning.past import Past

EVEN = 0.5
BOUGHT = frozenset({"gain", "total", "level"})  # kinds whose missing part can be bought result by result
WITHOUT_HISTORY = ("A05", "A09")  # the pace by two typed numbers, else what published figures say of such a growth
ALWAYS = ("T09",)  # holidays that the history has not met
Points = Sequence[tuple[date, Decimal]]


@dataclass(frozen=True, slots=True)
class Lift:
    """By when the target would be an even bet, and what closes the gap at the plan's own price of one result."""

    even_date: date | None = None
    cost: Quantity | None = None
    price: Quantity | None = None


def lift(past: Past, goal: Goal, estimate: Estimate, plan: Plan | None) -> Lift:
    """More time, or money; nothing where the target is an even bet already."""
    if estimate.chance is None or estimate.chance >= EVEN:
        return Lift()
    cost, price = bought(goal, estimate, plan)
    return Lift(past.even_date(), cost, price)


def bought(goal: Goal, estimate: Estimate, plan: Plan | None) -> tuple[Quantity | None, Quantity | None]:
    """What closes the gap by advertising, and the price of one result behind it."""
    if plan is None or goal.value is None or goal.kind not in BOUGHT or goal.direction == "decrease":
        return None, None
    from smartgoal.criteria.evidence import REVENUE, money
    from smartgoal.forecast.lift import budget_needed

    prices = money(plan)
    if prices is None or not prices.price or goal.metric in REVENUE:  # revenue is no result with a price
        return None, None
    cost = budget_needed(estimate, goal.value, prices.price)
    price = Quantity(prices.price.quantize(Decimal("0.01")).normalize() + 0, prices.currency)
    return (Quantity(cost, prices.currency), price) if cost else (None, None)


def findings(plan: Plan, today: date, *, told: bool) -> tuple[Finding, ...]:
    """What the rules know beside the chance; `told` where the history gave one."""
    from smartgoal.criteria import judge

    wanted = ALWAYS if told else (*WITHOUT_HISTORY, *ALWAYS)
    return tuple(each for each in judge(plan, today=today).findings if each.rule in wanted)


def plan_of_file(goal: Goal, points: Points, market: str | None, since: date) -> Plan:
    """A plan that holds no more than the question, asked on the day `since`, and the history of a file."""
    from smartgoal.model.plan import Snapshot

    history = {goal.metric: tuple(points)} if goal.metric else {}
    snapshot = Snapshot(platform=goal.platform, date=points[-1][0], history=history)
    return Plan(created=since, market=market, goal=replace(goal, start=since), point_a=(snapshot,))
