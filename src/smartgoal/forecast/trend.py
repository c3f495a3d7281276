"""Monthly amounts that rise or fall nearly every month: their growth goes on for a while, slower each month.

Rows of weeks and days lean back to their mean instead (measured on public histories: there a run of weeks tells no more
than the recent pace does). Of monthly ones put together from the same histories, those with such a trend reached their
targets twice as often as their yearly mean promised.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from statistics import median

from smartgoal.forecast.history import MONTH, History, known

_MONTHS = 12
_FEWEST = 6  # months that make a trend
_AGREE = 0.8  # Kendall's tau: of ten pairs of months nine go one way
_RECENT = 6  # changes that tell the slope
_DAMPED = 0.7  # of the change of the month before (damped trend, Gardner and McKenzie 1985)


@dataclass(frozen=True, slots=True)
class Trend:
    """The `last` amount and the usual change a month, `slope`."""

    last: float
    slope: float

    def after(self, months: float) -> float:
        """The amount so many months later."""
        return self.last + self.slope * _damped(months)

    def mean_of(self, months: float) -> float:
        """The mean amount of the next so many months: that of their middle."""
        return self.after((months + 1) / 2)

    def without(self, newest_first: Sequence[float], months: int = 1) -> list[float]:
        """Amounts, or means of so many `months`, had they not gone that way: what is left is the wobble around it."""
        return [amount + self.slope * age * months for age, amount in enumerate(newest_first)]


def steady_trend(history: History) -> Trend | None:
    """The trend of monthly amounts; None where rows are not monthly, too few, or go up and down."""
    amounts = known(history.amounts[-_MONTHS:]) if history.step == MONTH and history.form != "level" else []
    if len(amounts) < _FEWEST:
        return None
    signs = [(later > earlier) - (later < earlier) for earlier, later in combinations(amounts, 2)]
    if abs(sum(signs)) < _AGREE * len(signs):
        return None
    return Trend(amounts[-1], median(after - before for before, after in pairwise(amounts[-_RECENT - 1 :])))


def _damped(months: float) -> float:
    """How many undamped months of change so many damped ones make."""
    ratio: float = _DAMPED**months
    return _DAMPED * (1 - ratio) / (1 - _DAMPED)
