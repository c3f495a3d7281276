"""A draft that waits: where it is, and whether the user goes on with it."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from smartgoal.cli.wizard.keeping import offer, offered, resumed
from smartgoal.cli.wizard.rebasing import rebased
from smartgoal.cli.wizard.screen import Back, BrokenOffError, FrontEnd
from smartgoal.errors import InterruptedByUserError
from smartgoal.interview.state import State
from smartgoal.language import Language
from smartgoal.model.plan import Plan
from smartgoal.store.drafts import Draft, discard, draft_path, resume, waiting


def picked_draft(
    found: tuple[Path, Draft], front: FrontEnd, today: date, language: Language, now: Plan | None = None
) -> tuple[Path, State, str] | None:
    """The draft if the user goes on with it: its place, its state, what stood in the field. None to begin anew.

    Where a saved plan is changed, the state holds the plan as it is `now` with what the draft changed.
    """
    place, draft = found
    draft = draft if now is None or draft.base is not None else replace(draft, base=now)
    try:
        reply = front.ask(offer(draft, language))
        wish = "go_on" if isinstance(reply, Back) else offered(draft, reply, language.code)
        if wish == "go_on" and now is not None:
            draft = replace(draft, plan=rebased(draft, now, front, language, today))
    except BrokenOffError as broken:
        raise InterruptedByUserError("Interrupted.") from broken
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
