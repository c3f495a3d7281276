"""A, by the account's own history: how likely the target is if things go on as they did."""

import math
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from smartgoal.criteria.edits import with_goal
from smartgoal.criteria.facts import Facts
from smartgoal.criteria.findings import Proposers, Rule, found
from smartgoal.forecast.rounding import spread_of, told_chance, told_to
from smartgoal.model.arithmetic import gap
from smartgoal.model.finding import Cure, Finding
from smartgoal.model.quantity import Quantity

HARDLY, EVEN, SURE = 0.05, 0.5, 0.95
UNLIKELY = 20  # per cent, as told: the target called a stretch is not called unlikely
WHOLE_FROM = 100
FEWEST_WINDOWS = 4  # fewer past windows are not quoted


def own_history(facts: Facts) -> Iterable[Finding]:
    """A03, A06, A07, A08: hardly, unlikely, within reach, sure, by what happened before."""
    chance = facts.estimate.chance if facts.estimate else None
    if chance is None:
        return
    if chance < HARDLY and not facts.adds_resources:
        yield _told(facts, "A03")
    elif chance < HARDLY and hangs_on_something_unpriced(facts):
        yield found("A06", "test", **_values(facts))
    elif told_chance(chance) < UNLIKELY and not facts.is_paid_for:
        yield _told(facts, "A06")
    elif chance > SURE:
        yield found("A08", **_values(facts))
    else:
        yield _told(facts, "A07", "stretch_" if chance < EVEN else "")


def _told(facts: Facts, code: str, kind: str = "") -> Finding:
    """With the past windows, where there are enough of them to quote."""
    values = _values(facts)
    return found(code, f"{kind}windows" if "best" in values else kind.rstrip("_"), **values)


def _values(facts: Facts) -> Mapping[str, Any]:
    estimate = facts.estimate
    assert estimate is not None
    assert estimate.chance is not None
    values: dict[str, Any] = {
        "chance": Quantity(told_chance(estimate.chance), "percent"),
        "target": facts.target,
    }
    if estimate.targets:
        values["even"] = _amount(facts, estimate.targets.even)
    windows = estimate.windows
    if windows and windows.of >= FEWEST_WINDOWS:
        best = _amount(facts, windows.best, _unmet(facts) if not windows.reached else None)
        values |= {"reached": Decimal(windows.reached), "of": Decimal(windows.of), "best": best}
    return values


def _unmet(facts: Facts) -> Decimal | None:
    """What no past window brought: the change to a level, else the target as it stands."""
    goal = facts.goal
    if goal.kind == "level" and facts.metric is not None and facts.metric.form == "level":
        change = gap(goal)
        return None if change is None else abs(change)
    return goal.value


def _amount(facts: Facts, value: float, unmet: Decimal | None = None) -> Quantity:
    """A figure of the forecast in the goal's own measure; the rounding does not carry it to what was `unmet`."""
    goal = facts.goal
    spread = spread_of(facts.estimate)
    told = rounded(value, spread, unmet) if facts.counts else told_to(value, spread, unmet, apart=unmet is not None)
    return Quantity(told, goal.unit or "count", goal.metric, None if goal.kind == "percent" else goal.per)


def rounded(value: float, spread: float, unmet: Decimal | None = None) -> Decimal:
    """A count as a whole number, beyond 100 as fine as the band means something."""
    if abs(value) < WHOLE_FROM and (unmet is None or value >= float(unmet) or round(value) < unmet):
        return Decimal(round(value))
    if abs(value) < WHOLE_FROM:
        return Decimal(math.floor(value))
    return told_to(value, spread, unmet, apart=unmet is not None)


def hangs_on_something_unpriced(facts: Facts) -> bool:
    """Whether history says "hardly" and the plan brings something new whose effect has no price: nobody can tell."""
    chance = facts.estimate.chance if facts.estimate else None
    return chance is not None and chance < HARDLY and facts.adds_resources and not facts.is_priced


RULES: tuple[Rule, ...] = (own_history,)


def _easier_targets(facts: Facts, _finding: Finding) -> Iterable[Cure]:
    targets = facts.estimate.targets if facts.estimate else None
    if targets:
        for name in ("even", "safe"):
            yield from _target(facts, name, getattr(targets, name))
    day = facts.past.even_date() if facts.past else None
    if day is not None:
        yield Cure("later", with_goal(facts.plan, deadline=day), {"date": day})


def _bolder_targets(facts: Facts, _finding: Finding) -> Iterable[Cure]:
    targets = facts.estimate.targets if facts.estimate else None
    if targets:
        for name in ("even", "stretch"):
            yield from _target(facts, name, getattr(targets, name))


def _target(facts: Facts, name: str, value: float) -> Iterable[Cure]:
    amount = _amount(facts, value)
    if amount.value > 0 and amount.value != facts.goal.value:
        yield Cure(name, with_goal(facts.plan, value=amount.value), {"target": amount})


CURES: Proposers = {"A03": _easier_targets, "A06": _easier_targets, "A08": _bolder_targets}
