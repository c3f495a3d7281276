"""Holiday stretches of a market between two days."""

import datetime as dt
from dataclasses import dataclass

LONG = 4  # days off in a row that change what people read and buy
_COUNTRIES = {"EU": "DE", "UK": "GB"}


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days off in a row, both ends included, with at least one public holiday among them."""

    first: dt.date
    last: dt.date


def holiday_stretch(market: str, start: dt.date, end: dt.date) -> Stretch | None:
    """The longest run of at least four days off within the window; None for a market without a known calendar."""
    import holidays  # noqa: PLC0415 - only a plan with a market needs calendars

    country = _COUNTRIES.get(market, market)
    if country not in holidays.list_supported_countries(include_aliases=False):
        return None
    calendar = holidays.country_holidays(country, years=range(start.year, end.year + 1))
    runs, day = [], start
    while day <= end:
        last = day
        while last <= end and not calendar.is_working_day(last):
            last += dt.timedelta(days=1)
        if (last - day).days >= LONG:
            runs.append(Stretch(day, last - dt.timedelta(days=1)))
        day = last + dt.timedelta(days=1)
    return max(runs, key=lambda run: run.last - run.first, default=None)
