"""How many steps of a history lie between two days, and how long the periods of a rate are."""

import calendar
import datetime as dt

from smartgoal.forecast.history import MONTH
from smartgoal.model.quantity import Period

DAYS: dict[Period, float] = {"day": 1.0, "week": 7.0, "month": MONTH, "quarter": 3 * MONTH, "year": 12 * MONTH}
"""Days of a period; a rate per post has none."""

_WEEK = 7
_WEEKS_OF_WEEKLY_DATA = 4


def steps_due(last: dt.date, by: dt.date, step: float) -> int:
    """Readings that fall due after `last` up to `by`: a deadline shows what has been read by then, at least one step.

    Monthly data are read on the same day of each month: from 1 November, the last reading by 31 December is one step.
    """
    if step < MONTH:
        return max(1, int((by - last).days // step))
    months = (by.year - last.year) * 12 + by.month - last.month
    same_day = min(last.day, calendar.monthrange(by.year, by.month)[1])
    return max(1, months - (by.day < same_day))


def rate_window(per: Period | None, step: float) -> int:
    """Steps over which a rate is read: its own period, at least a week, four weeks of weekly data."""
    if step == _WEEK and per in {None, "week"}:
        return _WEEKS_OF_WEEKLY_DATA
    days = max(DAYS.get(per, 0.0) if per else 0.0, _WEEK)
    return max(1, round(days / step))


def steps_in(per: Period | None, step: float) -> float:
    """Steps in one period of a rate; 1 where the rate is per step (or per post)."""
    return DAYS[per] / step if per in DAYS else 1.0
