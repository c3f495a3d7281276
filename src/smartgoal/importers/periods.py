"""The first day of a period that a cell tells by its ends: 31.08–06.09, «с 31.08 по 06.09.2026», Sep 7-13, 2026."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from smartgoal.importers import dates

_BETWEEN = re.compile(r"\s*[-–—]\s*|\s+(?:по|до|to|until|till)\s+", re.IGNORECASE)
_BEFORE = re.compile(r"(?:(?:неделя|нед\.?|week(?: of)?)[ :]+)?(?:(?:с|со|from)\s+)?", re.IGNORECASE)
_INNER = re.compile(r"\(([^()]*[0-9][^()]*)\)")
_DAY = re.compile(r"([0-9]{1,2})(?:, ?([0-9]{4}))?")
_DAY_MONTH = re.compile(r"([0-9]{1,2})([./])([0-9]{1,2})\.?")
_LONGEST = 31  # days, where no year shows that the ends are meant so
_LEAP_YEAR = 2004


class _End(NamedTuple):
    """One end as far as it tells itself. `swappable`: day and month could be the other way round."""

    year: int | None
    month: int | None
    day: int
    swappable: bool = False

    def swapped(self) -> "_End":
        return self._replace(month=self.day, day=self.month or 0) if self.swappable else self


def first_of(text: str) -> dates.Shape | None:
    """What is known of the first day of a period; None where `text` tells none."""
    inner = _INNER.search(text)
    for body in (*([inner[1]] if inner else []), _BEFORE.sub("", text, count=1)):
        for first, last in _ends(body.strip()):
            found = _begin(first, last)
            if found is not None:
                return found
    return None


def _ends(text: str) -> Iterator[tuple[_End, _End]]:
    """The two ends, for every place where the text may be parted."""
    for between in _BETWEEN.finditer(text):
        first, last = _end(text[: between.start()]), _end(text[between.end() :])
        if first is not None and last is not None:
            yield first, last


def _end(text: str) -> _End | None:
    if found := _DAY.fullmatch(text):
        return _End(int(found[2]) if found[2] else None, None, int(found[1]))
    if found := _DAY_MONTH.fullmatch(text):
        return _End(None, int(found[3]), int(found[1]), swappable=found[2] == "/")
    known = dates.single(text)
    if known is None or known.day is None:
        return None
    return _End(known.year, known.month, known.day, known.swappable)


def _begin(first: _End, last: _End) -> dates.Shape | None:
    """The first end with what the last one tells of it, in the order of day and month in which the two are a period."""
    ways = dict.fromkeys(((first, last), (first.swapped(), last.swapped())))
    fitting = [_completed(*way) for way in ways if _is_period(*_completed(*way))]
    if not fitting:
        return None
    begin = fitting[0][0]
    return dates.Shape(begin.year, begin.month or 0, begin.day, swappable=len(fitting) > 1)


def _completed(first: _End, last: _End) -> tuple[_End, _End]:
    """Both ends with month and year where one of them tells these: 28.12–03.01.2027 begins in 2026."""
    first = first._replace(month=first.month or last.month)
    last = last._replace(month=last.month or first.month)
    over = (first.month or 0) > (last.month or 0)
    if first.year is None and last.year is not None:
        first = first._replace(year=last.year - over)
    if last.year is None and first.year is not None:
        last = last._replace(year=first.year + over)
    return first, last


def _is_period(first: _End, last: _End) -> bool:
    over = (first.month or 0) > (last.month or 0)
    try:
        begin = date(first.year or _LEAP_YEAR - over, first.month or 0, first.day)
        end = date(last.year or _LEAP_YEAR, last.month or 0, last.day)
    except ValueError:
        return False
    return begin <= end and (first.year is not None or (end - begin).days <= _LONGEST)
