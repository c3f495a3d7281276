"""How the goal was moved on the way: before and after each edit, as its records tell."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from smartgoal.model.goal import Goal
from smartgoal.model.plan import Change, Plan
from smartgoal.planning.readings import tracked_goal

GOALPOSTS = (
    "platform", "metric", "direction", "kind", "value", "unit", "per", "hold", "baseline", "start", "deadline",
)  # fmt: skip
_TARGET = {"metric", "direction", "kind", "value", "unit", "per", "baseline"}


@dataclass(frozen=True, slots=True)
class Move:
    """One edit: the goal before and after it."""

    date: date
    reason: str
    before: Goal
    after: Goal
    rows: tuple[Change, ...]

    @property
    def of_target(self) -> bool:
        """Whether it spoke of the target at all."""
        return any(row.what in _TARGET for row in self.rows)


def moves(plan: Plan) -> tuple[Move, ...]:
    """The edits in their order; goals are as check-ins are read against them."""
    found, after = [], plan.goal
    for rows in reversed(tuple(edits(plan.changes))):
        before = replace(after, **{row.what: parsed(row) for row in rows})
        old, new = (tracked_goal(replace(plan, goal=goal)) for goal in (before, after))
        found.append(Move(rows[0].date, rows[0].reason, old, new, rows))
        after = before
    return tuple(reversed(found))


def edits(changes: tuple[Change, ...]) -> Iterator[tuple[Change, ...]]:
    """The rows of the goal that one edit wrote: of one day, in the order of the goalposts."""
    rows: list[Change] = []
    for row in changes:
        if row.what not in GOALPOSTS:
            continue
        if rows and (row.date != rows[-1].date or GOALPOSTS.index(row.what) <= GOALPOSTS.index(rows[-1].what)):
            yield tuple(rows)
            rows = []
        rows.append(row)
    if rows:
        yield tuple(rows)


def parsed(row: Change) -> Any:
    """The value before a change, as the goal holds it; None for one that a hand made unreadable."""
    if row.what == "hold":
        return row.old == "true"
    try:
        if row.what in {"value", "baseline"}:
            return Decimal(row.old)
        return date.fromisoformat(row.old) if row.what in {"start", "deadline"} else row.old or None
    except (ArithmeticError, ValueError):
        return None
