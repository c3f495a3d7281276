"""The goal in one sentence, rendered from its keys; reading it back gives the same keys."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from smartgoal.catalog import metric
from smartgoal.catalog.rows import other_name
from smartgoal.language import N_
from smartgoal.model.arithmetic import direction, target_level
from smartgoal.model.quantity import Quantity, Term
from smartgoal.planning.measuring import as_counted, is_known
from smartgoal.planning.readings import check_ins, period_of

if TYPE_CHECKING:
    from datetime import date

    from smartgoal.language import Language
    from smartgoal.model.goal import Goal, Reading
    from smartgoal.model.plan import Plan

RISING = {
    "gain": N_("{metric:cap}{where}: +{value}"),
    "percent": N_("{metric:cap}{where}: +{value}"),
    "factor": N_("{metric:cap}{where}: {value} times as many"),
    "level": N_("{metric:cap}{where}: grow to {value:gen}"),
    "total": N_("{amount:cap}{where}"),
    "rate": N_("{metric:cap}{where}: {value}"),
}
GROWN = N_("{amount:signed}{where}")
FALLING = {
    "gain": N_("{metric:cap}{where}: -{value}"),
    "percent": N_("{metric:cap}{where}: -{value}"),
    "factor": N_("{metric:cap}{where}: {value} times less"),
    "level": N_("{metric:cap}{where}: cut to {value:gen}"),
    "total": N_("{metric:cap}{where}: at most {value:gen}"),
    "rate": N_("{metric:cap}{where}: down to {value:gen}"),
}
HELD = {
    "increase": N_("{metric:cap}{where}: keep at least {value:gen}"),
    "decrease": N_("{metric:cap}{where}: keep at most {value:gen}"),
}


def goal_sentence(goal: "Goal", language: "Language", money: str = "count", *, begun: bool = False) -> str:
    """The goal with its start value and deadline; the statement as typed where too much is missing.

    `money` is the currency of amounts of which the goal itself does not tell it; `begun` tells that there are newer
    numbers than the start value.
    """
    goal = as_counted(goal)
    if goal.kind is None or (goal.value is None and goal.kind != "milestone"):
        return goal.statement or ""
    parts = (
        [moved_level(goal, language)]
        if moves(goal)
        else [head(goal, language), way(goal, language, money, begun=begun)]
    )
    if goal.deadline is not None and not says_its_day(goal):
        parts.append(language.text("by {deadline}", deadline=goal.deadline))
    return ", ".join(part for part in parts if part)


def says_its_day(goal: "Goal") -> bool:
    """Whether the words of an event name its last day already."""
    if goal.kind != "milestone" or not goal.statement or goal.deadline is None:
        return False
    return reading_of(goal.statement, goal.deadline).goal.deadline == goal.deadline


def reading_of(statement: str, deadline: "date") -> "Reading":
    """What the words of an event say, so shortly before its last day that they can mean that one."""
    from smartgoal.parsing import read  # noqa: PLC0415 - only an event is told in the words it was typed in

    return read(statement, today=deadline - timedelta(days=1))


def event_words(goal: "Goal") -> str:
    """The words of an event; without the time they name where the last day is another one by now."""
    words = (goal.statement or "").rstrip(" .")
    if goal.kind != "milestone" or goal.deadline is None or says_its_day(goal):
        return words
    span = reading_of(words, goal.deadline).spans.get("deadline")
    if span is None:
        return words
    rest = " ".join(f"{words[: span[0]]} {words[span[1] :]}".split()).replace(" ,", ",").strip(" ,;.–-")
    return rest[:1].upper() + rest[1:] if rest and words[:1].isupper() else rest or words


def plan_sentence(plan: "Plan", language: "Language") -> str:
    """The sentence of a plan's goal, with the currency and the period of the plan."""
    return goal_sentence(timed(plan), language, currency(plan), begun=bool(check_ins(plan)))


def plan_way(plan: "Plan", language: "Language") -> str:
    """The way of a plan's goal from its start, with the currency and the period of the plan."""
    return way(as_counted(timed(plan)), language, currency(plan), begun=bool(check_ins(plan)))


def timed(plan: "Plan") -> "Goal":
    """The goal; a share of a number per period with that period."""
    goal = plan.goal
    relative = goal.kind in {"percent", "factor"} and goal.per is None
    return replace(goal, per=period_of(plan, goal)) if relative else goal


def currency(plan: "Plan") -> str:
    """The unit in which a plan counts money."""
    return str(plan.economics.get("currency") or "count")


def head(goal: "Goal", language: "Language") -> str:
    """What is to happen, without start value and date."""
    goal = as_counted(goal)
    if goal.kind == "milestone" or goal.kind is None or goal.value is None:
        return event_words(goal)
    return language.text(
        template_of(goal),
        metric=named(goal, language),
        where=place(goal, language),
        value=shown_value(goal, goal.value),
        amount=Quantity(goal.value, goal.unit or "count", goal.metric),
    )


def moves(goal: "Goal") -> bool:
    """True for a level to be reached from a known start."""
    return goal.kind == "level" and goal.baseline is not None and not goal.hold


def moved_level(goal: "Goal", language: "Language") -> str:
    """«Время ответа: с 45 минут до 10 минут»."""
    assert goal.value is not None
    assert goal.baseline is not None
    return language.text(
        "{metric:cap}{where}: from {start:gen} to {value:gen}",
        metric=named(goal, language),
        where=place(goal, language),
        start=Quantity(goal.baseline, goal.unit or "count"),
        value=shown_value(goal, goal.value),
    )


def named(goal: "Goal", language: "Language") -> "Term | str":
    """What is counted."""
    return Term("metric", goal.metric) if goal.metric else language.text("result")


def place(goal: "Goal", language: "Language") -> str:
    """Where, with a space before it."""
    places = goal.platforms or ((goal.platform,) if goal.platform else ())
    return f" {language.joined([language.name('platform', each, 'in') for each in places])}" if places else ""


def template_of(goal: "Goal") -> str:
    """The sentence of this kind and direction."""
    assert goal.kind is not None
    if goal.hold:
        return HELD[direction(goal) or "increase"]
    if direction(goal) == "decrease":
        return FALLING[goal.kind]
    if goal.kind == "gain" and grows_by_itself(goal):
        return GROWN
    return RISING["rate" if goal.kind == "total" and not says_itself(goal) else goal.kind]


def says_itself(goal: "Goal") -> bool:
    """Whether the number with its noun tells what is counted: "90 leads", not "RUB 500" or "500 people"."""
    if goal.unit != "count" or goal.metric is None or not is_known(goal.metric):
        return goal.unit == "count"
    return metric(goal.metric).additive and has_noun(goal.metric)


def grows_by_itself(goal: "Goal") -> bool:
    """Whether "+250" with the noun of the metric tells all: "+250 followers", not "+2 people" reached."""
    if goal.per is not None or goal.unit != "count" or goal.metric is None or not is_known(goal.metric):
        return False
    return has_noun(goal.metric) and (metric(goal.metric).form == "level" or metric(goal.metric).additive)


def has_noun(identifier: str) -> bool:
    """Whether the number of the metric is told with a noun; one of the user's own goes by its name alone."""
    return other_name(identifier) is None


def shown_value(goal: "Goal", value: Decimal) -> "Quantity | Decimal":
    """The number of the target with its unit; a factor and a plain count go without a noun.

    A share has no period: +20 % of what comes a week is told by start and target.
    """
    if goal.kind == "factor":
        return value
    if goal.kind == "percent":
        return Quantity(value, "percent")
    return Quantity(value, change_unit(goal) if goal.kind == "gain" else goal.unit or "count", None, goal.per)


def way(goal: "Goal", language: "Language", money: str = "count", *, begun: bool = False) -> str:
    """«с 1 840 до 2 090», or the start value alone, as far as it is known."""
    if goal.baseline is None or goal.kind in {"total", "milestone"}:
        return ""
    unit = level_unit(goal, money)
    target = target_level(goal)
    if target is None or goal.kind in {"level", "rate"} or goal.hold:
        template = N_("was {start}") if begun else N_("now {start}")
        return language.text(template, start=Quantity(goal.baseline, unit, None, goal.per))
    start, end = Quantity(goal.baseline, unit), Quantity(target, unit, None, goal.per)
    return language.text("from {start:gen} to {target:gen}", start=start, target=end)


def change_unit(goal: "Goal") -> str:
    """The unit of a difference of the goal's numbers: that of two percentages is in percentage points."""
    unit = level_unit(goal)
    return "percentage_point" if unit == "percent" else unit


def level_unit(goal: "Goal", money: str = "count") -> str:
    """The unit of start value and target level (that of the metric where the target is a percent or a factor)."""
    if goal.kind in {"percent", "factor"}:
        unit = metric(goal.metric).unit if goal.metric and is_known(goal.metric) else "count"
        own = money if goal.unit in {None, "percent", "ratio"} else goal.unit or money
        return {"money": own, "ratio": "count"}.get(unit, unit)
    return goal.unit or "count"
