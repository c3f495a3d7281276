"""One plan: where it stands, in a few lines and a chart."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from smartgoal.cli.views.closing import outcome_lines, timing_lines
from smartgoal.cli.views.page import page_width, wrapped
from smartgoal.cli.views.progress_chart import chart_lines
from smartgoal.exporters.figures import tidy, whole_percent
from smartgoal.exporters.history import SLOWING, chance_template, percent
from smartgoal.exporters.sentence import goal_sentence, level_unit
from smartgoal.interview.written import target_words
from smartgoal.language import N_, Language
from smartgoal.language.printable import printable
from smartgoal.model.arithmetic import direction, target_level
from smartgoal.model.goal import Goal
from smartgoal.model.plan import Plan
from smartgoal.model.quantity import Quantity, Term
from smartgoal.planning.measuring import adds_up
from smartgoal.planning.moving import Move, moves
from smartgoal.planning.odds import from_here
from smartgoal.planning.readings import tracked_goal
from smartgoal.planning.tracking import Standing, is_lasting, met, standing_now

BAR = 30
CHANCES = (
    N_("Chance from here {chance} or less, if things go on as before."),
    N_("Chance from here about {chance}, if things go on as before."),
    N_("Chance from here {chance} or more, if things go on as before."),
)
RUNNING = {"behind", "on_track", "ahead", "not_started", "no_data"}


def standing_lines(plan: Plan, language: Language, today: date, *, plain: bool = False) -> Iterator[str]:
    """The plan's state and the way so far against the planned one; `plain` tells it in words, without drawing."""
    found, goal = standing_now(plan, today), tracked_goal(plan)
    for line in told(plan, goal, found, language, plain=plain):
        yield from wrapped(line, page_width(), "", "  ")
    yield from chart_lines(plan, goal, language, found.today, plain=plain)


def told(plan: Plan, goal: Goal, found: Standing, language: Language, *, plain: bool) -> Iterator[str]:
    """The lines above the chart."""
    yield plan.title or goal_sentence(goal, language, begun=found.told)
    yield state_line(found, language)
    yield from way_lines(goal, found, language, plain=plain)
    yield from moved_lines(plan, language)
    if plan.outcome is not None:
        yield from timing_lines(plan, None, language)
        yield from outcome_lines(plan, language)
        return
    if found.state in RUNNING:
        yield from chance_line(plan, found.today, language)
    yield from step_lines(plan, found, language)
    if found.days_left is not None and found.days_left < 0:
        yield language.text("The period is over. Close it with: smartgoal close PLAN")
    elif found.next_check is not None:
        template = N_("Check-in due since {day}.") if found.check_due else N_("Next check-in: {day}.")
        yield language.text(template, day=found.next_check)


def state_line(found: Standing, language: Language) -> str:
    """«Идёт по плану · осталось 9 дней»."""
    state = language.text("{state:cap}", state=Term("standing", found.word))
    if found.starts is not None and found.state not in {"closed", "met"}:
        return f"{state} · " + language.text("starts on {day}", day=found.starts)
    if found.days_left is None or found.state in {"closed", "met"}:
        return state
    if found.days_left < 0:
        return f"{state} · " + language.text("{days} past the date", days=Quantity(Decimal(-found.days_left), "day"))
    return f"{state} · " + language.text("{days} left", days=Quantity(Decimal(found.days_left), "day"))


def way_lines(goal: Goal, found: Standing, language: Language, *, plain: bool) -> Iterator[str]:
    """Value, share of the way, what is left, where the plan would be, pace."""
    if goal.kind == "milestone" or found.value is None or found.on is None:
        return
    if found.told or found.starts is None:
        template = N_("Now {value} ({day}).") if found.told else N_("At the start {value} ({day}).")
        yield language.text(template, value=amount(goal, found.value), day=found.on)
    if found.share is not None and found.starts is None:
        yield share_line(goal, found.share, language, plain=plain)
    if found.state not in {*RUNNING, "met"} or goal.hold:
        return
    if met(goal, found.value):
        yield from met_lines(goal, found, language)
        return
    if found.remaining:
        yield left_line(goal, found.remaining, language)
    if found.planned is not None and found.state != "not_started" and found.starts is None:
        yield language.text("By the plan it would be {value} today.", value=amount(goal, planned(goal, found.planned)))
    if found.needed:
        yield pace_line(goal, found, language)


def share_line(goal: Goal, share: Decimal, language: Language, *, plain: bool) -> str:
    """The part of the way, with a bar; for a kept level the part of check-ins that held."""
    part = whole_percent(share)
    if goal.hold:
        return language.text("It held at {share} of check-ins.", share=part)
    if share < 0:
        return language.text("Farther from the target than at the start.")
    text = language.text("{share} of the way", share=part)
    filled = min(BAR, max(0, int(share * BAR)))
    return text if plain else f"[{'#' * filled}{'.' * (BAR - filled)}] {text}"


def planned(goal: Goal, value: Decimal) -> Decimal:
    """A point of the planned way as the goal is counted: whole leads, minutes with their part."""
    told = tidy(value)
    return told.quantize(Decimal(1)) if adds_up(goal) and abs(told) >= 1 else told


def met_lines(goal: Goal, found: Standing, language: Language) -> Iterator[str]:
    """By how much the target is passed, and what is left to do until the last day: to hold what may be lost again."""
    if found.remaining:
        yield language.text("Past the target by {amount}.", amount=difference(goal, abs(found.remaining)))
    if not found.days_left or found.days_left < 0:
        return
    if goal.kind == "total" and not is_lasting(goal):
        yield language.text("The target is met: nothing more is needed.")
    else:
        yield language.text("The target is met: what counts is the number on {day}, so hold it until then.",
                            day=goal.deadline)  # fmt: skip


def left_line(goal: Goal, remaining: Decimal, language: Language) -> str:
    """What is left: more of it or less of it."""
    template = N_("Left to cut: {amount}.") if direction(goal) == "decrease" else N_("Left: {amount}.")
    return language.text(template, amount=difference(goal, abs(remaining)))


def pace_line(goal: Goal, found: Standing, language: Language) -> str:
    """Needed against usual pace: a day for what piles up, a week for the drift of a mean, ratio or duration."""
    assert found.needed is not None
    period, days = (Term("period", "day"), 1) if adds_up(goal) else (Term("period", "week"), 7)
    needed = change(goal, tidy(found.needed * days), language, signed=not adds_up(goal))
    if found.starts is not None:
        return language.text("Needed from the start on: {needed} {period:each}.", needed=needed, period=period)
    if found.usual is None:
        return language.text("Needed from here: {needed} {period:each}.", needed=needed, period=period)
    usual = change(goal, tidy(found.usual * days), language, signed=not adds_up(goal), noun=False)
    return language.text("Needed from here: {needed} {period:each}; lately it was {usual}.",
                         needed=needed, usual=usual, period=period)  # fmt: skip


def change(goal: Goal, value: Decimal, language: Language, *, signed: bool = False, noun: bool = True) -> str:
    """A difference of the goal's numbers in words."""
    return language.text("{value:signed}" if signed else "{value}", value=difference(goal, value, noun=noun))


def difference(goal: Goal, value: Decimal, *, noun: bool = True) -> Quantity:
    """A difference of the goal's numbers; that of two percentages is in percentage points."""
    unit = "percentage_point" if level_unit(goal) == "percent" else level_unit(goal)
    return Quantity(value, unit, goal.metric if noun and unit == "count" else None, goal.per)


def moved_lines(plan: Plan, language: Language) -> Iterator[str]:
    """The goalposts that were moved on the way: the level to be reached, and the last day."""
    for move in moves(plan):
        reason = f" {printable(move.reason)}" if move.reason else ""
        old, new = targets_of(move, language)
        if move.of_target and old != new:
            yield language.text("Target moved on {day}: {old} → {new}.", day=move.date, old=old, new=new) + reason
        days = move.before.deadline, move.after.deadline
        if None not in days and days[0] != days[1]:
            yield language.text("Last day moved on {day}: {old} → {new}.", day=move.date, old=days[0],
                                new=days[1]) + reason  # fmt: skip


def targets_of(move: Move, language: Language) -> tuple[str, str]:
    """The targets before and after an edit in words: as levels, or as given where a start value is missing."""
    goals = move.before, move.after
    levels = [target_level(goal) for goal in goals]
    before, after = (
        (target_words(goal, language) or "") if None in levels or level is None
        else language.text("{value}", value=amount(goal, tidy(level)))
        for goal, level in zip(goals, levels, strict=True)
    )  # fmt: skip
    return before, after


def chance_line(plan: Plan, today: date, language: Language) -> Iterator[str]:
    """The chance of what is left, where the history can tell."""
    found = from_here(plan, today=today)
    if found is not None and found.chance is not None:
        yield language.text(chance_template(found.chance, CHANCES), chance=percent(found.chance))
        if "slowing_trend" in found.reasons:
            yield language.text(SLOWING)


def step_lines(plan: Plan, found: Standing, language: Language) -> Iterator[str]:
    """Late steps and the next one."""
    if found.state == "met":
        return
    for index in found.late_steps:
        step = plan.steps[index]
        yield language.text(
            "Late: step {number} “{title}”, due {day}.", number=index + 1, title=step.title, day=step.due
        )
    open_steps = [
        (index, step) for index, step in enumerate(plan.steps) if index not in (*found.late_steps, *found.done_steps)
    ]
    if open_steps and found.state != "missed":
        index, step = open_steps[0]
        template = N_("Next: step {number} “{title}”, by {day}.") if step.due else N_("Next: step {number} “{title}”.")
        yield language.text(template, number=index + 1, title=step.title, day=step.due)


def amount(goal: Goal, value: Decimal) -> Quantity:
    """A number of the goal with its unit and period."""
    unit = level_unit(goal)
    return Quantity(value, unit, goal.metric if unit == "count" else None, goal.per)
