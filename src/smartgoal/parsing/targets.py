"""A claim into the parts of a goal: kind, value, unit, direction, start value."""

from decimal import Decimal
from typing import NamedTuple

from smartgoal.model.goal import Direction, Kind
from smartgoal.parsing.chunks import Chunk
from smartgoal.parsing.claims import Claim
from smartgoal.parsing.clauses import CHANGES
from smartgoal.parsing.rates import Rate

SIGNS: dict[str, Direction] = {"+": "increase", "-": "decrease"}
BOUNDS: dict[str, Direction] = {"floor": "increase", "cap": "decrease"}
COMPARISONS: dict[str, Direction] = {"up": "increase", "down": "decrease"}


STATES = frozenset(("level", "total", "factor", "milestone"))  # told for no period of a rhythm


class Target(NamedTuple):
    """How much: the parts of `Goal` that a claim decides."""

    kind: Kind | None = None
    value: Decimal | None = None
    unit: str | None = None
    direction: Direction | None = None
    baseline: Decimal | None = None
    hold: bool = False


def target_of(claim: Claim, rate: Rate | None) -> Target:
    """The target that a claim tells. `rate`: the period that its number repeats in.

    Without a number where a period of the model cannot hold the one told.
    """
    target = _as_told(claim, rate)
    if rate is None or rate.every == 1 or not is_told_for(claim, target, rate) or target.value is None:
        return target
    share = None if target.unit == "percent" else rate.share(target.value)
    start = None if target.baseline is None else rate.share(target.baseline)
    if share is None or (start is None) != (target.baseline is None):
        return Target(direction=target.direction)
    return target._replace(value=share, baseline=start)


def is_told_for(claim: Claim, target: Target, rate: Rate) -> bool:
    """Whether the number is one of that period: of a rhythm what comes in is, not a state or a length of time."""
    flow = target.kind == "level" and claim.subject is not None and claim.subject.form == "flow"
    return target.value is not None and (rate.every == 1 or flow or target.kind not in STATES)


def _as_told(claim: Claim, rate: Rate | None) -> Target:
    if claim.subject and claim.subject.kind == "event":
        return Target("milestone")
    direction = _direction(claim)
    baseline = _signed(claim.baseline) if claim.baseline else None
    if claim.factor is not None:
        kind: Kind = "level" if claim.subject and claim.subject.unit == "ratio" else "factor"
        return Target(kind, claim.factor, "ratio", direction, baseline)
    if claim.amount is None or claim.amount.value is None:
        repeated = (
            rate is not None and rate.per != "post" and claim.subject is not None and claim.subject.kind == "output"
        )
        return Target("rate", Decimal(1), "count", direction) if repeated else Target(direction=direction)
    hold = claim.keep and claim.verb not in CHANGES
    kind = _kind(claim, claim.amount, rate)
    if kind == "rate" and _is_standing(claim):
        baseline = None  # "8000 followers, +40 a month": what there is now is no pace
    unit = _unit(claim, claim.amount)
    if hold:
        either = claim.subject is not None and claim.subject.either_way
        direction = BOUNDS.get(claim.bound or "") if either else None
    return Target(kind, claim.amount.value, unit, direction, baseline, hold=hold)


# --- kind -----------------------------------------------------------------------------------------------------------


def _kind(claim: Claim, amount: Chunk, rate: Rate | None) -> Kind:
    subject = claim.subject
    if amount.unit == "points" and (claim.verb in CHANGES or not (subject and subject.unit == "point")):
        return _kind_of_points(claim)
    gaining = _is_gaining(claim, amount)
    if amount.unit == "percent":
        return _kind_of_percent(claim, rate, gaining=gaining)
    if claim.cost or claim.price or (claim.baseline is not None and not gaining):
        return "level"
    if (claim.relation == "by" and claim.verb == "reach" and not claim.more) or (claim.bound == "cap" and not gaining):
        return "level"
    if rate is not None and _repeats(claim, rate, gaining=gaining):
        return "rate"
    return "gain" if gaining else _kind_of_count(claim, rate)


def _is_gaining(claim: Claim, amount: Chunk) -> bool:
    """Whether the number is a change, not where it ends: "by 10", "+250", "now 1840, attract 250"."""
    up_to_so_many_new = claim.more and claim.verb is None and claim.baseline is None
    state = claim.subject is not None and claim.subject.form == "level"
    attracted = state and claim.verb == "attract" and claim.relation is None
    added = claim.baseline is not None and (claim.added or attracted)
    counted = claim.subject is not None and claim.subject.unit in ("count", "money")
    signed = amount.sign != "" if claim.relation != "to" else amount.sign == "+" and counted
    on_top = signed or (claim.relation != "to" and (claim.more or added))
    return claim.relation == "by" or on_top or up_to_so_many_new


def _is_standing(claim: Claim) -> bool:
    """Whether the start value is the state that each period adds to, not what the last one added ("+20 a month")."""
    state = claim.subject is not None and claim.subject.form == "level"
    return state and claim.added and claim.baseline is not None and not claim.baseline.sign


def _kind_of_points(claim: Claim) -> Kind:
    """A change by points, or a level that is told in them: "from 2 to 3 percentage points", "NPS to 50 points"."""
    unit = claim.subject.unit if claim.subject else None
    told = claim.relation == "to" and (claim.baseline is not None or unit == "point")
    return "level" if unit in ("point", "percent") and (told or claim.bound is not None) else "gain"


def _repeats(claim: Claim, rate: Rate, *, gaining: bool) -> bool:
    """Whether the number is a rate: so many in each period, neither a level of a rate nor a state."""
    subject = claim.subject
    state = subject is not None and (subject.form == "ratio" or (subject.standing and not gaining))
    changed = claim.relation == "to" or (claim.relation == "by" and rate.first < claim.at)
    return rate.per != "post" and not changed and not state and not (gaining and _shifts(claim))


def _shifts(claim: Claim) -> bool:
    """Whether what comes in each period shall change by so much: "leads by 10 a week", "+10 a month, now 30"."""
    flow = claim.subject is not None and claim.subject.form == "flow"
    by = claim.relation == "by" and claim.verb in CHANGES
    return flow and (by or (claim.added and claim.baseline is not None))


def _kind_of_percent(claim: Claim, rate: Rate | None, *, gaining: bool) -> Kind:
    """A level of a ratio or share, a rate of growth, or a relative change."""
    ratio = claim.subject is not None and claim.subject.form == "ratio"
    if claim.relation == "to" or (claim.baseline is not None and not gaining):
        return "level"
    if ratio and not gaining and (claim.verb not in CHANGES or claim.bound):
        return "level"
    stated = claim.relation == "is" and claim.verb not in CHANGES
    share = claim.share and claim.verb != "down"  # "cut two thirds of the complaints" is a change
    if (stated or claim.bound or share or claim.verb == "reach") and not gaining:
        return "level"
    if rate is not None and rate.per != "post" and rate.first > claim.at and claim.baseline is None:
        return "rate"
    return "level" if claim.keep and not gaining else "percent"


def _kind_of_count(claim: Claim, rate: Rate | None) -> Kind:
    """A level for states, ratios and averages, a gain under a verb of change, a total for what starts from zero."""
    subject = claim.subject
    ratio = (subject is not None and subject.form == "ratio") or (rate is not None and rate.per == "post")
    if claim.relation == "to" or claim.keep or ratio:
        return "level"
    if claim.money:
        return "total"
    state = subject is None or subject.form == "level"
    changed = claim.verb in CHANGES and claim.bound is None and claim.relation is None
    joined = claim.joining and claim.bound is None and claim.relation is None
    if changed or (subject is not None and state and (claim.verb == "attract" or joined)):
        return "gain"
    return "level" if state else "total"


# --- unit and direction -----------------------------------------------------------------------------------------------


def _unit(claim: Claim, amount: Chunk) -> str | None:
    """The unit as typed, else that of the metric; None for a sum without a currency."""
    metric_unit = "money" if claim.cost else claim.subject.unit if claim.subject else "count"
    if amount.unit == "points":
        return "point" if metric_unit == "point" else "percent"
    if amount.unit:
        return amount.unit
    if metric_unit == "money":
        return None
    if metric_unit == "percent" and claim.share:
        return "point"
    return metric_unit if metric_unit in ("percent", "ratio", "point") else "count"


def _direction(claim: Claim) -> Direction | None:
    """Which way: by a sign, the verb, the two numbers, a comparison; None where the words do not tell."""
    sign = claim.amount.sign if claim.amount else ""
    lower = claim.subject is not None and claim.subject.lower_is_better
    fewer = claim.comparison == "down" and claim.verb not in ("up", "improve")
    plus = sign == "+" and claim.amount is not None and _is_gaining(claim, claim.amount)
    if not plus and (claim.verb == "down" or fewer or sign == "-"):
        return "decrease"
    if claim.verb == "improve" and not claim.more:
        return "decrease" if lower else "increase"
    if plus or claim.more or (claim.verb == "up" and not (claim.baseline and lower)):
        return "increase"
    told = _between(claim) or SIGNS.get(sign) or COMPARISONS.get(claim.comparison or "")
    won = claim.factor is not None or (claim.verb in ("attract", "get") and claim.bound != "cap")
    return "increase" if told is None and won and not lower else told


def _between(claim: Claim) -> Direction | None:
    """The way from the start value to the target."""
    if claim.baseline is None or claim.amount is None or claim.baseline.unit != claim.amount.unit:
        return None
    if _is_gaining(claim, claim.amount):
        return None
    start, end = _signed(claim.baseline), claim.amount.value
    if start is None or end is None or start == end:
        return None
    return "decrease" if end < start else "increase"


def _signed(start: Chunk) -> Decimal | None:
    """A start value with its sign: NPS may stand at -10."""
    return -start.value if start.value is not None and start.sign == "-" else start.value
