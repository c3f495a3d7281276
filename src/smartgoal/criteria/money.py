"""A, by prices: what a target costs, what a budget buys, and whether a sale leaves anything."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from decimal import ROUND_CEILING, Decimal
from typing import Any

from smartgoal.criteria.edits import eased, with_goal
from smartgoal.criteria.evidence import (
    COSTS,
    PRICES,
    REVENUE,
    amount,
    currency,
    most_allowed,
    price_now,
    seen_price,
    spend_limit,
    step_costs,
)
from smartgoal.criteria.facts import Facts
from smartgoal.criteria.findings import Proposers, Rule, found
from smartgoal.model import arithmetic
from smartgoal.model.finding import Cure, Finding
from smartgoal.model.quantity import Quantity, Term

LONGEST_CYCLE = 366  # days; for longer ones another deadline is no cure


def sale_leaves_something(facts: Facts) -> Iterable[Finding]:
    """A04: a sale brings more than its advertising costs."""
    money = facts.money
    if money is None:
        return
    from smartgoal.economics import loses_money  # noqa: PLC0415 - only a plan with prices needs it

    if not loses_money(money.chain):
        return
    price, left, share = (money.chain.get(name) for name in ("cac", "break_even_cac", "drr"))
    if price is not None and left is not None:
        yield found("A04", price=Quantity(price, money.currency), left=Quantity(left, money.currency))
    elif share is not None:
        yield found("A04", "share", share=Quantity(share * 100, "percent"))


def budget_covers(facts: Facts) -> Iterable[Finding]:
    """A10: the budget buys what does not come by itself. A16: money is spent at a known price."""
    money, needed = facts.money, facts.to_be_bought
    if needed is None or needed <= 0 or ads_are_banned(facts):
        return
    if money is None or money.price is None:
        if facts.counts and _spends(facts) and (money is None or money.spend is None):
            price = seen_price(facts.plan, facts.snapshot)
            known: dict[str, Any] = {"metric": facts.name()} | ({"price": price} if price else {})
            yield found("A16", "seen" if price else "", **known)
        return
    missing = facts.gained(needed)
    cost = Quantity(_round_up(needed * money.price), money.currency)
    if money.budget is None:
        yield found("A10", "no_budget_for_revenue" if facts.earns else "no_budget", needed=missing, cost=cost)
    elif money.budget < needed * money.price:
        bought = facts.gained((money.budget / money.price).to_integral_value("ROUND_FLOOR"))
        budget = Quantity(money.budget, money.currency)
        yield found("A10", "revenue" if facts.earns else "", needed=missing, cost=cost, budget=budget, bought=bought)


def money_is_enough(facts: Facts) -> Iterable[Finding]:
    """A10: the steps cost no more than the budget, and both stay within the condition on ad spend."""
    costs, budget, limit = step_costs(facts.plan), amount(facts.plan.economics.get("budget")), spend_limit(facts.plan)
    code = currency(facts.plan.economics) or (limit.unit if limit else "count")
    if budget is not None and costs > budget:
        yield found("A10", "steps", cost=Quantity(costs, code), budget=Quantity(budget, code))
    most = max(costs, budget or Decimal(0))
    if limit is not None and limit.unit == code and most > limit.value:
        yield found("A10", "limit", cost=Quantity(most, code), limit=limit)


def price_is_within_the_condition(facts: Facts) -> Iterable[Finding]:
    """A10: a result costs no more now than the plan's own condition allows."""
    for name in COSTS if facts.goal.limits else ():
        limit = most_allowed(facts.plan, name)
        price = price_now(facts.plan, name, facts.snapshot) if limit else None
        if price and limit and price.unit in {"count", limit.unit} and price.value > limit.value:
            price = replace(price, unit=limit.unit)
            yield found("A10", "price", metric=Term("metric", name), price=price, limit=limit)


def price_is_known(facts: Facts) -> Iterable[Finding]:
    """A11: a price from few results is told as a range."""
    money = facts.money
    if money is None or money.spend is None or money.results is None or facts.goal.metric in REVENUE:
        return
    from smartgoal.economics import THIN, price_interval  # noqa: PLC0415 - as above

    if money.results >= THIN:
        return
    span = price_interval(money.spend, money.results)
    results, low = facts.gained(Decimal(money.results)), Quantity(Decimal(round(span.low)), money.currency)
    if span.high is None:
        yield found("A11", "none", low=low, spend=Quantity(money.spend, money.currency))
        return
    high = Quantity(Decimal(round(span.high)), money.currency)
    if money.budget is None or not money.price:
        yield found("A11", results=results, low=low, high=high)
    else:
        bought = facts.gained((money.budget / money.price).to_integral_value("ROUND_FLOOR"))
        budget = Quantity(money.budget, money.currency)
        yield found("A11", "budget", results=results, low=low, high=high, budget=budget, bought=bought)


def deals_close_in_time(facts: Facts) -> Iterable[Finding]:
    """A15: a lead has time to become a sale before the deadline."""
    cycle, days = amount(facts.plan.economics.get("deal_cycle_days")), facts.days
    sells = facts.metric is not None and "sales" in facts.metric.categories
    if cycle and days is not None and sells and 0 < days <= int(cycle):
        yield found("A15", cycle=Decimal(int(cycle)), days=Decimal(days))


def ads_are_banned(facts: Facts) -> bool:
    """Whether a law of the market forbids advertising on the goal's platform, or may forbid it."""
    if facts.plan.market is None:
        return False
    from smartgoal.planning.choice import Setting, banned  # noqa: PLC0415 - only a market has laws
    from smartgoal.planning.resources import Resources  # noqa: PLC0415 - as above

    return banned(Setting.of(facts.plan, Resources()), "paid_ads", {"error", "warning"})


def _spends(facts: Facts) -> bool:
    return bool(amount(facts.plan.economics.get("budget"))) or any(step.cost for step in facts.plan.steps)


def _round_up(amount: Decimal) -> Decimal:
    return amount.to_integral_value(ROUND_CEILING)


def can_be_told(facts: Facts) -> bool:
    """Whether a price and a budget are known, so that the sum can be done."""
    return facts.is_priced and facts.to_be_bought is not None and not ads_are_banned(facts)


RULES: tuple[Rule, ...] = (
    sale_leaves_something,
    budget_covers,
    money_is_enough,
    price_is_within_the_condition,
    price_is_known,
    deals_close_in_time,
)


def _money_that_fits(facts: Facts, finding: Finding) -> Iterable[Cure]:
    """A budget that is enough and within the condition, or a target that the budget covers."""
    if finding.variant == "price":
        return
    limit = spend_limit(facts.plan)
    cost: Quantity = limit if finding.variant == "limit" and limit else finding.values["cost"]
    if limit is None or limit.unit != cost.unit or cost.value <= limit.value:
        economics = {**facts.plan.economics, "budget": cost.value, "currency": cost.unit}
        yield Cure("budget", replace(facts.plan, economics=economics), {"cost": cost})
    if finding.variant in {"", "revenue"}:
        yield from _less_target(facts)


def _less_target(facts: Facts) -> Iterable[Cure]:
    money, needed, gap = facts.money, facts.to_be_bought, arithmetic.gap(facts.sized)
    if facts.goal.kind not in {"gain", "total"} or money is None or needed is None or gap is None:
        return
    assert money.price
    within = eased(gap - needed + (money.budget or Decimal(0)) / money.price, facts.goal, whole=True)
    if within > 0:
        yield Cure("lower", with_goal(facts.plan, value=within), {"target": facts.gained(within)})


def _later_or_leads(facts: Facts, finding: Finding) -> Iterable[Cure]:
    cycle: Decimal = finding.values["cycle"]
    if cycle <= LONGEST_CYCLE:
        day = max(facts.start, facts.today) + dt.timedelta(days=2 * int(cycle))
        yield Cure("later", with_goal(facts.plan, deadline=day), {"date": day})
    yield Cure("leads", with_goal(facts.plan, metric="leads", category="leads"))


def _price_as_seen(facts: Facts, finding: Finding) -> Iterable[Cure]:
    """The price that point A shows, as one to count with."""
    from smartgoal.economics import outcome_of  # noqa: PLC0415 - as above

    price, name = finding.values.get("price"), PRICES.get(outcome_of(facts.goal.metric) or "")
    if price is not None and name is not None:
        economics = {**facts.plan.economics, name: price.value}
        yield Cure("price", replace(facts.plan, economics=economics), {"price": price})


CURES: Proposers = {"A10": _money_that_fits, "A15": _later_or_leads, "A16": _price_as_seen}
