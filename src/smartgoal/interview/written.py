"""Parts of a plan as the flags of `new` write them; reading them back gives the same parts. The target in words too."""

from collections.abc import Mapping
from decimal import Decimal

from smartgoal.exporters.sentence import shown_value
from smartgoal.language import Language
from smartgoal.model.goal import Goal
from smartgoal.model.plan import Measure, Step

SHORT_UNITS: Mapping[str, str] = {"minute": "m", "hour": "h", "day": "d", "percent": "%"}
SILENT_UNITS = {None, "count", "ratio", "point"}


def number_text(value: Decimal) -> str:
    """A number without grouping and exponent."""
    return f"{value:f}"


def amount_text(value: Decimal, unit: str | None) -> str:
    """A number with its unit: 45m, 20%, 350 RUB."""
    if unit in SILENT_UNITS:
        return number_text(value)
    return number_text(value) + SHORT_UNITS.get(unit or "", f" {unit}")


def target_text(goal: Goal) -> str | None:
    """The target as `--target` takes it: +250, -20%, x2, 10/week, done, 1500; None while there is none."""
    if goal.kind == "milestone":
        return None if goal.statement else "done"
    if goal.kind is None or goal.value is None:
        return None
    sign = "-" if goal.direction == "decrease" else "+"
    points = goal.kind == "gain" and goal.unit == "percent"
    number = f"{number_text(goal.value)} pp" if points else amount_text(goal.value, goal.unit)
    per = f"/{goal.per}" if goal.per else ""
    if goal.kind in {"gain", "percent"}:
        return sign + number + per
    return (f"x{number_text(goal.value)}" if goal.kind == "factor" else number) + per


def target_words(goal: Goal, language: Language) -> str | None:
    """The target as a person reads it: +250, -20 %, 10 a week; None while there is none."""
    if goal.kind in {None, "milestone", "factor"} or goal.value is None:
        return target_text(goal)
    moves = goal.kind in {"gain", "percent"}
    value = -goal.value if moves and goal.direction == "decrease" else goal.value
    return language.fill("{value:signed}" if moves else "{value}", {"value": shown_value(goal, value)})


def stat_text(platform: str | None, metric: str, measure: Measure) -> str:
    """A number of point A as `--stat` takes it."""
    page = f"{platform}." if platform else ""
    per = f"/{measure.per}" if measure.per else ""
    return f"{page}{metric}={number_text(measure.value)}{per}"


def step_fields(step: Step) -> dict[str, str]:
    """What a step says beside its title, by the keys of the plan file."""
    fields = {
        "start": step.start.isoformat() if step.start else None,
        "due": step.due.isoformat() if step.due else None,
        "owner": step.owner,
        "result": step.result,
        "basis": step.basis,
        "indicator": step.indicator,
        "if_then": step.if_then,
        "needs": step.needs,
        "cost": number_text(step.cost) if step.cost is not None else None,
    }
    return {key: text for key, text in fields.items() if text is not None}
