"""The answer of a forecast."""

import datetime as dt
from dataclasses import dataclass
from typing import Literal

Basis = Literal["history", "launches", "none"]

REASONS = (
    "too_few_points",  # fewer than 8 points: refused
    "too_short",  # less than 14 days: refused
    "little_history",  # less than 28 days: the answer is rough
    "deadline_passed",  # the deadline is not after the last point (or the start): refused
    "no_base",  # a percent or factor of nothing: refused
    "since_before_history",  # the start lies before the first point: counted from the first point
    "counted_twice",  # people reached on several days are no sum of those days: refused
    "few_launches",  # amounts come in launches, fewer than 5 of them known: refused
    "launches",  # amounts come in launches: launches are compared with launches
    "unfinished_last_day",  # the last row looks cut off in the middle: not counted in the pace
    "series_break",  # the counting was changed or restarted: the jump is no growth
    "slowing_trend",  # it went one way all the time: taken to go on, but ever slower
    "within_noise",  # the change asked for is smaller than the usual wobble
)


@dataclass(frozen=True, slots=True)
class PastWindows:
    """Past windows as long as the way ahead, apart from each other, counted back from the last day.

    `reached` of `of` would have been enough for what is still needed. `best` is what the best window brought in the
    goal's own measure: a rate or ratio, a total, a change in the goal's direction, per cent or a factor. `when` is
    its last day. Where sales come in launches, the windows are launches. `grown`: of a mean with a trend `best` is a
    change of that mean, and not the highest one.
    """

    reached: int
    of: int
    best: float
    when: dt.date
    grown: bool = False


@dataclass(frozen=True, slots=True)
class Targets:
    """Values with about 80, 50 and 20 % chance, in the goal's own measure."""

    safe: float
    even: float
    stretch: float


@dataclass(frozen=True, slots=True)
class Pace:
    """What the way ahead needs against what the last 28 days gave and what is to be expected (the median).

    For gains, levels and totals: amount per day, a change counted in the goal's direction. For rates and ratios: the
    rate itself.
    """

    required: float
    recent: float
    expected: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """How likely a goal is if things go on as they did.

    `chance` lies within 0.03-0.97, None when refused (`reasons` says why). `band80` and `median` are what will come, in
    the goal's own measure. `noise` is the usual wobble over such a window, in the unit of the metric.
    `last_year` is what the same window brought a year ago (needs 13 months of history).
    """

    chance: float | None
    points: int
    basis: Basis = "none"
    reasons: tuple[str, ...] = ()
    band80: tuple[float, float] | None = None
    median: float | None = None
    targets: Targets | None = None
    windows: PastWindows | None = None
    pace: Pace | None = None
    noise: float | None = None
    last_year: float | None = None
