"""A plan: what one TOML file holds. Field names are the keys of the file."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Literal

from smartgoal.model.goal import Goal
from smartgoal.model.quantity import Period

FORMAT = "smartgoal/1"
Basis = Literal["history", "price", "guess"]
Scale = Literal[-2, -1, 0, 1, 2]


@dataclass(frozen=True, slots=True)
class Measure:
    """One number of point A. A flow says its period; without one it is told and not used for pace."""

    value: Decimal
    per: Period | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """Point A of one platform on one day. `history` holds the goal's metric only, at most 400 rows."""

    platform: str | None = None
    date: dt.date
    source: str = "typed"
    metrics: Mapping[str, Measure] = field(default_factory=dict)
    history: Mapping[str, tuple[tuple[dt.date, Decimal], ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step. `result` is "+30" (contribution), "=45" or "=30m" (level after the step) or a deliverable in words."""

    title: str
    start: dt.date | None = None
    due: dt.date | None = None
    owner: str | None = None
    result: str | None = None
    basis: Basis | None = None
    indicator: str | None = None
    if_then: str | None = None
    needs: str | None = None
    cost: Decimal | None = None
    done: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepted:
    """A finding the user takes upon themselves. It returns when the values it was accepted for change.

    `values` is the fingerprint of the finding's values as text ("value=250 deadline=2026-12-06"); a row without it
    (written by hand) accepts the rule whatever the values.
    """

    rule: str
    reason: str = ""
    on: dt.date | None = None
    values: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """One check-in. A later row of the same day corrects an earlier one.

    `step` is the number of a step that was done, `done` the title of one that is in the plan no longer.
    """

    date: dt.date
    value: Decimal | None = None
    step: int | None = None
    done: str | None = None
    note: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A target or deadline that was moved after the plan was saved."""

    what: str
    old: str
    new: str
    date: dt.date
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How it ended: -2 .. +2 around baseline, forecast and target (goal attainment scaling)."""

    date: dt.date
    value: Decimal | None = None
    scale: Scale | None = None
    why: str | None = None
    lesson: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """One goal with its point A, steps and check-ins. Any part may still be missing: the rest is findings.

    `economics` holds the names of `smartgoal.economics` with numbers (money as Decimal) and `currency` as text.
    """

    format: str = FORMAT
    title: str | None = None
    language: str | None = None
    created: dt.date | None = None
    owner: str | None = None
    market: str | None = None
    client: str | None = None
    goal: Goal = field(default_factory=Goal)
    point_a: tuple[Snapshot, ...] = ()
    economics: Mapping[str, Any] = field(default_factory=dict)
    steps: tuple[Step, ...] = ()
    accepted: tuple[Accepted, ...] = ()
    changes: tuple[Change, ...] = ()
    progress: tuple[Progress, ...] = ()
    outcome: Outcome | None = None
