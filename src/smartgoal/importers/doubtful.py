"""Numbers that stand in a table and are hardly meant: rows filled in ahead, days not filled in, slips of a finger."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from smartgoal.importers.problems import Problems
from smartgoal.model.series import Point, Series

_FEW_PEOPLE = 30  # so few may be gone in a day
_SLIP = 3  # times: no number of followers goes there and back within two days
_STEADY = Decimal("1.5")


def without_empty_days(series: Sequence[Series], problems: Problems) -> list[Series]:
    """Cut the days on which a number of people falls to 0: they were not filled in. Told; slips are told and stay."""
    empty: set[date] = set()
    for each in series:
        days = _empty_days(each)
        if days:
            problems.add("empty_days", column=_column(each), count=len(days), first=min(days))
        empty |= days
    found = [_without_zeros(each, empty) for each in series]
    for each in found:
        for day, value in _slips(each):
            problems.add("slip", column=_column(each), value=value, date=day)
    return found


def tell_empty_tail(days: Collection[date], series: Sequence[Series], problems: Problems) -> None:
    """Tell last rows of a table in which no column has a number."""
    last = max((each.points[-1][0] for each in series if each.points), default=None)
    later = [] if last is None else [day for day in days if day > last]
    if later:
        problems.add("empty_tail", count=len(later), first=min(later))


def _column(series: Series) -> str:
    return series.source.rpartition(": ")[2]


def _is_crowd(series: Series) -> bool:
    return series.form == "level" and series.unit == "count"


def _empty_days(series: Series) -> set[date]:
    """The days of a level that are 0 behind others on which it is not."""
    filled = [(day, value) for day, value in series.points if value]
    if not _is_crowd(series) or not filled or max(value for _day, value in filled) < _FEW_PEOPLE:
        return set()
    return {day for day, value in series.points if not value and day > filled[0][0]}


def _without_zeros(series: Series, days: set[date]) -> Series:
    """A series without the zeros of days that were not filled in."""
    if not days or series.form == "ratio":
        return series
    return replace(series, points=tuple((day, value) for day, value in series.points if value or day not in days))


def _slips(series: Series) -> list[Point]:
    """The points of a level that lie far from steady neighbours on both sides, or at an end from the two beside it."""
    points = series.points
    if not _is_crowd(series) or len(points) < 3:
        return []
    found = []
    for place, (day, value) in enumerate(points):
        start = min(max(place - 1, 0), len(points) - 3)
        beside = [other for when, other in points[start : start + 3] if when != day]
        low, high = min(beside), max(beside)
        if low >= _FEW_PEOPLE and high <= low * _STEADY and (value * _SLIP < low or value > high * _SLIP):
            found.append((day, value))
    return found
