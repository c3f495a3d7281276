"""The number that decides how a goal ended: that of its last day, as far as anybody noted one."""

from dataclasses import replace
from datetime import date

from smartgoal.model.plan import Plan
from smartgoal.planning.readings import Point, Points, check_ins
from smartgoal.planning.tracking import READ_EARLY, READ_LATE


def deciding(plan: Plan, typed: Point | None) -> Point | None:
    """The day and number by which the goal is judged; None where none was told. `typed` is one told at its closing.

    The last number near the deadline counts; where none stands there, the one typed, else the first later one, else
    the last of all. An event has the day on which it was first told as happened. Without a deadline the last counts.
    """
    noted = check_ins(replace(plan, outcome=None))
    known: Points = (*(point for point in noted if typed is None or point[0] != typed[0]), *((typed,) if typed else ()))
    deadline = plan.goal.deadline
    if not known:
        return None
    if plan.goal.kind == "milestone":
        return happened(noted, known[-1])
    if deadline is None:
        return known[-1]
    near = dict(point for point in known if deadline - READ_EARLY < point[0] <= deadline + READ_LATE)
    if near:
        day = deadline if deadline in near else max(near)
        return day, near[day]
    later = [point for point in known if point[0] > deadline + READ_LATE]
    return typed or (later[0] if later else known[-1])


def happened(noted: Points, last: Point) -> Point:
    """The first day on which an event was noted as happened and never taken back since."""
    if not last[1]:
        return last
    first = last
    for point in reversed(noted):
        if not point[1]:
            break
        first = min(first, point)
    return first


def is_late(plan: Plan, day: date) -> bool:
    """Whether a number of that day is too late to be that of the deadline; an event is late from the next day on."""
    deadline = plan.goal.deadline
    if deadline is None:
        return False
    return day > (deadline if plan.goal.kind == "milestone" else deadline + READ_LATE)
