"""Conditions beside the target, in the syntax of a plan: "cost_per_lead <= 350 RUB"."""

from smartgoal.parsing.claims import Claim
from smartgoal.parsing.lexicon import subjects as facts
from smartgoal.parsing.targets import is_money

SIGNS = {"cap": "<=", "floor": ">="}


def limited_metric(claim: Claim) -> str | None:
    """The metric that a limiting claim speaks of: a sum for one thing is its cost, another sum is ad spend."""
    subject = claim.subject
    if is_money(claim):
        if subject and subject.unit == "money":
            return subject.id
        if subject and claim.cost:
            cost: str | None = facts()["cost_of"].get(subject.id)
            return cost
        return "ad_spend"
    return subject.id if subject and subject.countable else None


def limit_of(claim: Claim) -> str | None:
    """The condition as text, or None when it names no metric or number."""
    metric, amount = limited_metric(claim), claim.amount
    if metric is None or amount is None or amount.value is None:
        return None
    lower = claim.subject.lower_is_better if claim.subject else False
    sign = SIGNS.get(claim.bound or "") or ("<=" if is_money(claim) or lower else ">=")
    unit = "" if amount.unit is None else f" {amount.unit}"
    return f"{metric} {sign} {amount.value.normalize():f}{unit}"
