"""Steps on the screen: each with its number, date and signal, then the sum against the gap."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from smartgoal.catalog.rows import rows_of
from smartgoal.cli.environment import Environment
from smartgoal.cli.views.goal_json import plain as plain_json
from smartgoal.cli.views.page import page_width, wrapped
from smartgoal.cli.views.paint import Paint
from smartgoal.exporters.parts import Source, days_text, result_text, sum_unit
from smartgoal.language import Language
from smartgoal.language.printable import printable
from smartgoal.model.plan import Plan, Step
from smartgoal.model.quantity import Quantity
from smartgoal.planning.choice import Reason
from smartgoal.planning.proposal import Proposal
from smartgoal.planning.sums import coverage


def steps_lines(plan: Plan, environment: Environment, *, plain: bool) -> Iterator[str]:
    """The steps, then the sum."""
    paint = Paint.of(environment, environment.stdout, plain=plain)
    language, width = environment.language, page_width()
    for number, step in enumerate(plan.steps, start=1):
        yield from (paint(line, "strong") for line in wrapped(f"{number}. {printable(step.title)}", width, "", "   "))
        for line in details(step, plan, language):
            yield from wrapped(line, width, "   ")
    yield from wrapped(sum_text(plan, language), width, "")


def details(step: Step, plan: Plan, language: Language) -> Iterator[str]:
    """Dates, result, owner; signal and plan B on lines of their own."""
    dates = ""
    if step.due is not None:
        start, due = step.start, step.due
        dates = days_text(start, due, language) if start else language.text("by {due}", due=due)
    cost = language.quantity(step.cost, str(plan.economics.get("currency") or "count")) if step.cost else ""
    facts = (dates, result_text(step, Source(plan, language)), step.owner or "", cost)
    yield " · ".join(printable(fact) for fact in facts if fact)
    if step.indicator:
        yield f"{language.text('Early sign')}: {printable(step.indicator)}"
    if step.if_then:
        yield f"{language.text('Plan B')}: {printable(step.if_then)}"


def sum_text(plan: Plan, language: Language) -> str:
    """«Шаги дают +250 из +250», with what is missing."""
    found = coverage(plan)
    if found.gap is None or found.sum is None:
        return language.text("Cannot tell yet whether the steps add up: the start value or the number is missing.")
    unit = sum_unit(found, plan)
    if not found.gap:
        return kept_text(Quantity(found.missing or Decimal(0), unit), language)
    values = {"sum": Quantity(found.sum, unit), "gap": Quantity(found.gap, unit)}
    if found.missing is None or found.missing <= Decimal(0):
        return language.text("The steps give {sum:signed} of the {gap:signed} needed.", **values)
    missing = Quantity(found.missing, unit)
    return language.text("The steps give {sum:signed} of the {gap:signed} needed; {missing} still missing.",
                         **values, missing=missing)  # fmt: skip


def kept_text(missing: Quantity, language: Language) -> str:
    """For a goal that is met now: whether the steps stay within it."""
    if not missing.value:
        return language.text("The target is met now: the steps have nothing to add, only to keep it.")
    return language.text("The target is met now, and the steps lead away from it: {missing} short.", missing=missing)


def remark_lines(proposal: Proposal, environment: Environment) -> Iterator[str]:
    """What to know about the proposal as a whole, and why each tactic was chosen."""
    language = environment.language
    yield ""
    for number, step in enumerate(proposal.steps, start=1):
        why = "; ".join(reason_text(each, language) for each in step.reasons)
        if why:
            yield from wrapped(language.text("Step {number}: {why}", number=number, why=why), page_width(), "", "  ")
    for each in proposal.reasons:
        yield from wrapped(reason_text(each, language), page_width(), "")


def reason_text(reason: Reason, language: Language) -> str:
    """Why a tactic was chosen, or what to know about the proposal."""
    return language.fill(rows_of("reasons")[reason.code][language.code], reason.values)


def steps_json(plan: Plan) -> dict[str, Any]:
    """The steps with their sum as one object."""
    found = coverage(plan)
    return {
        "gap": plain_json(found.gap),
        "sum": plain_json(found.sum),
        "missing": plain_json(found.missing),
        "unit": found.unit,
        "steps": [
            {name: plain_json(getattr(step, name)) for name in step.__slots__ if getattr(step, name) is not None}
            for step in plan.steps
        ],
    }
