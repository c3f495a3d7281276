"""Points as series: form, unit and additivity from the catalogue; what the course of the numbers itself gives away."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Any

from smartgoal.catalog import metric as catalogue_metric
from smartgoal.importers.numbers import Kind
from smartgoal.importers.points import every_of
from smartgoal.importers.problems import Problems
from smartgoal.model.series import Form, Point, Series

_LONG_ZERO_RUN = 28
_FEWEST_STEPS = 6
_FEWEST_RUNNING = 21  # days, which hold three week-ends
_SMALL_STEP = 3  # times a step goes into the base
_NEVER_ZERO_FOR_LONG = frozenset({"views", "reach", "impressions", "interactions", "viewers"})


def make_series(metric: str, platform: str | None, points: Sequence[Point], source: str, **changes: Any) -> Series:
    """A series of that metric with the form and unit of its row in the catalogue; `changes` are fields to set."""
    row = catalogue_metric(metric)
    form: Form = "flow" if row.form == "event" else row.form
    fields: dict[str, Any] = {
        "metric": metric,
        "form": form,
        "points": tuple(points),
        "platform": platform,
        "every": changes.get("every") or every_of([day for day, _value in points]),
        "unit": row.unit,
        "source": source,
        "additive": row.additive,
    }
    return Series(**(fields | changes))


def kind_of(metric: str) -> Kind:
    """What the numbers of a metric are, which tells what a lone mark in them means."""
    row = catalogue_metric(metric)
    if row.unit == "money":
        return "amount"
    return "count" if row.unit == "count" and row.form in {"level", "flow"} else "ratio"


def column_of(series: Series) -> str:
    """The name of the column that a series was read from."""
    return series.source.rpartition(": ")[2]


def gains_if_negative(series: Series, *, gains_known: bool, problems: Problems) -> Series | None:
    """Followers below zero are the net change of each day, never how many there are; told.

    None where the gains stand in a column of their own, and where it cannot be told.
    """
    if series.metric != "followers":
        return series
    values = [value for _day, value in series.points]
    if min(values) >= 0 and not _jumps(values):
        return series
    column = column_of(series)
    if min(values) >= 0:
        problems.add("gains_or_level", column=column, first=values[0], last=values[-1])
        return None
    if gains_known:
        problems.add("second_column", column=column, metric="new_followers")
        return None
    problems.add("net_gains")
    return make_series("new_followers", series.platform, series.points, series.source)


def _jumps(values: Sequence[Decimal]) -> bool:
    """Whether numbers go up and down by half and more, again and again: so change gains, not a number of people."""
    steps = list(pairwise(values))
    falls = sum(later < earlier for earlier, later in steps)
    leaps = sum(abs(later - earlier) * 2 > max(earlier, later) for earlier, later in steps)
    return len(steps) >= _FEWEST_STEPS and falls * 5 >= len(steps) and leaps * 4 > len(steps)


def is_running(series: Series) -> bool:
    """Whether numbers of days that add up never fall, over three weeks and more: so do running totals, and no flow.

    They climb on most days, or by small steps from a base; a number that stays, or changes once, may be either.
    """
    values = [value for _day, value in series.points]
    if series.form != "flow" or not series.additive or series.per_post or len(values) < _FEWEST_RUNNING:
        return False
    if series.every not in {"day", "uneven"}:
        return False
    steps = [later - earlier for earlier, later in pairwise(values)]
    rises = [step for step in steps if step > 0]
    from_base = len(rises) > 1 and max(rises) * _SMALL_STEP <= values[0]
    return min(steps) >= 0 and (from_base or len(rises) * 2 > len(steps))


def without_leading_zeros(metric: str, points: Sequence[Point], problems: Problems) -> list[Point]:
    """Cut a long run of zeros before the first number: the platform did not count this yet. Told."""
    first = next((place for place, (_day, value) in enumerate(points) if value), len(points))
    if metric not in _NEVER_ZERO_FOR_LONG or not _LONG_ZERO_RUN <= first < len(points):
        return list(points)
    problems.add("leading_zeros", metric=metric, count=first, first=points[0][0], last=points[first - 1][0])
    return list(points[first:])


def without_unready_tail(series: Sequence[Series], problems: Problems) -> list[Series]:
    """Cut the last days on which a level is filled and every flow still 0: they were not counted yet. Told."""
    flows = [each for each in series if each.form == "flow" and each.points]
    levels = {day for each in series if each.form == "level" for day, _value in each.points}
    busy = [each for each in flows if sum(value > 0 for _day, value in each.points) * 2 > len(each.points)]
    unready = _zero_tail(busy)
    if len(busy) < 2 or not unready:
        return list(series)
    if not unready <= levels:
        problems.add("zero_tail", count=len(unready), first=min(unready))
        return list(series)
    problems.add("unready_tail", count=len(unready), first=min(unready))
    return [_without(each, unready) if each.form == "flow" else each for each in series]


def tell_breaks(series: Sequence[Series], problems: Problems) -> None:
    """Tell where a platform changed what it counts within the days of a series."""
    for each in series:
        for broken in catalogue_metric(each.metric).series_breaks:
            start, end = date.fromisoformat(broken.start), date.fromisoformat(broken.end)
            spans = each.points and each.points[0][0] < start and each.points[-1][0] >= start
            within = each.points and start <= each.points[0][0] < end < each.points[-1][0]
            if each.platform in broken.platforms and (spans or within):
                problems.add("series_break", metric=each.metric, first=start, last=end)


def _zero_tail(flows: Sequence[Series]) -> set[date]:
    if not flows:
        return set()
    last = max(each.points[-1][0] for each in flows)
    nonzero = [day for each in flows for day, value in each.points if value]
    newest = max(nonzero, default=last)
    return {day for each in flows for day, _value in each.points if day > newest}


def _without(series: Series, days: set[date]) -> Series:
    return replace(series, points=tuple((day, value) for day, value in series.points if day not in days))


def total(points: Sequence[Point]) -> Decimal:
    """The sum of the values."""
    return sum((value for _day, value in points), Decimal(0))
