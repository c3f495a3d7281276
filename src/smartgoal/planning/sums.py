"""Whether the steps add up: the sum of their results against the gap of the goal."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from smartgoal.model.arithmetic import SECONDS, gap, in_unit, is_met, start_level, target_level
from smartgoal.model.goal import Goal
from smartgoal.model.plan import Plan
from smartgoal.model.series import Problem
from smartgoal.planning.measuring import counts_from_zero, needs_levels, own_unit
from smartgoal.planning.results import Result, parse_result
from smartgoal.planning.start import with_start

_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class StepResult:
    """A step's result as read, and the change it makes, with its sign, in the unit of the coverage."""

    result: Result
    change: Decimal | None


@dataclass(frozen=True, slots=True)
class Coverage:
    """The change asked for and the change the steps make, both with their sign, in `unit`.

    `missing` is what the steps leave open, never negative: 0 when they reach the target; None when it cannot be told
    (no number in the goal, or levels without a start value). `relative` marks sums in per cent of an unknown start.
    `problems` have `line` = index of the step, from 0.
    """

    gap: Decimal | None
    sum: Decimal | None
    missing: Decimal | None
    unit: str
    steps: tuple[StepResult, ...]
    problems: tuple[Problem, ...] = ()
    relative: bool = False


def coverage(plan: Plan) -> Coverage:
    """Add up the results of the plan's steps: contributions sum, a level sets where the number stands after it."""
    goal = with_start(plan)
    if counts_from_zero(goal):
        goal = replace(goal, kind="total")
    results = tuple(parse_result(step.result) for step in plan.steps)
    problems = tuple(_problems(goal, results))
    scale = _Scale.of(goal)
    changes, position = [], scale.start
    moved: Decimal | None = Decimal(0)
    for result in results:
        change, position = scale.step(result, position)
        changes.append(change)
        moved = None if moved is None or change is None else moved + change
    missing = _missing(goal, scale, position, moved)
    if scale.gap == 0 and not missing:  # nothing is asked for: how far within the target the steps stay is no sum
        moved = Decimal(0)
    steps = tuple(StepResult(result, change) for result, change in zip(results, changes, strict=True))
    return Coverage(scale.gap, moved, missing, scale.unit, steps, problems, scale.relative)


@dataclass(frozen=True, slots=True)
class _Scale:
    """What is summed: the metric's own number, or per cent of a start that nobody knows yet."""

    gap: Decimal | None
    unit: str
    start: Decimal | None
    goal: Goal
    relative: bool

    @classmethod
    def of(cls, goal: Goal) -> "_Scale":
        change = gap(goal)
        percent = relative_gap(goal) if change is None else None
        if percent is not None:
            return cls(percent, "percent", None, goal, relative=True)
        return cls(change, own_unit(goal), start_level(goal), goal, relative=False)

    def step(self, result: Result, position: Decimal | None) -> tuple[Decimal | None, Decimal | None]:
        """The change of one step and where the number stands after it."""
        if result.value is None:
            return Decimal(0), position
        if result.kind == "level":
            level = in_unit(result.value, result.unit, self.unit)
            return (None if position is None else level - position), level
        change = self._change(result)
        return change, None if position is None or change is None else position + change

    def _change(self, result: Result) -> Decimal | None:
        assert result.value is not None
        if self.relative:
            return result.value if result.unit == "percent" else None
        if result.unit == "percent" and self.unit != "percent":
            return None if self.goal.baseline is None else self.goal.baseline * result.value / _HUNDRED
        if result.unit == "percent" and self.goal.kind == "percent" and self.goal.baseline is not None:
            return self.goal.baseline * result.value / _HUNDRED
        return in_unit(result.value, result.unit, self.unit)


def relative_gap(goal: Goal) -> Decimal | None:
    """The change in per cent of the start, for "+20 %" and "twice" whose start is not known; falling is negative."""
    if goal.value is None or goal.kind not in {"percent", "factor"} or goal.baseline is not None:
        return None
    falling = goal.direction == "decrease"
    if goal.kind == "percent":
        return -goal.value if falling else goal.value
    factor = 1 / goal.value if falling and goal.value > 1 else goal.value
    return (factor - 1) * _HUNDRED


def _missing(goal: Goal, scale: _Scale, position: Decimal | None, moved: Decimal | None) -> Decimal | None:
    target = target_level(goal)
    if position is not None and target is not None:
        return Decimal(0) if is_met(goal, position) else abs(target - position)
    if scale.gap is None or moved is None:
        return None
    left = scale.gap - moved
    return max(Decimal(0), -left if scale.gap < 0 else left)


def _problems(goal: Goal, results: tuple[Result, ...]) -> Iterator[Problem]:
    unit, levels = own_unit(goal), needs_levels(goal)
    for index, result in enumerate(results):
        if result.unit is not None and result.unit != "percent" and (result.unit in SECONDS) != (unit in SECONDS):
            yield Problem("unit", index, {"unit": result.unit, "expected": unit})
        elif result.kind == "contribution" and goal.baseline is not None and levels:
            yield Problem("contribution_to_level", index, {"result": str(result)})
