"""How gap and budget are shared among the steps, so that both add up exactly."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import ROUND_DOWN, ROUND_UP, Decimal
from itertools import accumulate

from smartgoal.catalog.tactics import Tactic
from smartgoal.model.arithmetic import gap, start_level, target_level
from smartgoal.model.goal import Goal
from smartgoal.planning.measuring import adds_up, counts_people_once, own_unit
from smartgoal.planning.results import Result
from smartgoal.planning.schedule import Slot, ramp
from smartgoal.planning.sums import relative_gap

_WHOLE = {"count", "second", "minute", "hour", "day", "point"}
_MONEY = {"measure": Decimal(0), "test": Decimal("0.25"), "scale": Decimal("0.75"), "hold": Decimal("0.25")}
_LOW = Decimal("0.1")
_PLACES = 2
_FINEST = Decimal("0.01")
_FEW = 3  # whole numbers between ends closer than that would be the ends themselves


def shared_results(goal: Goal, stretches: Sequence[Slot]) -> list[Result | None]:
    """The number that each step is to bring; None for a step whose result is a deliverable."""
    names = [slot.name for slot in stretches]
    relative = relative_gap(goal)
    total = gap(goal) if relative is None else relative
    unit = own_unit(goal) if relative is None else "percent"
    target = target_level(goal)
    if goal.kind == "milestone" or (total is None and target is None):
        return [None] * len(names)
    if counts_people_once(goal):  # those of one step may be those of another: only the whole can be told
        return [_level(goal.value, unit) if number == len(names) else None for number in range(1, len(names) + 1)]
    if goal.hold or total is None:
        return [_level(target, unit) if name in {"scale", "hold"} else None for name in names]
    total = _reachable(total, whole=unit == "count" and goal.per is None)
    parts = ramp(total, names, whole=unit in _WHOLE and total == total.to_integral_value())
    start = start_level(goal)
    if relative is not None or start is None or adds_up(goal):
        return [Result("contribution", part, unit) if part else None for part in parts]
    end = start + total if target is None or target != round(target, _PLACES) else target
    return _levels((start, end), parts, unit, whole=unit == "count" and goal.per != "post")


def _reachable(total: Decimal, *, whole: bool) -> Decimal:
    """The change in numbers that can be had, enough for the target: 128.8 followers are 129."""
    return total.quantize(Decimal(1) if whole else _FINEST, ROUND_UP) if total.as_tuple().exponent else total


def _level(target: Decimal | None, unit: str) -> Result | None:
    return None if target is None else Result("level", target, unit)


def _levels(ends: tuple[Decimal, Decimal], parts: Sequence[Decimal], unit: str, *, whole: bool) -> list[Result | None]:
    """The level after each step, none for one that leaves it where it began; the last is the target."""
    start, target = ends
    finest = Decimal(1) if whole and _goes_in_wholes(start, target) else _finest_of(parts)
    reached = [sorted((start, level.quantize(finest), target))[1] for level in accumulate(parts[:-1], initial=start)]
    return [Result("level", level, unit) if level != start else None for level in (*reached[1:], target)]


def _goes_in_wholes(start: Decimal, target: Decimal) -> bool:
    """Whether whole numbers lie on the way: between whole ends, or ends so far apart that the rest does not matter."""
    are_whole = start == start.to_integral_value() and target == target.to_integral_value()
    return are_whole or abs(target - start) >= _FEW


def _finest_of(parts: Sequence[Decimal]) -> Decimal:
    """The place to which levels are told: what a start value holds beyond the hundredths and the parts says nothing."""
    return Decimal(1).scaleb(min(-_PLACES, *(int(part.normalize().as_tuple().exponent) for part in parts[:-1])))


def shared_costs(budget: Decimal | None, chosen: Sequence[tuple[Slot, Tactic]]) -> list[Decimal | None]:
    """What each step may cost, in whole units of the currency: 0 for free tactics, None where no budget was named.

    Paid steps share the budget (a third of it in the test when two steps are paid), small costs get a tenth each.
    """
    weights = [_weight(slot, tactic) for slot, tactic in chosen]
    if budget is None:
        return [None if weight else Decimal(0) for weight in weights]
    whole = sum(weights) if any(tactic.cost == "paid" for _, tactic in chosen) else max(sum(weights), Decimal(1))
    if not whole:
        return [Decimal(0)] * len(chosen)
    return [(budget * weight / whole).quantize(Decimal(1), ROUND_DOWN) for weight in weights]


def bought(
    results: Sequence[Result | None],
    costs: Sequence[Decimal | None],
    tactics: Sequence[Tactic],
    price: Decimal | None,
) -> list[Result | None]:
    """The results, those of paid steps cut to what their money buys where all of it together buys too little."""
    paid = [tactic.cost == "paid" and _is_sum(result) for tactic, result in zip(tactics, results, strict=True)]
    wanted = sum(
        (result.value or Decimal(0) for result, is_paid in zip(results, paid, strict=True) if result and is_paid),
        Decimal(0),
    )
    money = sum((cost or Decimal(0) for cost, is_paid in zip(costs, paid, strict=True) if is_paid), Decimal(0))
    if not price or None in costs or wanted * price <= money:
        return list(results)
    return [
        _cut(result, cost, price) if is_paid else result
        for result, cost, is_paid in zip(results, costs, paid, strict=True)
    ]


def _is_sum(result: Result | None) -> bool:
    return result is not None and result.kind == "contribution" and result.unit != "percent"


def _cut(result: Result | None, cost: Decimal | None, price: Decimal) -> Result | None:
    most = ((cost or Decimal(0)) / price).to_integral_value(ROUND_DOWN)
    if result is None or result.value is None or result.value <= most:
        return result
    return replace(result, value=most) if most else None


def _weight(slot: Slot, tactic: Tactic) -> Decimal:
    if tactic.cost == "none":
        return Decimal(0)
    return _MONEY[slot.name] if tactic.cost == "paid" else _LOW
