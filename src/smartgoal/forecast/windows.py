"""What the past says without any model: windows of the same length, the pace of the last four weeks, last year."""

import datetime as dt

from smartgoal.forecast.estimate import PastWindows
from smartgoal.forecast.history import History
from smartgoal.forecast.trend import steady_trend
from smartgoal.forecast.way import Way

FEWEST_WINDOWS = 4
_AS_LONG = 0.1  # of the way ahead: whole months are no windows for 38 days
_GROWTH = frozenset({"gain", "percent", "factor"})  # kinds that ask a mean to change
_RECENT_DAYS = 28
_YEAR_DAYS = 365
_YEAR_AND_A_MONTH = 395
_KNOWN_SHARE = 0.5  # a window with more rows missing tells nothing


def past_windows(way: Way) -> PastWindows | None:
    """How often a past window would have been enough; None where fewer than 4 of about that length are known."""
    if way.reads != "mean" and not way.launches and abs(way.steps - way.ahead) > _AS_LONG * way.ahead:
        return None
    sign, grows = way.ruler.sign, _goes_on_growing(way)
    found = _launch_windows(way) if way.launches else _growth_windows(way) if grows else _even_windows(way)
    if len(found) < FEWEST_WINDOWS:
        return None
    needed = _growth(way, way.done, way.mark) if grows else way.mark if way.reads == "mean" else way.mark - way.done
    best, when = max(found, key=lambda window: sign * window[0])
    reached = sum(sign * amount >= sign * needed for amount, _ in found)
    told = way.ruler.told if grows else {"change": way.ruler.told, "mean": way.ruler.value, "sum": float}[way.reads]
    return PastWindows(reached, len(found), told(best), when, grown=grows)


def _goes_on_growing(way: Way) -> bool:
    """Whether a mean that has a trend is to change: how high it stood before tells nothing of how fast it grows."""
    return way.reads == "mean" and way.ruler.kind in _GROWTH and steady_trend(way.settled) is not None


def _even_windows(way: Way) -> list[tuple[float, dt.date]]:
    """Amount and last day of the windows, newest first."""
    ends = range(len(way.history.amounts), way.steps - 1, -way.steps)
    return [(amount, way.history.end(end - 1)) for end in ends if (amount := _amount(way, end)) is not None]


def _growth_windows(way: Way) -> list[tuple[float, dt.date]]:
    """By how much a mean changed from the beginning of such a window to its end."""
    ends = range(len(way.history.amounts), way.steps, -way.steps)
    pairs = ((_amount(way, end - way.steps), _amount(way, end), way.history.end(end - 1)) for end in ends)
    return [(_growth(way, low, high), day) for low, high, day in pairs if low and high is not None and way.done]


def _growth(way: Way, before: float, after: float) -> float:
    """The change from one mean to another on the goal's line; as a share of its start where the goal asks for one."""
    return after - before if way.ruler.kind == "gain" else way.ruler.base * (after / before - 1)


def _launch_windows(way: Way) -> list[tuple[float, dt.date]]:
    """The same for launches: so many in a row as the way ahead holds."""
    size = way.launches_due
    rows = [way.launches[end - size : end] for end in range(len(way.launches), size - 1, -size)]
    return [(sum(launch.total for launch in row), way.history.end(row[-1].last)) for row in rows]


def same_window_last_year(way: Way) -> float | None:
    """The change, sum or mean of the same days a year ago, in the unit of the metric."""
    if way.history.days < _YEAR_AND_A_MONTH:
        return None
    until = way.by - dt.timedelta(days=_YEAR_DAYS)
    back = (way.history.last - until).days / way.history.step
    if back < 0:
        return None
    return _amount(way, len(way.history.amounts) - round(back)) if way.reads == "mean" else _came_in(way, back)


def _came_in(way: Way, back: float) -> float | None:
    """What came in the days of the way ahead, had they ended so many steps before the last; of a step its part."""
    end = len(way.history.amounts) - back
    begin = end - way.days / way.history.step
    parts = ((x, min(end, i + 1) - max(begin, i)) for i, x in enumerate(way.history.amounts) if x is not None)
    inside = [(amount, part) for amount, part in parts if part > 0]
    known = sum(part for _, part in inside)
    if known <= (end - begin) * _KNOWN_SHARE:
        return None
    return sum(amount * part for amount, part in inside) * (end - begin) / known


def recent_pace(way: Way) -> float:
    """Mean amount per step of the last 28 days (at least one step), up to the last finished row."""
    history = way.history
    end = len(history.amounts) - way.lacks_end
    known = _known_before(history, end, max(1, round(_RECENT_DAYS / history.step)))
    known = known or [next(x for x in reversed(history.amounts) if x is not None)]
    return sum(known) / len(known)


def _known_before(history: History, end: int, steps: int) -> list[float]:
    return [x for x in history.amounts[max(0, end - steps) : end] if x is not None]


def _amount(way: Way, end: int) -> float | None:
    """What the window that ends before step `end` brought, on the goal's line."""
    if way.reads == "mean":
        known = _known_before(way.history, end, way.window)
        return way.times * sum(known) / len(known) if known else None
    known = _known_before(way.history, end, way.steps)
    if len(known) <= way.steps * _KNOWN_SHARE:
        return None
    return way.steps * sum(known) / len(known)
