"""What `forecast` is asked, from a plan or from a file, and the estimate."""

from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from smartgoal.catalog import metric
from smartgoal.cli.answers.given import Given
from smartgoal.cli.answers.goal import goal_of
from smartgoal.cli.importing import Wanted, series_for
from smartgoal.cli.prospects import Lift, findings, lift, plan_of_file
from smartgoal.errors import FileError, UsageError
from smartgoal.forecast import Estimate
from smartgoal.language import Language
from smartgoal.model.arithmetic import in_unit
from smartgoal.model.finding import Finding
from smartgoal.model.goal import Goal
from smartgoal.model.plan import Plan
from smartgoal.model.series import Series
from smartgoal.planning.odds import estimate, history, odds
from smartgoal.planning.start import with_start

if TYPE_CHECKING:
    from smartgoal.forecast.backtest import Backtest


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
    """

    goal: Goal
    points: tuple[tuple[date, Decimal], ...]
    estimate: Estimate | None
    lift: Lift = field(default_factory=Lift)
    findings: tuple[Finding, ...] = ()


def from_plan(path: Path, asked: Asked) -> Forecast:
    """The forecast of a plan, from the history and the check-ins in it."""
    from smartgoal.store import load

    plan = load(path).plan
    goal = replace(with_start(plan), **changed(asked, with_start(plan)))
    plan = replace(plan, goal=goal)
    plan = replace(plan, market=asked.market or plan.market)
    until = max((row.date for row in plan.progress), default=plan.created or asked.today)
    return joined(plan, history(plan), odds(plan, today=max(until, plan.created or until)), asked.today)


def joined(plan: Plan, points: tuple[tuple[date, Decimal], ...], estimate: Estimate | None, today: date) -> Forecast:
    """The forecast with what would lift the target and what the rules know."""
    goal, told = plan.goal, estimate is not None and estimate.chance is not None
    since = goal.start or plan.created or today
    return Forecast(
        goal, points, estimate,
        lift=lift(goal, points, since, estimate, plan) if estimate is not None else Lift(),
        findings=findings(plan, today, told=told),
    )  # fmt: skip


def changed(asked: Asked, goal: Goal) -> dict[str, Any]:
    """A target or date asked about instead of the plan's own."""
    given = Given(metric=goal.metric, target=asked.target, by=asked.by, direction=asked.direction)
    asked_goal, _ = goal_of(given, today=asked.today, language=asked.language.code)
    changes: dict[str, Any] = {}
    if asked.target:
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
    last_day, last = series.points[-1]
    if series.form == "level" and goal.baseline is None:
        goal = replace(goal, baseline=last)
    plan = plan_of_file(goal, series.points, asked.market)
    unit = metric(series.metric).unit
    points = tuple((day, in_unit(value, unit, goal.unit)) for day, value in series.points)
    return joined(plan, points, estimate(list(series.points), goal, last_day), asked.today)


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
