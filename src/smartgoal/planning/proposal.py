"""Three or four steps that cover the gap, each with a date, a number, an early signal and a plan B."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import Any

from smartgoal.catalog import metric
from smartgoal.catalog.rows import Texts
from smartgoal.catalog.tactics import Tactic
from smartgoal.errors import UsageError
from smartgoal.model.arithmetic import gap
from smartgoal.model.goal import Goal
from smartgoal.model.plan import Basis, Plan, Step
from smartgoal.model.quantity import Quantity, Term
from smartgoal.planning.choice import Choice, Reason, Setting, banned, choices
from smartgoal.planning.gains import results_asked
from smartgoal.planning.measuring import is_known
from smartgoal.planning.resources import Resources
from smartgoal.planning.results import Result
from smartgoal.planning.schedule import Slot, slots
from smartgoal.planning.sharing import bought, shared_costs, shared_results

Say = Callable[[Texts, Mapping[str, Any]], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedStep:
    """One step before it is put into words. `result` None: the tactic's deliverable is the result."""

    tactic: Tactic
    slot: Slot
    owner: str | None
    result: Result | None
    basis: Basis | None
    threshold: Decimal
    cost: Decimal | None
    reasons: tuple[Reason, ...]
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Proposal:
    """The steps in order and what to know about them as a whole."""

    steps: tuple[ProposedStep, ...]
    reasons: tuple[Reason, ...]


def propose(plan: Plan, resources: Resources, *, today: date) -> Proposal:
    """Three or four sequential steps for the plan's goal, inside its window and the given means.

    UsageError where the plan has no end date, or it lies before today.
    """
    setting = Setting.of(plan, resources)
    start, end = window(plan, today)
    stretches = slots(start, end, resources.deal_cycle_days)
    chosen = _chosen(setting, stretches)
    ways = [choice.tactic for choice in chosen]
    costs = shared_costs(resources.budget, list(zip(stretches, ways, strict=True)))
    results = bought(shared_results(setting.goal, stretches), costs, ways, resources.price)
    steps = tuple(
        _step(plan, setting, slot, choice, result, cost)
        for slot, choice, result, cost in zip(stretches, chosen, results, costs, strict=True)
    )
    return Proposal(steps, tuple(_remarks(setting, steps, (end - start).days)))


def render(proposal: Proposal, say: Say) -> tuple[Step, ...]:
    """The steps of a plan file. `say` picks the plan's language from a row's texts and fills in the values."""
    return tuple(_rendered(step, say) for step in proposal.steps)


def window(plan: Plan, today: date) -> tuple[date, date]:
    """The time that steps put in today can use. UsageError where there is no end date, or it lies before today."""
    deadline = plan.goal.deadline
    if deadline is None:
        raise UsageError("Steps need an end date", advice="Add the day by which the goal is to be reached")
    if deadline < today:
        raise UsageError("The end date {date} has passed", advice="Set a new date, then ask for steps", date=deadline)
    start = plan.goal.start or plan.created or today
    return min(max(start, today), deadline), deadline


def _chosen(setting: Setting, stretches: tuple[Slot, ...]) -> list[Choice]:
    chosen: list[Choice] = []
    for slot in stretches:
        best = choices(setting, slot, tuple(choice.tactic.id for choice in chosen))[0]
        chosen.append(best)
    return chosen


def _step(
    plan: Plan, setting: Setting, slot: Slot, choice: Choice, result: Result | None, cost: Decimal | None
) -> ProposedStep:
    tactic = choice.tactic
    threshold = _threshold(setting, tactic, result, _days(plan))
    if tactic.counts_results and tactic.means == "paid" and cost and setting.resources.price:
        threshold = min(threshold, _bought_by_then(cost, setting.resources.price))
    values = {"threshold": threshold, "check": slot.check, "due": slot.due, "metric": _metric(setting.goal)}
    return ProposedStep(
        tactic=tactic,
        slot=slot,
        owner=plan.owner,
        result=result,
        basis=None if setting.goal.hold else _basis(setting.resources, tactic, slot, result),
        threshold=threshold,
        cost=cost,
        reasons=choice.reasons,
        values=values,
    )


def _metric(goal: Goal) -> Term:
    """What the goal counts, as a step names it: results where nobody said what."""
    return Term("metric", goal.metric) if goal.metric else Term("unit", "result")


def _days(plan: Plan) -> int:
    """The days of the goal; 0 where one of its ends is open."""
    first, last = plan.goal.start or plan.created, plan.goal.deadline
    return 0 if first is None or last is None else (last - first).days


def _bought_by_then(cost: Decimal, price: Decimal) -> Decimal:
    """Half the results that the step's money buys, at least one."""
    return max((cost / price / 2).to_integral_value(ROUND_FLOOR), Decimal(1))


def _threshold(setting: Setting, tactic: Tactic, result: Result | None, days: int) -> Decimal:
    """The number of the early signal: a share of what the step counts, or the tactic's fixed one; money is no count."""
    goal = setting.goal
    if tactic.threshold_share is None or result is None or result.value is None or not _counts(goal, result):
        return _within_the_goal(goal, tactic, days)
    share = abs(result.value) * tactic.threshold_share
    return max(share.to_integral_value(ROUND_CEILING), Decimal(1))


def _within_the_goal(goal: Goal, tactic: Tactic, days: int) -> Decimal:
    """The tactic's fixed number; of the goal's own results no more than half of those it asks for."""
    asked = results_asked(goal, days) if tactic.counts_results and not _is_money(goal) else None
    if asked is None or asked <= 0 or goal.kind in {"percent", "factor"}:
        return tactic.threshold
    return min(tactic.threshold, (asked / 2).to_integral_value(ROUND_CEILING))


def _counts(goal: Goal, result: Result) -> bool:
    return result.kind == "contribution" and result.unit in {None, "count"} and not _is_money(goal)


def _is_money(goal: Goal) -> bool:
    return is_known(goal.metric) and metric(goal.metric or "").unit == "money"


def _basis(resources: Resources, tactic: Tactic, slot: Slot, result: Result | None) -> Basis | None:
    if result is None or result.value is None:
        return None
    if tactic.means == "paid" and resources.price is not None:
        return "price"
    usual = resources.usual_per_day
    expected = result.kind == "contribution" and usual is not None and usual * slot.days >= result.value > 0
    return "history" if expected else "guess"


def _remarks(setting: Setting, steps: tuple[ProposedStep, ...], days: int) -> list[Reason]:
    resources = setting.resources
    facts = {
        "target_met": gap(setting.goal) == 0 and not setting.goal.hold,
        "platform_decides": setting.badge,
        "start_unknown": setting.start_unknown,
        "ads_not_here": setting.may_spend and _without_ads(setting),
        "budget_unknown": resources.budget is None and setting.could_spend and not _without_ads(setting),
        "own_figures": any(step.basis == "guess" for step in steps),
        "deal_cycle": resources.deal_cycle_days > 0,
    }
    return [*(Reason(code) for code, holds in facts.items() if holds), *_budget(setting, days)]


def _without_ads(setting: Setting) -> bool:
    return banned(setting, "paid_ads", {"error", "warning"})


def _budget(setting: Setting, days: int) -> list[Reason]:
    """The sum that the target costs at the known price, when the budget is short of it."""
    resources, wanted = setting.resources, results_asked(setting.goal, days)
    if not resources.price or resources.budget is None or wanted is None or _without_ads(setting):
        return []
    needed = resources.price * wanted
    if needed <= resources.budget:
        return []
    currency = resources.currency or "count"
    enough_for = (resources.budget / resources.price).to_integral_value(ROUND_FLOOR)
    values = {
        "needed": Quantity(needed.to_integral_value(ROUND_CEILING), currency),
        "budget": Quantity(resources.budget, currency),
        "bought": Quantity(enough_for, "count", setting.goal.metric),
    }
    return [Reason("budget_short", values)]


def _rendered(step: ProposedStep, say: Say) -> Step:
    tactic, values = step.tactic, step.values
    return Step(
        title=say(tactic.title, values),
        start=step.slot.start,
        due=step.slot.due,
        owner=step.owner,
        result=str(step.result) if step.result is not None else say(tactic.deliverable, values),
        basis=step.basis,
        indicator=say(tactic.indicator, values),
        if_then=say(tactic.if_then, values),
        needs=say(tactic.needs, values) if tactic.needs else None,
        cost=step.cost,
    )
