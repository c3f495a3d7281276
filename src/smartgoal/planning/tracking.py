"""How a goal is doing: the value today, the share of the way, pace, milestone, late steps, next check-in."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Literal

from smartgoal.model.arithmetic import is_met, remaining, share_of_way, start_level, target_level
from smartgoal.model.goal import Goal
from smartgoal.model.plan import Plan
from smartgoal.planning.milestones import planned_on
from smartgoal.planning.pace import needed_pace, usual_pace
from smartgoal.planning.readings import check_ins, counted_up, first_day, tracked_goal
from smartgoal.planning.start import last_day_over

State = Literal["closed", "met", "missed", "behind", "on_track", "ahead", "not_started", "no_data"]
CHECK_EVERY = 7  # days between check-ins of a plan of up to half a year; twice that for longer ones
_SLACK = Decimal("0.05")  # of the whole way: less than this below the line is no news
READ_LATE = timedelta(days=CHECK_EVERY)  # the number of the last day may be read so much later
READ_EARLY = timedelta(days=2 * CHECK_EVERY)  # an older number does not tell what held on the last day
Points = list[tuple[date, Decimal]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where a plan stands as of `today`.

    `value` is the last known number and `on` its day. `share` is the part of the way done (1 at the target, below 0 on
    the wrong side of the start); for a kept level the share of check-ins at which it held. `remaining` is what is left,
    with its sign. `needed` is the change a day that leads to the target from today, `usual` the change a day of the
    last 28 days; nothing is needed once the target is met. `planned` is where the planned way stands today. `told` is
    False while `value` is the start value and no check-in. `starts` is the first day of a goal that has not begun.
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
    told: bool = False
    starts: date | None = None
    days_left: int | None = None
    late_steps: tuple[int, ...] = ()
    done_steps: tuple[int, ...] = ()
    next_check: date | None = None
    check_due: bool = False

    @property
    def word(self) -> str:
        """The name of the state in words: before the start, and where the last number is too old, another one."""
        if self.starts is not None and self.state == "not_started":
            return "to_begin"
        return "no_recent" if self.told and self.state == "no_data" else self.state


def standing(plan: Plan, *, today: date) -> Standing:
    """Where the plan stands. Pure: nothing is written."""
    goal = tracked_goal(plan)
    closed = plan.outcome if plan.outcome is not None and plan.outcome.value is not None else None
    known = [point for point in check_ins(plan) if point[0] <= (min(today, closed.date) if closed else today)]
    value, on = (known[-1][1], known[-1][0]) if known else (goal_start(goal), start_day(plan))
    days_left = (goal.deadline - today).days if goal.deadline else None
    first = goal.start or plan.created or today
    planned = planned_on(plan, today)
    next_check = following_check(plan, today)
    return Standing(
        state=state_of(plan, goal, known, planned, today),
        today=today,
        value=value,
        on=on,
        share=share(goal, value, known),
        remaining=None if value is None else remaining(goal, value),
        needed=needed_pace(goal, value, today if known and on == today else last_day_over(plan, today)),
        usual=usual_pace(plan, goal, today),
        planned=planned,
        told=bool(known),
        starts=first if first > today else None,
        days_left=days_left,
        late_steps=() if plan.outcome else steps_late(plan, today),
        done_steps=steps_done(plan, today),
        next_check=next_check,
        check_due=next_check is not None and next_check <= today,
    )


def standing_now(plan: Plan, today: date) -> Standing:
    """Where the plan stands for who looks at it on `today`: a closed one at its result, whenever that is dated."""
    return standing(plan, today=today if plan.outcome is None else max(today, plan.outcome.date))


def start_day(plan: Plan) -> date | None:
    """The day of the number before any check-in: a sum is nothing on its first day, a level was read for the plan."""
    return first_day(plan) if counted_up(tracked_goal(plan)) else plan.created


def goal_start(goal: Goal) -> Decimal | None:
    """The number before any check-in."""
    return None if goal.kind == "milestone" else start_level(goal)


def share(goal: Goal, value: Decimal | None, known: Points) -> Decimal | None:
    """The part of the way done; for a kept level the part of check-ins that held; for an event 0 or 1."""
    if goal.kind == "milestone":
        return Decimal(1 if value else 0)
    if goal.hold:
        held = [bool(is_met(goal, number)) for _, number in known]
        return Decimal(sum(held)) / len(held) if held else None
    return None if value is None else way_done(goal, value)


def way_done(goal: Goal, value: Decimal) -> Decimal | None:
    """The part of the way; a rate without a start value is measured against its target alone."""
    if goal.kind == "rate" and goal.baseline is None and goal.value and goal.direction != "decrease":
        return value / goal.value
    return share_of_way(goal, value)


def met(goal: Goal, value: Decimal) -> bool:
    """Whether the number reaches the target (an event: has happened)."""
    return bool(value) if goal.kind == "milestone" else bool(is_met(goal, value))


def state_of(plan: Plan, goal: Goal, known: Points, planned: Decimal | None, today: date) -> State:
    """One word for where it stands."""
    if plan.outcome is not None:
        return "closed"
    if goal.deadline is not None and today > goal.deadline:
        return at_the_end(goal, known, goal.deadline)
    if known and met(goal, known[-1][1]) and not is_lasting(goal):
        return "met"
    if goal.kind == "milestone":
        return "behind" if steps_late(plan, today) else "on_track"
    if not known:
        first = (goal.start or plan.created or today) + timedelta(days=CHECK_EVERY)
        return "not_started" if today < first else "no_data"
    missed = today == goal.deadline and not met(goal, known[-1][1])  # on the last day close is no more than a miss
    return "behind" if missed else against_line(goal, known[-1][1], planned)


def is_lasting(goal: Goal) -> bool:
    """True for what has to hold on the last day: a rate, a kept level, a sum that is to stay below its target."""
    return goal.hold or goal.kind == "rate" or (goal.kind == "total" and goal.direction == "decrease")


def at_the_end(goal: Goal, known: Points, deadline: date) -> State:
    """The state when the date has passed, by the last number that tells of it."""
    counted = [point for point in known if point[0] <= deadline + READ_LATE]
    if not counted or (is_lasting(goal) and counted[-1][0] <= deadline - READ_EARLY):
        return "missed" if goal.kind == "milestone" else "no_data"
    return "met" if met(goal, counted[-1][1]) else "missed"


def against_line(goal: Goal, value: Decimal, planned: Decimal | None) -> State:
    """Behind, on track or ahead of the planned way, with some slack for the usual wobble."""
    start, target = goal_start(goal), target_level(goal)
    if goal.hold or start is None or target is None or start == target or planned is None:
        return "on_track" if target is None or met(goal, value) else "behind"
    lead = (value - planned) / (target - start)
    if abs(lead) <= _SLACK:
        return "on_track"
    return "ahead" if lead > 0 else "behind"


def steps_late(plan: Plan, today: date) -> tuple[int, ...]:
    """Indices of steps whose day has passed and that were not ticked off; none once the event has happened."""
    if has_happened(plan, today):
        return ()
    done = set(steps_done(plan, today))
    return tuple(index for index, step in enumerate(plan.steps) if step.due and step.due < today and index not in done)


def steps_done(plan: Plan, today: date) -> tuple[int, ...]:
    """Indices of steps that were ticked off, in the plan or by a check-in (there they count from 1)."""
    ticked = {row.step - 1 for row in plan.progress if row.step is not None and row.date <= today}
    return tuple(
        index for index, step in enumerate(plan.steps) if index in ticked or (step.done and step.done <= today)
    )


def has_happened(plan: Plan, today: date) -> bool:
    """Whether the goal is an event that had happened by then: nothing is left to do or to look at."""
    known = [value for day, value in check_ins(plan) if day <= today]
    return plan.goal.kind == "milestone" and bool(known and known[-1])


def following_check(plan: Plan, today: date) -> date | None:
    """The day of the next check-in: a period after the last one, the deadline at the latest; none once it is met."""
    if has_happened(plan, today):
        return None
    start, deadline = plan.goal.start or plan.created, plan.goal.deadline
    event = plan.goal.kind == "milestone"
    told = [row.date for row in plan.progress if row.date <= today and (event or row.value is not None)]
    last = max(told, default=None)
    base = last or start
    if base is None or deadline is None or plan.outcome is not None or (last is not None and last >= deadline):
        return None
    long = start is not None and (deadline - start).days > 180
    return min(base + timedelta(days=CHECK_EVERY * (2 if long else 1)), deadline)
