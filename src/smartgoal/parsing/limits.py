"""Conditions beside the target, in the syntax of a plan: "cost_per_lead <= 350 RUB"."""

from smartgoal.parsing.claims import Claim
from smartgoal.parsing.lexicon import subjects as facts
from smartgoal.parsing.targets import is_money

SIGNS = {"cap": "<=", "floor": ">="}


def is_limit(claim: Claim, main: Claim) -> bool:
    """Whether a number beside the main one is a condition: a cap, a price, a budget, a cost that may be reached."""
    if _id(claim) == _id(main) and not (claim.cost or claim.price or claim.clause == "limit"):
        return False
    cost = claim.subject is not None and claim.subject.id in facts()["cost_of"].values()
    ceiling = cost and (claim.relation in ("to", "is", None) or claim.bound is not None)
    return claim.clause == "limit" or claim.bound == "cap" or claim.cost or claim.price or ceiling


def limit_of(claim: Claim, main: Claim) -> str | None:
    """The condition as text, or None when it names no metric or number."""
    metric, amount = _metric(claim, main), claim.amount
    if metric is None or amount is None or amount.value is None:
        return None
    lower = claim.subject.lower_is_better if claim.subject else False
    sign = SIGNS.get(claim.bound or "") or ("<=" if is_money(claim) or lower else ">=")
    unit = "" if amount.unit is None else f" {amount.unit}"
    return f"{metric} {sign} {amount.value.normalize():f}{unit}"


def _metric(claim: Claim, main: Claim) -> str | None:
    """What the condition speaks of: a sum for one thing is its cost, another sum is ad spend."""
    subject = claim.subject
    if not is_money(claim):
        return subject.id if subject and subject.countable else None
    costs = facts()["cost_of"]
    if subject and subject.unit == "money" and subject.id != "revenue":
        return subject.id
    if subject and claim.cost and subject.id in costs:
        return str(costs[subject.id])
    if claim.price and _id(main) in costs:
        return str(costs[_id(main)])
    return "ad_spend"


def _id(claim: Claim) -> str | None:
    return claim.subject.id if claim.subject else None
