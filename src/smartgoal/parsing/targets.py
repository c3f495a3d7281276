"""A claim into the parts of a goal: kind, value, unit, direction, start value."""

from dataclasses import dataclass
from decimal import Decimal

from smartgoal.model.goal import Direction, Kind, Period
from smartgoal.parsing.chunks import Chunk
from smartgoal.parsing.claims import Claim
from smartgoal.parsing.clauses import CHANGES
from smartgoal.parsing.deadlines import Rate

RATIO_UNITS = ("percent", "minute", "money", "ratio", "point")


@dataclass(frozen=True, slots=True)
class Target:
    """How much: the parts of `Goal` that a claim decides."""

    kind: Kind | None = None
    value: Decimal | None = None
    unit: str | None = None
    direction: Direction | None = None
    baseline: Decimal | None = None
    hold: bool = False


def target_of(claim: Claim, rate: Rate | None) -> Target:
    """The target that a claim tells. `rate`: the period that its number repeats in."""
    if claim.subject and claim.subject.kind == "event":
        return Target("milestone")
    direction = _direction(claim)
    baseline = claim.baseline.value if claim.baseline else None
    if claim.factor is not None:
        if claim.subject and claim.subject.unit == "ratio":
            return Target("level", claim.factor, "ratio", direction, baseline)
        return Target("factor", claim.factor, "ratio", direction, baseline)
    if claim.amount is None or claim.amount.value is None:
        return Target(direction=direction)
    told_before = rate is not None and rate.first < claim.at and claim.amount.unit == "percent"
    kind = _kind(claim, claim.amount, None if rate is None or told_before else rate.per)
    unit = _unit(claim, claim.amount)
    hold = claim.keep and claim.verb not in CHANGES
    if hold:
        direction = None
    return Target(kind, claim.amount.value, unit, direction, baseline, hold=hold)


def _kind(claim: Claim, amount: Chunk, per: Period | None) -> Kind:
    subject = claim.subject
    ratio = subject is not None and subject.form == "ratio"
    gaining = claim.relation == "by" or (claim.relation != "to" and (claim.more or amount.sign != ""))
    if amount.unit == "points" and not (subject and subject.unit == "point"):
        return "gain"
    if amount.unit == "percent":
        return _percent_kind(claim, amount, per, ratio=ratio, gaining=gaining)
    if claim.baseline is not None and not gaining:
        return "level"
    if claim.relation == "by" and claim.verb == "reach" and not claim.more:
        return "level"
    if claim.bound == "cap" and not gaining:
        return "level"
    standing = subject is not None and subject.standing and not gaining
    if per and per != "post" and claim.relation not in ("to", "by") and not (ratio or standing):
        return "rate"
    if gaining:
        return "gain"
    return _plain_kind(claim)


def _percent_kind(claim: Claim, amount: Chunk, per: Period | None, *, ratio: bool, gaining: bool) -> Kind:
    if claim.relation == "to" or (claim.baseline is not None and not gaining):
        return "level"
    if ratio and not gaining and (claim.verb not in CHANGES or claim.bound):
        return "level"
    if (claim.bound or claim.share or claim.verb == "reach") and not gaining:
        return "level"
    if per and per != "post":
        return "rate"
    if claim.keep and not gaining:
        return "level"
    return "percent"


def _plain_kind(claim: Claim) -> Kind:
    subject = claim.subject
    if claim.relation == "to" or claim.keep or claim.bound == "cap":
        return "level"
    if subject is not None and subject.form == "ratio":
        return "level"
    if claim.money:
        return "total"
    if claim.verb in CHANGES and claim.bound is None and claim.relation is None:
        return "gain"
    if subject is not None and subject.form == "level" and claim.verb == "attract":
        return "gain"
    return "level" if subject is None or subject.form == "level" else "total"


def _unit(claim: Claim, amount: Chunk) -> str | None:
    subject = claim.subject
    if amount.unit == "points":
        return "point" if subject and subject.unit == "point" else "percent"
    if amount.unit:
        return amount.unit
    if subject and subject.unit == "money":
        return None
    if subject and subject.unit == "percent" and claim.share:
        return "point"
    if subject and subject.unit in ("percent", "ratio", "point"):
        return subject.unit
    return "count"


def _direction(claim: Claim) -> Direction | None:
    amount = claim.amount
    if amount is not None and amount.sign == "-":
        return "decrease"
    if claim.verb == "down":
        return "decrease"
    if claim.verb == "improve" and not claim.more:
        return "decrease" if claim.subject and claim.subject.lower_is_better else "increase"
    if claim.more or (claim.verb == "up" and not (claim.baseline and claim.subject and claim.subject.lower_is_better)):
        return "increase"
    if claim.baseline and amount and claim.baseline.value is not None and amount.value is not None:
        if amount.value != claim.baseline.value and amount.unit == claim.baseline.unit:
            return "decrease" if amount.value < claim.baseline.value else "increase"
    if amount is not None and amount.sign == "+":
        return "increase"
    if claim.comparison:
        return "decrease" if claim.comparison == "down" else "increase"
    if (
        claim.verb in ("attract", "get")
        and not (claim.subject and claim.subject.lower_is_better)
        and claim.bound != "cap"
    ):
        return "increase"
    return None
