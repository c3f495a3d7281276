"""One plan: where it stands, in a few lines and a chart."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from smartgoal.exporters.sentence import goal_sentence, level_unit
from smartgoal.language import Language
from smartgoal.model.goal import Goal
from smartgoal.model.plan import Plan
from smartgoal.model.quantity import Quantity, Term
from smartgoal.planning.measuring import with_start
from smartgoal.planning.milestones import planned_on
from smartgoal.planning.tracking import Standing, check_ins, standing

BAR = 30


def standing_lines(plan: Plan, language: Language, today: date, *, chart: bool = True) -> Iterator[str]:
    """The plan's state; `chart` adds the way so far against the planned one."""
    found = standing(plan, today=today)
    goal = with_start(plan)
    yield plan.title or goal_sentence(goal, language)
    yield state_line(found, language)
    yield from way_lines(goal, found, language)
    yield from step_lines(plan, found, language)
    if found.next_check is not None:
        template = "Check-in due since {day}." if found.check_due else "Next check-in: {day}."
        yield language.text(template, day=found.next_check)
    if chart:
        yield from chart_lines(plan, goal, language, today)


def state_line(found: Standing, language: Language) -> str:
    """«Идёт по плану · осталось 9 дней»."""
    state = language.text("{state:cap}", state=Term("standing", found.state))
    if found.days_left is None or found.state in {"closed", "met"}:
        return state
    if found.days_left < 0:
        return f"{state} · " + language.text("{days} past the date", days=Quantity(Decimal(-found.days_left), "day"))
    return f"{state} · " + language.text("{days} left", days=Quantity(Decimal(found.days_left), "day"))


def way_lines(goal: Goal, found: Standing, language: Language) -> Iterator[str]:
    """Value, share of the way, what is left, pace."""
    if goal.kind == "milestone" or found.value is None or found.on is None:
        return
    yield language.text("Now {value} ({day}).", value=amount(goal, found.value), day=found.on)
    if found.share is not None:
        yield share_line(goal, found.share, language)
    if found.remaining is not None and found.state not in {"met", "closed"} and not goal.hold:
        yield language.text("Left: {amount}.", amount=amount(goal, abs(found.remaining)))
    if found.planned is not None and found.state in {"behind", "ahead", "on_track"}:
        yield language.text("By plan it would be {value} today.", value=amount(goal, tidy(found.planned)))
    if found.needed is not None and found.state not in {"met", "closed"}:
        yield pace_line(goal, found, language)


def share_line(goal: Goal, share: Decimal, language: Language) -> str:
    """The part of the way, with a bar; for a kept level the part of check-ins that held."""
    percent = Quantity((share * 100).quantize(Decimal(1)), "percent")
    if goal.hold:
        return language.text("It held at {share} of check-ins.", share=percent)
    filled = min(BAR, max(0, int(share * BAR)))
    return f"[{'#' * filled}{'.' * (BAR - filled)}] " + language.text("{share} of the way", share=percent)


def pace_line(goal: Goal, found: Standing, language: Language) -> str:
    """Needed against usual pace."""
    assert found.needed is not None
    needed = Quantity(tidy(found.needed), level_unit(goal), goal.metric, "day")
    if found.usual is None:
        return language.text("Needed from here: {needed}.", needed=needed)
    usual = Quantity(tidy(found.usual), level_unit(goal), None, "day")
    return language.text("Needed from here: {needed}; lately it was {usual}.", needed=needed, usual=usual)


def step_lines(plan: Plan, found: Standing, language: Language) -> Iterator[str]:
    """Late steps and the next one."""
    for index in found.late_steps:
        step = plan.steps[index]
        yield language.text(
            "Late: step {number} «{title}», due {day}.", number=index + 1, title=step.title, day=step.due
        )
    open_steps = [
        (index, step) for index, step in enumerate(plan.steps) if index not in (*found.late_steps, *found.done_steps)
    ]
    if open_steps and found.state not in {"closed", "met", "missed"}:
        index, step = open_steps[0]
        values = {"number": index + 1, "title": step.title, "day": step.due}
        yield language.text(
            "Next: step {number} «{title}», by {day}." if step.due else "Next: step {number} «{title}».", **values
        )


def amount(goal: Goal, value: Decimal) -> Quantity:
    """A number of the goal with its unit."""
    return Quantity(value, level_unit(goal), goal.metric if level_unit(goal) == "count" else None, None)


def tidy(value: Decimal) -> Decimal:
    """One decimal below 100, none above."""
    return value.quantize(Decimal(1) if abs(value) >= 100 else Decimal("0.1")).normalize() + 0


def chart_lines(plan: Plan, goal: Goal, language: Language, today: date) -> Iterator[str]:
    """The check-ins against the planned way: a row a check-in, `#` what is, `|` what was planned."""
    points = [point for point in check_ins(plan) if point[0] <= today][-12:]
    values = [value for _, value in points] + [
        planned for day, _ in points if (planned := planned_on(plan, day)) is not None
    ]
    if goal.baseline is not None:
        values.append(goal.baseline)
    if len(points) < 2 or min(values) == max(values):
        return
    low, high = min(values), max(values)
    yield ""
    yield language.text("The way so far (# is, | planned):")
    for day, value in points:
        planned = planned_on(plan, day)
        yield f"{language.date(day, 'short'):>8} {bar(value, planned, low, high)} {language.number(value)}"


def bar(value: Decimal, planned: Decimal | None, low: Decimal, high: Decimal) -> str:
    """A bar from the lowest to the highest number shown."""

    def place(number: Decimal) -> int:
        return round((number - low) / (high - low) * BAR)

    cells = ["#" if index < place(value) else "." for index in range(BAR + 1)]
    if planned is not None:
        cells[place(planned)] = "|"
    return "".join(cells)
