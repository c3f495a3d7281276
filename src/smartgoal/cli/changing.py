"""A saved plan changed by flags or by the wizard: the same checks, the same file, moved goalposts on record."""

from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from smartgoal.cli.answers.changes import changed
from smartgoal.cli.answers.given import Given
from smartgoal.errors import ExitCode, InterruptedByUserError, UsageError
from smartgoal.language import N_
from smartgoal.model.plan import Change, Plan
from smartgoal.planning.moving import GOALPOSTS

if TYPE_CHECKING:
    from smartgoal.cli.environment import Environment


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
    from smartgoal.cli.recounting import refuse_another_counting
    from smartgoal.criteria import judge
    from smartgoal.planning.carrying import carried, done_and_gone
    from smartgoal.store import edit, load

    loaded = load(changing.path)
    if changing.given != Given():
        wanted = changed(loaded.plan, changing.given, today=changing.today, language=environment.language.code)
    elif environment.can_ask:
        from smartgoal.cli.wizard import ask_again

        wanted = ask_again(loaded.plan, changing, environment)
    else:
        raise UsageError("Nothing to change was given.", advice="See: smartgoal edit --help")
    wanted = carried(loaded.plan, with_own_words(loaded.plan, wanted))
    refuse_another_counting(loaded.plan, wanted)
    refuse_a_closed_goal(loaded.plan, wanted)
    if wanted == loaded.plan:
        environment.say(environment.language.text("Nothing was changed."))
        return done(changing)
    recorded = with_changes(loaded.plan, wanted, changing.today, reason_of(loaded.plan, wanted, changing, environment))
    edit(changing.path, lambda _: recorded, since=loaded)
    tell_findings(
        judge(recorded, today=day_of_judging(recorded, changing), mended=changing.today),
        environment,
        plain=changing.plain,
    )
    tell_of_moves(loaded.plan, recorded, environment)
    for title in done_and_gone(loaded.plan, recorded):
        environment.say(environment.language.text("“{title}” was done and is a step no longer: the record keeps it.",
                                                  title=title))  # fmt: skip
    environment.say(environment.language.text("Saved: {file}", file=str(changing.path)))
    return done(changing)


def refuse_a_closed_goal(old: Plan, new: Plan) -> None:
    """Raises UsageError where the goal of a closed plan would move: its result was judged by the goal as it was."""
    if old.outcome is None:
        return
    from smartgoal.planning.readings import tracked_goal

    goals = ((old.goal, new.goal), (tracked_goal(old), tracked_goal(new)))
    if any(getattr(before, name) != getattr(after, name) for name in GOALPOSTS for before, after in goals):
        raise UsageError("This plan is closed: its goal stays as it was judged.",
                         advice="Go on with: smartgoal new --from PLAN")  # fmt: skip


def tell_of_moves(old: Plan, new: Plan, environment: "Environment") -> None:
    """Say which goalposts this edit moved, as the status will from now on."""
    from smartgoal.cli.views.status import moved_lines

    before = list(moved_lines(old, environment.language))
    for line in list(moved_lines(new, environment.language))[len(before) :]:
        environment.say(line)


def done(changing: Changing) -> int:
    """The exit code; the draft of what the wizard was told goes only now, when nothing can refuse it any more."""
    from smartgoal.store.drafts import discard

    if changing.given == Given():
        discard(changing.path)
    return int(ExitCode.DONE)


def day_of_judging(plan: Plan, changing: Changing) -> date:
    """The day the plan was made; today where its last day was moved into the past, which that day cannot tell."""
    moved = any(each.what == "deadline" and each.date == changing.today for each in plan.changes)
    past = plan.goal.deadline is not None and plan.goal.deadline <= changing.today
    return changing.today if moved and past else plan.created or changing.today


def reason_of(old: Plan, new: Plan, changing: Changing, environment: "Environment") -> str:
    """Why number or date were moved: as given, else asked after the wizard."""
    moved = (old.goal.value, old.goal.deadline) != (new.goal.value, new.goal.deadline)
    if changing.reason or changing.given != Given() or not moved:
        return changing.reason
    from smartgoal.cli.asking import asked

    with suppress(InterruptedByUserError):  # what the wizard gathered is saved all the same
        return asked(N_("Why was it moved? (Enter: skip)"), environment) or ""
    return ""


def with_own_words(old: Plan, new: Plan) -> Plan:
    """The new plan; a title that was made from the old goal is made anew, a day in the words of an event too."""
    from smartgoal.cli.making import titled
    from smartgoal.exporters.sentence import event_words

    own = titled(replace(old, title=None)).title
    goal = new.goal
    if goal.kind == "milestone" and goal.deadline != old.goal.deadline and goal.statement == old.goal.statement:
        new = replace(new, goal=replace(goal, statement=event_words(goal) or None))
    return titled(replace(new, title=None)) if new.title == old.title == own else new


def with_changes(old: Plan, new: Plan, today: date, reason: str) -> Plan:
    """The new plan with a record of every goalpost that moved, and of a new client."""
    moved = [
        Change(what=name, old=shown(getattr(old.goal, name)), new=shown(getattr(new.goal, name)), date=today,
               reason=reason)
        for name in GOALPOSTS
        if getattr(old.goal, name) != getattr(new.goal, name) and getattr(old.goal, name) is not None
    ]  # fmt: skip
    if old.client is not None and old.client != new.client:
        moved.append(Change(what="client", old=old.client, new=new.client or "", date=today, reason=reason))
    return replace(new, changes=(*new.changes, *moved))


def shown(value: object) -> str:
    """A part of the goal as it stands in the file."""
    return "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
