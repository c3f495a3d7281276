"""The month of one client: what it brought against the month before and a year ago, what was done, what is next."""

import calendar
from collections.abc import Iterator
from datetime import date
from decimal import ROUND_DOWN, Decimal

from smartgoal.exporters.document import Block, Bullets, Document, Facts, Paragraph, Section, facts
from smartgoal.exporters.figures import tidy, whole_percent
from smartgoal.exporters.sentence import level_unit, plan_sentence
from smartgoal.language import N_, Language
from smartgoal.model.goal import Goal
from smartgoal.model.plan import Plan, Step
from smartgoal.model.quantity import Quantity
from smartgoal.planning.months import FRESH, MonthFigure, level_between, month_before, month_figure
from smartgoal.planning.readings import tracked_goal
from smartgoal.planning.tracking import Standing, has_happened, standing, steps_done, way_done

BROUGHT = {  # by whether it was spread between readings, and whether the rest of the month is not known
    (False, False): N_("{amount:signed}, {daily} a day"),
    (False, True): N_("{amount:signed} by {day}, {daily} a day"),
    (True, False): N_("about {amount:signed}, {daily} a day"),
    (True, True): N_("about {amount:signed} by {day}, {daily} a day"),
}


def month_report(
    client: str, plans: tuple[Plan, ...], month: tuple[int, int], language: Language, *, today: date,
    brief: bool = False,
) -> Document:  # fmt: skip
    """The report, made `today`, on all goals of a client that ran in that month; a `brief` one leaves the steps out."""
    year, number = month
    title = language.text("{client}: {month}", client=client or language.text("Goals"),
                          month=month_name(year, number, language))  # fmt: skip
    running = [plan for plan in plans if ran(plan, date(year, number, 1), month_end(year, number))]
    if not running:
        return Document(title, (Paragraph(language.text("No goal ran in this month.")),))
    blocks = (block for plan in running for block in goal_blocks(plan, month, language, None if brief else today))
    return Document(title, tuple(blocks))


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])


def ran(plan: Plan, first: date, last: date) -> bool:
    """True where the plan had begun by the month's last day and was not over before its first."""
    start = plan.goal.start or plan.created
    ends = [day for day in (plan.goal.deadline, plan.outcome.date if plan.outcome else None) if day is not None]
    return (start is None or start <= last) and (not ends or max(ends) >= first)


def month_name(year: int, month: int, language: Language) -> str:
    """«Ноябрь 2026»."""
    name = language.name("month", str(month))
    return f"{name[:1].upper()}{name[1:]} {year}"


def goal_blocks(plan: Plan, month: tuple[int, int], language: Language, today: date | None) -> Iterator[Block]:
    """One goal, with its steps as they stand `today`; without a day no steps."""
    end = month_end(*month)
    sentence = plan_sentence(plan, language)
    own = (plan.title or sentence).removeprefix(f"{plan.client}: ")
    told = sentence.startswith(own)
    yield Section(sentence if told else own)
    if not told:
        yield Paragraph(sentence)
    numbers = month_facts(plan, *month, end, language)
    if numbers.rows:
        yield numbers
    if today is not None:
        yield from step_blocks(plan, end, language, today)


def step_blocks(plan: Plan, end: date, language: Language, today: date) -> Iterator[Block]:
    """What was done in the month that ends on `end`, and what is next."""
    done = [
        step.title
        for index, step in enumerate(plan.steps)
        if index in steps_done(plan, end) and in_month(step, plan, index, end)
    ]
    done += [row.done for row in plan.progress if row.done and (row.date.year, row.date.month) == (end.year, end.month)]
    if done:
        yield Section(language.text("What was done"), level=3)
        yield Bullets(tuple(done))
    coming = next_steps(plan, today, language)
    if coming:
        yield Section(language.text("What is next"), level=3)
        yield Bullets(coming)


def month_facts(plan: Plan, year: int, month: int, end: date, language: Language) -> Facts:
    """Where the number stands, what the month brought, and the same a month and a year before."""
    text, goal, found = language.text, tracked_goal(plan), standing(plan, today=end)
    steps = text("{done} of {all}", done=len(found.done_steps), all=len(plan.steps)) if plan.steps else ""
    if goal.kind == "milestone":
        happened = text("has happened") if found.value else text("not yet")
        return facts([(text("Where it stands"), happened), (text("Steps done"), steps)])
    now, part = stand(plan, found, language)
    months = ((year, month), month_before(year, month), (year - 1, month))
    rows = [
        (text("Where it stands"), now),
        (text("Held at check-ins") if goal.hold else text("Way done"), part),
        *((month_name(*each, language), figure(month_figure(plan, *each), goal, language)) for each in months),
        (text("Steps done"), steps),
    ]
    return facts(rows)


def stand(plan: Plan, found: Standing, language: Language) -> tuple[str, str]:
    """The number at the month's end and the part of the way; between two readings both are estimates."""
    goal, text = tracked_goal(plan), language.text
    unit = level_unit(goal)
    metric = goal.metric if unit == "count" else None
    between = level_between(plan, found.today)
    value = found.value if between is None else whole_part(between, unit)
    share = found.share if between is None or value is None or goal.hold else way_done(goal, value)
    template = N_("{value}") if between is None else N_("about {value}")
    now = "" if value is None else text(template, value=Quantity(value, unit, metric, goal.per))
    known = between is None or goal.hold
    part = "" if share is None or share < 0 else text("{value}" if known else template, value=whole_percent(share))
    return now and last_reading(now, found, language) if between is None else now, part


def whole_part(value: Decimal, unit: str) -> Decimal:
    """An estimate as it is told: of people those who had come whole."""
    return value.quantize(Decimal(1), rounding=ROUND_DOWN) if unit == "count" and abs(value) >= 1 else tidy(value)


def last_reading(now: str, found: Standing, language: Language) -> str:
    """The last number, with its day where it was read long before the month's last one."""
    if found.on is None or found.today - found.on <= FRESH:
        return now
    return language.text("{value} ({day})", value=now, day=found.on)


def figure(found: MonthFigure | None, goal: Goal, language: Language) -> str:
    """«+124, 4,1 в день», or the mean of what is no sum."""
    if found is None:
        return ""
    unit = level_unit(goal)
    if found.mean:
        return language.text("on average {value}", value=Quantity(tidy(found.amount), unit, None, goal.per))
    amount = tidy(found.amount)
    if found.spread and unit == "count" and abs(amount) >= 1:
        amount = amount.quantize(Decimal(1))  # people come whole, also where they were spread over days
    template = BROUGHT[found.spread, found.until is not None]
    return language.text(template, amount=Quantity(amount, unit), daily=tidy(found.per_day), day=found.until)


def in_month(step: Step, plan: Plan, index: int, end: date) -> bool:
    """True for a step ticked off in the month that ends on `end` (a tick without a day counts by the due date)."""
    ticks = [row.date for row in plan.progress if row.step == index + 1]
    day = step.done or (ticks[-1] if ticks else step.due)
    return day is not None and (day.year, day.month) == (end.year, end.month)


def next_steps(plan: Plan, today: date, language: Language) -> tuple[str, ...]:
    """Open steps with their days, the two nearest; none once the event has happened."""
    if has_happened(plan, today):
        return ()
    done = steps_done(plan, today)
    coming = [step for index, step in enumerate(plan.steps) if index not in done]
    if plan.outcome is not None and plan.outcome.date <= today:
        return ()
    return tuple(next_step(step, today, language) for step in coming[:2])


def next_step(step: Step, today: date, language: Language) -> str:
    """A step with its day, which may have passed."""
    if step.due is None:
        return step.title
    template = N_("{what} – was due on {day}") if step.due < today else N_("{what} – by {day}")
    return language.text(template, what=step.title, day=step.due)
