"""Where a wished growth stands among published figures, for those without a history. A band, never a verdict."""

import math
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from smartgoal.catalog.benchmarks import Benchmark, benchmarks_of

Level = Literal["typical", "ambitious", "unseen"]
Silence = Literal["none_published", "small_account", "no_size"]

SMALL = 1000
"""Followers below which a percentage says little: there plan absolute numbers a week."""

_MOST = 6  # growth a month beyond a factor of 10**6 is no growth anybody published
_GROWING = frozenset({"followers", "members", "subscribers"})


@dataclass(frozen=True, slots=True)
class GrowthBand:
    """What published figures say of a monthly growth.

    "typical" reaches up to the measured median of brands, "ambitious" up to the boldest rule of thumb, "unseen" lies
    above every source that knows no paid reach. `level` is None where they say nothing, then `silence` tells why.
    `typical_to` and `ambitious_to` are per cent a month; `rows` are the figures used, with source, year and sample.
    """

    level: Level | None
    silence: Silence | None = None
    typical_to: Decimal | None = None
    ambitious_to: Decimal | None = None
    rows: tuple[Benchmark, ...] = ()


def band_of(metric: str, platform: str | None, size: int | None, monthly_growth: Decimal) -> GrowthBand:
    """Classify a growth of `monthly_growth` per cent a month for an account of `size` followers."""
    rows = [row for row in benchmarks_of("followers", platform) if row.per == "month"] if metric in _GROWING else []
    if not rows:
        return GrowthBand(None, "none_published")
    if size is None:
        return GrowthBand(None, "no_size")
    if size < SMALL:
        return GrowthBand(None, "small_account")
    fitting = tuple(row for row in rows if row.covers(size))
    typical = max(row.high for row in fitting if row.is_measured)
    ambitious = max(row.high for row in fitting)
    level: Level = "typical" if monthly_growth <= typical else "ambitious" if monthly_growth <= ambitious else "unseen"
    return GrowthBand(level, None, typical, ambitious, fitting)


def monthly_growth(size: Decimal, gain: Decimal, days: int) -> Decimal:
    """Per cent a month (30 days) that a gain within `days` amounts to, compounded. `size` and `days` above 0.

    Growth of a million-fold and more a month is told as that: no band reaches so far.
    """
    factor = max(float(1 + gain / size), 0.0)
    months = Decimal(30) / days
    if factor > 1 and math.log10(factor) * float(months) > _MOST:
        return Decimal(10) ** (_MOST + 2)
    return Decimal(str(round((factor ** float(months) - 1) * 100, 2)))
