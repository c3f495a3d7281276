"""What can be wrong with a row of steps, as codes and indices; the criteria make findings of them."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from smartgoal.model.arithmetic import gap
from smartgoal.model.goal import Goal
from smartgoal.model.plan import Plan, Step
from smartgoal.parsing.tokens import tokenize
from smartgoal.planning.results import parse_result

FEWEST, MOST = 3, 4
_STEM = 5
_ALIKE = 0.6


@dataclass(frozen=True, slots=True)
class StepProblem:
    """One weakness of the steps: code (of `STEP_PROBLEMS`) and the index of the step, None for all of them."""

    code: str
    step: int | None = None


STEP_PROBLEMS = (
    "no_steps",
    "few_steps",
    "many_steps",
    "no_result",
    "no_numbers",  # every step is a deliverable, though the goal asks for a change
    "repeats_goal",
    "repeated_title",
    "no_due",
    "outside_window",
    "starts_after_due",
    "out_of_order",
    "all_on_last_day",
    "no_owner",
    "no_indicator",
    "no_if_then",
)


def check_steps(plan: Plan) -> tuple[StepProblem, ...]:
    """All problems of the plan's steps, those of the whole first."""
    return (
        *_number(plan),
        *_last_day(plan),
        *_order(plan.steps),
        *_titles(plan),
        *(problem for index, step in enumerate(plan.steps) for problem in _single(plan, index, step)),
    )


def _number(plan: Plan) -> Iterator[StepProblem]:
    count = len(plan.steps)
    if count == 0:
        yield StepProblem("no_steps")
    elif count < FEWEST:
        yield StepProblem("few_steps")
    elif count > MOST:
        yield StepProblem("many_steps")
    moves = plan.goal.value is not None and gap(plan.goal) != 0
    if count and moves and all(parse_result(step.result).kind == "deliverable" for step in plan.steps):
        yield StepProblem("no_numbers")


def _last_day(plan: Plan) -> Iterator[StepProblem]:
    dues = {step.due for step in plan.steps}
    if len(plan.steps) > 1 and dues == {plan.goal.deadline} and plan.goal.deadline is not None:
        yield StepProblem("all_on_last_day")


def _order(steps: tuple[Step, ...]) -> Iterator[StepProblem]:
    latest: date | None = None
    for index, step in enumerate(steps):
        if step.due is None:
            continue
        if latest is not None and step.due < latest:
            yield StepProblem("out_of_order", index)
        latest = step.due if latest is None else max(latest, step.due)


def _titles(plan: Plan) -> Iterator[StepProblem]:
    titles = [" ".join(sorted(_stems(step.title))) for step in plan.steps]
    seen: Counter[str] = Counter()
    for index, (step, title) in enumerate(zip(plan.steps, titles, strict=True)):
        seen[title] += 1
        if title and seen[title] > 1:
            yield StepProblem("repeated_title", index)
        elif repeats_goal(step, plan.goal):
            yield StepProblem("repeats_goal", index)


def repeats_goal(step: Step, goal: Goal) -> bool:
    """Whether the title says the goal again instead of what will be done: its number among mostly its words."""
    title, statement = _stems(step.title), _stems(goal.statement or "")
    if not title or not statement:
        return False
    shared = len(title & statement)
    alike = shared / len(title | statement) >= _ALIKE
    number = goal.value is not None and f"{goal.value.normalize():f}" in title
    return alike or (number and shared / len(title) >= _ALIKE)


def _stems(text: str) -> set[str]:
    """Numbers and the beginnings of words, without the short ones ("in", "за")."""
    tokens = tokenize(text)
    words = {token.norm[:_STEM] for token in tokens if token.kind == "word" and len(token.norm) > 2}
    return words | {token.norm.replace(" ", "") for token in tokens if token.kind == "number"}


def _single(plan: Plan, index: int, step: Step) -> Iterator[StepProblem]:
    if not (step.result or "").strip():
        yield StepProblem("no_result", index)
    if step.due is None:
        yield StepProblem("no_due", index)
    else:
        yield from _dates(plan, index, step, step.due)
    for code, value in (
        ("no_owner", step.owner or plan.owner),
        ("no_indicator", step.indicator),
        ("no_if_then", step.if_then),
    ):
        if not value:
            yield StepProblem(code, index)


def _dates(plan: Plan, index: int, step: Step, due: date) -> Iterator[StepProblem]:
    begin, end = plan.goal.start or plan.created, plan.goal.deadline
    if (end is not None and due > end) or (begin is not None and due < begin):
        yield StepProblem("outside_window", index)
    if step.start is not None and step.start > due:
        yield StepProblem("starts_after_due", index)
