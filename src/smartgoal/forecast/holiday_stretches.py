"""Holiday stretches within the way ahead that the history has never seen."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from holidays import HolidayBase

LONG = 4
"""Days off in a row that make a stretch, weekends included; three will do where two of them are holidays."""

_SHORT = 3
_HOLIDAYS_IN_SHORT = 2
_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class HolidayStretch:
    """Days off in a row, first and last day included, with the names of their holidays as the calendar gives them."""

    first: dt.date
    last: dt.date
    names: tuple[str, ...]


def holiday_stretches(
    start: dt.date, end: dt.date, history: tuple[dt.date, dt.date], market: str, language: str | None = None
) -> list[HolidayStretch]:
    """Stretches that begin or end from `start` to `end` and whose holidays the `history` (first, last day) has not met.

    `market` is a country code (RU, US, GB, KZ, DE ...); nothing is told of a country without a calendar. `language`
    picks the names' language where the calendar knows it.
    """
    calendar = _calendar(start, end, history, market, language)
    if calendar is None:
        return []
    met = {name for day in _days(*history) for name in calendar.get_list(day)}
    ahead = _stretches(start, end, calendar)
    return [stretch for stretch in ahead if not met.intersection(stretch.names)]


def _calendar(
    start: dt.date, end: dt.date, history: tuple[dt.date, dt.date], market: str, language: str | None
) -> "HolidayBase | None":
    from holidays import country_holidays, list_supported_countries  # noqa: PLC0415 - a heavy calendar, seldom needed

    if market not in list_supported_countries():
        return None
    years = range(min(history[0], start).year, end.year + 2)
    known = language if language in country_holidays(market).supported_languages else None
    return country_holidays(market, years=years, language=known)


def _stretches(start: dt.date, end: dt.date, calendar: "HolidayBase") -> Iterator[HolidayStretch]:
    margin = dt.timedelta(days=14)
    for is_off, run in groupby(_days(start - margin, end + margin), lambda day: not calendar.is_working_day(day)):
        days = list(run)
        if not is_off or days[-1] < start or days[0] > end:
            continue
        names = tuple(dict.fromkeys(name for day in days for name in calendar.get_list(day)))
        holidays = sum(day in calendar for day in days)
        if holidays and (len(days) >= LONG or (len(days) >= _SHORT and holidays >= _HOLIDAYS_IN_SHORT)):
            yield HolidayStretch(days[0], days[-1], names)


def _days(first: dt.date, last: dt.date) -> Iterator[dt.date]:
    return (first + _DAY * number for number in range((last - first).days + 1))
