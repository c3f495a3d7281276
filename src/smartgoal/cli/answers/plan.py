"""The plan that flags, answers file and folder defaults make together."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from smartgoal.cli.answers.fields import parse_stat, split_step
from smartgoal.cli.answers.given import Given
from smartgoal.cli.answers.goal import goal_of
from smartgoal.cli.options import currency_code
from smartgoal.errors import UsageError
from smartgoal.model.goal import Goal, Reading
from smartgoal.model.plan import Measure, Plan, Snapshot, Step
from smartgoal.model.quantity import is_sane
from smartgoal.parsing import parse_amount, parse_deadline
from smartgoal.planning.measuring import is_mean
from smartgoal.planning.start import with_start


def plan_of(given: Given, *, today: date, language: str) -> tuple[Plan, Reading | None]:
    """The plan as far as it was said, and the reading of the goal sentence if there was one.

    Raises UsageError for a flag whose value is not understood.
    """
    goal, reading = goal_of(given, today=today, language=language)
    point_a = snapshots(given.stat, today, goal)
    goal = with_start_value(in_own_period(goal, point_a), point_a)
    plan = Plan(
        title=given.title,
        language=language,
        created=today,
        owner=given.owner,
        market=given.market.upper() if given.market else None,
        client=given.client,
        goal=goal,
        point_a=point_a,
        economics=economics_of(given),
        steps=tuple(step_of(text, today=today, language=language) for text in given.step),
    )
    return plan, reading


def snapshots(stats: tuple[str, ...], today: date, goal: Goal) -> tuple[Snapshot, ...]:
    """Point A as typed, one snapshot per platform; a number without a platform belongs to the goal's."""
    by_platform: dict[str | None, dict[str, Measure]] = {}
    for text in stats:
        stat = parse_stat(text)
        by_platform.setdefault(stat.platform or goal.platform, {})[stat.metric] = stat.measure
    return tuple(Snapshot(platform=platform, date=today, metrics=metrics) for platform, metrics in by_platform.items())


def in_own_period(goal: Goal, point_a: tuple[Snapshot, ...]) -> Goal:
    """A level of what is counted per post with its period: that of point A, else a post."""
    if not is_mean(goal) or goal.per is not None:
        return goal
    told = (row.metrics[goal.metric].per for row in point_a if goal.metric and goal.metric in row.metrics)
    return replace(goal, per=next((per for per in told if per), "post"))


def with_start_value(goal: Goal, point_a: tuple[Snapshot, ...]) -> Goal:
    """The goal with the start value that point A tells, unless it has one or counts from zero."""
    return goal if goal.kind == "total" else with_start(Plan(goal=goal, point_a=point_a))


def step_of(text: str, *, today: date, language: str) -> Step:
    """One `--step`. Raises UsageError for a date or cost that is not understood."""
    title, fields = split_step(text)
    values: dict[str, Any] = dict(fields)
    for key in ("start", "due"):
        if key in values:
            values[key] = day_of(values[key], title, today, language)
    if "cost" in values:
        values["cost"] = money_of(values["cost"], "cost")
    if values.get("basis") not in {None, "history", "price", "guess"}:
        raise UsageError("The step “{title}”: basis takes history, price or guess.", title=title)
    return Step(title=title, **values)


def day_of(text: str, title: str, today: date, language: str) -> date:
    """The day of a step."""
    read = parse_deadline(text, today=today, language=language)
    if read is None:
        raise UsageError("The step “{title}”: {text} is not a date.", advice="Write it as 2026-12-06.",
                         title=title, text=text)  # fmt: skip
    return read.day


def money_of(text: str, flag: str) -> Decimal:
    """An amount of money without its currency."""
    read = parse_amount(text)
    if read is None or not is_sane(read.value):
        raise UsageError("{flag}: {text} is not an amount.", flag=flag, text=text)
    return read.value


def economics_of(given: Given) -> Mapping[str, Any]:
    """Budget and currency of the flags."""
    economics: dict[str, Any] = {}
    if given.currency:
        economics["currency"] = currency_code(given.currency)
    if given.budget:
        economics["budget"] = money_of(given.budget, "--budget")
    return economics
