"""The next period of a plan: what stays, and the last figure as its start value."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from statistics import median

from smartgoal.catalog import metric
from smartgoal.cli.answers.changes import changed
from smartgoal.cli.answers.given import Given
from smartgoal.model.arithmetic import in_unit
from smartgoal.model.goal import Goal
from smartgoal.model.plan import Measure, Plan, Snapshot, Step
from smartgoal.planning.dating import with_days
from smartgoal.planning.measuring import is_known
from smartgoal.planning.pace import usual_pace
from smartgoal.planning.periods import PERIOD_DAYS
from smartgoal.planning.readings import (
    Points,
    check_ins,
    counted_up,
    form_of,
    history,
    imported,
    tracked_goal,
    way_so_far,
)

MONTH = PERIOD_DAYS["month"]
KEPT_ROWS = 400  # of a history; the plan file holds no more


def continued(source: Path, given: Given, *, today: date, language: str | None) -> Plan:
    """The plan of the next period with the flags applied; what they leave open stays open.

    Raises FileError for a plan that cannot be read, UsageError for a flag that is not understood.
    """
    from smartgoal.store import load

    old = load(source).plan
    fresh = replace(successor(old, today), language=language or old.language)
    plan = with_days(changed(fresh, given, today=today, language=fresh.language or "en"), today)
    if fresh.goal.per is None or (given.target and "/" in given.target):
        return plan
    kind = "level" if plan.goal.kind == "total" else plan.goal.kind  # a bare number is one of the same period
    return replace(plan, goal=replace(plan.goal, per=fresh.goal.per, kind=kind))


def successor(old: Plan, today: date) -> Plan:
    """Definitions, limits, owner and the steps as titles; the start value is the last figure."""
    goal = tracked_goal(old)
    told = check_ins(old)
    return Plan(
        language=old.language,
        created=today,
        owner=old.owner,
        market=old.market,
        client=old.client,
        goal=reopened(goal, told[-1][1] if told else goal.baseline),
        point_a=last_snapshot(old, goal),
        economics=old.economics,
        steps=tuple(Step(title=step.title) for step in old.steps),
    )


def reopened(goal: Goal, last: Decimal | None) -> Goal:
    """The goal without its number and dates; an event stays what it is."""
    if goal.kind == "milestone":
        return replace(goal, start=None, deadline=None)
    baseline = None if goal.kind == "total" else last
    return replace(goal, statement=None, value=None, start=None, deadline=None, baseline=baseline)


def last_snapshot(old: Plan, goal: Goal) -> tuple[Snapshot, ...]:
    """The last figure on its day, with the history that led to it, as point A of the new period.

    Of a total it is what the last four weeks brought, as a month.
    """
    told = check_ins(old)
    if not told or goal.metric is None or goal.kind == "milestone":
        return old.point_a
    day, value = told[-1]
    measure: Measure | None = Measure(value, goal.per)
    if goal.kind == "total":
        usual = usual_pace(old, goal, day)
        measure = None if usual is None else Measure((usual * MONTH).quantize(Decimal(1)), "month")
    own = Snapshot(
        platform=goal.platform, date=day, metrics={goal.metric: measure} if measure else {},
        history=last_history(old, goal),
    )  # fmt: skip
    return (*(each for each in old.point_a if each.platform != goal.platform), own)


def amounts_of(sums: Points) -> Points:
    """What came in between two readings of a sum, on the day of the later one.

    The first amount goes where its time is not that of the others: nothing before it would tell how long it took.
    """
    rows = tuple((day, high - low) for (_, low), (day, high) in pairwise(sums))
    days = [(after - before).days for (before, _), (after, _) in pairwise(sums)]
    return rows if days and days[0] == median(days) else rows[1:]


def last_history(old: Plan, goal: Goal) -> Mapping[str, Points]:
    """The points known of the goal's metric, in its own unit."""
    assert goal.metric is not None
    rows = imported(old) if form_of(goal) == "flow" else history(old)
    row = metric(goal.metric) if is_known(goal.metric) else None
    if not rows and counted_up(goal) and row is not None and row.form == "flow" and row.additive:
        rows = amounts_of(way_so_far(old, goal))
    unit = row.unit if row is not None else None
    points = tuple((each, in_unit(number, goal.unit, unit)) for each, number in rows[-KEPT_ROWS:])
    return {goal.metric: points} if len(points) > 1 else {}
