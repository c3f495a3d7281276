"""The way so far against the planned one, in plain characters."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from smartgoal.exporters.figures import tidy
from smartgoal.exporters.sentence import level_unit
from smartgoal.language import Language
from smartgoal.model.arithmetic import target_level
from smartgoal.model.goal import Goal
from smartgoal.model.plan import Plan
from smartgoal.model.quantity import Quantity
from smartgoal.planning.milestones import planned_on
from smartgoal.planning.readings import check_ins

ROWS = 12
BAR = 30


def chart_lines(plan: Plan, goal: Goal, language: Language, today: date, *, plain: bool) -> Iterator[str]:
    """A row a check-in, the last twelve: `#` what is, `|` what was planned; in words where `plain` is wanted.

    `goal` is the plan's tracked goal. Nothing where there are fewer than two check-ins or all is one number.
    """
    points = [point for point in check_ins(plan) if point[0] <= today][-ROWS:]
    rows = [(day, value, planned(plan, goal, day)) for day, value in points]
    shown = [number for _, value, line in rows for number in (value, line, goal.baseline) if number is not None]
    if goal.kind == "milestone" or len(rows) < 2 or min(shown) == max(shown):
        return
    yield ""
    if plain:
        yield language.text("Progress so far:")
        yield from (in_words(row, goal, language) for row in rows)
        return
    yield language.text("Progress so far (# actual, | planned):")
    for day, value, line in rows:
        drawn = bar(value, line, min(shown), max(shown))
        yield f"{language.date(day, 'short'):>8} {drawn} {language.number(value)}"


def planned(plan: Plan, goal: Goal, day: date) -> Decimal | None:
    """Where the number should stand on a day; the level itself where it is to be kept."""
    return target_level(goal) if goal.hold else planned_on(plan, day)


def in_words(row: tuple[date, Decimal, Decimal | None], goal: Goal, language: Language) -> str:
    """«8 сент.: 1 860, по плану 1 852»."""
    day, value, line = row
    now = Quantity(value, level_unit(goal))
    if line is None:
        return language.text("{day:short}: {value}", day=day, value=now)
    return language.text("{day:short}: {value}, planned {planned}", day=day, value=now,
                         planned=Quantity(tidy(line), level_unit(goal)))  # fmt: skip


def bar(value: Decimal, line: Decimal | None, low: Decimal, high: Decimal) -> str:
    """A bar from the lowest to the highest number shown."""

    def place(number: Decimal) -> int:
        return round((number - low) / (high - low) * BAR)

    cells = ["#" if index < place(value) else "." for index in range(BAR + 1)]
    if line is not None:
        cells[place(line)] = "|"
    return "".join(cells)
