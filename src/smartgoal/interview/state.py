"""Where the interview stands: the plan so far, what was answered, the way back."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Any

from smartgoal import parsing
from smartgoal.catalog import Metric, metric
from smartgoal.importers import Import
from smartgoal.model.goal import Goal, Reading
from smartgoal.model.plan import Plan
from smartgoal.planning.measuring import is_known

OF_THE_METRIC = frozenset(
    ("goal.counted_as", "goal.counted_as.own", "goal.baseline", "goal.baseline_day", "goal.pace", "steps")
)


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """All the interview knows; every answer gives a new one.

    `language` is that of the questions; the plan gets that of its sentence, unless it was `language_wished`. `output`
    is where the plan will be saved; `saved` says that it stands there already and is being changed.
    `answers` maps ids of questions to what was answered. `stated` names the parts of the goal that have a flag or an
    answer of their own, which win over the sentence. `reopened` are ids asked next, whatever was answered before.
    `reading` is what the goal's sentence was understood as, `imports` what files of statistics held.
    """

    plan: Plan
    today: date
    language: str
    language_wished: bool = False
    output: str = ""
    saved: bool = False
    answers: Mapping[str, str] = field(default_factory=dict)
    stated: frozenset[str] = frozenset()
    reopened: tuple[str, ...] = ()
    reading: Reading | None = None
    imports: tuple[Import, ...] = ()
    previous: "State | None" = field(default=None, compare=False, repr=False)

    @property
    def goal(self) -> Goal:
        """The goal so far."""
        return self.plan.goal

    @property
    def written_in(self) -> str:
        """The language of the plan, in which the catalogue's sentences go into it."""
        return self.plan.language or self.language

    @property
    def metric(self) -> Metric | None:
        """The catalogue's row of the goal's metric."""
        identifier = self.goal.metric
        return metric(identifier) if identifier is not None and is_known(identifier) else None


def with_goal(state: State, **parts: Any) -> State:
    """The state with parts of the goal changed by an answer of their own: they win over the sentence from now on."""
    goal = replace(state.goal, **parts)
    return replace(state, plan=replace(state.plan, goal=goal), stated=state.stated | parts.keys())


def with_start_value(state: State, start: Decimal | None) -> State:
    """The state with another start value, which is no answer of the user's own."""
    goal = replace(state.goal, baseline=start)
    return replace(state, plan=replace(state.plan, goal=goal), stated=state.stated - {"baseline"})


def with_plan(state: State, **parts: Any) -> State:
    """The state with parts of the plan changed."""
    return replace(state, plan=replace(state.plan, **parts))


def reopen(state: State, *ids: str) -> State:
    """The state in which these questions are asked next, in this order."""
    return replace(state, reopened=(*ids, *(each for each in state.reopened if each not in ids)))


def forget(state: State, *ids: str) -> State:
    """The state in which these questions were never answered (they are asked when their turn comes)."""
    return replace(state, answers={key: text for key, text in state.answers.items() if key not in ids})


def without_old_metric(state: State) -> State:
    """The state without what was answered about the metric before: how it is counted, where it stood, its steps.

    The steps of a saved plan are the user's own: they stay, and the review tells what does not fit.
    """
    told = OF_THE_METRIC & state.answers.keys()
    if not told:
        return state
    goal = replace(state.goal, counted_as=None, measured_by=None, baseline=None)
    steps = state.plan.steps if state.saved else ()
    cleared = replace(state, plan=replace(state.plan, goal=goal, steps=steps),
                      stated=state.stated - {"counted_as", "measured_by", "baseline"})  # fmt: skip
    return forget(cleared, *(told - {"steps"} if state.saved else told))


def read_statement(state: State, statement: str) -> State:
    """The state after a sentence: its parts fill the goal, save those that were stated by themselves."""
    reading = parsing.read(statement, today=state.today)
    kept = {name: getattr(state.goal, name) for name in state.stated}
    several = reading.goal.platforms if len(reading.goal.platforms) > 1 else ()
    goal = replace(reading.meant, **{"statement": statement, "platforms": several, **kept})
    language = state.plan.language if state.language_wished else reading.language
    return replace(state, plan=replace(state.plan, goal=goal, language=language), reading=reading)
