"""Amounts that rise or fall nearly every month, ratios that do so every week: they go on for a while, ever slower.

Other rows of weeks and days lean back to their mean instead (measured on public histories: there a run of weeks tells
no more than the recent pace does). Of monthly ones put together from the same histories, those with such a trend
reached their targets twice as often as their yearly mean promised. Of means of a week that went one way for 12 weeks,
four fifths of that change came again within 13 weeks in 31 of 100 cases, where the mean promised 9 (few series: 6).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from statistics import median

from smartgoal.forecast.history import MONTH, History, known

_ROWS = 12
_WEEK = 7.0


@dataclass(frozen=True, slots=True)
class _Steady:
    """What makes a trend of rows: so many of the last 12, so alike in their way (Kendall's tau), told by their changes.

    `damped` is what is left of a change a month later (damped trend, Gardner and McKenzie 1985).
    """

    fewest: int
    agree: float
    recent: int
    damped: float


_MONTHLY = _Steady(fewest=6, agree=0.8, recent=6, damped=0.7)
_WEEKLY = _Steady(fewest=12, agree=0.9, recent=11, damped=0.5)


@dataclass(frozen=True, slots=True)
class Trend:
    """The `last` amount, the usual change a step, `slope`, and what is left of it a step later, `damped`."""

    last: float
    slope: float
    damped: float

    def after(self, steps: float) -> float:
        """The amount so many steps later."""
        left: float = self.damped**steps
        return self.last + self.slope * self.damped * (1 - left) / (1 - self.damped)

    def mean_of(self, steps: float) -> float:
        """The mean amount of the next so many steps: that of their middle."""
        return self.after((steps + 1) / 2)

    def without(self, newest_first: Sequence[float], steps: int = 1) -> list[float]:
        """Amounts, or means of so many `steps`, had they not gone that way: what is left is the wobble around it."""
        return [amount + self.slope * age * steps for age, amount in enumerate(newest_first)]


def steady_trend(history: History) -> Trend | None:
    """The trend of monthly amounts or of a ratio's weeks; None where there are too few, or they go up and down."""
    usual = _usual(history)
    amounts = known(history.amounts[-_ROWS:]) if usual else []
    if usual is None or len(amounts) < usual.fewest:
        return None
    signs = [(later > earlier) - (later < earlier) for earlier, later in combinations(amounts, 2)]
    if abs(sum(signs)) < usual.agree * len(signs):
        return None
    slope = median(after - before for before, after in pairwise(amounts[-usual.recent - 1 :]))
    return Trend(amounts[-1], slope, usual.damped ** (history.step / MONTH))


def _usual(history: History) -> _Steady | None:
    if history.step == MONTH and history.form != "level":
        return _MONTHLY
    return _WEEKLY if history.step >= _WEEK and history.form == "ratio" else None
