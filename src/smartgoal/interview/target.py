"""What a target such as "+250" or "10/week" says of a goal: by flag or typed, the same."""

import re
from dataclasses import replace
from decimal import Decimal
from typing import Any, get_args

from smartgoal import parsing
from smartgoal.catalog import Metric
from smartgoal.catalog import metric as catalog_metric
from smartgoal.model.arithmetic import SECONDS
from smartgoal.model.goal import Direction, Goal, Kind
from smartgoal.model.quantity import Period
from smartgoal.planning.measuring import is_known, is_mean

OVER_A_PERIOD = frozenset({"level", "gain", "percent", "factor"})
WORD_BEFORE = re.compile(r"\s*[^\W\d_]+\s.*\d")  # "to 2000"
PERIODS: tuple[Period, ...] = get_args(Period)


def target_parts(
    text: str, goal: Goal, metric: Metric | None, *, language: str, mean: bool = True
) -> dict[str, Any] | None:
    """Kind, value, unit, period and direction of a target such as "+250", "10/week" or "1500"; None for no target.

    What is counted per post keeps the period that `goal` has; without one it is a `mean` per post, or left open.
    """
    number, slash, period = text.rpartition("/")
    per = as_period(period) if slash else None
    target = parsing.parse_target(number if per else text, language=language)
    if target is None or (target.value is None and target.kind != "milestone"):
        return None
    per = per or target.per
    kind = settled_kind(target.kind, per, metric)
    return {
        "kind": kind,
        "value": target.value,
        "unit": None if kind == "milestone" else target.unit or unit_of(metric, goal),
        "per": per or own_period(goal, kind, mean=mean),
        "direction": target.direction or told_direction(metric, kind, target.value, goal.baseline),
    }


def same_target(text: str, goal: Goal) -> dict[str, Any] | None:
    """The goal's kind of target with another number; None where the text says more than a number in its unit.

    "to 2000" says a level, "+20%" and "10/week" their own kind.
    """
    target = parsing.parse_target(text) if not WORD_BEFORE.match(text) else None
    if goal.kind is None or target is None or target.kind is not None or target.per or target.value is None:
        return None
    if target.unit not in {None, goal.unit} and not {target.unit, goal.unit} <= SECONDS.keys():
        return None
    return {"kind": goal.kind, "value": target.value, "unit": target.unit or goal.unit}


def own_period(goal: Goal, kind: Kind, *, mean: bool) -> Period | None:
    """The period of a number that names none, of what is counted per post."""
    counted = replace(goal, kind="level", per=None)
    if kind not in OVER_A_PERIOD or not is_known(goal.metric) or not catalog_metric(goal.metric or "").per_post:
        return None
    return goal.per or ("post" if mean and kind in {"level", "gain"} and is_mean(counted) else None)


def as_period(text: str) -> Period | None:
    """The period behind a slash: an id or a word of either language ("week", «мес», «неделю»); None for others."""
    return next((period for period in PERIODS if period == text.strip().casefold()), None) or parsing.parse_period(text)


def settled_kind(kind: Kind | None, per: Period | None, metric: Metric | None) -> Kind:
    """A bare number is a total for what starts from zero (sales, leads), else a level; so is a mean per post."""
    if kind in {"gain", "percent", "factor", "milestone"}:
        return kind
    if per is not None:
        return "level" if per == "post" else "rate"
    starts_from_zero = metric is None or (metric.form == "flow" and not metric.per_post)
    return "total" if starts_from_zero else "level"


def unit_of(metric: Metric | None, goal: Goal) -> str | None:
    """The unit of the target where the number names none: as said before, else the metric's."""
    if goal.kind not in {"percent", "factor"} and goal.unit is not None:
        return goal.unit
    unit = metric.unit if metric is not None else "count"
    return None if unit == "money" else unit


def told_direction(
    metric: Metric | None, kind: Kind | None, value: Decimal | None, baseline: Decimal | None
) -> Direction | None:
    """The way that is better for the metric; where neither is, from the start value to the target, and to 0 down."""
    if kind == "milestone":
        return None
    if metric is not None and metric.better is not None:
        return "decrease" if metric.better == "down" else "increase"
    if kind in {"level", "rate"} and baseline is not None and value is not None and baseline != value:
        return "decrease" if value < baseline else "increase"
    return "decrease" if value == 0 and kind in {"level", "rate", "total"} else "increase"
