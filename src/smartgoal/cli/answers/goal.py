"""The goal of the flags: the sentence is read, a part given by its own flag wins over it."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from smartgoal import catalog
from smartgoal.catalog.rows import OTHER
from smartgoal.cli.answers.given import Given
from smartgoal.cli.answers.ids import known_id
from smartgoal.errors import UsageError
from smartgoal.interview.target import own_period, same_target, target_parts, told_direction, unit_of
from smartgoal.model.arithmetic import in_unit
from smartgoal.model.goal import Direction, Goal, Kind, Reading
from smartgoal.model.years import YEARS
from smartgoal.parsing import parse_amount, parse_deadline, read
from smartgoal.planning.counting import recounted, retargeted
from smartgoal.planning.measuring import own_unit


def goal_of(given: Given, *, today: date, language: str) -> tuple[Goal, Reading | None]:
    """The goal as far as it was said, and the reading of its sentence if there was one.

    Raises UsageError for a flag whose value is not understood.
    """
    reading = read(given.goal, today=today) if given.goal else None
    goal = reading.meant if reading else Goal()
    goal = with_names(with_own_name(goal, reading), given)
    goal = with_counting(goal, given)
    goal = with_target(goal, given, language)
    goal = with_dates(goal, given, today, language)
    goal = replace(goal, platforms=goal.platforms if len(goal.platforms) > 1 else ())
    return with_words(goal, given), reading


def with_own_name(goal: Goal, reading: Reading | None) -> Goal:
    """The goal counted by the user's own name of a thing that the catalogue has not."""
    if reading is None or reading.thing is None or goal.metric is not None or goal.kind in {None, "milestone"}:
        return goal
    return replace(goal, metric=f"{OTHER}{reading.thing.casefold()}")


def with_names(goal: Goal, given: Given) -> Goal:
    """Category, platform and metric of the flags."""
    changes: dict[str, Any] = {}
    if given.metric:
        changes["metric"] = known_id(given.metric, "metric")
        if given.target and changes["metric"] != goal.metric:
            changes |= {"kind": None, "value": None, "unit": None, "per": None}
    if given.platform:
        names = tuple(known_id(name, "platform") for name in given.platform.split(","))
        changes |= {"platform": names[0], "platforms": names if len(names) > 1 else ()}
    if given.category:
        changes["category"] = known_id(given.category, "category")
    elif given.metric and (own := catalog.metric(changes["metric"]).categories):
        changes["category"] = own[0]
    return replace(goal, **changes)


def with_counting(goal: Goal, given: Given) -> Goal:
    """How it is counted; an empty text takes that out."""
    return goal if given.counted_as is None else recounted(goal, given.counted_as or None)


def with_target(goal: Goal, given: Given, language: str) -> Goal:
    """Target, direction and start value of the flags."""
    metric = metric_of(goal)
    if given.target is not None:
        goal = retargeted(goal, replace(goal, **told_target(given.target, goal, metric, language)))
    if given.baseline is not None:
        goal = replace(goal, baseline=start_value(given.baseline, goal))
    if given.direction is not None:
        goal = replace(goal, direction=way(given.direction))
    if goal.direction is None and goal.kind is not None:
        goal = replace(goal, direction=told_direction(metric, goal.kind, goal.value, goal.baseline))
    return replace(goal, hold=goal.hold or given.hold)


def told_target(text: str, goal: Goal, metric: "catalog.Metric | None", language: str) -> dict[str, Any]:
    """The parts of the goal that `--target` tells; a bare number leaves a goal its kind and period.

    Beside "+250" or "+20%" it is a level: that of the same period. Raises UsageError for what is not understood.
    """
    same = same_target(text, goal)
    kept = goal.kind if goal.kind in KEPT else None
    if same is not None and (kept or goal.per is not None):
        kind: Kind = kept or "level"
        unit = same["unit"] if kept else None
        way = goal.direction if kind == "total" else None
        return {
            "kind": kind,
            "value": same["value"],
            "unit": unit or unit_of(metric, goal),
            "per": goal.per or own_period(goal, kind, mean=True),
            "direction": way or told_direction(metric, kind, same["value"], goal.baseline),
        }
    told = target_parts(text, goal, metric, language=language)
    if told is None:
        raise UsageError("--target {text} is not understood.", advice=TARGETS, text=text)
    return told


def metric_of(goal: Goal) -> "catalog.Metric | None":
    """The metric of the goal; None where there is none, or a plan file names one that the catalogue has not."""
    try:
        return catalog.metric(goal.metric) if goal.metric else None
    except KeyError:
        return None


def way(text: str) -> Direction:
    """The direction of the flag."""
    if text == "increase":
        return "increase"
    if text == "decrease":
        return "decrease"
    raise UsageError("--direction takes increase or decrease, not {text}.", text=text)


KEPT: tuple[Kind | None, ...] = ("level", "rate", "total")
TARGETS = "Write it as +250, -15, +20%, x2, 10/week, done, or a level such as 1500."


def start_value(text: str, goal: Goal) -> Decimal:
    """The start value in the unit of the target."""
    read_amount = parse_amount(text)
    if read_amount is None:
        raise UsageError("--baseline {text} is not a number.", text=text)
    return in_unit(read_amount.value, read_amount.unit, own_unit(goal))


def with_dates(goal: Goal, given: Given, today: date, language: str) -> Goal:
    """Start and deadline of the flags."""
    changes: dict[str, Any] = {}
    for field, text in (("start", given.start), ("deadline", given.by)):
        if text is None:
            continue
        read_day = parse_deadline(text, today=today, language=language)
        if read_day is None:
            flag = "by" if field == "deadline" else field
            raise UsageError("--{flag} {text} is not a date.", advice=DATES, flag=flag, text=text)
        changes[field] = read_day.day
    dated = replace(goal, **changes)
    for day in (dated.start, dated.deadline):
        if day is not None and day.year not in YEARS:
            raise UsageError("{date} is too far from our days.", advice=DATES, date=day)
    return dated


DATES = "Write it as 2026-12-06, 2w, or in words: by the end of April."


def with_words(goal: Goal, given: Given) -> Goal:
    """Reason, source and limits of the flags."""
    changes = {name: value for name in ("why", "measured_by") if (value := getattr(given, name)) is not None}
    limits = tuple(dict.fromkeys((*goal.limits, *given.limit)))
    return replace(goal, statement=given.goal or goal.statement, limits=limits, **changes)
