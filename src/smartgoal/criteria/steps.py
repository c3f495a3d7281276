"""T, as far as the steps go: how many, in which order, by which days, with which results."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from smartgoal.criteria.edits import with_goal, with_step
from smartgoal.criteria.facts import Facts
from smartgoal.criteria.findings import Proposers, Rule, found
from smartgoal.criteria.measuring_step import measures_first
from smartgoal.model.finding import Cure, Finding
from smartgoal.model.plan import Plan

if TYPE_CHECKING:
    from smartgoal.planning.checks import StepProblem

MOST = 5  # steps, where the first only finds out the start value
FEWEST_CHECKPOINTS = 2
IDLE = 14  # days without a step at the end, if they are also more than half of the time

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
    """T10 to T17: three or four steps, each with a result, a day inside the window and an owner.

    A first step that measures where one stands is not counted among them.
    """
    if facts.only_words:
        return
    plan = facts.plan
    silent = set() if any(step.owner for step in plan.steps) else {"no_owner"}
    if len(plan.steps) == MOST and measures_first(plan):
        silent.add("many_steps")
    for problem in _told_once(facts):
        code, variant = RULE_OF.get(problem.code, ("", ""))
        if code and problem.code not in silent:
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


def idle_from(facts: Facts) -> dt.date | None:
    """The day of the last step, where a long idle time follows until the deadline."""
    dues = {step.due for step in facts.plan.steps if step.due}
    if facts.goal.deadline is None or len(dues) < FEWEST_CHECKPOINTS:
        return None
    whole, idle = facts.goal.deadline - facts.start, facts.goal.deadline - max(dues)
    return max(dues) if idle.days > max(whole.days / 2, IDLE) else None


RULES: tuple[Rule, ...] = (steps_are_sound, levels_where_nothing_adds_up, one_signal_and_plan_b)


def even_dates(facts: Facts, _finding: Finding | None = None) -> Iterable[Cure]:
    """Due days at equal distances from the start (or today, if that is later), the last on the deadline."""
    plan, end, first = facts.plan, facts.goal.deadline, max(facts.start, facts.mended or facts.today)
    days = (end - first).days if end else 0
    if not plan.steps or days < len(plan.steps):
        return
    begin, steps = first, []
    for number, step in enumerate(plan.steps, start=1):
        due = first + dt.timedelta(days=days * number // len(plan.steps))
        steps.append(replace(step, start=begin, due=due))
        begin = due + dt.timedelta(days=1)
    yield Cure("spread", replace(plan, steps=tuple(steps)), {"first": steps[0].due, "last": steps[-1].due})


def later(facts: Facts, day: dt.date) -> Iterable[Cure]:
    """A later last day; the steps are spread over that time where none would be left for its second half."""
    plan = with_goal(facts.plan, deadline=day)
    whole = without_idle_time(plan, facts)
    yield Cure("later" if whole is plan else "later_spread", whole, {"date": day})


def without_idle_time(plan: Plan, facts: Facts) -> Plan:
    """The plan of which the last day was moved, with its steps spread evenly where they would now end long before."""
    moved = Facts(plan, facts.today, facts.reading, facts.mended)
    if idle_from(moved) is None or idle_from(facts) is not None:
        return plan
    return next((cure.plan for cure in even_dates(moved)), plan)


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
