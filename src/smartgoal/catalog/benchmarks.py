"""Published figures by platform and size, each with source, year, sample and trust: the rows of benchmarks.toml."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from types import MappingProxyType
from typing import Any, Literal

from smartgoal.catalog.rows import Texts, rows_of

Statistic = Literal["median", "mean", "rule_of_thumb", "upper_limit"]
Formula = Literal["followers", "reach", "impressions"]
Trust = Literal["A", "B", "C"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Benchmark:
    """One published figure from `low` to `high`, in `unit` (and per period, if any).

    `platform` None means any; `size_from` (included) to `size_to` (not included) are the followers of the accounts it
    speaks of. `formula` is what an engagement rate is taken of. `derived` tells a monthly figure worked out of a yearly
    one. `year` is None where the page has no date. Trust B is measured on a sample, C is without one or restated.
    """

    id: str
    metric: str
    low: Decimal
    high: Decimal
    unit: str
    statistic: Statistic
    source: str
    sample: Texts
    trust: Trust
    year: int | None = None
    platform: str | None = None
    market: str | None = None
    formula: Formula | None = None
    per: Literal["month"] | None = None
    size_from: int = 0
    size_to: int | None = None
    derived: bool = False

    @property
    def is_measured(self) -> bool:
        """Whether it comes from a sample, and not from advice."""
        return self.statistic in {"median", "mean"}

    def covers(self, size: int) -> bool:
        """Whether it speaks of accounts with so many followers."""
        return self.size_from <= size and (self.size_to is None or size < self.size_to)


@cache
def benchmarks() -> Mapping[str, Benchmark]:
    """All figures by id."""
    return MappingProxyType({key: _benchmark(key, row) for key, row in rows_of("benchmarks").items()})


def benchmarks_of(metric: str, platform: str | None = None) -> tuple[Benchmark, ...]:
    """The figures of a metric, of this platform and of any; the newest first, those without a year last."""
    rows = [row for row in benchmarks().values() if row.metric == metric and row.platform in {None, platform}]
    return tuple(sorted(rows, key=lambda row: -(row.year or 0)))


def _benchmark(identifier: str, row: Mapping[str, Any]) -> Benchmark:
    numbers = {name: Decimal(str(row[name])) for name in ("low", "high")}
    return Benchmark(**{**row, **numbers, "id": identifier})
