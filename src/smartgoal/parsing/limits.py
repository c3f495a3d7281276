"""Conditions beside the target, in the syntax of a plan: "cost_per_lead <= 350 RUB"."""

from collections.abc import Iterator

from smartgoal.parsing.claims import Claim
from smartgoal.parsing.lexicon import subjects as facts
from smartgoal.parsing.subject import ANSWERING

SIGNS = {"cap": "<=", "floor": ">="}


def limits_of(claims: list[Claim], main: Claim | None) -> Iterator[str]:
    """The conditions beside the main claim."""
    for claim in claims:
        if main is not None and is_limit(claim, main) and (text := condition(claim, main)):
            yield text


def is_limit(claim: Claim, main: Claim) -> bool:
    """Whether a number beside the main one is a condition: a cap, a price, a budget, a cost that may be reached."""
    if claim is main or not claim.has_number:
        return False
    if claim.sold and claim.bound is None:
        return False  # "sell 10 courses at $300 each": the price of the goods
    priced = claim.cost or claim.price or claim.clause == "limit"
    if claim.id == main.id and not priced:
        return False
    cost = claim.id in facts()["cost_of"].values()
    ceiling = cost and (claim.relation in ("to", "is", None) or claim.bound is not None)
    window = claim.id in ANSWERING and main.id == "response_rate"
    ratio = claim.subject is not None and claim.subject.form == "ratio"
    floor = claim.bound == "floor" and claim.relation is None and ratio
    return priced or claim.bound == "cap" or ceiling or window or floor


def condition(claim: Claim, main: Claim) -> str | None:
    """The condition as text, or None when it names no metric or number."""
    metric, amount = _metric(claim, main), claim.amount
    if metric is None or amount is None or amount.value is None:
        return None
    lower = metric == "ad_spend" or (claim.subject is not None and claim.subject.lower_is_better)
    sign = SIGNS.get(claim.bound or "") or ("<=" if claim.money or claim.cost or lower else ">=")
    unit = "" if amount.unit is None else f" {amount.unit}"
    return f"{metric} {sign} {amount.value.normalize():f}{unit}"


def _metric(claim: Claim, main: Claim) -> str | None:
    """What the condition speaks of: a sum for one thing is its cost, another sum is ad spend."""
    subject = claim.subject
    if not (claim.money or claim.cost):
        return subject.id if subject and subject.countable else None
    costs = facts()["cost_of"]
    if subject and subject.unit == "money" and subject.id != "revenue":
        return subject.id
    if claim.cost:
        return costs.get(claim.id)  # type: ignore[no-any-return]  # a table of texts
    if claim.price and main.id in costs:
        return str(costs[main.id])
    return "ad_spend"
