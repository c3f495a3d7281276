"""New days of an export as check-ins of a plan."""

from datetime import date
from decimal import Decimal
from pathlib import Path

from smartgoal.cli.import_options import Wanted
from smartgoal.cli.importing import series_of_goal
from smartgoal.errors import UsageError
from smartgoal.model.arithmetic import in_unit
from smartgoal.model.goal import Goal
from smartgoal.model.plan import Plan, Progress
from smartgoal.model.quantity import Term
from smartgoal.model.series import Series
from smartgoal.planning.measuring import own_unit
from smartgoal.planning.periods import per_period, running_total
from smartgoal.planning.readings import check_ins, tracked_goal

Points = list[tuple[date, Decimal]]
_PLACES = Decimal("0.01")  # a mean of days is known no better


def imported_rows(files: tuple[Path, ...], plan: Plan, wanted: Wanted) -> tuple[Progress, ...]:
    """The days of an export since the plan's start, as check-ins.

    Levels and ratios are taken as they are; for a total the days are summed up, on top of what was told before the
    file begins; for a number per period each full week gives one. Raises UsageError where the files hold nothing of
    the goal's metric, nothing since the start, or it cannot be told from them.
    """
    series, goal = series_of_goal(files, plan, wanted), tracked_goal(plan)
    start = plan.goal.start or plan.created or wanted.today
    points = [(day, in_unit(value, series.unit, own_unit(goal))) for day, value in series.points if day <= wanted.today]
    if points and all(day < start for day, _ in points):
        raise UsageError("Nothing new: all days of the file are before the start, {day}.",
                         advice="Export the days since then.", day=start)  # fmt: skip
    if series.form == "flow" and goal.kind == "total":
        points = since_start(points, plan, start)
    elif series.form == "flow":
        points = told_per_period(points, goal, series, start)
    origin = series.source.replace("\\", "/").rpartition("/")[2]
    return tuple(Progress(date=day, value=value, source=origin) for day, value in points if day >= start)


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
