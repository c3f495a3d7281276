"""Where the sentence of a goal and its keys say different things."""

from collections.abc import Iterator
from typing import Any

from smartgoal.model.goal import Goal
from smartgoal.model.quantity import Quantity, Term

PARTS = ("metric", "platform", "value", "baseline", "deadline")


def differing(said: Goal, kept: Goal) -> Iterator[tuple[str, Any, Any]]:
    """Parts that both name and that differ: (field, as said, as kept), the latter two as a message quotes them.

    Parts that only one of them names are no difference: the keys may well hold more than the sentence.
    """
    for part in PARTS:
        one, other = getattr(said, part), getattr(kept, part)
        if one is not None and other is not None and (one != other or (part == "value" and _units_differ(said, kept))):
            yield part, _quoted(part, one, said), _quoted(part, other, kept)


def _units_differ(said: Goal, kept: Goal) -> bool:
    return (said.unit or "count") != (kept.unit or "count")


def _quoted(part: str, value: Any, goal: Goal) -> Any:
    if part in {"metric", "platform"}:
        return Term(part, value)  # type: ignore[arg-type]
    if part == "deadline" or (part == "value" and goal.kind == "factor"):
        return value
    return Quantity(value, goal.unit or "count", goal.metric)
