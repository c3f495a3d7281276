"""New days of an export as check-ins of a plan."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from smartgoal.cli.import_options import Wanted
from smartgoal.cli.importing import series_of_goal
from smartgoal.errors import UsageError
from smartgoal.importers import Import
from smartgoal.model.arithmetic import in_unit
from smartgoal.model.goal import Goal
from smartgoal.model.plan import Plan, Progress
from smartgoal.model.quantity import Term
from smartgoal.model.series import Series
from smartgoal.planning.measuring import counts_gains, own_unit
from smartgoal.planning.periods import daily_gains, dated_by_end, per_period, running_total
from smartgoal.planning.readings import check_ins, tracked_goal

Points = list[tuple[date, Decimal]]
_PLACES = Decimal("0.01")  # a mean of days is known no better


@dataclass(frozen=True, slots=True)
class Imported:
    """Check-ins of a file; `waits` is the day on which the days after the last of them make a full week."""

    rows: tuple[Progress, ...]
    waits: date | None = None


def imported_rows(found: Iterable[Import], plan: Plan, wanted: Wanted) -> Imported:
    """The days of exports since the plan's start, as check-ins.

    Levels and ratios are taken as they are; for a total the days are summed up, on top of what was told before the
    file begins; for a number per period each full week gives one. A month that is not over waits. Raises UsageError
    where the files hold nothing of the goal's metric, nothing since the start, or it cannot be told from them.
    """
    series, goal = series_of_goal(found, plan, wanted), tracked_goal(plan)
    start = plan.goal.start or plan.created or wanted.today
    told = [(day, in_unit(value, series.unit, own_unit(goal))) for day, value in series.points]
    if series.form == "level" and not series.exact and not counts_gains(goal):
        told = told[-1:]  # today's number; what lies before is a bound or an estimate
    points = until(wanted.today, told, series, start if goal.kind == "total" else None)
    if told and all(day < start for day, _ in told):
        raise UsageError("Nothing new: all days of the file are before the start, {day}.",
                         advice="Export the days since then.", day=start)  # fmt: skip
    waits = None
    if counts_gains(goal) and series.form == "level":
        points, series = daily_gains(points), replace(series, form="flow", every="day", additive=True)
    if series.form == "flow" and goal.kind == "total":
        points = since_start(points, plan, start)
    elif series.form == "flow":
        waits = next_week(points, series, start)
        points = told_per_period(points, goal, series, start)
    origin = series.source.replace("\\", "/").rpartition("/")[2]
    return Imported(
        tuple(Progress(date=day, value=value, source=origin) for day, value in points if day >= start), waits
    )


def until(today: date, points: Points, series: Series, start: date | None) -> Points:
    """The numbers known by today, an amount on the last day of its month; with `start` only what began since then."""
    ends = dated_by_end(points) if series.form == "flow" else points
    return [
        (end, value) for (day, value), (end, _) in zip(points, ends, strict=True)
        if end <= today and (start is None or day >= start)
    ]  # fmt: skip


def next_week(points: Points, series: Series, start: date) -> date | None:
    """The end of the week since `start` that the last days of the file begin; None where they fill it."""
    if series.every != "day" or not points or points[-1][0] < start:
        return None
    left = 6 - (points[-1][0] - start).days % 7
    return points[-1][0] + timedelta(days=left) if left else None


def since_start(points: Points, plan: Plan, start: date) -> Points:
    """What came in all since the start, at the end of each day of the file."""
    inside = [point for point in points if point[0] >= start]
    before = [value for day, value in check_ins(plan) if inside and day < inside[0][0]]
    base = before[-1] if before else Decimal(0)
    return [(day, base + total) for day, total in running_total(inside)]


def told_per_period(points: Points, goal: Goal, series: Series, start: date) -> Points:
    """A flow as the goal tells it."""
    if goal.per is None:
        raise UsageError("The goal does not say per what period {metric} is counted.",
                         advice='Add it to [goal] of the plan, for example: per = "week"',
                         metric=Term("metric", series.metric))  # fmt: skip
    if not series.additive and goal.per not in {"post", series.every}:
        raise UsageError("{metric:cap}: the days of the file cannot be added up, people would count twice.",
                         advice="Read the figure of the whole period on the platform and log it by hand.",
                         metric=Term("metric", series.metric))  # fmt: skip
    means = per_period(points, goal.per, series.every, start)
    return [(day, value.quantize(_PLACES).normalize() + 0) for day, value in means]
