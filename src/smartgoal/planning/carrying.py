"""What was told of a plan so far, carried over to the plan as it was changed: ticks of steps, numbers in their unit."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from smartgoal.model.arithmetic import SECONDS
from smartgoal.model.plan import Plan, Progress, Step
from smartgoal.planning.counting import converted, in_one_unit
from smartgoal.planning.measuring import own_unit
from smartgoal.planning.readings import check_ins
from smartgoal.planning.results import parse_result


def carried(old: Plan, new: Plan) -> Plan:
    """`new` with the ticks of `old` at the steps they belong to, and its numbers in the unit of the new goal."""
    return with_numbers(old, with_ticks(old, new))


def with_ticks(old: Plan, new: Plan) -> Plan:
    """A tick stays with its step, wherever that stands now; of a step that is gone the record keeps the title."""
    if titles(old) == titles(new):
        return new
    places = places_of(old, new)
    rows = tuple(moved(row, old, places) for row in new.progress)
    ticked = {row.step - 1 for row in old.progress if row.step is not None}
    gone = tuple(
        Progress(date=step.done, done=step.title)
        for index, step in enumerate(old.steps)
        if step.done is not None and index not in places and index not in ticked
    )
    days = {places[index]: step.done for index, step in enumerate(old.steps) if index in places}
    steps = tuple(replace(step, done=step.done or days.get(index)) for index, step in enumerate(new.steps))
    return replace(new, steps=steps, progress=(*rows, *gone))


def titles(plan: Plan) -> tuple[tuple[str, int], ...]:
    """What each step is known by: its title, and the number of those before it of that title."""
    seen: Counter[str] = Counter()
    return tuple(_numbered(step, seen) for step in plan.steps)


def _numbered(step: Step, seen: Counter[str]) -> tuple[str, int]:
    title = " ".join(step.title.casefold().split())
    seen[title] += 1
    return title, seen[title]


def places_of(old: Plan, new: Plan) -> dict[int, int]:
    """Where the steps of `old` stand in `new`; those that are gone are left out."""
    there = {title: index for index, title in enumerate(titles(new))}
    return {index: there[title] for index, title in enumerate(titles(old)) if title in there}


def moved(row: Progress, old: Plan, places: dict[int, int]) -> Progress:
    """A check-in with the number that its step has now, or with the title of a step that is gone."""
    if row.step is None or row.step > len(old.steps):
        return row
    place = places.get(row.step - 1)
    if place is None:
        return replace(row, step=None, done=old.steps[row.step - 1].title)
    return replace(row, step=place + 1)


def done_and_gone(old: Plan, new: Plan) -> Iterator[str]:
    """The titles of steps that were done and are in the plan no longer, newly so."""
    before = {row.done for row in old.progress}
    return (row.done for row in new.progress if row.done is not None and row.done not in before)


def with_numbers(old: Plan, new: Plan) -> Plan:
    """Check-ins, result and bare results of steps in the unit of time that the goal counts in now."""
    if check_ins(old):  # a level of minutes would be no whole number of hours
        new = replace(new, goal=in_one_unit(old.goal, new.goal))
    before, after = own_unit(old.goal), own_unit(new.goal)
    if before == after or not {before, after} <= SECONDS.keys():
        return new

    def told(value: Decimal | None) -> Decimal | None:
        return None if value is None else converted(value, before, after)

    outcome = None if new.outcome is None else replace(new.outcome, value=told(new.outcome.value))
    return replace(
        new,
        progress=tuple(replace(row, value=told(row.value)) for row in new.progress),
        outcome=outcome,
        steps=tuple(with_unit(step, before) if step in old.steps else step for step in new.steps),
    )


def with_unit(step: Step, unit: str) -> Step:
    """The step whose bare number names its unit."""
    result = parse_result(step.result)
    if result.kind == "deliverable" or result.unit is not None:
        return step
    return replace(step, result=str(replace(result, unit=unit)))
