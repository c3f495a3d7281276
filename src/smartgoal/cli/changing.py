"""A saved plan changed by flags or by the wizard: the same checks, the same file, moved goalposts on record."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from smartgoal.cli.answers.given import Given
from smartgoal.cli.answers.goal import with_dates, with_target, with_words
from smartgoal.cli.answers.plan import step_of
from smartgoal.errors import ExitCode, UsageError
from smartgoal.model.goal import Goal
from smartgoal.model.plan import Change, Plan

if TYPE_CHECKING:
    from smartgoal.cli.environment import Environment

GOALPOSTS = ("metric", "kind", "value", "unit", "per", "deadline", "baseline", "direction")


@dataclass(frozen=True, slots=True, kw_only=True)
class Changing:
    """One call of `edit`."""

    path: Path
    given: Given
    today: date
    reason: str = ""
    plain: bool = False


def change(changing: Changing, environment: "Environment") -> int:
    """Apply the flags, or the wizard where there are none; judge, save, tell."""
    from smartgoal.cli.making import tell_findings
    from smartgoal.criteria import judge
    from smartgoal.store import edit, load

    loaded = load(changing.path)
    if changing.given != Given():
        wanted = changed(loaded.plan, changing, environment.language.code)
    elif environment.can_ask:
        from smartgoal.cli.wizard import ask_again

        wanted = ask_again(loaded.plan, changing, environment)
    else:
        raise UsageError("Nothing to change was given.", advice="See: smartgoal edit --help")
    recorded = with_changes(loaded.plan, wanted, changing.today, changing.reason)
    edit(changing.path, lambda _: recorded, since=loaded)
    tell_findings(judge(recorded, today=recorded.created or changing.today), environment, plain=changing.plain)
    environment.say(environment.language.text("Saved: {file}", file=str(changing.path)))
    return int(ExitCode.DONE)


def changed(plan: Plan, changing: Changing, language: str) -> Plan:
    """The plan with the flags applied. Raises UsageError for a value that is not understood."""
    given, code = changing.given, plan.language or language
    goal = with_target(plan.goal, given, code)
    goal = with_words(with_dates(goal, given, changing.today, code), given)
    steps = tuple(step_of(text, today=changing.today, language=code) for text in given.step)
    parts: dict[str, Any] = {
        name: getattr(given, name) for name in ("owner", "client", "title") if getattr(given, name) is not None
    }
    if given.market:
        parts["market"] = given.market.upper()
    return replace(plan, goal=goal, steps=steps or plan.steps, **parts)


def with_changes(old: Plan, new: Plan, today: date, reason: str) -> Plan:
    """The new plan with a record of every goalpost that moved."""
    moved = tuple(
        Change(what=name, old=shown(old.goal, name), new=shown(new.goal, name), date=today, reason=reason)
        for name in GOALPOSTS
        if getattr(old.goal, name) != getattr(new.goal, name) and getattr(old.goal, name) is not None
    )
    return replace(new, changes=(*new.changes, *moved))


def shown(goal: Goal, name: str) -> str:
    """A part of the goal as text."""
    value = getattr(goal, name)
    return "" if value is None else str(value)
