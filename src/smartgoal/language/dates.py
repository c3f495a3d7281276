"""Dates as a language writes them; weekdays in a case come from the catalogue."""

from datetime import date
from typing import Literal

from smartgoal.catalog import words
from smartgoal.language.cldr import cldr

DateStyle = Literal["long", "day", "short", "weekday"]
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def date_text(day: date, locale: str, style: DateStyle = "long", case: str = "nom") -> str:
    """A date: "6 декабря 2026", day "6 декабря", short "6 дек.", weekday "воскресенье 6 декабря 2026".

    The genitive of a weekday: "воскресенья 6 декабря 2026". Day before month in both languages: a plan reads alike.
    """
    month = cldr(locale)["months_short" if style == "short" else "months"][day.month - 1]
    text = f"{day.day} {month}" if style in {"day", "short"} else f"{day.day} {month} {day.year}"
    return f"{_weekday(day, locale, case)} {text}" if style == "weekday" else text


def _weekday(day: date, locale: str, case: str) -> str:
    row = words("weekday")[_WEEKDAYS[day.weekday()]]
    return row.cases.get(locale, {}).get(case, row.names[locale])
