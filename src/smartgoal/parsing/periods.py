"""Stretches of the calendar: days, months, quarters, seasons, holidays, and their next occurrence."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, NamedTuple

DAYS = {"day": 1, "week": 7}
MONTHS = {"month": 1, "quarter": 3, "year": 12}
SHORT_MONTHS = frozenset((4, 6, 9, 11))
SECONDS = {"second": 1, "minute": 60, "hour": 3600}
SECONDS_A_DAY = 86_400
WEEK, WORKDAYS = 7, 5


class Period(NamedTuple):
    """From `first` to `last`, both included."""

    first: date
    last: date

    @property
    def whole(self) -> bool:
        """Longer than a day."""
        return self.first != self.last

    def edge(self, which: str) -> "Period":
        """Its first day, its middle or its last day."""
        if which == "start":
            return Period(self.first, self.first)
        if which == "middle":
            if (self.first.month, self.last.month) == (1, 12):
                return Period(*[date(self.first.year, 6, 30)] * 2)
            middle = self.first + (self.last - self.first) / 2
            return Period(middle, middle)
        return Period(self.last, self.last)


def safe_date(year: int, month: int, day: int) -> date | None:
    """That day, or None when there is no such day."""
    try:
        return date(year, month, day)
    except (OverflowError, ValueError):
        return None


def days_in(year: int, month: int) -> int:
    """The number of days of a month. The module `calendar` would do, but it loads `locale`."""
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in SHORT_MONTHS else 31


def add_months(day: date, months: int) -> date:
    """The same day `months` later, cut to the end of a shorter month and to the end of the calendar."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not date.min.year <= year <= date.max.year:
        return date.max
    return date(year, month + 1, min(day.day, days_in(year, month + 1)))


def later(today: date, number: Decimal, unit: str) -> date:
    """The day that lies `number` units after `today`."""
    try:
        if unit in SECONDS:
            return today + timedelta(days=max(1, round(number * SECONDS[unit] / SECONDS_A_DAY)))
        if unit in DAYS:
            return today + timedelta(days=round(number * DAYS[unit]))
        months = number * MONTHS[unit]
        whole = int(months)
        return add_months(today, whole) + timedelta(days=round((months - whole) * 30))
    except (OverflowError, ValueError):
        return date.max


def earlier(day: date, number: Decimal, unit: str) -> date | None:
    """The day that lies `number` days, weeks, months, quarters or years before `day`; None before all calendars."""
    try:
        if unit in DAYS:
            return day - timedelta(days=round(number * DAYS[unit]))
        found = add_months(day, -round(number * MONTHS[unit]))
    except (OverflowError, ValueError):
        return None
    return found if found <= day else None


def later_workday(today: date, number: Decimal) -> date:
    """The day that lies `number` days from Monday to Friday after `today`. Holidays of a country are not known here."""
    weeks, days = divmod(int(number), WORKDAYS)
    weekday = min(today.weekday(), WORKDAYS - 1)  # a weekend counts from its Friday
    over_weekend = WEEK - WORKDAYS if weekday + days >= WORKDAYS else 0
    ahead = weeks * WEEK + weekday + days + over_weekend - today.weekday()
    return later(today, Decimal(ahead), "day")


def month(year: int, number: int) -> Period:
    """A month."""
    return Period(date(year, number, 1), date(year, number, days_in(year, number)))


def months(year: int, first: int, count: int) -> Period:
    """`count` months from month `first` of `year` on; a first month below 1 lies in the year before."""
    start = add_months(date(year, 1, 1), first - 1)
    return Period(start, add_months(start, count) - timedelta(days=1))


def unit_around(today: date, unit: str, offset: int) -> Period | None:
    """The current (0), the next (1) or the last (-1) day, week, month, quarter or year."""
    if unit == "day":
        day = today + timedelta(days=offset)
        return Period(day, day)
    if unit == "week":
        monday = today + timedelta(days=7 * offset - today.weekday())
        return Period(monday, monday + timedelta(days=6))
    if unit not in MONTHS:
        return None
    count = MONTHS[unit]
    return months(today.year, (today.month - 1) // count * count + 1 + offset * count, count)


def weekday_after(today: date, weekday: int) -> Period:
    """The next such weekday (1 = Monday), never today."""
    day = today + timedelta(days=(weekday - 1 - today.weekday() - 1) % 7 + 1)
    return Period(day, day)


def occurrence(today: date, year: int | None, in_year: Callable[[int], Period | None]) -> Period | None:
    """What `in_year` gives for `year`, or for the first year whose occurrence is not over."""
    if year is not None:
        return in_year(year)
    for candidate in range(today.year, today.year + 9):
        found = in_year(candidate)
        if found and found.last >= today:
            return found
    return None


def holiday(rule: Mapping[str, Any], year: int) -> Period:
    """The day of a holiday by its rule: a fixed day, the nth weekday of a month, or Easter."""
    if "easter" in rule:
        day = easter(year, orthodox=rule["easter"] == "orthodox")
    elif "weekday" in rule:
        nth = _nth_weekday(year, rule)
        assert nth is not None  # every month has four of each
        day = nth + timedelta(days=rule.get("later", 0))
    else:
        day = date(year, rule["month"], rule["day"])
    return Period(day, day)


def of_month(year: int, month: int, nth: int, weekday: int | None) -> Period | None:
    """The nth (-1: last) of a weekday (Monday is 1) in a month, or of its weeks: the first ends on day 7.

    None where the month has no such one.
    """
    last = days_in(year, month)
    if weekday is not None:
        day = _nth_weekday(year, {"month": month, "weekday": weekday, "nth": nth})
    else:
        day = date(year, month, min(7 * nth, last) if nth > 0 else last)
    return Period(day, day) if day is not None else None


def week_of_year(year: int, number: int) -> Period | None:
    """A week by its ISO number; None where the year has no such week."""
    try:
        monday = date.fromisocalendar(year, number, 1)
    except ValueError:
        return None
    return Period(monday, monday + timedelta(days=6))


def _nth_weekday(year: int, rule: Mapping[str, Any]) -> date | None:
    place: int = rule["nth"] - 1 if rule["nth"] > 0 else rule["nth"]
    days = [
        date(year, rule["month"], day)
        for day in range(1, days_in(year, rule["month"]) + 1)
        if date(year, rule["month"], day).isoweekday() == rule["weekday"]
    ]
    return days[place] if place < len(days) else None


def easter(year: int, *, orthodox: bool) -> date:
    """Easter Sunday, Gregorian date (Meeus: Julian algorithm, anonymous Gregorian algorithm)."""
    if orthodox:
        moon = (19 * (year % 19) + 15) % 30
        week = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
        number, day = divmod(moon + week + 114, 31)
        shift = year // 100 - year // 400 - 2
        return date(year, number, day + 1) + timedelta(days=shift)
    golden, (century, rest) = year % 19, divmod(year, 100)
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    full = (golden + 11 * moon + 22 * week) // 451
    number, day = divmod(moon + week - 7 * full + 114, 31)
    return date(year, number, day + 1)
