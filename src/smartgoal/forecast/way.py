"""The way from the last point to the deadline: how far it is, what is done, what will come, on the goal's line."""

import datetime as dt
from dataclasses import dataclass, replace
from typing import Literal

from smartgoal.forecast.history import History
from smartgoal.forecast.horizon import rate_window, steps_due, steps_in
from smartgoal.forecast.launches import Launch, launch_outlook
from smartgoal.forecast.outlook import Outlook, mean_outlook, sum_outlook
from smartgoal.forecast.ruler import GoalKind, Ruler
from smartgoal.model.goal import Direction
from smartgoal.model.quantity import Period

Reads = Literal["change", "sum", "mean"]
"""What the goal's number is: the change of a level, the sum of amounts, or a mean (rates and ratios)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is asked of a history: the goal's keys.

    `base` is what a change counts from (None: the last mean, or the level on the day `since`), or what a sum had
    reached on that day.
    `asked` is the day from which on the pace is still needed (None: that of the last point, or the start).
    """

    kind: GoalKind
    value: float
    by: dt.date
    direction: Direction = "increase"
    per: Period | None = None
    since: dt.date | None = None
    base: float | None = None
    asked: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Way:
    """`ahead` steps from `done` (the place on the line reached so far) to `mark`.

    `days` are left to go to the deadline `by` from the last point (or the start), `left` of them from the day of
    asking. `settled` is the history without shocks. `times` turns an amount into the line; `window` is the number of
    steps a mean is read over (1 elsewhere). Where sales come in launches, `launches` are those known and
    `launches_due` is how many the way ahead holds.
    """

    history: History
    settled: History
    reads: Reads
    ahead: float
    days: int
    left: int
    done: float
    mark: float
    ruler: Ruler
    by: dt.date
    window: int = 1
    times: float = 1.0
    launches: tuple[Launch, ...] = ()
    launches_due: int = 0

    @property
    def steps(self) -> int:
        """Whole steps of a past window that is as long as the way ahead."""
        return max(1, round(self.ahead))

    @property
    def falling(self) -> bool:
        """Whether the goal is met at or below its mark."""
        return self.ruler.sign < 0

    @property
    def lacks_end(self) -> bool:
        """Whether the last row was not finished, so that it tells nothing of the pace."""
        return self.settled.amounts[-1] is None

    def outlook(self) -> Outlook:
        """What will come, on the line."""
        if self.launches:
            return launch_outlook(self.launches, self.launches_due).moved(self.done)
        if self.reads == "mean":
            return mean_outlook(self.settled, self.ahead, self.window).moved(0.0, self.times)
        outlook = sum_outlook(self.settled, self.ahead).moved(self.done)
        never_below = min(self.history.levels, default=-1.0) >= 0
        return replace(outlook, floor=max(outlook.floor, 0.0)) if never_below else outlook

    def chance(self, outlook: Outlook) -> float:
        """How likely the mark is met, before it is kept within what is shown."""
        return outlook.at_most(self.mark) if self.falling else outlook.at_least(self.mark)


def way(history: History, calm: History, question: Question) -> Way:
    """Lay the goal on the line of its history; `calm` is that history without shocks.

    Without a start the goal counts from reading to reading of the history; from a start on it counts in days. A number
    that is read on the last day (a level, a mean, a change from a known number) goes on from the last reading, a sum
    or a change from what stood there at the start begins with it.
    """
    start = history.last if question.since is None else max(history.last, question.since)
    reads = _reads(history, question.kind)
    known_mark = question.kind == "level" or (question.base is not None and question.kind != "total")
    counts_on = reads == "mean" or question.kind == "rate" or (reads == "change" and known_mark)
    begin = history.last if counts_on else start
    days = (question.by - begin).days
    left = days if question.asked is None else (question.by - max(begin, question.asked)).days
    ahead = steps_due(begin, question.by, history.step) if question.since is None else days / history.step
    if reads == "mean":
        return _mean_way(history, calm, question, ahead, (days, left))
    done = (question.base or 0.0) + _sum_since(history, question.since) if reads == "sum" else history.levels[-1]
    base = 0.0 if reads == "sum" else _level_since(history, question)
    kind: GoalKind = "gain" if reads == "change" and question.kind == "total" else question.kind
    ruler = Ruler.of(kind, question.direction, base, question.value)
    return Way(history, calm, reads, ahead, days, left, done, ruler.mark(question.value), ruler, question.by)


def _reads(history: History, kind: GoalKind) -> Reads:
    if history.form == "ratio" or kind == "rate":
        return "mean"
    if history.form == "flow":
        return "sum" if kind == "total" else "mean"
    return "change"


def _mean_way(history: History, calm: History, question: Question, ahead: float, days: tuple[int, int]) -> Way:
    per = None if history.form == "ratio" else question.per
    window, times = rate_window(per, history.step), steps_in(per, history.step)
    now = _mean_before(history, question.since, window) * times
    base = now if question.base is None else question.base
    ruler = Ruler.of(question.kind, question.direction, base, question.value)
    mark = ruler.mark(question.value)
    return Way(history, calm, "mean", ahead, *days, now, mark, ruler, question.by, window, times)


def _mean_before(history: History, since: dt.date | None, window: int) -> float:
    known = [
        amount
        for index, amount in enumerate(history.amounts)
        if amount is not None and (since is None or history.end(index) <= since)
    ]
    known = known or [amount for amount in history.amounts if amount is not None][:1]
    return sum(known[-window:]) / len(known[-window:])


def _sum_since(history: History, since: dt.date | None) -> float:
    """What came in after that day; of a step that it falls into, the part that lies behind it."""
    if since is None:
        return 0.0
    ends = ((history.end(index), amount) for index, amount in enumerate(history.amounts))
    later = [(end, amount) for end, amount in ends if amount is not None and end > since]
    return sum(amount * min(1.0, (end - since).days / history.step) for end, amount in later)


def _level_since(history: History, question: Question) -> float:
    """The level a gain counts from. A total of a level counts what came, so it starts at the same place."""
    if question.base is not None and question.kind != "total":
        return question.base
    return history.levels[-1] if question.since is None else history.level_at(question.since)
