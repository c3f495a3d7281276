"""Whether unit and size of a target fit its metric."""

from typing import Literal

from smartgoal.catalog import Metric
from smartgoal.model import arithmetic
from smartgoal.model.arithmetic import SECONDS, in_unit
from smartgoal.model.goal import Goal

Misfit = Literal["unit", "currency", "time", "range", "below_zero"]
_PLAIN = {None, "count"}
_FITTING: dict[str, set[str | None]] = {
    "count": {None, "count"},
    "percent": {"percent"},
    "ratio": {None, "count", "ratio", "percent"},
    "point": {None, "count", "point"},
}


def misfit(goal: Goal, metric: Metric) -> Misfit | None:
    """What is wrong with the number of a goal that is counted by `metric`, if anything."""
    if goal.value is None or goal.kind == "milestone" or metric.form == "event":
        return None
    if goal.kind in {"percent", "factor"}:
        falls_through = goal.kind == "percent" and goal.direction == "decrease" and goal.value > 100
        return "below_zero" if falls_through and metric.low == 0 else _out_of_range(goal, metric)
    return _wrong_unit(goal.unit, metric) or _out_of_range(goal, metric)


def _wrong_unit(unit: str | None, metric: Metric) -> Misfit | None:
    if metric.unit == "money":
        return "currency" if unit in _PLAIN else None if unit and unit.isupper() else "unit"
    if metric.unit == "minute":
        return "time" if unit in _PLAIN else None if unit in SECONDS else "unit"
    return None if unit in _FITTING[metric.unit] else "unit"


def _out_of_range(goal: Goal, metric: Metric) -> Misfit | None:
    target = arithmetic.target_level(goal)
    if target is None:
        return None
    target = in_unit(target, goal.unit, metric.unit)
    high = metric.highest(goal.platform)
    if high is not None and target > high:
        return "range"
    return "below_zero" if metric.low is not None and target < metric.low else None


def fitting_unit(metric: Metric, currency: str | None) -> str | None:
    """The unit a target of that metric is meant in when another was typed; None where it cannot be told."""
    return currency if metric.unit == "money" else metric.unit
