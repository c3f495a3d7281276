"""The steps of the plan as the interview holds them: proposed, taken, changed, dropped, moved."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from smartgoal.catalog.rows import Texts
from smartgoal.interview.state import State, with_plan
from smartgoal.language import Language, load
from smartgoal.model.plan import Step
from smartgoal.planning.proposal import propose, render, window
from smartgoal.planning.resources import Resources
from smartgoal.planning.schedule import slots

MOST = 9  # rows of the list; more than 4 steps are a finding, not a refusal


def with_steps(state: State) -> State:
    """The state with proposed steps, where it has none yet."""
    return state if state.plan.steps else proposed(state)


def proposed(state: State) -> State:
    """The state with the proposal of this moment, whatever steps it had."""
    plan = replace(state.plan, steps=())
    language = load(state.written_in)

    def say(texts: Texts, values: Mapping[str, Any]) -> str:
        return language.fill(texts[language.code], values)

    resources = Resources.of_economics(plan.economics, plan.goal.metric)
    return with_plan(state, steps=render(propose(plan, resources, today=state.today), say))


def changed(state: State, number: int, **parts: Any) -> State:
    """Step `number` (from 1) with other words, or a new one behind the last, dated by the schedule."""
    steps = list(state.plan.steps)
    if number > len(steps):
        steps.append(replace(dated(state, number), **parts))
    else:
        steps[number - 1] = replace(steps[number - 1], **parts)
    return with_plan(state, steps=tuple(steps))


def dated(state: State, number: int) -> Step:
    """A step without words in the window that the schedule keeps for the step of that number."""
    assert state.goal.deadline is not None
    stretches = slots(*window(state.plan, min(state.today, state.goal.deadline)))
    slot = stretches[min(number, len(stretches)) - 1]
    return Step(title="", start=slot.start, due=slot.due, owner=state.plan.owner)


def dropped(state: State, number: int) -> State:
    """The state without step `number`."""
    return with_plan(state, steps=state.plan.steps[: number - 1] + state.plan.steps[number:])


def moved_up(state: State, number: int) -> State:
    """Step `number` and the one before it change places; the dates stay where they are."""
    steps = list(state.plan.steps)
    if number > 1:
        upper, lower = steps[number - 2], steps[number - 1]
        language = load(state.written_in)
        steps[number - 2] = in_window(lower, upper.start, upper.due, language)
        steps[number - 1] = in_window(upper, lower.start, lower.due, language)
    return with_plan(state, steps=tuple(steps))


def in_window(step: Step, start: date | None, due: date | None, language: Language) -> Step:
    """The step in another stretch of time; the days of the old one that its check names move along."""
    moved = replace(step, start=start, due=due)
    if not (step.start and step.due and start and due):
        return moved
    length = (step.due - step.start).days
    days = {
        language.date(step.start + timedelta(at)): language.date(start + (due - start) * at // max(length, 1))
        for at in range(length + 1)
    }
    named = re.compile(rf"(?<!\d)(?:{'|'.join(map(re.escape, days))})")

    def redated(text: str | None) -> str | None:
        return named.sub(lambda said: days[said[0]], text) if text else text

    return replace(moved, indicator=redated(step.indicator), if_then=redated(step.if_then))
