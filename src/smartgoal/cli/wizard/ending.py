"""The end of the wizard: the plan is saved, the document written, and the last screen says what comes next."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from smartgoal.cli.environment import Environment
from smartgoal.cli.making import titled
from smartgoal.cli.wizard.reproduce import quoted, reproduction
from smartgoal.cli.wizard.session import Result, Session, free_name, shown
from smartgoal.cli.wizard.wrapping import Line, plain
from smartgoal.errors import FileError
from smartgoal.interview import State
from smartgoal.interview.state import reopen
from smartgoal.language import Language, load
from smartgoal.model.plan import Plan
from smartgoal.planning.tracking import standing
from smartgoal.store import dumps, save, write_text
from smartgoal.store.drafts import discard
from smartgoal.store.naming import SUFFIX

if TYPE_CHECKING:
    from smartgoal.cli.making import Making


def finish(result: Result, session: Session, making: "Making", environment: Environment) -> State | None:
    """Save and tell. Gives the state to go on with when the file cannot be written, None when all is done."""
    plan = titled(result.state.plan)
    if making.dry_run:
        environment.stdout.write(dumps(plan))
        discard(session.draft)
        return None
    try:
        save(plan, result.output, force=making.force)
    except FileError as error:
        told = session.language.text(error.message, **error.values)
        session.front.tell((plain(f"{result.output}: {told}"),))
        return reopen(result.state, "review.file")
    discard(session.draft)
    document = written_document(plan, result)
    session.front.tell(tuple(last_screen(plan, result.output, document, session.language)))
    tell_command(plan, result.output, environment)
    return None


def written_document(plan: Plan, result: Result) -> Path | None:
    """The document beside the plan, if one was wanted."""
    audience = result.state.answers.get("document", "none")
    if audience == "none":
        return None
    from smartgoal.cli.commands.export import document

    path = free_name(beside(result.output, ".md"))
    assert plan.created is not None
    text = document(plan, "md", audience, chance=False, language=load(plan.language or "en"), today=plan.created)
    write_text(path, text)
    return path


def beside(output: Path, ending: str) -> Path:
    """A file of the plan's name with another ending."""
    return output.with_name(output.name.removesuffix(SUFFIX) + ending)


def last_screen(plan: Plan, output: Path, document: Path | None, language: Language) -> Iterator[Line]:
    """Where the files are, and when and how to check in for the first time."""
    say = language.text
    yield ()
    yield (("strong", say("Saved: {file}", file=str(output))),)
    if document is not None:
        yield plain(say("Document: {file}", file=str(document)))
    assert plan.created is not None
    check = standing(plan, today=plan.created).next_check
    if check is not None:
        command = quoted(("smartgoal", "log", shown(output), say("NUMBER")), windows=is_windows())
        yield plain(say("First check-in: {day:weekday}. Then run: {command}", day=check, command=command))


def tell_command(plan: Plan, output: Path, environment: Environment) -> None:
    """The command that makes the same plan again, on a line of its own that can be copied whole."""
    answers = beside(output, ".answers.toml")
    again = reproduction(plan, output=shown(output), answers_file=shown(answers), language=environment.language.code)
    if again.answers:
        write_text(answers, again.answers, force=True)
    environment.say(environment.language.text("The same plan without questions:"))
    environment.say(quoted(again.arguments, windows=is_windows()))


def is_windows() -> bool:
    """True where commands are typed into PowerShell."""
    return sys.platform == "win32"
