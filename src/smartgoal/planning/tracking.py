"""How a goal is doing: the value today, the share of the way, pace, milestone, late steps, next check-in."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Literal

from smartgoal.model.arithmetic import is_met, share_of_way, start_level, target_level
from smartgoal.model.goal import Goal
from smartgoal.model.plan import Plan
from smartgoal.planning.measuring import with_start
from smartgoal.planning.milestones import planned_on
from smartgoal.planning.odds import history

State = Literal["closed", "met", "missed", "behind", "on_track", "ahead", "not_started", "no_data"]
CHECK_EVERY = 7  # days between check-ins of a plan of up to half a year; twice that for longer ones
_SLACK = Decimal("0.05")  # of the whole way: less than this below the line is no news


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where a plan stands as of `today`.

    `value` is the last known number and `on` its day. `share` is the part of the way done (1 at the target, below 0 on
    the wrong side of the start); for a kept level the share of check-ins at which it held. `remaining` is what is left,
    with its sign. `needed` is the change a day that leads to the target from today, `usual` the change a day of the
    last 28 days. `planned` is where the planned way stands today.
    """

    state: State
    today: date
    value: Decimal | None = None
    on: date | None = None
    share: Decimal | None = None
    remaining: Decimal | None = None
    needed: Decimal | None = None
    usual: Decimal | None = None
    planned: Decimal | None = None
    days_left: int | None = None
    late_steps: tuple[int, ...] = ()
    done_steps: tuple[int, ...] = ()
    next_check: date | None = None
    check_due: bool = False


def check_ins(plan: Plan) -> tuple[tuple[date, Decimal], ...]:
    """The numbers told so far, one a day in order of date: of two rows of one day the later one counts."""
    return tuple(sorted({row.date: row.value for row in plan.progress if row.value is not None}.items()))


def standing(plan: Plan, *, today: date) -> Standing:
    """Where the plan stands. Pure: nothing is written."""
    goal = with_start(plan)
    known = [point for point in check_ins(plan) if point[0] <= today]
    value, on = (known[-1][1], known[-1][0]) if known else (goal_start(goal), plan.created)
    done, late = steps_done(plan, today), steps_late(plan, today)
    days_left = (goal.deadline - today).days if goal.deadline else None
    planned = planned_on(plan, today)
    next_check = following_check(plan, known[-1][0] if known else None)
    return Standing(
        state=state_of(plan, goal, value, planned, today, counted=bool(known)),
        today=today,
        value=value,
        on=on,
        share=share(goal, value, known),
        remaining=None if value is None or target_level(goal) is None else (target_level(goal) or Decimal(0)) - value,
        needed=needed_pace(goal, value, days_left),
        usual=usual_pace(plan, today),
        planned=planned,
        days_left=days_left,
        late_steps=late,
        done_steps=done,
        next_check=next_check,
        check_due=next_check is not None and next_check <= today,
    )


def goal_start(goal: Goal) -> Decimal | None:
    """The number before any check-in."""
    return None if goal.kind == "milestone" else start_level(goal)


def share(goal: Goal, value: Decimal | None, known: list[tuple[date, Decimal]]) -> Decimal | None:
    """The part of the way done; for a kept level the part of check-ins that held; for an event 0 or 1."""
    if goal.kind == "milestone":
        return Decimal(1 if value else 0) if known else Decimal(0)
    if goal.hold:
        held = [bool(is_met(goal, number)) for _, number in known]
        return Decimal(sum(held)) / len(held) if held else None
    if value is None:
        return None
    if goal.kind == "rate" and goal.baseline is None and goal.value:
        return value / goal.value
    return share_of_way(goal, value)


def met(goal: Goal, value: Decimal | None) -> bool:
    """Whether the number reaches the target (an event: has happened)."""
    if value is None:
        return False
    return bool(value) if goal.kind == "milestone" else bool(is_met(goal, value))


def state_of(
    plan: Plan, goal: Goal, value: Decimal | None, planned: Decimal | None, today: date, *, counted: bool
) -> State:
    """One word for where it stands."""
    if plan.outcome is not None:
        return "closed"
    over = goal.deadline is not None and today > goal.deadline
    if counted and met(goal, value) and (over or not goal.hold):
        return "met"
    if over:
        return "missed" if counted else "no_data"
    if not counted:
        first = (goal.start or plan.created or today) + timedelta(days=CHECK_EVERY)
        return "not_started" if today < first else "no_data"
    return against_line(goal, value, planned)


def against_line(goal: Goal, value: Decimal | None, planned: Decimal | None) -> State:
    """Behind, on track or ahead of the planned way, with some slack for the usual wobble."""
    if goal.hold:
        return "on_track" if met(goal, value) else "behind"
    start, target = goal_start(goal), target_level(goal)
    if value is None or planned is None or start is None or target is None or start == target:
        return "on_track"
    lead = (value - planned) / (target - start)
    if abs(lead) <= _SLACK:
        return "on_track"
    return "ahead" if lead > 0 else "behind"


def needed_pace(goal: Goal, value: Decimal | None, days_left: int | None) -> Decimal | None:
    """The change a day from today on that leads to the target; None for rates, events and kept levels."""
    target = target_level(goal)
    if (
        goal.kind in {"rate", "milestone"}
        or goal.hold
        or target is None
        or value is None
        or not days_left
        or days_left < 0
    ):
        return None
    return (target - value) / days_left


def usual_pace(plan: Plan, today: date) -> Decimal | None:
    """The change a day over the last 28 known days; None with less than a week of points."""
    if plan.goal.kind in {"rate", "milestone"}:
        return None
    points = [point for point in history(plan) if point[0] <= today]
    recent = [point for point in points if (points[-1][0] - point[0]).days <= 28] if points else []
    if len(recent) < 2 or (recent[-1][0] - recent[0][0]).days < 7:
        return None
    return (recent[-1][1] - recent[0][1]) / (recent[-1][0] - recent[0][0]).days


def steps_late(plan: Plan, today: date) -> tuple[int, ...]:
    """Indices of steps whose day has passed and that were not ticked off."""
    done = set(steps_done(plan, today))
    return tuple(index for index, step in enumerate(plan.steps) if step.due and step.due < today and index not in done)


def steps_done(plan: Plan, today: date) -> tuple[int, ...]:
    """Indices of steps that were ticked off, in the plan or by a check-in (there they count from 1)."""
    ticked = {row.step - 1 for row in plan.progress if row.step is not None and row.date <= today}
    return tuple(
        index for index, step in enumerate(plan.steps) if index in ticked or (step.done and step.done <= today)
    )


def following_check(plan: Plan, last: date | None) -> date | None:
    """The day of the next check-in: a period after the last one, the deadline at the latest."""
    start, deadline = plan.goal.start or plan.created, plan.goal.deadline
    base = last or start
    if base is None or deadline is None or plan.outcome is not None or (last is not None and last >= deadline):
        return None
    long = start is not None and (deadline - start).days > 180
    return min(base + timedelta(days=CHECK_EVERY * (2 if long else 1)), deadline)
