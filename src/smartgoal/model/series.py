"""Dated numbers of one metric, and what is wrong with a file they came from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, Literal

Form = Literal["level", "flow", "ratio"]
Every = Literal["day", "week", "month", "uneven"]
Point = tuple[date, Decimal]


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """Points of one metric in order of date, one per date.

    An absent day is absent, 0 is zero. `platform` is None where the source does not tell. `source` names file and
    column ("group.csv: members"). `additive` is False for unique counts (reach, visitors), which never sum over days.
    `exact` is False where a figure is a bound (a level rebuilt from gross follows); `bound` then says which.
    `per_post`: the figures belong to posts and stand at the day of publication.
    """

    metric: str
    form: Form
    points: tuple[Point, ...]
    platform: str | None = None
    every: Every = "day"
    unit: str = "count"
    source: str = ""
    additive: bool = True
    exact: bool = True
    bound: Literal["upper", "lower"] | None = None
    per_post: bool = False


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing worth telling about a file. `code` is stable; `line` counts from 1; `values` fill the message."""

    code: str
    line: int | None = None
    values: Mapping[str, Any] = field(default_factory=dict)
    severity: Literal["error", "warning", "note"] = "warning"
