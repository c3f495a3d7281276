"""The end of the wizard: the plan is saved, the document written, and the last screen says what comes next."""

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from smartgoal.cli.environment import Environment
from smartgoal.cli.making import titled
from smartgoal.cli.views.page import page_width, wrapped
from smartgoal.cli.wizard.reproduce import quoted, reproduction
from smartgoal.cli.wizard.session import Result, Session, shown
from smartgoal.cli.wizard.wrapping import Line, plain
from smartgoal.errors import ExitCode, FileError
from smartgoal.interview.review import judged
from smartgoal.interview.state import State, reopen
from smartgoal.language import Language, load
from smartgoal.model.plan import Plan
from smartgoal.planning.tracking import standing
from smartgoal.store import dumps, save, write_text
from smartgoal.store.drafts import discard
from smartgoal.store.naming import SUFFIX, free_name

if TYPE_CHECKING:
    from smartgoal.cli.making import Making


def finish(result: Result, session: Session, making: "Making", environment: Environment) -> State | ExitCode:
    """Save and tell. Gives the exit code, or the state to go on with when the file cannot be written."""
    plan = titled(result.state.plan)
    if making.strict and "no" in judged(result.state).criteria.values():
        environment.tell(environment.language.text("Nothing was saved: --strict."))
        return ExitCode.GOAL_FAILS
    if making.dry_run:
        environment.stdout.write(dumps(plan))
        discard(session.draft)
        return ExitCode.DONE
    try:
        save(plan, result.output, force=making.force)
    except FileError as error:
        told = session.language.text(error.message, **error.values)
        session.front.tell((plain(f"{result.output}: {told}"),))
        free = shown(free_name(result.output))
        return reopen(replace(result.state, output=free), "review.file")
    discard(session.draft)
    document = written_document(plan, result)
    session.front.tell(tuple(last_screen(result.output, document, session.language)))
    tell_commands(plan, result.output, environment, force=making.force)
    return ExitCode.DONE


def written_document(plan: Plan, result: Result) -> Path | None:
    """The document beside the plan, if one was wanted."""
    audience = result.state.answers.get("document", "none")
    if audience == "none":
        return None
    from smartgoal.cli.commands.export import document, source_of

    path = free_name(beside(result.output, ".md"))
    assert plan.created is not None
    source = source_of(plan, audience, load(plan.language or "en"), plan.created, chance=False)
    write_text(path, document(source, "md", audience))
    return path


def beside(output: Path, ending: str) -> Path:
    """A file of the plan's name with another ending."""
    return output.with_name(output.name.removesuffix(SUFFIX) + ending)


def last_screen(output: Path, document: Path | None, language: Language) -> Iterator[Line]:
    """Where the files are."""
    say = language.text
    yield ()
    yield (("strong", say("Saved: {file}", file=str(output))),)
    if document is not None:
        yield plain(say("Document: {file}", file=str(document)))


def tell_commands(plan: Plan, output: Path, environment: Environment, *, force: bool) -> None:
    """What to type next, each command on a line of its own that can be copied whole."""
    say, windows = environment.language.text, sys.platform == "win32"
    assert plan.created is not None
    check = standing(plan, today=plan.created).next_check
    if check is not None:
        tell_wrapped(say("First check-in: {day:weekday}. The command for it:", day=check), environment)
        value = "done" if plan.goal.kind == "milestone" else say("NUMBER")
        environment.say(f"{quoted(('smartgoal', 'log', shown(output)), windows=windows)} {value}")
    answers = beside(output, ".answers.toml")
    answers = answers if force else free_name(answers)
    again = reproduction(plan, output=shown(output), answers_file=shown(answers))
    if again.answers:
        write_text(answers, again.answers, force=True)
    tell_wrapped(say("The same plan without questions (add --force to replace the file):"), environment)
    environment.say(quoted(again.arguments, windows=windows))


def tell_wrapped(text: str, environment: Environment) -> None:
    """A sentence, broken between words at the width of the screen."""
    for line in wrapped(text, page_width(), ""):
        environment.say(line)
