"""What `forecast` is asked, from a plan or from a file, and the estimate."""

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any, Literal

from smartgoal.catalog import metric
from smartgoal.cli.answers.given import Given
from smartgoal.cli.answers.goal import goal_of
from smartgoal.cli.import_options import Wanted
from smartgoal.cli.importing import series_for
from smartgoal.cli.prospects import Lift, findings, lift, plan_of_file
from smartgoal.errors import FileError, UsageError
from smartgoal.forecast import Estimate
from smartgoal.language import Language
from smartgoal.model.arithmetic import direction, is_met
from smartgoal.model.finding import Finding
from smartgoal.model.goal import Goal
from smartgoal.model.plan import Plan
from smartgoal.model.quantity import Period
from smartgoal.model.series import Series
from smartgoal.planning.measuring import counts_gains, is_known
from smartgoal.planning.odds import known_until, latest_past
from smartgoal.planning.periods import daily_gains
from smartgoal.planning.readings import check_ins, form_of, history
from smartgoal.planning.start import with_start
from smartgoal.planning.tracking import standing

if TYPE_CHECKING:
    from smartgoal.forecast.backtest import Backtest


FRESH_DAYS = 14
COUNTED = {"gain", "total"}  # what comes from a day on
USUAL = timedelta(days=28)
CENT = Decimal("0.01")
SHORTEST_MONTH = 28
STEADY = 7  # points of a ratio that must all hold before it counts as reached: one good day is no level
LeftOut = Literal["month", "later"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The flags of `forecast`."""

    today: date
    language: Language
    metric: str | None = None
    platform: str | None = None
    target: str | None = None
    direction: str | None = None
    by: str | None = None
    followers_now: str | None = None
    mapping: tuple[str, ...] = ()
    market: str | None = None


@dataclass(frozen=True, slots=True)
class Forecast:
    """The goal that was asked about and what can be told of it.

    `points` are those it was told from, in the goal's unit; without an `estimate` nothing can be told from them.
    `drawn` is the goal as they stand for it: check-ins of a sum are a level that grows. `per` is the period that
    figures of a mean stand for (None: that of the rows). `since` is the day a change or sum counts from where nobody
    said it. `left_out`: the history has later rows that were left out, those of a month that is not over, or of days
    after `until`. `stale` is the last day of a history
    that ended long before today, `gap` the days around a long time without numbers before the last one; `passed` is the
    number now where it stands at or past the target. `begun`: there are check-ins, so that the start value is no longer
    the number of now.
    """

    goal: Goal
    points: tuple[tuple[date, Decimal], ...]
    estimate: Estimate | None
    lift: Lift = field(default_factory=Lift)
    findings: tuple[Finding, ...] = ()
    drawn: Goal = field(default_factory=Goal)
    per: Period | None = None
    since: date | None = None
    left_out: LeftOut | None = None
    until: date | None = None
    stale: date | None = None
    gap: tuple[date, date] | None = None
    passed: Decimal | None = None
    begun: bool = False


def from_plan(path: Path, asked: Asked) -> Forecast:
    """The forecast of a plan, from the history and the check-ins in it."""
    from smartgoal.store import load

    plan = load(path).plan
    goal = replace(with_start(plan), **changed(asked, with_start(plan)))
    plan = replace(plan, goal=goal)
    plan = replace(plan, market=asked.market or plan.market)
    return joined(plan, asked.today)


def joined(plan: Plan, today: date, *, asks_from_last: bool = False) -> Forecast:
    """The forecast with what would lift the target and what the rules know.

    The pace is needed from today on, as `status` tells it; with `asks_from_last` from the last number on, like the
    chance.
    """
    until = known_until(plan, today)
    past = latest_past(plan, today=until)
    if past is not None and asks_from_last:
        past = replace(past, question=replace(past.question, asked=None))
    goal, points, estimate = plan.goal, past.points if past else (), past.estimate if past else None
    if goal.kind in {"percent", "factor"} and past is not None:
        goal = replace(goal, per=past.question.per)
    if past is not None and counts_gains(goal) and past.form == "level":
        points = tuple(daily_gains(points))
    if estimate is not None and not asks_from_last:
        estimate = with_one_pace(estimate, plan, until)
    return Forecast(
        goal, points, estimate,
        lift=lift(past, goal, estimate, plan) if past is not None and estimate is not None else Lift(),
        findings=findings(plan, until, told=estimate is not None and estimate.chance is not None),
        drawn=goal if past is None else replace(goal, kind=past.question.kind, per=past.question.per),
        per=None if past is None else goal.per if past.form == "ratio" else past.question.per,
        left_out=left_out(plan, until), until=until,
        stale=stale_end(points, today), gap=last_gap(points), passed=passed(goal, points),
        begun=bool(check_ins(plan)),
    )  # fmt: skip


def left_out(plan: Plan, until: date) -> LeftOut | None:
    """What the history holds after the last day that may be looked at."""
    days = [day for day, _ in history(plan)]
    if not days or days[-1] <= until:
        return None
    return "month" if len(days) > 1 and usual_step(days) >= SHORTEST_MONTH else "later"


def with_one_pace(estimate: Estimate, plan: Plan, today: date) -> Estimate:
    """The estimate with the paces of a plan under way as `status` tells them."""
    found, told = standing(plan, today=today), estimate.pace
    if told is None or not found.told:
        return estimate
    sign = -1 if form_of(plan.goal) == "level" and plan.goal.direction == "decrease" else 1
    required = told.required if found.needed is None else sign * float(found.needed)
    recent = told.recent if found.usual is None else sign * float(found.usual)
    return replace(estimate, pace=replace(told, required=required, recent=recent))


def stale_end(points: tuple[tuple[date, Decimal], ...], today: date) -> date | None:
    """The last day of a history that ended long ago."""
    days = sorted(day for day, _ in points)
    return days[-1] if days and (today - days[-1]).days > long_silence(days) else None


def last_gap(points: tuple[tuple[date, Decimal], ...]) -> tuple[date, date] | None:
    """The last two days of a history, where nothing is known of a long time between them."""
    days = sorted(day for day, _ in points)
    return (days[-2], days[-1]) if len(days) > 2 and (days[-1] - days[-2]).days > long_silence(days) else None


def long_silence(days: list[date]) -> float:
    """The days without a number from which on that is worth telling: two weeks, or two longer steps of the history."""
    return max(FRESH_DAYS, 2 * (usual_step(days) if len(days) > 1 else 1))


def usual_step(days: list[date]) -> float:
    """The usual days from one row to the next."""
    return median((after - before).days for before, after in pairwise(days))


def passed(goal: Goal, points: tuple[tuple[date, Decimal], ...]) -> Decimal | None:
    """The number now, where a level to be reached lies behind it already."""
    if goal.kind != "level" or goal.hold or goal.metric is None or not points or not is_known(goal.metric):
        return None
    form = metric(goal.metric).form
    if form not in {"level", "ratio"}:
        return None
    lately = [value for _, value in sorted(points)[-(STEADY if form == "ratio" else 1) :]]
    return lately[-1] if all(is_met(goal, value) for value in lately) else None


def with_direction(goal: Goal, asked: Asked, now: Decimal | None) -> Goal:
    """A level below the number of now is a way down, unless it was said otherwise.

    What is better for the metric decides only for ratios: they wander, and the last point is no start.
    """
    if asked.direction or goal.kind != "level" or goal.metric is None or not is_known(goal.metric):
        return goal
    if metric(goal.metric).form != "level":
        return goal
    way = direction(replace(goal, direction=None, baseline=now if now is not None else goal.baseline))
    return replace(goal, direction=way or goal.direction)


def refuse_event(goal: Goal) -> None:
    """Raise UsageError for a target that is done or not: there is nothing to extrapolate."""
    if goal.kind == "milestone":
        raise UsageError("A yes/no event has no forecast: history tells only of numbers.", advice=NUMBERS)


NUMBERS = "Give --target a number: +250, -15, +20%, x2, 10/week or 1500."


def changed(asked: Asked, goal: Goal) -> dict[str, Any]:
    """A target or date asked about instead of the plan's own."""
    given = Given(metric=goal.metric, target=asked.target, by=asked.by, direction=asked.direction)
    asked_goal, _ = goal_of(given, today=asked.today, language=asked.language.code)
    changes: dict[str, Any] = {}
    if asked.target:
        refuse_event(asked_goal)
        asked_goal = with_direction(asked_goal, asked, goal.baseline)
        changes |= {name: getattr(asked_goal, name) for name in ("kind", "value", "unit", "per", "direction")}
    if asked.by:
        changes["deadline"] = asked_goal.deadline
    return changes


def from_history(path: Path, asked: Asked) -> Forecast:
    """The forecast of a target from a file. Raises UsageError for a missing part of the question."""
    if not asked.target or not asked.by:
        raise UsageError("--history needs --target and --by.", advice="For example: --target +250 --by 2026-12-06")
    series = history_of(path, asked)
    given = Given(metric=series.metric, platform=asked.platform or series.platform, target=asked.target, by=asked.by,
                  direction=asked.direction)  # fmt: skip
    goal, _ = goal_of(given, today=asked.today, language=asked.language.code)
    refuse_event(goal)
    last_day, last = series.points[-1]
    if form_of(goal) == "level" and goal.baseline is None:
        goal = with_direction(replace(goal, baseline=last), asked, last)
    plan = plan_of_file(in_period_of_rows(goal, series, asked), series.points, asked.market, max(last_day, asked.today))
    goal = plan.goal
    counted = goal.kind in COUNTED and form_of(goal) != "ratio" and (goal.kind == "total" or goal.baseline is None)
    found = joined(from_usual(plan, series), asked.today, asks_from_last=True)
    return replace(found, since=plan.goal.start if counted else None)


def from_usual(plan: Plan, series: Series) -> Plan:
    """A share counts from the mean of the last 28 days of a file, which names no start value."""
    goal = plan.goal
    if goal.kind not in {"percent", "factor"} or series.form == "level" or series.per_post:
        return plan
    known = [point for point in history(plan) if point[0] <= known_until(plan, series.points[-1][0])]
    rows = [value for day, value in known if known[-1][0] - day < USUAL]
    per = None if series.form == "ratio" or series.every == "uneven" else series.every
    if not rows or (series.form == "flow" and per is None):
        return plan
    start = (sum(rows, Decimal(0)) / len(rows)).quantize(CENT).normalize() + 0
    return replace(plan, goal=replace(goal, baseline=start, per=per))


def in_period_of_rows(goal: Goal, series: Series, asked: Asked) -> Goal:
    """A bare number is what comes in all, as in a sentence, unless the figures belong to posts.

    People who are counted once do not add up: there it counts per row of the file.
    """
    if goal.per != "post" or series.per_post or "/" in (asked.target or ""):
        return goal
    if metric(series.metric).additive and goal.kind == "level" and goal.direction != "decrease":
        return replace(goal, kind="total", per=None)
    return goal if series.every == "uneven" else replace(goal, per=series.every)


def history_of(path: Path, asked: Asked) -> Series:
    """The series of the file that was asked about."""
    wanted = Wanted(
        today=asked.today, language=asked.language, metric=asked.metric, platform=asked.platform,
        followers_now=asked.followers_now, mapping=asked.mapping,
    )  # fmt: skip
    return series_for((path,), wanted)


def tested(path: Path, asked: Asked) -> "Backtest":
    """How often such forecasts came true on the history of a file."""
    from smartgoal.forecast.backtest import backtest

    series = history_of(path, asked)
    if not series.points:
        raise FileError("The file holds no numbers over time.", place=str(path))
    return backtest(series.points, form=series.form)
