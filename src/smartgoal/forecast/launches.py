"""Sales that come in launches: launches are compared with launches, never the zeros between them."""

import datetime as dt
import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import fmean, median, pstdev

from smartgoal.forecast.history import History, known
from smartgoal.forecast.outlook import Outlook

FEWEST_LAUNCHES = 5
"""Fewer give no chance."""

_PAUSE = 7  # days of nothing that end a launch
_QUIET_SHARE = 0.6  # of all days bring nothing where business comes in launches
_USUAL_PAUSE = 10  # days without anything between launches, and
_USUAL_LENGTH = 3  # busy days within one: single sales now and then are no launches
_USUAL_TOTAL = 5  # sales in one
_PATTERN = 3  # launches make a pattern


@dataclass(frozen=True, slots=True)
class Launch:
    """A run of days that brought something; `first` and `last` are steps of the history, `busy` days brought it."""

    first: int
    last: int
    total: float
    busy: int = 1


def launches_seen(history: History) -> tuple[Launch, ...]:
    """The finished launches, oldest first; none where the amounts do not come in launches."""
    amounts = known(history.amounts)
    if history.form != "flow" or history.step > 1 or amounts.count(0.0) < _QUIET_SHARE * len(amounts):
        return ()
    found = _runs(history.amounts)
    if len(found) < _PATTERN or not _are_launches(found):
        return ()
    return tuple(run for run in found if run.last < len(history.amounts) - _PAUSE)


def _are_launches(runs: Sequence[Launch]) -> bool:
    pauses = median(after.first - before.last - 1 for before, after in pairwise(runs))
    busy, total = median(run.busy for run in runs), median(run.total for run in runs)
    return pauses >= _USUAL_PAUSE and busy >= _USUAL_LENGTH and total >= _USUAL_TOTAL


def launches_ahead(history: History, launches: Sequence[Launch], by: dt.date) -> int:
    """Launches that begin up to `by` if they keep their usual distance; at least the one that is being planned."""
    distance = median(after.first - before.first for before, after in pairwise(launches))
    days = (by - history.end(launches[-1].first)).days
    return max(1, int(days // distance))


def launch_outlook(launches: Sequence[Launch], count: int) -> Outlook:
    """What the next `count` launches sum to: their usual total, its wobble, and how few are known."""
    totals = [launch.total for launch in launches]
    noise = pstdev(totals) * math.sqrt(count)
    return Outlook(fmean(totals) * count, noise * math.sqrt(1 + count / len(totals)), noise, floor=0.0)


def _runs(amounts: Sequence[float | None]) -> list[Launch]:
    busy = [(step, amount) for step, amount in enumerate(amounts) if amount]
    runs: list[Launch] = []
    for step, amount in busy:
        if runs and step - runs[-1].last <= _PAUSE:
            running = runs[-1]
            runs[-1] = Launch(running.first, step, running.total + amount, running.busy + 1)
        else:
            runs.append(Launch(step, step, amount))
    return runs
