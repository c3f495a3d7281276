"""The wizard of `smartgoal new`: the questions of `interview`, asked in a terminal."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from smartgoal.cli.environment import Environment
from smartgoal.cli.wizard.screen import Back, BrokenOffError, FrontEnd
from smartgoal.errors import FileError, InterruptedByUserError

if TYPE_CHECKING:
    from smartgoal.cli.making import Making
    from smartgoal.cli.wizard.session import Session
    from smartgoal.interview.state import State
    from smartgoal.model.plan import Plan
    from smartgoal.store.drafts import Draft

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
        saved = finish(result, session, making, environment)
        if saved is None:
            return 0
        session = replace(session, state=saved)


def check_place(output: Path | None, folder: Path, *, force: bool) -> None:
    """Raise FileError where the plan could not be saved."""
    from smartgoal.store.drafts import check_writable

    check_writable(folder)
    if output is not None and output.exists() and not force:
        raise FileError(
            "The file is there already.", advice="Give another name with -o, or replace it with --force.",
            place=str(output),
        )  # fmt: skip


def front_for(environment: Environment, *, plain: bool) -> FrontEnd:
    """Arrow keys where the terminal can, else lines."""
    if plain or environment.dumb:
        from smartgoal.cli.wizard.plain import PlainFrontEnd

        return PlainFrontEnd(environment.language, environment.stdin, environment.stdout)
    from smartgoal.cli.wizard.fancy import FancyFrontEnd

    return FancyFrontEnd(environment.language, colour=environment.colour(environment.stdout))


def session_for(plan: "Plan", making: "Making", environment: Environment, folder: Path) -> "Session":
    """The session of a new plan, or of the draft that the user wants to go on with."""
    from smartgoal.cli.wizard.keeping import started
    from smartgoal.cli.wizard.session import Session

    front = front_for(environment, plain=making.plain)
    language = environment.language
    output = making.output or folder / UNNAMED
    fresh = plan.goal.statement is None and plan.goal.metric is None  # with a goal in its flags, a run is a new one
    picked = picked_draft(front, making, environment, folder) if fresh else None
    if picked is not None:
        draft, state, typed = picked
    else:
        plan = plan if making.given.title else replace(plan, title=None)
        draft, state, typed = free_draft(output), started(plan, making.today, language.code), ""
    if making.output is not None:
        state = replace(state, output=str(making.output))
    return Session(state=state, front=front, language=language, folder=folder, draft=draft,
                   named=making.output is not None, typed=typed)  # fmt: skip


def picked_draft(
    front: FrontEnd, making: "Making", environment: Environment, folder: Path
) -> "tuple[Path, State, str] | None":
    """The draft to go on with: its place, its state, what stood in the field. None to begin anew."""
    from smartgoal.cli.wizard.keeping import offer, offered, resumed
    from smartgoal.store.drafts import discard

    found = last_draft(making.output, folder)
    if found is None:
        return None
    place, draft = found
    try:
        reply = front.ask(offer(draft, environment.language))
    except BrokenOffError as broken:
        raise InterruptedByUserError("Interrupted.") from broken
    wish = "go_on" if isinstance(reply, Back) else offered(reply)
    if wish == "discard":
        discard(place)
    return (place, *resumed(draft, making.today, environment.language.code)) if wish == "go_on" else None


def last_draft(output: Path | None, folder: Path) -> "tuple[Path, Draft] | None":
    """The draft of that output, or the one last worked on in the folder."""
    from smartgoal.store.drafts import resume, waiting

    for place in [output] if output is not None else waiting(folder):
        draft = resume(place)
        if draft is not None and draft.answers:
            return place, draft
    return None


def free_draft(output: Path) -> Path:
    """The output, or a numbered twin, whose draft nobody has written yet: a draft kept for later stays."""
    from smartgoal.store.drafts import draft_path

    stem, _, ending = output.name.partition(".")
    names = (output if number == 1 else output.with_name(f"{stem}-{number}.{ending}") for number in range(1, 1000))
    return next((name for name in names if not draft_path(name).exists()), output)
