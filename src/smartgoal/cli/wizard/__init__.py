"""The wizard of `smartgoal new`: the questions of `interview`, asked in a terminal."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from smartgoal.cli.environment import Environment
from smartgoal.errors import ExitCode, FileError

if TYPE_CHECKING:
    from smartgoal.cli.changing import Changing
    from smartgoal.cli.making import Making
    from smartgoal.cli.wizard.screen import FrontEnd
    from smartgoal.cli.wizard.session import Session
    from smartgoal.interview.state import State
    from smartgoal.model.plan import Plan

UNNAMED = "goal.smartgoal.toml"  # names the draft of a plan that has no name yet


def ask_the_rest(plan: "Plan", making: "Making", environment: Environment) -> int:
    """Ask for what the plan lacks, save it, show the last screen.

    Raises FileError before the first question where nothing can be saved, InterruptedByUserError when the user breaks
    off (the draft is kept).
    """
    from smartgoal.cli.wizard.ending import finish
    from smartgoal.cli.wizard.session import run

    folder = making.output.parent if making.output else environment.folder
    check_place(making.output, folder, force=making.force)
    session = session_for(plan, making, environment, folder)
    while True:
        result = run(session)
        end = finish(result, session, making, environment)
        if isinstance(end, ExitCode):
            return int(end)
        session = replace(session, state=end, named=True)


def check_place(output: Path | None, folder: Path, *, force: bool) -> None:
    """Raise FileError where the plan could not be saved."""
    from smartgoal.store.drafts import check_writable

    check_writable(folder)
    if output is not None and output.exists() and not force:
        raise FileError(
            "This file already exists.", advice="Give another name with -o, or replace it with --force.",
            place=str(output),
        )  # fmt: skip


def front_for(environment: Environment, *, plain: bool) -> "FrontEnd":
    """Arrow keys where the terminal can, else lines."""
    if plain or environment.dumb:
        from smartgoal.cli.wizard.plain import PlainFrontEnd

        reconfigure = getattr(environment.stdin, "reconfigure", None)
        if reconfigure is not None:  # bytes that are no text must not end the wizard
            reconfigure(errors="replace")
        return PlainFrontEnd(environment.language, environment.stdin, environment.stdout)
    from smartgoal.cli.wizard.fancy import FancyFrontEnd

    return FancyFrontEnd(environment.language, colour=environment.colour(environment.stdout))


def session_for(plan: "Plan", making: "Making", environment: Environment, folder: Path) -> "Session":
    """The session of a new plan, or of the draft that the user wants to go on with."""
    from smartgoal.cli.wizard.resuming import free_draft, last_draft, picked_draft
    from smartgoal.cli.wizard.session import Session

    front = front_for(environment, plain=making.plain)
    language = environment.language
    output = making.output or folder / UNNAMED
    fresh = plan.goal.statement is None and plan.goal.metric is None  # with a goal in its flags, a run is a new one
    found = last_draft(making.output, folder) if fresh else None
    picked = picked_draft(found, front, making.today, language) if found else None
    if picked is not None:
        draft, state, typed = picked
    else:
        plan = plan if making.given.title else replace(plan, title=None)
        draft, state, typed = free_draft(output), begun(plan, making, environment), ""
    state = replace(state, language_wished=environment.language_wished)
    if making.output is not None:
        state = replace(state, output=str(making.output))
    return Session(state=state, front=front, language=language, folder=folder, draft=draft,
                   named=making.output is not None, typed=typed)  # fmt: skip


def begun(plan: "Plan", making: "Making", environment: Environment) -> "State":
    """The first state: what flags and files told. The files' history is kept once the goal's metric is known."""
    from smartgoal.cli.wizard.keeping import started
    from smartgoal.interview.script import settled

    state = started(plan, making.today, environment.language.code)
    if making.files:
        from smartgoal.cli.importing import files_read

        state = replace(state, imports=tuple(files_read(plan, making, environment)))
    return settled(state)


def ask_again(plan: "Plan", changing: "Changing", environment: Environment) -> "Plan":
    """The plan after a review in which any answer could be changed; the caller saves it and discards the draft.

    Raises InterruptedByUserError when the user breaks off: the draft is kept and offered by the next `edit`.
    """
    from smartgoal.cli.wizard.keeping import reviewing
    from smartgoal.cli.wizard.resuming import picked_draft
    from smartgoal.cli.wizard.session import Session, run
    from smartgoal.store.drafts import check_writable, resume

    check_writable(changing.path.absolute().parent)
    front = front_for(environment, plain=changing.plain)
    draft = resume(changing.path)
    found = (changing.path, draft) if draft else None
    picked = picked_draft(found, front, changing.today, environment.language, plan) if found else None
    state = reviewing(plan, str(changing.path), changing.today, environment.language.code)
    if picked is not None:
        state = replace(picked[1], output=state.output, saved=True)
    session = Session(state=state, front=front, language=environment.language, folder=changing.path.parent,
                      draft=changing.path, named=True, command=f"smartgoal edit {changing.path}",
                      typed=picked[2] if picked else "", base=plan)  # fmt: skip
    return run(session).state.plan
