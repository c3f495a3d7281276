"""What an import says in short: typical day, point A by a stated rule, files put together.

Rules of point A. Level: the last value. Flow that adds up: the median of the last four weeks (fewer where there are
fewer); where days are missing in all of them, what the known days of the last 28 bring a week; a unique count or a
short series: the median day of the last 28. Where the median is 0 and yet something comes: the mean. A last week or
month that is not over does not count. Posts: the mean per post of the last 28 days. Ratio: worked out anew from its
parts where they are known, else the median of the last 28 days.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Literal, NamedTuple

from smartgoal.importers.imported import Import
from smartgoal.importers.making import total
from smartgoal.importers.problems import problem
from smartgoal.model.quantity import Period
from smartgoal.model.series import Point, Problem, Series

WINDOW = 28
_WEEKS = 4
_MONTHS = 3
_TENTH = Decimal("0.1")
_BEYOND = Decimal(10**20)
_RATE_PARTS = frozenset({"likes", "comments", "shares", "saves"})

_WHOLE_WEEK = 7  # known days, from which on a week is told by their mean

Rule = Literal[
    "last",
    "median_week",
    "median_day",
    "median_month",
    "mean_week",
    "mean_days",
    "mean_month",
    "mean_per_post",
    "recomputed",
    "median",
]
_MEANS: dict[Rule, Rule] = {"median_week": "mean_week", "median_day": "mean_days", "median_month": "mean_month"}


class PointA(NamedTuple):
    """Where a metric stands (`per`: what a flow or a value per post counts by), by which rule, over which days.

    `last` is the last day counted; `unfinished` is the first day of a week or month that is not over and was left out.
    """

    value: Decimal
    per: Period | None
    rule: Rule
    first: date
    last: date
    unfinished: date | None = None


def point_a(series: Series, beside: Sequence[Series] = (), today: date | None = None) -> PointA | None:
    """Point A of a series; `beside` are the other series of its file (number of posts, parts of a ratio).

    Without `today` every week and month counts as over.
    """
    if not series.points:
        return None
    if series.form == "level":
        day, value = series.points[-1]
        return PointA(value, None, "last", day, day)
    recent = last_days(series.points)
    if series.form == "ratio":
        value, rule = _ratio(series, recent, beside)
        return _over(recent, value, "post" if series.per_post else None, rule)
    if series.per_post:
        return _per_post(series, recent, beside)
    begun = _unfinished(series, today)
    if begun is not None:
        finished = replace(series, points=series.points[:-1])
        return _flow(finished, last_days(finished.points))._replace(unfinished=begun)
    return _flow(series, recent)


def typical_day(series: Series) -> Decimal | None:
    """The median of the last 28 days of a daily series; None where most of them bring nothing and others do."""
    if series.every != "day" or not series.points:
        return None
    recent = last_days(series.points)
    middle = _middle(recent)
    return None if not middle and total(recent) else middle


def last_days(points: Sequence[Point], days: int = WINDOW) -> list[Point]:
    """The points of the last days, counted from the last point."""
    since = points[-1][0] - timedelta(days=days - 1)
    return [(day, value) for day, value in points if day >= since]


def combined(imports: Iterable[Import]) -> tuple[tuple[Series, ...], tuple[Problem, ...]]:
    """One series a platform and metric out of several files.

    Where they differ on a day, the one that reaches further counts (its day was complete), which is told.
    """
    merged: dict[tuple[str | None, str, bool], Series] = {}
    problems = []
    for each in (series for file in imports for series in file.series):
        name = each.platform, each.metric, each.per_post
        known = merged.get(name)
        if known is not None:
            older, newer = sorted((known, each), key=lambda series: series.points[-1][0])
            differing = sum(dict(newer.points).get(day, value) != value for day, value in older.points)
            if differing:
                problems.append(problem("files_differ", metric=each.metric, count=differing))
            points = tuple(sorted((dict(older.points) | dict(newer.points)).items()))
            source = f"{known.source}; {each.source}"
            merged[name] = replace(newer, points=points, source=source, exact=known.exact and each.exact)
        else:
            merged[name] = each
    return tuple(merged.values()), tuple(problems)


def _unfinished(series: Series, today: date | None) -> date | None:
    """The first day of a last week or month that is not over on `today`, where there are others."""
    begun = series.points[-1][0]
    if today is None or len(series.points) < 2 or series.every not in {"week", "month"}:
        return None
    end = _by_end(series.points)[-1][0] if series.every == "month" else begun + timedelta(days=6)
    return begun if end >= today else None


def _flow(series: Series, recent: list[Point]) -> PointA:
    if series.every == "week":
        chosen = series.points[-_WEEKS:]
        return _usual(chosen, [value for _day, value in chosen], "week", "median_week")
    if series.every == "month":
        chosen = _by_end(series.points)[-_MONTHS:]
        return _usual(chosen, [value for _day, value in chosen], "month", "median_month")
    adds_up = series.additive and series.every == "day"
    weeks = _weekly_sums(recent) if adds_up else []
    if weeks:
        return _usual(recent[-7 * len(weeks) :], weeks, "week", "median_week")
    if adds_up and len(recent) >= _WHOLE_WEEK:
        return _over(recent, _tenth(7 * total(recent) / len(recent)), "week", "mean_days")
    return _usual(recent, [value for _day, value in recent], "day", "median_day")


def _by_end(points: Sequence[Point]) -> tuple[Point, ...]:
    from smartgoal.planning.periods import dated_by_end  # noqa: PLC0415 - only rows of months need it

    return dated_by_end(points)


def _usual(points: Sequence[Point], amounts: Sequence[Decimal], per: Period, rule: Rule) -> PointA:
    """The median of the amounts; their mean where something comes in fewer than half of them."""
    middle, whole = _median(amounts), sum(amounts, Decimal(0))
    if middle or not whole:
        return _over(points, middle, per, rule)
    return _over(points, _tenth(whole / len(amounts)), per, _MEANS[rule])


def _weekly_sums(points: Sequence[Point]) -> list[Decimal]:
    """The sums of the whole weeks that end with the last day, newest first; a week with an unknown day ends them."""
    known, last = dict(points), points[-1][0]
    sums: list[Decimal] = []
    for week in range(_WEEKS):
        days = [last - timedelta(days=7 * week + day) for day in range(7)]
        if any(day not in known for day in days):
            break
        sums.append(sum((known[day] for day in days), Decimal(0)))
    return sums


def _per_post(series: Series, recent: list[Point], beside: Sequence[Series]) -> PointA:
    """Sums of a day are shared among its posts; a unique count already stands as the mean per post of its day."""
    posts = _posts(beside)
    count = sum((posts.get(day, Decimal(1)) for day, _value in recent), Decimal(0))
    amount = total(recent) if series.additive else sum((value * posts.get(day, Decimal(1)) for day, value in recent), 0)
    return _over(recent, _tenth(Decimal(amount) / count), "post", "mean_per_post")


def _ratio(series: Series, recent: list[Point], beside: Sequence[Series]) -> tuple[Decimal, Rule]:
    """Engagement by reach of posts is recomputed: interactions of the days over the reach of their posts."""
    reach = next((dict(each.points) for each in beside if each.metric == "reach" and each.per_post), {})
    if series.metric != "engagement_rate" or not reach:
        return _middle(recent), "median"
    posts = _posts(beside)
    days = [day for day, _value in recent if day in reach]
    parts = [dict(each.points) for each in beside if each.metric in _RATE_PARTS and each.per_post]
    interactions = sum((part.get(day, Decimal(0)) for part in parts for day in days), Decimal(0))
    people = sum((reach[day] * posts.get(day, Decimal(1)) for day in days), Decimal(0))
    return ((interactions * 100 / people).quantize(Decimal("0.01")), "recomputed") if people else (Decimal(0), "median")


def _posts(beside: Sequence[Series]) -> dict[date, Decimal]:
    return next((dict(each.points) for each in beside if each.metric == "posts"), {})


def _over(points: Sequence[Point], value: Decimal, per: Period | None, rule: Rule) -> PointA:
    return PointA(value, per, rule, points[0][0], points[-1][0])


def _tenth(value: Decimal) -> Decimal:
    """A mean to a tenth; one beyond all measure as it is."""
    return value.quantize(_TENTH) if abs(value) < _BEYOND else value


def _middle(points: Sequence[Point]) -> Decimal:
    return _median([value for _day, value in points])


def _median(values: Sequence[Decimal]) -> Decimal:
    """As `statistics.median`, whose module takes 3 ms to load: every import would wait for it."""
    ordered, middle = sorted(values), len(values) // 2
    return ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2
