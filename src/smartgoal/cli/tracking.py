"""What the commands of a saved plan share: reading a check-in, finding plans."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from smartgoal import catalog
from smartgoal.cli.environment import Environment
from smartgoal.criteria.evidence import currency
from smartgoal.errors import SmartgoalError, UsageError
from smartgoal.model.arithmetic import SECONDS, in_unit
from smartgoal.model.goal import Goal
from smartgoal.model.plan import Plan
from smartgoal.model.quantity import Term
from smartgoal.parsing import parse_amount, parse_past_day, parse_target
from smartgoal.parsing.amounts import CURRENCIES
from smartgoal.planning.measuring import is_known, own_unit
from smartgoal.planning.periods import brought_to
from smartgoal.planning.readings import tracked_goal

HAPPENED = {"done", "yes", "y", "1", "да", "готово"}
NOT_YET = {"no", "not yet", "n", "0", "нет", "ещё нет", "еще нет"}


@dataclass(frozen=True, slots=True)
class Found:
    """A plan file of a folder, or why it cannot be read."""

    path: Path
    plan: Plan | None = None
    error: SmartgoalError | None = None


def typed_value(text: str, plan: Plan) -> Decimal:
    """The number of a check-in in the unit of the goal; "done" for an event. Raises UsageError."""
    word = text.strip().casefold()
    if plan.goal.kind == "milestone":
        if word not in HAPPENED | NOT_YET:
            raise UsageError("{text}: this goal has happened or not, it has no number.",
                             advice="Write yes or no: smartgoal log PLAN yes", text=text)  # fmt: skip
        return Decimal(int(word in HAPPENED))
    read = parse_amount(text)
    if read is None:
        raise UsageError("{text} is not a number.", advice="For example: smartgoal log PLAN 1901", text=text)
    if word.startswith("+"):
        raise UsageError("{text} is a change; a check-in is the number itself.",
                         advice="For example: smartgoal log PLAN 1901", text=text)  # fmt: skip
    wanted = own_unit(plan.goal)
    check_money(read.unit, plan, text)
    if not fits(read.unit, wanted):
        raise UsageError("{text}: the goal counts in another unit.", text=text)
    value = in_period(in_unit(read.value, read.unit, wanted), plan, text)
    check_range(value, plan.goal, text)
    return value


def check_money(unit: str | None, plan: Plan, text: str) -> None:
    """Raises UsageError for money of another currency than the plan's: nobody knows the rate of exchange."""
    own = plan.goal.unit if plan.goal.unit in CURRENCIES else currency(plan.economics)
    if unit in CURRENCIES and own is not None and unit != own:
        raise UsageError("{text}: the plan counts in {currency}.", advice="Write the number in {currency}, or bare.",
                         text=text, currency=own)  # fmt: skip


def in_period(value: Decimal, plan: Plan, text: str) -> Decimal:
    """A number told per day, week or month in the period of the goal: 3 a day are 21 a week. Raises UsageError."""
    read, goal = parse_target(text), tracked_goal(plan)
    told = read.per if read is not None else None
    if told is None or told == goal.per:
        return value
    if goal.per is None:
        raise UsageError("{text}: the goal counts no number per period.", advice="Write the number alone.", text=text)
    converts = goal.metric is None or not is_known(goal.metric) or catalog.metric(goal.metric).between_periods
    if not converts or "post" in {told, goal.per}:
        raise UsageError("{text}: the goal counts in another period.",
                         advice="Log the number for its own period: {period}.", text=text,
                         period=Term("period", goal.per))  # fmt: skip
    return brought_to(value, told, goal.per)


def fits(unit: str | None, wanted: str) -> bool:
    """Whether a number typed with this unit can be one of the goal's."""
    money = unit is not None and unit.isupper() and wanted == "count"
    return unit in {None, "count", wanted} or money or (unit in SECONDS and wanted in SECONDS)


def check_range(value: Decimal, goal: Goal, text: str) -> None:
    """Raises UsageError for a number that the goal's metric cannot have."""
    metric = goal.metric
    if metric is None or not is_known(metric):
        return
    row = catalog.metric(metric)
    high = row.highest(goal.platform)
    if (row.low is not None and value < row.low) or (high is not None and value > high):
        raise UsageError("{text} cannot be a number of this kind: {metric}.", text=text, metric=Term("metric", metric))


def past_day(text: str, environment: Environment, today: date) -> date:
    """The day of `--on`: the last one of that name. Raises UsageError for no date, or one that lies ahead."""
    day = parse_past_day(text, today=today, language=environment.language.code)
    if day is None:
        raise UsageError("--{flag} {text} is not a date.", advice="Write it as 2026-12-06.", flag="on", text=text)
    if day <= today:
        return day
    raise UsageError("--on {text} is in the future: a check-in is a number already read.", text=text)


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
