"""The command that makes the same plan again, byte for byte, without a question."""

import shlex
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from smartgoal.cli.answers.fields import joined_step
from smartgoal.cli.answers.given import TABLES, Given
from smartgoal.cli.answers.plan import plan_of
from smartgoal.errors import SmartgoalError
from smartgoal.interview.written import amount_text, number_text, stat_text, step_fields, target_text
from smartgoal.model.plan import Plan
from smartgoal.store import dumps
from smartgoal.store.text import as_document, dumps_table

LONGEST = 1500  # characters of a command that a person would still paste


@dataclass(frozen=True, slots=True)
class Reproduction:
    """The command as arguments, and the text of the answers file that it names, if it needs one."""

    arguments: tuple[str, ...]
    answers: str = ""


def reproduction(plan: Plan, *, output: str, answers_file: str) -> Reproduction:
    """The flags where they say everything and are not too long, else an answers file beside the plan."""
    given = given_of(plan)
    end = ("--today", made_on(plan).isoformat(), "--lang", language_of(plan), "--no-input", "-o", output)
    command = ("smartgoal", "new", *flags(given), *end)
    made = made_by(given, plan)
    if len(shlex.join(command)) <= LONGEST and made is not None and dumps(made) == dumps(plan):
        return Reproduction(command)
    same_goal = made is not None and made.goal == plan.goal
    answers = document_of(given, plan) if same_goal else tables_only(plan)
    return Reproduction(("smartgoal", "new", "--answers", answers_file, *end), dumps_table(answers))


def language_of(plan: Plan) -> str:
    """The language that `--lang` names."""
    assert plan.language is not None
    return plan.language


def made_on(plan: Plan) -> date:
    """The day that `--today` names."""
    assert plan.created is not None
    return plan.created


def given_of(plan: Plan) -> Given:
    """The answers that make this plan, as text of flags. What only a file can say is left out."""
    goal = plan.goal
    places = goal.platforms or ((goal.platform,) if goal.platform else ())
    budget = plan.economics.get("budget")
    return Given(
        goal=goal.statement,
        title=plan.title,
        category=goal.category,
        platform=",".join(places) or None,
        metric=goal.metric,
        direction=goal.direction,
        target=target_text(goal),
        baseline=amount_text(goal.baseline, level_unit(plan)) if goal.baseline is not None else None,
        by=goal.deadline.isoformat() if goal.deadline else None,
        start=goal.start.isoformat() if goal.start else None,
        hold=goal.hold,
        why=goal.why,
        owner=plan.owner,
        measured_by=goal.measured_by,
        counted_as=goal.counted_as,
        market=plan.market,
        client=plan.client,
        currency=plan.economics.get("currency"),
        budget=number_text(budget) if budget is not None else None,
        limit=goal.limits,
        stat=tuple(stats(plan)),
        step=tuple(joined_step(step.title, step_fields(step)) for step in plan.steps),
    )


def level_unit(plan: Plan) -> str | None:
    """The unit of the start value; that of a percent or a factor is not the target's."""
    return None if plan.goal.kind in {"percent", "factor"} else plan.goal.unit


def stats(plan: Plan) -> Iterator[str]:
    """The numbers of point A."""
    for snapshot in plan.point_a:
        for metric, measure in snapshot.metrics.items():
            yield stat_text(snapshot.platform, metric, measure)


def flags(given: Given) -> Iterator[str]:
    """The answers as arguments."""
    for name, value in parts_of(given):
        values = value if isinstance(value, tuple) else (value,)
        for each in values:
            flag = "--" + name.replace("_", "-")
            # "-15" or "--x" behind a blank would be taken for an option
            yield from (flag,) if each is True else (f"{flag}={each}",) if each.startswith("-") else (flag, each)


def parts_of(given: Given) -> Iterator[tuple[str, Any]]:
    """Names and values of what was given, without the tables."""
    for name in Given.__slots__:
        value = getattr(given, name)
        if value and name != "tables":
            yield name, value


def document_of(given: Given, plan: Plan) -> dict[str, Any]:
    """The answers file: the same keys as the flags, then the tables that a file can say better."""
    short = replace(given, stat=(), step=(), currency=None, budget=None)
    plain = {name: list(value) if isinstance(value, tuple) else value for name, value in parts_of(short)}
    return {**plain, **tables_of(plan)}


def tables_only(plan: Plan) -> dict[str, Any]:
    """The answers file of a goal that flags cannot say: every part as the plan file has it."""
    texts = {name: getattr(plan, name) for name in ("title", "owner", "market", "client") if getattr(plan, name)}
    return {**texts, "goal": as_document(plan)["goal"], **tables_of(plan)}


def tables_of(plan: Plan) -> Mapping[str, Any]:
    """Point A with its history, economics, steps, accepted findings."""
    document = as_document(plan)
    return {key: document[key] for key in TABLES if key in document and key != "goal"}


def made_by(given: Given, plan: Plan) -> Plan | None:
    """The plan that these answers make; None where they are not understood."""
    try:
        made, _ = plan_of(given, today=made_on(plan), language=language_of(plan))
    except SmartgoalError:
        return None
    return made


def quoted(arguments: tuple[str, ...], *, windows: bool) -> str:
    """The command as a shell takes it: PowerShell on Windows, else a POSIX shell."""
    if not windows:
        return shlex.join(arguments)
    return " ".join(each if each.replace("-", "").replace(".", "").isalnum() else "'" + each.replace("'", "''") + "'"
                    for each in arguments)  # fmt: skip
