"""The kinds of target that a metric can have, and what a number typed for one of them says."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from smartgoal.catalog import Metric
from smartgoal.interview.question import Message, Refusal, message, refused
from smartgoal.interview.state import State
from smartgoal.interview.target import same_target, target_parts
from smartgoal.interview.typed import out_of_range
from smartgoal.language import N_
from smartgoal.model.arithmetic import in_unit
from smartgoal.model.goal import Kind
from smartgoal.planning.measuring import asks_for_nothing

KEPT: tuple[Kind | None, ...] = ("level", "rate", "total")  # a bare number is one of the same kind
ZERO = N_("A target of 0 changes nothing. What is to grow needs a number above zero")


@dataclass(frozen=True, slots=True)
class Aim:
    """A kind of target as it is offered. `form` makes a bare number the text of a target ("250" -> "+250")."""

    id: str
    kind: Kind
    label: Message
    form: str
    example: str
    hold: bool = False


GAIN = Aim("gain", "gain", message("Add so many, for example +250"), "+{}", "250")
DROP = Aim("drop", "gain", message("Lower it by so much, for example -15"), "-{}", "15")
REACH = Aim("reach", "level", message("Reach a number, for example 2,000"), "{}", "2000")
LOWER = Aim("lower", "level", message("Bring it down to a number, for example 10"), "{}", "10")
GROW = Aim("grow", "percent", message("Grow by a percentage, for example +20%"), "+{}%", "20")
SHRINK = Aim("shrink", "percent", message("Lower it by a percentage, for example -20%"), "-{}%", "20")
TOTAL = Aim("total", "total", message("Collect so many in all by the date, for example 100"), "{}", "100")
PACE = Aim("pace", "rate", message("Keep a pace, for example 10 a week"), "{}/week", "10")
KEEP = Aim("keep", "level", message("Keep it where it is, for example at 1,500"), "{}", "1500", hold=True)
AIMS: Mapping[str, Aim] = {aim.id: aim for aim in (GAIN, DROP, REACH, LOWER, GROW, SHRINK, TOTAL, PACE, KEEP)}


def aims_for(metric: Metric | None) -> tuple[Aim, ...]:
    """The kinds of target that fit the metric, the usual one first."""
    if metric is None:
        return (TOTAL, REACH, GAIN, GROW)
    if metric.better == "down":
        return (LOWER, DROP, SHRINK, KEEP)
    if metric.form == "flow" and not metric.per_post:
        return (TOTAL, PACE, GROW)
    if metric.form == "ratio" or metric.per_post:
        return (REACH, GROW, KEEP)
    return (GAIN, REACH, GROW, KEEP)


def aimed(state: State, text: str) -> dict[str, Any] | Refusal:
    """The parts of the goal that a typed number gives, in the kind of target that it had or that was picked before."""
    aim = AIMS.get(state.answers.get("goal.kind", ""))
    kept = same_target(text, state.goal) if state.goal.value is not None or state.goal.kind in KEPT else None
    parts = kept or target_parts(
        shaped(text.strip(), aim), state.goal, state.metric, language=state.language, mean=False
    )
    if parts is None:
        return refused("This is not a target yet. Write it as +250, 2000, +20% or 10/week")
    row = state.metric
    if parts["kind"] in {"level", "rate"} and row is not None:
        wrong = out_of_range(in_unit(parts["value"], parts["unit"], row.unit), row)
        if wrong:
            return wrong
    parts = parts if aim is None or kept else {**parts, "hold": aim.hold}
    return refused(ZERO) if asks_for_nothing(replace(state.goal, **parts)) else parts


def shaped(text: str, aim: Aim | None) -> str:
    """A bare number as the picked kind writes it; one with marks of its own stays as typed."""
    bare = text[:1] not in "+-−–" and "%" not in text and "/" not in text
    return aim.form.format(text) if aim is not None and bare else text
