"""The month of one client: what it brought against the month before and a year ago, what was done, what is next."""

import calendar
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from smartgoal.exporters.document import Block, Bullets, Document, Facts, Paragraph, Section, facts
from smartgoal.exporters.sentence import goal_sentence, level_unit
from smartgoal.language import Language
from smartgoal.model.plan import Plan, Step
from smartgoal.model.quantity import Quantity
from smartgoal.planning.months import MonthFigure, month_before, month_figure
from smartgoal.planning.tracking import standing, steps_done


def month_report(client: str, plans: tuple[Plan, ...], year: int, month: int, language: Language) -> Document:
    """The report on all goals of a client."""
    title = language.text("{client}: {month}", client=client or language.text("Goals"),
                          month=month_name(year, month, language))  # fmt: skip
    return Document(title, tuple(block for plan in plans for block in goal_blocks(plan, year, month, language)))


def month_name(year: int, month: int, language: Language) -> str:
    """«ноябрь 2026»."""
    return f"{language.name('month', str(month))} {year}"


def goal_blocks(plan: Plan, year: int, month: int, language: Language) -> Iterator[Block]:
    """One goal."""
    end = date(year, month, calendar.monthrange(year, month)[1])
    yield Section(plan.title or goal_sentence(plan.goal, language))
    yield Paragraph(goal_sentence(plan.goal, language))
    numbers = month_facts(plan, year, month, end, language)
    if numbers.rows:
        yield numbers
    done = [
        step.title
        for index, step in enumerate(plan.steps)
        if index in steps_done(plan, end) and in_month(step, plan, index, end)
    ]
    if done:
        yield Section(language.text("What was done"), level=3)
        yield Bullets(tuple(done))
    coming = next_steps(plan, end, language)
    if coming:
        yield Section(language.text("What is next"), level=3)
        yield Bullets(coming)


def month_facts(plan: Plan, year: int, month: int, end: date, language: Language) -> Facts:
    """Where the number stands, what the month brought, and the same a month and a year before."""
    text, found = language.text, standing(plan, today=end)
    now = Quantity(found.value, level_unit(plan.goal), plan.goal.metric) if found.value is not None else None
    earlier = month_before(year, month)
    rows = [
        (text("Where it stands"), text("{value}", value=now) if now and plan.goal.kind != "milestone" else ""),
        (
            text("Way done"),
            language.percent((found.share * 100).quantize(Decimal(1))) if found.share is not None else "",
        ),
        (month_name(year, month, language), figure(month_figure(plan, year, month), plan, language)),
        (month_name(*earlier, language), figure(month_figure(plan, *earlier), plan, language)),
        (month_name(year - 1, month, language), figure(month_figure(plan, year - 1, month), plan, language)),
    ]
    return facts(rows)


def figure(found: MonthFigure | None, plan: Plan, language: Language) -> str:
    """«+124, 4,1 в день», or the mean of what is no sum."""
    if found is None:
        return ""
    unit = level_unit(plan.goal)
    if found.mean:
        return language.text("on average {value}", value=Quantity(tidy(found.amount), unit))
    return language.text(
        "{amount:signed}, {daily} a day", amount=Quantity(tidy(found.amount), unit), daily=tidy(found.per_day)
    )


def tidy(value: Decimal) -> Decimal:
    """One decimal below 100, none above."""
    return value.quantize(Decimal(1) if abs(value) >= 100 else Decimal("0.1")).normalize() + 0


def in_month(step: Step, plan: Plan, index: int, end: date) -> bool:
    """True for a step ticked off in the month that ends on `end` (a tick without a day counts by the due date)."""
    ticks = [row.date for row in plan.progress if row.step == index + 1]
    day = step.done or (ticks[-1] if ticks else step.due)
    return day is not None and (day.year, day.month) == (end.year, end.month)


def next_steps(plan: Plan, end: date, language: Language) -> tuple[str, ...]:
    """Open steps with their days, the two nearest."""
    done = steps_done(plan, end)
    coming = [step for index, step in enumerate(plan.steps) if index not in done]
    if plan.outcome is not None:
        return ()
    return tuple(
        language.text("{what} – by {day}", what=step.title, day=step.due) if step.due else step.title
        for step in coming[:2]
    )
