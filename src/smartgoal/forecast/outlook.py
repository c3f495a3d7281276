"""What will come if things go on as they did: a Student t distribution with heavy tails, in closed form.

Recent pace with an honest error. The pace is a mean of weekly blocks in which the newer count more; the spread comes
from the usual wobble of such blocks, the shortness of what is known and the drift of the pace itself. The constants
were chosen on public histories with whole sources left out, then rounded.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from statistics import fmean, median, pstdev

from smartgoal.forecast.history import History, known
from smartgoal.forecast.trend import steady_trend

BLOCK_DAYS = 7.0
"""Days of one block: whole weeks, so that weekdays count as neither pace nor wobble."""

_HALF_LIFE_LEVEL = 14.0  # days after which a block weighs half
_HALF_LIFE_SUM = 7.0
_HALF_LIFE_MEAN = 5.0
_LEAN_SUM = 0.9  # weight of the recent pace per 30 days ahead; the rest is the mean of the last year
_LEAN_MEAN = 0.8
_FADE = 0.95  # a level's growth slows by this factor a month, for as long as 3 months
_FADING_MONTHS = 3.0
_YEAR_DAYS = 365.0
_BLOCKS = 12  # blocks that tell the wobble
_REFERENCE_BLOCKS = 26  # blocks that tell what is usual
_SHOCK = 2.0  # a block further from the usual, in mean deviations, is cut to it: purges and viral weeks pass
_SHOCK_WOBBLE = 3.0
_UNKNOWN = 2.5  # how much the shortness of the history adds to the spread
_DRIFT_SUM = 0.25  # error of the pace itself, as a share of the mean amount
_DRIFT_MEAN = 0.1
_NARROW = 0.9  # the t distribution's own tails make up for this
_ROOT3 = math.sqrt(3.0)
_WIDEST = 1e3


@dataclass(frozen=True, slots=True)
class Outlook:
    """A Student t distribution with 3 degrees of freedom, never below `floor`; `noise` is the usual wobble alone."""

    centre: float
    scale: float
    noise: float
    floor: float = -math.inf

    def at_least(self, amount: float) -> float:
        """The chance that `amount` or more comes."""
        if amount <= self.floor:
            return 1.0
        if self.scale == 0:
            return float(amount <= self.centre)
        return 1.0 - _below((amount - self.centre) / self.scale)

    def at_most(self, amount: float) -> float:
        """The chance that `amount` or less comes."""
        if amount < self.floor:
            return 0.0
        if self.scale == 0:
            return float(amount >= self.centre)
        return _below((amount - self.centre) / self.scale)

    def quantile(self, share: float) -> float:
        """The amount that what comes stays below with this chance; 0.5 gives the median."""
        return max(self.floor, self.centre + self.scale * _reach(share))

    def moved(self, by: float, times: float = 1.0) -> "Outlook":
        """The same on another axis: stretched, then shifted."""
        return Outlook(self.centre * times + by, self.scale * times, self.noise * times, self.floor * times + by)


def sum_outlook(history: History, steps: float) -> Outlook:
    """What the next `steps` amounts sum to: the change of a level, or the total of a flow."""
    size = block_size(history.step)
    months = _months(steps, history.step)
    usual = fmean(abs(x) for x in known(history.amounts[-_BLOCKS * size :]) or known(history.amounts))
    weeks = block_means(history.amounts, size)
    ahead = steps / size
    wobble = pstdev(_cut(weeks, _SHOCK_WOBBLE)[:_BLOCKS]) * size
    noise = wobble * math.sqrt(ahead)
    unknown = _UNKNOWN * ahead / max(2, min(_BLOCKS, len(weeks)))
    drift = _DRIFT_SUM * usual * steps * min(1.0, months**0.25)
    scale = _NARROW * math.sqrt(noise**2 * (1 + unknown) + drift**2)
    trend = steady_trend(history)
    if trend is not None:
        return Outlook(trend.mean_of(steps) * steps, scale, noise, _floor(history))
    pace = _level_pace(history, months) if history.form == "level" else _leaning(history, months, _SUM)
    return Outlook(pace * steps, scale, noise, _floor(history))


def mean_outlook(history: History, steps: float, window: int) -> Outlook:
    """What the mean of the `window` steps before the deadline will be: a rate, or a ratio that wanders."""
    months, trend = _months(steps, history.step), steady_trend(history)
    means = block_means(history.amounts, window)[:_BLOCKS]
    recent = known(history.amounts[-_BLOCKS * window :]) or known(history.amounts)
    drift = _DRIFT_MEAN * abs(fmean(recent)) * min(math.sqrt(1.5), months**0.25)
    if trend is not None:
        means, recent = trend.without(means, window), trend.without(recent[::-1])
    changes = [(after - before) ** 2 for before, after in pairwise(means)] or [0.0]
    noise = math.sqrt(fmean(changes) + pstdev(recent) ** 2 / window)
    centre = _leaning(history, months, _MEAN) if trend is None else trend.after(steps - (window - 1) / 2)
    return Outlook(centre, math.hypot(noise, drift), noise, _floor(history))


_SUM = (_HALF_LIFE_SUM, _LEAN_SUM)
_MEAN = (_HALF_LIFE_MEAN, _LEAN_MEAN)


def block_size(step: float) -> int:
    """Steps in one weekly block; one step where the data are weekly or coarser."""
    return max(1, round(BLOCK_DAYS / step))


def block_means(amounts: Sequence[float | None], size: int) -> list[float]:
    """Mean amount per step in blocks of `size` steps, counted back from the last, newest first; empty ones skipped."""
    starts = range(len(amounts) - size, -1, -size)
    means = [fmean(block) for start in starts if (block := known(amounts[start : start + size]))]
    return means or [fmean(known(amounts))]


def _below(z: float) -> float:
    """Student's t with 3 degrees of freedom: the share below z."""
    u = z / _ROOT3
    return 0.5 + (math.atan(u) + u / (1.0 + u * u)) / math.pi


@cache
def _reach(share: float) -> float:
    """The z that this share lies below, by halving."""
    low, high = -_WIDEST, _WIDEST
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if _below(middle) < share else (low, middle)
    return high


def _floor(history: History) -> float:
    """Amounts that were never negative (sales, a growing level without leavers) stay so."""
    return 0.0 if history.form != "level" and min(known(history.amounts)) >= 0 else -math.inf


def _months(steps: float, step: float) -> float:
    return steps * step / 30.0


def _level_pace(history: History, months: float) -> float:
    weeks = _cut(block_means(history.amounts, block_size(history.step)), _SHOCK)
    fading: float = _FADE ** min(months, _FADING_MONTHS)
    return fading * _newer_counts_more(weeks, _HALF_LIFE_LEVEL)


def _leaning(history: History, months: float, half_life_and_lean: tuple[float, float]) -> float:
    """The recent mean per step, leaning on the last year's the further one looks ahead."""
    half_life, lean = half_life_and_lean
    weight: float = lean**months
    year = known(history.amounts[-max(1, round(_YEAR_DAYS / history.step)) :])
    recent = _newer_counts_more(block_means(history.amounts, block_size(history.step)), half_life)
    return weight * recent + (1 - weight) * fmean(year)


def _newer_counts_more(weeks: Sequence[float], half_life: float) -> float:
    """Mean of blocks, newest first; one block of coarser data counts as one week."""
    weights: list[float] = [0.5 ** (BLOCK_DAYS / half_life * age) for age in range(len(weeks))]
    return sum(weight * week for weight, week in zip(weights, weeks, strict=True)) / sum(weights)


def _cut(weeks: Sequence[float], deviations: float) -> list[float]:
    """Blocks too far from the usual are cut to so many mean deviations from the median."""
    reference = weeks[:_REFERENCE_BLOCKS]
    middle = median(reference)
    reach = deviations * fmean(abs(week - middle) for week in reference)
    return [min(middle + reach, max(middle - reach, week)) for week in weeks]
