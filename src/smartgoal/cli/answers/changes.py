"""A plan with the flags of `edit` (or of the next period) applied."""

from dataclasses import replace
from datetime import date
from typing import Any

from smartgoal.cli.answers.given import Given
from smartgoal.cli.answers.goal import with_counting, with_dates, with_names, with_target, with_words
from smartgoal.cli.answers.plan import economics_of, snapshots, step_of, with_start_value
from smartgoal.model.goal import Goal
from smartgoal.model.plan import Plan, Snapshot
from smartgoal.parsing import read

WORDS = ("why", "measured_by")


def changed(plan: Plan, given: Given, *, today: date, language: str) -> Plan:
    """The plan with the flags applied; an empty text takes a part out. Raises UsageError for what is not understood."""
    code = plan.language or language
    stats = snapshots(given.stat, today, plan.goal)
    point_a = with_stats(plan.point_a, stats)
    steps = tuple(step_of(text, today=today, language=code) for text in given.step)
    parts: dict[str, Any] = {
        name: getattr(given, name) or None
        for name in ("owner", "client", "title", "market")
        if getattr(given, name) is not None
    }
    if given.market:
        parts["market"] = given.market.upper()
    economics = {**plan.economics, **economics_of(given)}
    goal = with_start_value(changed_goal(plan.goal, given, stats, today, code), point_a)
    return replace(plan, goal=goal, point_a=point_a, steps=steps or plan.steps, economics=economics, **parts)


def changed_goal(old: Goal, given: Given, stats: tuple[Snapshot, ...], today: date, language: str) -> Goal:
    """The goal with the flags; a new metric or page, or a new number of point A, asks for its own start value."""
    goal = with_names(said_anew(old, given, today), given)
    another = goal.metric != old.metric or old.platform not in {None, goal.platform}
    if another or any(goal.metric in each.metrics for each in stats):
        goal = replace(goal, baseline=None)
    goal = with_counting(goal, given)
    goal = with_dates(with_target(goal, given, language), given, today, language)
    goal = with_words(replace(goal, limits=kept_limits(goal.limits, given.limit)), given)
    words: dict[str, Any] = {name: getattr(goal, name) or None for name in WORDS}
    return replace(goal, **words)


def said_anew(old: Goal, given: Given, today: date) -> Goal:
    """The goal with what a new sentence says; what it does not speak of stays."""
    if not given.goal:
        return old
    said = read(given.goal, today=today).meant
    names = ("category", "platform", "metric", "direction", "kind", "value", "unit", "per", "baseline", "deadline")
    parts: dict[str, Any] = {name: getattr(said, name) for name in names if getattr(said, name) is not None}
    return replace(old, statement=given.goal, **parts)


def kept_limits(limits: tuple[str, ...], new: tuple[str, ...]) -> tuple[str, ...]:
    """The conditions that no new one of the same number replaces."""
    numbers = {subject(limit) for limit in new}
    return tuple(limit for limit in limits if subject(limit) not in numbers)


def subject(limit: str) -> str:
    """What a condition speaks of, with its side: "ad_spend <"."""
    name, sign, _ = limit.partition("<") if "<" in limit else limit.partition(">")
    return f"{name.strip()} {sign}"


def with_stats(point_a: tuple[Snapshot, ...], stats: tuple[Snapshot, ...]) -> tuple[Snapshot, ...]:
    """Point A with the new numbers: in the page's last snapshot, else in one of their own."""
    result = list(point_a)
    for new in stats:
        places = [index for index, each in enumerate(result) if each.platform == new.platform]
        if places:
            before = result[places[-1]]
            result[places[-1]] = replace(before, metrics={**before.metrics, **new.metrics})
        else:
            result.append(new)
    return tuple(result)
