"""What the commands of a saved plan share: reading a check-in, finding plans, imported days."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from smartgoal.errors import SmartgoalError, UsageError
from smartgoal.model.arithmetic import in_unit
from smartgoal.model.plan import Plan, Progress
from smartgoal.parsing import parse_amount

if TYPE_CHECKING:
    from smartgoal.cli.importing import Wanted

EVENT_WORDS = {"done": Decimal(1), "yes": Decimal(1), "no": Decimal(0), "да": Decimal(1), "нет": Decimal(0)}


@dataclass(frozen=True, slots=True)
class Found:
    """A plan file of a folder, or why it cannot be read."""

    path: Path
    plan: Plan | None = None
    error: SmartgoalError | None = None


def typed_value(text: str, plan: Plan) -> Decimal:
    """The number of a check-in in the unit of the goal; "done" for an event. Raises UsageError."""
    if plan.goal.kind == "milestone" and text.casefold() in EVENT_WORDS:
        return EVENT_WORDS[text.casefold()]
    read = parse_amount(text)
    if read is None:
        raise UsageError("{text} is not a number.", advice="For example: smartgoal log PLAN 1901", text=text)
    return in_unit(read.value, read.unit, plan.goal.unit)


def step_number(text: str, plan: Plan) -> int:
    """The number of a step, from 1. Raises UsageError where there is no such step."""
    if not text.isdecimal() or not 1 <= int(text) <= len(plan.steps):
        raise UsageError("--step takes a number from 1 to {last}, not {text}.", last=len(plan.steps), text=text)
    return int(text)


def plans_under(places: tuple[Path, ...]) -> tuple[Found, ...]:
    """All plans of files and folders; one that cannot be read is a row, not a stop."""
    from smartgoal.store import find_plans, load_many

    files = [file for place in places for file in (find_plans(place) if place.is_dir() else [place])]
    return tuple(
        Found(path, error=loaded) if isinstance(loaded, SmartgoalError) else Found(path, loaded.plan)
        for path, loaded in load_many(files)
    )


def imported_rows(files: tuple[Path, ...], plan: Plan, wanted: "Wanted") -> tuple[Progress, ...]:
    """The days of an export that the plan does not know yet, as check-ins.

    Levels and ratios are taken as they are; for a total the days since the start are summed up.
    Raises UsageError where the files hold nothing of the goal's metric.
    """
    from smartgoal.cli.importing import series_of_goal

    series = series_of_goal(files, plan, wanted)
    start = plan.goal.start or plan.created
    points = [(day, value) for day, value in series.points if start is None or day >= start]
    if series.form == "flow" and plan.goal.kind == "total":
        points = running_total(points)
    known = {row.date for row in plan.progress if row.value is not None}
    return tuple(Progress(date=day, value=value, source=series.source) for day, value in points if day not in known)


def running_total(points: list[tuple[date, Decimal]]) -> list[tuple[date, Decimal]]:
    """What came in all up to each day."""
    total, result = Decimal(0), []
    for day, value in points:
        total += value
        result.append((day, total))
    return result
