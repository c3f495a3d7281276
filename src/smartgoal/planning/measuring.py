"""How a goal's number behaves: in which unit it stands, and whether results of steps add up to it."""

from smartgoal.catalog import metric, metrics
from smartgoal.model.goal import Goal

_COUNTS = {"count", "money"}


def own_unit(goal: Goal) -> str:
    """The unit of the goal's start value and target: as typed, or the metric's for "+20 %" and "twice"."""
    relative = goal.kind in {"percent", "factor"}
    if goal.unit is not None and not relative:
        return goal.unit
    if goal.metric is None or not is_known(goal.metric):
        return "count"
    unit = metric(goal.metric).unit
    return "count" if unit == "money" else unit


def is_known(metric_id: str | None) -> bool:
    """Whether the catalogue (or the user's own "other:...") has this metric."""
    return metric_id is not None and (metric_id in metrics() or metric_id.startswith("other:"))


def counts_gains(goal: Goal) -> bool:
    """Whether a level is asked for per period ("5 followers a week"): that counts what is gained, not what is there."""
    per_period = goal.kind == "rate" or (goal.kind == "level" and goal.per is not None)
    return per_period and is_known(goal.metric) and metric(goal.metric or "").form == "level"


def counts_from_zero(goal: Goal) -> bool:
    """Whether results are counted from the first day on: a total, or "40 more leads" of no period and no start."""
    if goal.kind != "gain" or goal.per is not None or goal.baseline is not None:
        return goal.kind == "total"
    return is_known(goal.metric) and metric(goal.metric or "").form == "flow"


def asks_for_nothing(goal: Goal) -> bool:
    """Whether 0 stands where something is to grow or to change; falling to 0, and from below 0 up to it, is a target."""
    if goal.value is None or goal.value != 0 or goal.kind in {None, "milestone"}:
        return False
    low = metric(goal.metric or "").low if is_known(goal.metric) else None
    return goal.kind in {"gain", "percent", "factor"} or (goal.direction == "increase" and (low is None or low >= 0))


def is_mean(goal: Goal) -> bool:
    """Whether the number is a mean per post: said so, or the level of what is counted per post."""
    if goal.per is not None or goal.kind != "level":
        return goal.per == "post"
    return is_known(goal.metric) and metric(goal.metric or "").per_post


def needs_levels(goal: Goal) -> bool:
    """Whether steps can only name the level after them: ratios, durations and means do not add up."""
    return is_mean(goal) or (is_known(goal.metric) and metric(goal.metric or "").form == "ratio")


def adds_up(goal: Goal) -> bool:
    """Whether steps contribute to the number (60 followers here, 90 there).

    Ratios, durations, means per post, numbers per period, unique counts of people reached, falling and kept levels do
    not: their steps name the level after them.
    """
    if goal.hold or goal.direction == "decrease" or goal.kind in {"rate", "milestone"}:
        return False
    if is_mean(goal) or (goal.per is not None and goal.kind != "total"):
        return False
    if goal.metric is None or not is_known(goal.metric):
        return goal.unit in {None, "count"}
    row = metric(goal.metric)
    return row.unit in _COUNTS and (row.form == "level" or (row.form == "flow" and row.additive))
