"""How a goal's number behaves: in which unit it stands, and whether results of steps add up to it."""

from dataclasses import replace

from smartgoal.catalog import metric, metrics
from smartgoal.catalog.metrics import Way
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


def way_of(goal: Goal) -> Way | None:
    """The way of the catalogue by which the goal is counted; None for one in the user's own words."""
    ways = metric(goal.metric or "").ways if goal.counted_as and is_known(goal.metric) else ()
    return next((way for way in ways if goal.counted_as in way.texts.values()), None)


def counts_gross(goal: Goal) -> bool:
    """Whether a level's gain counts all who came, also those who left again: no counter shows it, it begins at zero."""
    if goal.kind not in {"gain", "total"} or goal.per is not None:
        return False
    way = way_of(goal)
    return way is not None and way.gross is not None


def as_counted(goal: Goal) -> Goal:
    """The goal as its number is counted: whoever comes and is not taken off when leaving makes a total of new ones."""
    way = way_of(goal)
    if way is None or not counts_gross(goal):
        return goal
    return replace(goal, metric=way.gross, kind="total", baseline=None)


def counts_from_zero(goal: Goal) -> bool:
    """Whether results are counted from the first day on.

    A total, "40 more leads" of no period and no start, new followers of whom nobody is taken off.
    """
    if counts_gross(goal):
        return True
    if goal.kind != "gain" or goal.per is not None or goal.baseline is not None:
        return goal.kind == "total"
    return is_known(goal.metric) and metric(goal.metric or "").form == "flow"


def asks_for_nothing(goal: Goal) -> bool:
    """Whether 0 stands where something is to grow or to change; falling to 0, or from below 0 up to it, is a way."""
    if goal.value is None or goal.value != 0 or goal.kind in {None, "milestone"}:
        return False
    low = metric(goal.metric or "").low if is_known(goal.metric) else None
    return goal.kind in {"gain", "percent", "factor"} or (goal.direction == "increase" and (low is None or low >= 0))


def counts_people_once(goal: Goal) -> bool:
    """Whether the number is of different people over the whole time (reach, viewers in all), no sum of its parts."""
    row = metric(goal.metric or "") if is_known(goal.metric) and goal.direction != "decrease" else None
    return row is not None and row.form == "flow" and not row.additive and counts_from_zero(goal)


def is_mean(goal: Goal) -> bool:
    """Whether the number is a mean per post: said so, or the level of what is usually counted per post."""
    if goal.per is not None or goal.kind != "level":
        return goal.per == "post"
    if not is_known(goal.metric) or not metric(goal.metric or "").per_post:
        return False
    way = way_of(goal)
    return way is None or (way.per in {None, "post"} and not way.summed)


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
