"""How often such forecasts would have come true on this very history: what was said against what came."""

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import fmean, quantiles

from smartgoal.forecast.engine import ENOUGH_DAYS, FEWEST_POINTS, chance
from smartgoal.forecast.estimate import Estimate
from smartgoal.forecast.history import Dated, history
from smartgoal.forecast.outlook import BLOCK_DAYS
from smartgoal.forecast.ruler import GoalKind
from smartgoal.model.series import Form

_CUTS = 12  # days in the past from which is forecast, for each length
_STEPS_AHEAD = {1.0: (14, 30)}
_COARSE_STEPS_AHEAD = (1, 3)
_EDGES = (0.0, 1 / 3, 2 / 3, 1.0)
_KINDS: dict[Form, GoalKind] = {"level": "gain", "flow": "total", "ratio": "level"}


@dataclass(frozen=True, slots=True)
class Band:
    """Forecasts that said a chance from `low` to `high` (`said` on average): `reached` of `count` came true."""

    low: float
    high: float
    said: float
    reached: int
    count: int


@dataclass(frozen=True, slots=True)
class Backtest:
    """`bands` that hold forecasts, the lowest first; `inside` of `forecasts` outcomes lay within their 80 % band."""

    bands: tuple[Band, ...]
    inside: int
    forecasts: int


@dataclass(frozen=True, slots=True)
class _Trial:
    """One forecast from the past: the estimates of several targets, the targets, and what came."""

    estimates: tuple[Estimate, ...]
    targets: tuple[float, ...]
    came: float


def backtest(points: Sequence[Dated], *, form: Form) -> Backtest:
    """Forecast from up to 12 past days, two lengths each, with nothing but what was known on that day.

    The targets are what windows of that length had brought before (10, 30, 50, 70 and 90 % of them), so they range from
    easy to hard. No bands where the history is too short.
    """
    rows = sorted((day, float(value)) for day, value in points)
    trials = list(_trials(rows, form)) if len(rows) > FEWEST_POINTS else []
    told = [
        (estimate.chance, trial.came >= target)
        for trial in trials
        for estimate, target in zip(trial.estimates, trial.targets, strict=True)
        if estimate.chance is not None
    ]
    bands = [(trial.estimates[0].band80, trial.came) for trial in trials]
    inside = sum(band is not None and band[0] <= came <= band[1] for band, came in bands)
    return Backtest(tuple(_bands(told)), inside, len(bands))


def _bands(told: Sequence[tuple[float, bool]]) -> Iterator[Band]:
    for low, high in pairwise(_EDGES):
        within = [(said, came) for said, came in told if low <= said < high]
        if within:
            said = sum(said for said, _ in within) / len(within)
            yield Band(low, high, said, sum(came for _, came in within), len(within))


def _trials(rows: Sequence[tuple[dt.date, float]], form: Form) -> Iterator[_Trial]:
    step = history(rows, form).step
    for steps in _STEPS_AHEAD.get(step, _COARSE_STEPS_AHEAD):
        ahead = dt.timedelta(days=round(steps * step) + (step > 1))
        starts = [day for day, _ in rows[FEWEST_POINTS:] if day + ahead <= rows[-1][0]]
        starts = [day for day in starts if (day - rows[0][0]).days >= ENOUGH_DAYS]
        for start in starts[:: max(1, -(-len(starts) // _CUTS))]:
            trial = _trial(rows, form, start, start + ahead)
            if trial is not None:
                yield trial


def _trial(rows: Sequence[tuple[dt.date, float]], form: Form, start: dt.date, by: dt.date) -> _Trial | None:
    past = [row for row in rows if row[0] <= start]
    windows = _windows(past, form, by - start)
    if len(windows) < 2:
        return None
    targets = tuple(quantiles(windows, n=10, method="inclusive")[::2])
    estimates = tuple(chance(past, form=form, kind=_KINDS[form], value=target, by=by) for target in targets)
    return _Trial(estimates, targets, _brought(rows, form, start, by)) if estimates[0].band80 else None


def _windows(past: Sequence[tuple[dt.date, float]], form: Form, length: dt.timedelta) -> list[float]:
    ends = [day for day, _ in past if day - length >= past[0][0]]
    return [_brought(past, form, end - length, end) for end in ends]


def _brought(rows: Sequence[tuple[dt.date, float]], form: Form, start: dt.date, by: dt.date) -> float:
    """The change of a level or the sum of a flow between two days; of a ratio the mean of its last week."""
    if form == "ratio":
        start = by - dt.timedelta(days=BLOCK_DAYS)
    first, last = (bisect_right(rows, day, key=lambda row: row[0]) for day in (start, by))
    if form == "level":
        return rows[last - 1][1] - rows[first - 1][1]
    values = [value for _, value in rows[first:last]]
    if form == "flow":
        return sum(values)
    return fmean(values) if values else rows[last - 1][1]
