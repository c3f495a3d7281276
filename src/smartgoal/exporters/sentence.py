"""The goal in one sentence, rendered from its keys; reading it back gives the same keys."""

from decimal import Decimal
from typing import TYPE_CHECKING

from smartgoal.catalog import metric
from smartgoal.language import N_
from smartgoal.model.arithmetic import direction, target_level
from smartgoal.model.quantity import Quantity, Term

if TYPE_CHECKING:
    from smartgoal.language import Language
    from smartgoal.model.goal import Goal

RISING = {
    "gain": N_("{metric:cap}{where}: +{value}"),
    "percent": N_("{metric:cap}{where}: +{value}"),
    "factor": N_("{metric:cap}{where}: {value} times as many"),
    "level": N_("{metric:cap}{where}: up to {value:gen}"),
    "total": N_("{amount:cap}{where}"),
    "rate": N_("{metric:cap}{where}: {value}"),
}
FALLING = {
    "gain": N_("{metric:cap}{where}: -{value}"),
    "percent": N_("{metric:cap}{where}: -{value}"),
    "factor": N_("{metric:cap}{where}: {value} times less"),
    "level": N_("{metric:cap}{where}: down to {value:gen}"),
    "total": N_("{metric:cap}{where}: at most {value:gen}"),
    "rate": N_("{metric:cap}{where}: down to {value:gen}"),
}
HELD = {
    "increase": N_("{metric:cap}{where}: keep at least {value:gen}"),
    "decrease": N_("{metric:cap}{where}: keep at most {value:gen}"),
}


def goal_sentence(goal: "Goal", language: "Language") -> str:
    """The goal with its start value and deadline; the statement as typed where too much is missing."""
    if goal.kind is None or (goal.value is None and goal.kind != "milestone"):
        return goal.statement or ""
    parts = [head(goal, language), way(goal, language)]
    if goal.deadline is not None:
        parts.append(language.text("by {deadline}", deadline=goal.deadline))
    return ", ".join(part for part in parts if part)


def head(goal: "Goal", language: "Language") -> str:
    """What is to happen, without start value and date."""
    if goal.kind == "milestone" or goal.kind is None or goal.value is None:
        return (goal.statement or "").rstrip(" .")
    template = template_of(goal)
    places = goal.platforms or ((goal.platform,) if goal.platform else ())
    where = language.joined([language.name("platform", place, "in") for place in places])
    return language.text(
        template,
        metric=Term("metric", goal.metric) if goal.metric else language.text("result"),
        where=f" {where}" if where else "",
        value=shown_value(goal, goal.value),
        amount=Quantity(goal.value, goal.unit or "count", goal.metric),
    )


def template_of(goal: "Goal") -> str:
    """The sentence of this kind and direction."""
    assert goal.kind is not None
    if goal.hold:
        return HELD[direction(goal) or "increase"]
    return (FALLING if direction(goal) == "decrease" else RISING)[goal.kind]


def shown_value(goal: "Goal", value: Decimal) -> "Quantity | Decimal":
    """The number of the target with its unit; a factor and a plain count go without a noun."""
    if goal.kind == "factor":
        return value
    return Quantity(value, goal.unit or "count", None, goal.per)


def way(goal: "Goal", language: "Language") -> str:
    """«было 1 840, станет 2 090», as far as it is known."""
    if goal.baseline is None or goal.kind in {"total", "milestone"}:
        return ""
    unit = level_unit(goal)
    start = Quantity(goal.baseline, unit)
    target = target_level(goal)
    if target is None or goal.kind in {"level", "rate"} or goal.hold:
        return language.text("now {start}", start=start)
    return language.text("from {start:gen} to {target:gen}", start=start, target=Quantity(target, unit))


def level_unit(goal: "Goal") -> str:
    """The unit of start value and target level (that of the metric where the target is a percent or a factor)."""
    if goal.kind in {"percent", "factor"}:
        unit = metric(goal.metric).unit if goal.metric else "count"
        return "count" if unit in {"money", "ratio"} else unit
    return goal.unit or "count"
