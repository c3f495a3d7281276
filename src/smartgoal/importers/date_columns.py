"""What the cells of a column of dates leave open, decided over all of them: order of day and month, years."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from itertools import pairwise
from typing import Literal, NamedTuple

from smartgoal.importers.dates import Shape, day_in, has_come
from smartgoal.importers.imported import DateOrder

_LEAP_YEAR = 2000
_FEWEST = 3
_MONTHS = 12
_MUCH_CLOSER = 4


class Resolved(NamedTuple):
    """The dates of a column. `order` is None where both ways fit; `year_assumed` where dates have no year.

    `damage` tells of a spreadsheet that took months for days: its dates were swapped back ("mended"), or it cannot be
    told which they are ("open").
    """

    dates: dict[Shape, date]
    order: DateOrder | None
    year_assumed: bool
    damage: Literal["mended", "open"] | None = None


def resolve(
    shapes: Collection[Shape],
    *,
    today: date,
    newest: date | None = None,
    order: DateOrder | None = None,
    year: int | None = None,
) -> Resolved:
    """Decide over all shapes of a column, which are in order of the file.

    `order` is what the user or the format says; numbers above 12 and days after `today` decide against it.
    `year` is that of the newest day where dates have none; else the last year in which it is not after `newest`
    (default `today`).
    """
    special = _months(shapes, today) or _years_first(shapes, today)
    if special:
        return Resolved(special, "day_first", year_assumed=False)
    swapped, damage = _swapped_back(shapes, order)
    if damage == "open":
        return Resolved({}, order, year_assumed=False, damage=damage)
    if swapped:
        days = {each: day for each in shapes if (day := _only_day(swapped[each])) is not None and has_come(day, today)}
        return Resolved(days, "day_first", year_assumed=False, damage=damage if days else "open")
    decided = _decided_order([each for each in shapes if each.swappable], today) or order
    month_first = decided == "month_first"
    without_year = [each for each in shapes if each.year is None]
    years = _years_of_yearless(without_year, newest or today, year, month_first=month_first)
    dates = {
        each: day
        for each in shapes
        if (day := day_in(each, years.get(each, each.year), month_first=month_first and each.swappable)) is not None
        and has_come(day, today)
    }
    undecided = decided is None and any(each.swappable for each in shapes)
    return Resolved(dates, None if undecided else decided or "day_first", bool(years))


def _swapped_back(
    shapes: Collection[Shape], order: DateOrder | None
) -> tuple[dict[Shape, Shape], Literal["mended", "open"] | None]:
    """The shapes as they were before a spreadsheet read 03/04 as the third of April and left 03/18 a text.

    Such a column mixes texts that are days in one order only with dates whose days are all below 13. Dates that the
    format prints month first and that stand with points went through the same.
    """
    texts = [each for each in shapes if each.swappable]
    dated = [each for each in shapes if not each.swappable]
    one_way = {each.month > _MONTHS for each in texts if max(each.month, each.day or 0) > _MONTHS}
    damaged = len(one_way) == 1 and all(max(each.month, each.day or 0) > _MONTHS for each in texts)
    resaved = not texts and order == "month_first" and len(dated) >= _FEWEST
    low = all(each.year is not None and each.day is not None and each.day <= _MONTHS for each in dated)
    if not dated or not low or not (damaged or resaved):
        return {}, None
    swapped = {each: each if each.swappable else _with_month_as_day(each) for each in shapes}
    before, after = _span(shapes), _span(swapped.values())
    if after * (1 if texts else _MUCH_CLOSER) < before:
        return swapped, "mended"
    unsure = one_way == {True} and any(each.day != each.month for each in dated)
    return {}, "open" if unsure else None


def _with_month_as_day(known: Shape) -> Shape:
    return known._replace(month=known.day or 1, day=known.month)


def _only_day(known: Shape) -> date | None:
    """The day, in the only order in which it is one."""
    return day_in(known, known.year) or (day_in(known, known.year, month_first=True) if known.swappable else None)


def _span(shapes: Iterable[Shape]) -> int:
    """The days between the first and the last."""
    days = [day for each in shapes if (day := _only_day(each)) is not None]
    return (max(days) - min(days)).days if days else 0


def _decided_order(shapes: Iterable[Shape], today: date) -> DateOrder | None:
    """What the cells themselves say: the way in which more of them are days that have come."""
    day_first = month_first = 0
    for each in shapes:
        ways = [day_in(each, each.year or _LEAP_YEAR, month_first=way) for way in (False, True)]
        fits = [way is not None and has_come(way, today) for way in ways]
        day_first += fits[0] and not fits[1]
        month_first += fits[1] and not fits[0]
    if day_first == month_first:
        return None
    return "day_first" if day_first > month_first else "month_first"


def _months(shapes: Collection[Shape], today: date) -> dict[Shape, date]:
    """The months of a column such as Jan-26, Feb-26 ..., where the number is a year: then they follow each other."""
    if len(shapes) < _FEWEST or any(each.year is not None or each.day is None or each.swappable for each in shapes):
        return {}
    found = {each: date(2000 + (each.day or 0), each.month, 1) for each in shapes}
    places = [day.year * 12 + day.month for day in found.values()]
    steps = {later - earlier for earlier, later in pairwise(places)}
    return found if steps in ({1}, {-1}) and max(found.values()) <= today else {}


def _years_first(shapes: Collection[Shape], today: date) -> dict[Shape, date]:
    """The days of a column such as 26.09.01, 26.09.02 ...: read from the front, they lie close together."""
    if len(shapes) < _FEWEST or not all(each.year_first for each in shapes):
        return {}
    found = {each: day for each in shapes if (day := day_in(_turned(each), _turned(each).year)) is not None}
    span = max(found.values()) - min(found.values())
    usual = [day for each in shapes if (day := day_in(each, each.year)) is not None]
    closer = (max(usual) - min(usual)) > span * 3
    return found if closer and has_come(max(found.values()), today) else {}


def _turned(known: Shape) -> Shape:
    return Shape(2000 + (known.day or 0), known.month, (known.year or 0) % 100)


def _years_of_yearless(
    shapes: list[Shape], today: date, year: int | None, *, month_first: bool = False
) -> dict[Shape, int]:
    """A year for each, going back from the newest; rows stand in order, oldest or newest first."""
    if not shapes:
        return {}
    places = {each: _place(each, month_first=month_first) for each in shapes}
    ordered = list(places.values())
    rising = sum(later >= earlier for earlier, later in pairwise(ordered))
    newest_last = rising * 2 >= len(ordered) - 1
    backwards = list(reversed(shapes)) if newest_last else shapes
    newest = places[backwards[0]]
    current = year or (today.year if newest <= (today.month, today.day) else today.year - 1)
    years, last = {}, newest
    for each in backwards:
        place = places[each]
        if place > last and (place[0] - last[0]) > 6:  # December behind January: a year earlier
            current -= 1
        years[each] = current
        last = place
    return years if year else _with_leap_day(years, places)


def _place(known: Shape, *, month_first: bool) -> tuple[int, int]:
    month, day = known.month, known.day or 1
    return (day, month) if month_first and known.swappable else (month, day)


def _with_leap_day(years: dict[Shape, int], places: Mapping[Shape, tuple[int, int]]) -> dict[Shape, int]:
    """The years moved back to the last ones in which the 29th of February, if it is among the days, exists."""
    leap = next((year for each, year in years.items() if places[each] == (2, 29)), _LEAP_YEAR)
    back = next(step for step in range(9) if day_in(Shape(None, 2, 29), leap - step) is not None)
    return {each: year - back for each, year in years.items()}
