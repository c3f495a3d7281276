"""What will come if things go on as they did: a Student t distribution with heavy tails, in closed form.

The method is a recent pace with an honest error: centre from an exponentially weighted mean leaning on the mean of the
last year, spread from the usual wobble, the shortness of what is known and the drift of the pace itself. Constants
were chosen by backtests on public histories, with whole sources left out.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import fmean, median, pstdev

from smartgoal.forecast.history import History

_HALF_LIFE = 14.0  # days after which a day weighs half in the pace of a sum
_HALF_LIFE_OF_RATE = 7.0
_LEAN = 0.95  # weight of the recent pace against the last year's, per 30 days ahead
_LEAN_OF_RATE = 0.8
_YEAR = 365.0
_BLOCK = 7.0  # days summed to one block, so that weekdays do not count as wobble
_BLOCKS = 12  # blocks the wobble is taken from
_LONG_BLOCKS = 26  # blocks that keep a quiet stretch from looking certain
_UNKNOWN = 3.0  # how much the shortness of the history adds
_DRIFT = 0.2  # error of the pace itself, as a share of the mean amount
_DRIFT_OF_RATE = 0.1
_SHRINK = 0.9
_ROOT3 = math.sqrt(3.0)


@dataclass(frozen=True, slots=True)
class Outlook:
    """A Student t distribution with 3 degrees of freedom; `noise` is the usual wobble alone (one SD)."""

    centre: float
    scale: float
    noise: float
    floor: float = -math.inf

    def above(self, amount: float) -> float:
        """The chance that at least `amount` comes."""
        if amount <= self.floor:
            return 1.0
        if self.scale == 0:
            return float(amount <= self.centre)
        z = (amount - self.centre) / self.scale / _ROOT3
        return 0.5 - (math.atan(z) + z / (1.0 + z * z)) / math.pi

    def quantile(self, share: float) -> float:
        """The amount that what comes stays below with this chance; 0.5 gives the median."""
        low, high = -1e3, 1e3
        for _ in range(60):
            middle = (low + high) / 2
            z = middle / _ROOT3
            low, high = (middle, high) if 0.5 + (math.atan(z) + z / (1 + z * z)) / math.pi < share else (low, middle)
        return max(self.floor, self.centre + self.scale * (low + high) / 2)

    def moved(self, by: float, times: float = 1.0) -> "Outlook":
        """The same on another axis: first stretched, then shifted."""
        return Outlook(self.centre * times + by, self.scale * times, self.noise * times, self.floor * times + by)


def sum_outlook(history: History, steps: int) -> Outlook:
    """What the next `steps` amounts sum to."""
    step = history.step
    size = max(1, round(_BLOCK / step))
    pace = _leaning(history, steps, _HALF_LIFE, _LEAN)
    sums = [fmean(block) * size for block in blocks(history.amounts, size, _BLOCKS)]
    wobble = max(pstdev(sums), _robust(history, size) / 2)
    ahead = steps / size
    noise = wobble * math.sqrt(ahead)
    usual = fmean(abs(x) for x in _known(history.amounts[-_BLOCKS * size :]))
    drift = _DRIFT * usual * steps * min(1.0, _months(steps, step) ** 0.25)
    known = min(_LONG_BLOCKS, max(2, len(sums)))
    scale = _SHRINK * math.sqrt(noise**2 * (1 + _UNKNOWN * ahead / known) + drift**2)
    return Outlook(pace * steps, scale, noise)


def mean_outlook(history: History, steps: int, window: int) -> Outlook:
    """What the mean of the `window` steps before the deadline will be: a rate, or a ratio that wanders."""
    centre = _leaning(history, steps, _HALF_LIFE_OF_RATE, _LEAN_OF_RATE)
    means = [fmean(block) for block in blocks(history.amounts, window, _BLOCKS)]
    changes = [(after - before) ** 2 for before, after in pairwise(means)] or [0.0]
    recent = _known(history.amounts[-_BLOCKS * window :])
    drift = _DRIFT_OF_RATE * abs(fmean(recent)) * min(math.sqrt(1.5), _months(steps, history.step) ** 0.25)
    noise = math.sqrt(fmean(changes) + pstdev(recent) ** 2 / window)
    return Outlook(centre, math.hypot(noise, drift), noise)


def blocks(amounts: Sequence[float | None], size: int, most: int) -> list[list[float]]:
    """The known amounts of consecutive blocks of `size` steps, counted back from the last; newest first."""
    found = []
    for end in range(len(amounts), size - 1, -size):
        block = _known(amounts[end - size : end])
        if block:
            found.append(block)
        if len(found) == most:
            break
    return found or [_known(amounts)]


def _known(amounts: Sequence[float | None]) -> list[float]:
    return [x for x in amounts if x is not None]


def _months(steps: int, step: float) -> float:
    return steps * step / 30.0


def _leaning(history: History, steps: int, half_life: float, lean: float) -> float:
    """The recent mean per step, leaning on the last year's the further one looks ahead."""
    weight: float = lean ** _months(steps, history.step)
    year = _known(history.amounts[-max(1, round(_YEAR / history.step)) :])
    return weight * _recent_mean(history, half_life) + (1 - weight) * fmean(year)


def _recent_mean(history: History, half_life: float) -> float:
    fade = 0.5 ** (min(_BLOCK, history.step) / half_life)
    weight, total, weights = 1.0, 0.0, 0.0
    for amount in reversed(history.amounts):
        if amount is not None:
            total += weight * amount
            weights += weight
        weight *= fade
    return total / weights


def _robust(history: History, size: int) -> float:
    sums = [fmean(block) * size for block in blocks(history.amounts, size, _LONG_BLOCKS)]
    middle = median(sums)
    return 1.4826 * median(abs(x - middle) for x in sums)
