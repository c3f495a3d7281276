"""Numbers that look like a slip of the hand: they are kept as typed, and told."""

from decimal import Decimal
from typing import TYPE_CHECKING

from smartgoal.exporters.sentence import level_unit
from smartgoal.language import N_
from smartgoal.model.quantity import Quantity
from smartgoal.planning.readings import check_ins, counted_up, first_day, form_of, is_sum, tracked_goal

if TYPE_CHECKING:
    from smartgoal.cli.environment import Environment
    from smartgoal.model.goal import Goal
    from smartgoal.model.plan import Plan, Progress

LOG_AGAIN = N_("If it is a slip, log the same day again: the later number counts.")
CLOSE_AGAIN = N_("If it is a slip, close the plan again with the right number: it replaces this one.")
_LEVEL_LEAP = 5  # times the last number, or a part of it
_SUM_LEAP = 10  # times the last sum, where that was large enough to tell
_WORTH_A_WORD = 20  # small numbers leap


def tell_of_slips(row: "Progress", plan: "Plan", environment: "Environment", remedy: str) -> None:
    """Tell what is odd about a typed number beside those before it; `remedy` says how a slip is put right."""
    if row.value is None or plan.goal.kind == "milestone":
        return
    tell_of_a_leap(row, plan, environment, remedy)
    tell_of_too_early(row, plan, environment)
    tell_of_a_fallen_sum(row, plan, environment)


def tell_of_a_leap(row: "Progress", plan: "Plan", environment: "Environment", remedy: str) -> None:
    """Tell of a level that is five times the last one or a fifth of it, and of a sum that is ten times the last."""
    goal = tracked_goal(plan)
    before = [point for point in check_ins(plan) if point[0] <= row.date]
    start = [] if goal.baseline is None else [(goal.start or plan.created or row.date, goal.baseline)]
    if not (start or before) or row.value is None:
        return
    day, last = (start + before)[-1]
    if leaps(goal, last, row.value):
        unit, text = level_unit(goal), environment.language.text
        told = text("{value} is far from the last number, {last} on {day}.", value=Quantity(row.value, unit),
                    last=Quantity(last, unit), day=day)  # fmt: skip
        environment.tell(f"{told} {text(remedy)}")


def leaps(goal: "Goal", last: Decimal, value: Decimal) -> bool:
    """Whether the number is too far from the last one to be likely; flows of a period may leap."""
    low, high = sorted((last, value))
    if counted_up(goal):
        return last >= _WORTH_A_WORD and value >= last * _SUM_LEAP
    return form_of(goal) == "level" and high >= _WORTH_A_WORD and low * _LEVEL_LEAP < high


def tell_of_too_early(row: "Progress", plan: "Plan", environment: "Environment") -> None:
    """Tell of a number read before the goal begins: it is no part of a sum, and of a level it is the past."""
    first = first_day(plan)
    if first is None or row.date >= first:
        return
    template = N_("The goal starts on {day}: what came in before does not count for it.") if is_sum(plan) else N_(
        "The goal starts on {day}, and this number is of {read}. If it is a slip, log it again with its right day."
    )  # fmt: skip
    environment.tell(environment.language.text(template, day=first, read=row.date))


def tell_of_a_fallen_sum(row: "Progress", plan: "Plan", environment: "Environment") -> None:
    """Tell of a sum since the start that is lower than before: most likely what came since the last check-in."""
    goal = tracked_goal(plan)
    before = [point for point in check_ins(plan) if point[0] < row.date]
    if row.value is None or not counted_up(goal) or not before or row.value >= before[-1][1]:
        return
    (day, last), unit = before[-1], level_unit(goal)
    environment.tell(environment.language.text(
        "{value} is less than the {last} of {day}: a check-in here is all that came since the start. "
        "If {value} came since then, log {sum}.",
        value=Quantity(row.value, unit), last=Quantity(last, unit), day=day,
        sum=Quantity(last + row.value, unit)))  # fmt: skip
