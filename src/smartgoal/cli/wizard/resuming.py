"""A draft that waits: where it is, and whether the user goes on with it."""

from datetime import date
from pathlib import Path

from smartgoal.cli.wizard.keeping import offer, offered, resumed
from smartgoal.cli.wizard.screen import Back, BrokenOffError, FrontEnd
from smartgoal.errors import InterruptedByUserError
from smartgoal.interview.state import State
from smartgoal.language import Language
from smartgoal.store.drafts import Draft, discard, draft_path, resume, waiting


def picked_draft(
    found: tuple[Path, Draft], front: FrontEnd, today: date, language: Language
) -> tuple[Path, State, str] | None:
    """The draft if the user goes on with it: its place, its state, what stood in the field. None to begin anew."""
    place, draft = found
    try:
        reply = front.ask(offer(draft, language))
    except BrokenOffError as broken:
        raise InterruptedByUserError("Interrupted.") from broken
    wish = "go_on" if isinstance(reply, Back) else offered(reply, language.code)
    if wish == "discard":
        discard(place)
    return (place, *resumed(draft, today, language.code)) if wish == "go_on" else None


def last_draft(output: Path | None, folder: Path) -> tuple[Path, Draft] | None:
    """The draft of that output, or the one last worked on in the folder whose plan is not there yet."""
    places = [output] if output is not None else [each for each in waiting(folder) if not each.exists()]
    for place in places:
        draft = resume(place)
        if draft is not None and draft.answers:
            return place, draft
    return None


def free_draft(output: Path) -> Path:
    """The output, or a numbered twin, whose draft nobody has written yet: a draft kept for later stays."""
    stem, _, ending = output.name.partition(".")
    names = (output if number == 1 else output.with_name(f"{stem}-{number}.{ending}") for number in range(1, 1000))
    return next((name for name in names if not draft_path(name).exists()), output)
