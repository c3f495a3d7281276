"""The sums of a goal: where it starts, where it ends, how far one has come. Right for falling goals and kept levels.

All amounts stand in the unit of the goal's start value (for kind "percent" and "factor": that of the metric).
`None` means: not said, so it cannot be told.
"""

from decimal import Decimal

from smartgoal.model.goal import Direction, Goal

SECONDS = {"second": Decimal(1), "minute": Decimal(60), "hour": Decimal(3600), "day": Decimal(86_400)}
_HUNDRED = Decimal(100)


def in_unit(value: Decimal, unit: str | None, wanted: str | None) -> Decimal:
    """`value` of one unit of time in another (2 hours are 120 minutes); any other value as it is."""
    if unit in SECONDS and wanted in SECONDS and unit != wanted:
        return value * SECONDS[unit] / SECONDS[wanted]
    return value


def start_level(goal: Goal) -> Decimal | None:
    """Where the way begins: 0 for a total, which counts from the first day; else the start value."""
    return Decimal(0) if goal.kind == "total" else goal.baseline


def direction(goal: Goal) -> Direction | None:
    """Which way the number is to go: as said, else told by start value and target."""
    if goal.direction is not None or goal.kind not in {"level", "rate"}:
        return goal.direction or "increase"
    if goal.baseline is None or goal.value is None or goal.baseline == goal.value:
        return None
    return "increase" if goal.value > goal.baseline else "decrease"


def target_level(goal: Goal) -> Decimal | None:
    """The number to be reached: 1840 and +250 give 2090, 40 and -20 % give 32, 30 and a third of it give 10."""
    if goal.value is None or goal.kind is None or goal.kind == "milestone":
        return None
    if goal.kind in {"level", "rate", "total"}:
        return goal.value
    if goal.baseline is None:
        return None
    falling = goal.direction == "decrease"
    if goal.kind == "gain":
        return goal.baseline - goal.value if falling else goal.baseline + goal.value
    if goal.kind == "percent":
        return goal.baseline * (_HUNDRED - goal.value if falling else _HUNDRED + goal.value) / _HUNDRED
    return goal.baseline / goal.value if falling and goal.value > 1 else goal.baseline * goal.value


def gap(goal: Goal) -> Decimal | None:
    """The change asked for, with its sign: +250 followers, -30 minutes. A gain tells it without a start value.

    0 where the start already meets the target: a kept level, or one that lies behind.
    """
    if goal.kind == "gain" and goal.value is not None:
        return -goal.value if goal.direction == "decrease" else goal.value
    start, target = start_level(goal), target_level(goal)
    if start is None or target is None:
        return None
    return Decimal(0) if is_met(goal, start) else target - start


def remaining(goal: Goal, value: Decimal) -> Decimal | None:
    """What is left from `value` to the target, with its sign: from 40 to 10 minutes -30; past the target it turns."""
    target = target_level(goal)
    return None if target is None else target - value


def share_of_way(goal: Goal, value: Decimal) -> Decimal | None:
    """The part of the way done at `value`: 0 at the start, 1 at the target, below 0 on the wrong side of the start.

    From 45 to 10 minutes, 40 is 1/7. `None` for a kept level (its progress is the share of checkpoints that held) and
    where there is no way to go, since the start is the target or better.
    """
    start, target = start_level(goal), target_level(goal)
    if goal.hold or start is None or target is None or start == target or is_met(goal, start):
        return None
    return (value - start) / (target - start)


def is_met(goal: Goal, value: Decimal) -> bool | None:
    """Whether `value` reaches the target, or keeps within it: at most the target for falling goals, else at least."""
    target, way = target_level(goal), direction(goal)
    if target is None or way is None:
        return None
    return value <= target if way == "decrease" else value >= target
