"""The ways of counting that the catalogue has for a metric: which of them fit a goal, and what choosing one does."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from smartgoal.catalog import metric
from smartgoal.catalog.metrics import Way
from smartgoal.model.arithmetic import SECONDS, in_unit
from smartgoal.model.goal import Goal
from smartgoal.model.quantity import is_sane
from smartgoal.planning.measuring import is_known, is_mean, own_unit, way_of
from smartgoal.planning.periods import PERIOD_DAYS, brought_to

_FINEST = Decimal("0.0001")


def fitting_ways(goal: Goal) -> Iterator[tuple[int, Way]]:
    """The ways that do not contradict what the goal says already, with their numbers from 1."""
    ways = metric(goal.metric or "").ways if is_known(goal.metric) else ()
    return ((number, way) for number, way in enumerate(ways, start=1) if fits(goal, way))


def fits(goal: Goal, way: Way) -> bool:
    """Whether the goal can be counted so.

    Those who left are left in only where a gain is asked for. A number told over one period is not counted over
    another. A total is no mean, and only unique people make no total.
    """
    row = metric(goal.metric or "")
    if way.gross:
        return goal.kind in {None, "gain", "rate"} and not goal.hold
    if goal.per is not None:
        return goal.per != "post" if way.summed else way.per in {None, goal.per}
    return goal.kind != "total" or way.per is None or not row.additive


def counted(goal: Goal, text: str | None) -> Goal:
    """The goal counted so: its number is told over what that way of counting is told over.

    A "total" of unique people, which nobody can add up, becomes the number of that period.
    """
    told = replace(goal, counted_as=text)
    way = way_of(told)
    if way is None or way.per is None or goal.per is not None or goal.kind == "milestone":
        return told
    return replace(told, per=way.per, kind="level" if goal.kind == "total" else goal.kind)


def uncounted(goal: Goal) -> Goal:
    """The goal before a way of counting was chosen for it, with the period that this one brought taken off."""
    way = way_of(goal)
    per = None if way is not None and way.per == goal.per else goal.per
    return replace(goal, counted_as=None, per=per)


def recounted(goal: Goal, text: str | None) -> Goal:
    """The goal counted another way; a start value that was told over another time is none any more."""
    after = counted(uncounted(goal), text)
    return replace(after, baseline=None) if goal.per is not None and after.per != goal.per else after


def retargeted(old: Goal, new: Goal) -> Goal:
    """`new`, whose number was changed, with the start value over the same time; none where it cannot be brought there.

    An hour beside a start of 90 minutes is 60 minutes; 20 a month are 4.6 a week; people reached are counted anew.
    """
    start = old.baseline
    if start is not None and new.baseline == start:
        new = replace(in_one_unit(old, replace(new, baseline=None)), baseline=start)
    told, wanted = ("post" if is_mean(each) else each.per for each in (old, new))
    if start is None or new.baseline != start:
        return new
    new = replace(new, baseline=converted(start, own_unit(old), own_unit(new)))
    if told == wanted:
        return new
    convertible = is_known(new.metric) and metric(new.metric or "").between_periods
    if convertible and told in PERIOD_DAYS and wanted in PERIOD_DAYS:
        return replace(new, baseline=brought_to(start, told, wanted))
    return replace(new, baseline=None)


def in_one_unit(old: Goal, new: Goal) -> Goal:
    """`new` in the finer of two units of time: the one that was counted in so far, and the one of its new number."""
    before, after = own_unit(old), own_unit(new)
    if new.unit != after or not {before, after} <= SECONDS.keys():
        return new
    finer = min(before, after, key=SECONDS.__getitem__)
    value, start = (None if each is None else converted(each, after, finer) for each in (new.value, new.baseline))
    return replace(new, value=value, baseline=start, unit=finer)


def converted(value: Decimal, unit: str, wanted: str) -> Decimal:
    """`value` of one unit of time in another, no finer than a plan file holds; any other value as it is."""
    found = in_unit(value, unit, wanted)
    return found if is_sane(found) else found.quantize(_FINEST).normalize()
