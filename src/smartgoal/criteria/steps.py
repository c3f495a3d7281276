"""T, as far as the steps go: how many, in which order, by which days, with which results."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from smartgoal.criteria.edits import with_step
from smartgoal.criteria.facts import Facts
from smartgoal.criteria.findings import Proposers, Rule, found
from smartgoal.model.finding import Cure, Finding

if TYPE_CHECKING:
    from smartgoal.planning.checks import StepProblem

# problem of planning.check_steps -> (rule, variant); what the plan lacks as a whole is told once, by other rules
RULE_OF: Mapping[str, tuple[str, str]] = {
    "no_steps": ("T10", "none"),
    "few_steps": ("T10", "few"),
    "many_steps": ("T10", "many"),
    "no_result": ("T11", ""),
    "no_numbers": ("T11", "all"),
    "repeats_goal": ("T12", ""),
    "repeated_title": ("T12", "twice"),
    "no_due": ("T13", ""),
    "outside_window": ("T14", ""),
    "starts_after_due": ("T14", "start"),
    "out_of_order": ("T15", ""),
    "all_on_last_day": ("T16", ""),
    "no_owner": ("T17", ""),
}
ONCE = {"no_indicator": "indicator", "no_if_then": "if_then"}


def steps_are_sound(facts: Facts) -> Iterable[Finding]:
    """T10 to T17: three or four steps, each with a result, a day inside the window and an owner."""
    if facts.only_words:
        return
    for problem in _told_once(facts):
        code, variant = RULE_OF.get(problem.code, ("", ""))
        if code and not (code == "T17" and not any(step.owner for step in facts.plan.steps)):
            yield found(code, variant, step=problem.step, **_values(facts, problem.step))


def _told_once(facts: Facts) -> "Iterable[StepProblem]":
    """The problems of the steps, without a missing result of each where all of them lack one."""
    problems = facts.step_problems
    without = sum(problem.code == "no_result" for problem in problems)
    told_of_all = without == len(facts.plan.steps) and any(each.code == "no_numbers" for each in problems)
    return (each for each in problems if each.code != "no_result" or not told_of_all)


def one_signal_and_plan_b(facts: Facts) -> Iterable[Finding]:
    """T18: at least one step has an early sign, and one says what happens if it stays away."""
    if not facts.plan.steps:
        return
    for code, variant in ONCE.items():
        if sum(problem.code == code for problem in facts.step_problems) == len(facts.plan.steps):
            yield found("T18", variant)


def levels_where_nothing_adds_up(facts: Facts) -> Iterable[Finding]:
    """T11: the steps of a ratio, a duration or a mean name the level after them, not what they add."""
    cover = facts.coverage
    if cover and any(problem.code == "contribution_to_level" for problem in cover.problems):
        yield found("T11", "levels", metric=facts.name())


def _values(facts: Facts, index: int | None) -> Mapping[str, Any]:
    plan = facts.plan
    if index is None:
        return {"count": Decimal(len(plan.steps)), "deadline": plan.goal.deadline}
    step = plan.steps[index]
    values = {"number": Decimal(index + 1), "title": step.title, "due": step.due, "begin": step.start}
    return {**values, "start": facts.start, "deadline": plan.goal.deadline}


RULES: tuple[Rule, ...] = (steps_are_sound, levels_where_nothing_adds_up, one_signal_and_plan_b)


def even_dates(facts: Facts, _finding: Finding) -> Iterable[Cure]:
    """Due days at equal distances from the start (or today, if that is later), the last on the deadline."""
    plan, end, first = facts.plan, facts.goal.deadline, max(facts.start, facts.today)
    days = (end - first).days if end else 0
    if not plan.steps or days < len(plan.steps):
        return
    begin, steps = first, []
    for number, step in enumerate(plan.steps, start=1):
        due = first + dt.timedelta(days=days * number // len(plan.steps))
        steps.append(replace(step, start=begin, due=due))
        begin = due + dt.timedelta(days=1)
    yield Cure("spread", replace(plan, steps=tuple(steps)), {"first": steps[0].due, "last": steps[-1].due})


def _by_date(facts: Facts, finding: Finding) -> Iterable[Cure]:
    ordered = sorted(facts.plan.steps, key=lambda step: step.due or dt.date.max)
    yield Cure("sort", replace(facts.plan, steps=tuple(ordered)))
    yield from even_dates(facts, finding)


def _same_owner(facts: Facts, finding: Finding) -> Iterable[Cure]:
    owner = next((step.owner for step in facts.plan.steps if step.owner), None)
    if owner and finding.step is not None:
        yield Cure("owner", with_step(facts.plan, finding.step, owner=owner), {"owner": owner})


def _as_levels(facts: Facts, finding: Finding) -> Iterable[Cure]:
    """What the steps add, told as the level after each."""
    cover, level = facts.coverage, facts.sized.baseline
    if finding.variant != "levels" or cover is None or level is None or (cover.sum or 0) * (cover.gap or 0) < 0:
        return
    plan = facts.plan
    for index, read in enumerate(cover.steps):
        if read.change is None:
            return
        level += read.change
        if read.result.kind == "contribution":
            plan = with_step(plan, index, result=str(replace(read.result, kind="level", value=level, unit=cover.unit)))
    yield Cure("levels", plan, {"last": facts.amount(level)})


CURES: Proposers = {
    "T11": _as_levels,
    "T13": even_dates,
    "T14": even_dates,
    "T15": _by_date,
    "T16": even_dates,
    "T17": _same_owner,
}
