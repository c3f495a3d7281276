"""What an import is asked for and what it gives."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, Literal, NamedTuple

from smartgoal.model.series import Problem, Series

DateOrder = Literal["day_first", "month_first"]
Progress = Callable[[str, int, int], None]  # file, bytes read, bytes in all


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What the user said about the files.

    `mapping` names columns of any table: {"Подписчики": "followers"}; an id of "-" leaves a column out; of `asked`
    it is told where no file has such a column. `platform` is for files that do not tell theirs. `year` is the year
    of the last day where dates have none.
    """

    today: date
    platform: str | None = None
    mapping: Mapping[str, str] = field(default_factory=dict)
    asked: frozenset[str] = frozenset()
    followers_now: Decimal | None = None
    encoding: str | None = None
    date_order: DateOrder | None = None
    year: int | None = None
    progress: Progress | None = None


class Column(NamedTuple):
    """A column of numbers in a table that no format claims, and the metric it was taken for (None: not known)."""

    name: str
    metric: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Import:
    """One file as it was understood. `format` is None where nothing could be read; the problems say why.

    `economics` holds spend, results and the like for the unit economics. `columns` are filled for tables that were
    read by finding their columns: `reuse_flags` makes the flags from them. `mapped` are the names of
    `Options.mapping` that the file has.
    """

    format: str | None
    file: str
    series: tuple[Series, ...] = ()
    problems: tuple[Problem, ...] = ()
    economics: Mapping[str, Any] = field(default_factory=dict)
    columns: tuple[Column, ...] = ()
    mapped: frozenset[str] = frozenset()

    @property
    def failed(self) -> bool:
        """Whether the file gave nothing because something was wrong with it."""
        return not self.series and not self.economics and any(each.severity == "error" for each in self.problems)
