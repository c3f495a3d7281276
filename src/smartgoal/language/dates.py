"""Dates as a language writes them (Babel's data); weekdays in a case come from the catalogue."""

from datetime import date
from typing import Literal

from smartgoal.catalog import words

DateStyle = Literal["long", "day", "short", "weekday"]
# day before month in both languages, so that a plan reads alike; Babel fills in the names
_PATTERNS = {"long": "d MMMM y", "day": "d MMMM", "short": "d MMM", "weekday": "d MMMM y"}
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def date_text(day: date, locale: str, style: DateStyle = "long", case: str = "nom") -> str:
    """A date: "6 декабря 2026", day "6 декабря", short "6 дек.", weekday "воскресенье 6 декабря 2026".

    The genitive of a weekday: "воскресенья 6 декабря 2026".
    """
    from babel.dates import format_date  # noqa: PLC0415 - help needs no dates

    text: str = format_date(day, _PATTERNS[style], locale=locale)
    return f"{_weekday(day, locale, case)} {text}" if style == "weekday" else text


def _weekday(day: date, locale: str, case: str) -> str:
    row = words("weekday")[_WEEKDAYS[day.weekday()]]
    return row.cases.get(locale, {}).get(case, row.names[locale])
