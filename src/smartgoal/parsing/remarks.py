"""What the words show beside the parts of the goal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartgoal.model.goal import Goal, Remark
from smartgoal.parsing.claims import Claim
from smartgoal.parsing.deadlines import When

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartgoal.parsing.reading import Sentence


def remarks_on(
    sentence: Sentence, goal: Goal, main: Claim | None, others: list[Claim], when: When | None
) -> Iterator[Remark]:
    """All remarks, those on the subject first."""
    subject = main.subject if main else None
    if main is None or subject is None or subject.kind == "vague" or main.merely_named:
        words = subject.words if subject else ""
        yield Remark("vague", subject.span if subject else None, {"word": words})
    elif subject.kind == "thing":
        yield Remark("uncatalogued", subject.span, {"thing": subject.words, "nearest": None})
    elif subject.kind == "output":
        yield Remark("activity", subject.span, {"words": subject.words})
    if when:
        yield from when.remarks
