"""VKontakte: the answer of the API's `stats.get`, newest day first, and its flat rows from before 2018.

Keys of the block "activity" are left out when 0; others are left out when not known.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from smartgoal.importers import dates
from smartgoal.importers.documents import Document
from smartgoal.importers.format import Content, Format
from smartgoal.importers.making import make_series
from smartgoal.importers.points import tell_missing, tell_order
from smartgoal.model.series import Series

_KEYS = {
    ("visitors", "views"): "profile_visits",
    ("visitors", "visitors"): "viewers",
    ("reach", "reach"): "reach",
    ("activity", "subscribed"): "new_followers",
    ("activity", "unsubscribed"): "lost_followers",
    ("activity", "likes"): "likes",
    ("activity", "copies"): "shares",
    ("activity", "comments"): "comments",
}
_FLAT_KEYS = {name: metric for (_part, name), metric in _KEYS.items()}
_ZERO_WHEN_ABSENT = frozenset(metric for (part, _name), metric in _KEYS.items() if part == "activity")
_HALF_A_DAY = 43_200  # a day begins at midnight of UTC or of Moscow, three hours earlier: its noon is within it
_TOO_MUCH = 10**18  # more digits than any number of an export has
_LAST_SECOND = 4_102_444_800  # the year 2100


def _claims(document: Document) -> bool:
    return bool(_periods(document.data))


def _periods(data: Any) -> list[dict[str, Any]]:
    answer = data.get("response") if isinstance(data, dict) else data
    rows = answer if isinstance(answer, list) else []
    dated = [each for each in rows if isinstance(each, dict) and ("period_from" in each or "day" in each)]
    return [each for each in rows if isinstance(each, dict)] if dated else []


def _read(document: Document) -> Content:
    counts: dict[str, dict[date, Decimal]] = defaultdict(dict)
    days: dict[date, int] = {}
    periods = _periods(document.data)
    usual = Counter(map(_length, periods)).most_common(1)[0][0]
    for place, period in enumerate(periods, start=1):
        day = _first_day(period)
        if day is None or abs(_length(period) - usual) > usual // 8 or not dates.has_come(day, document.options.today):
            document.problems.add("bad_date", text=str(period.get("period_from", period.get("day", ""))))
        elif day in days:
            document.problems.add("doubled_day", text=day.isoformat(), first=days[day])
        else:
            days[day] = place
            for metric, value in _numbers(period):
                counts[metric][day] = value
    broken = _without_broken(document, counts)
    tell_order(days.items(), document.problems)
    series = []
    for metric, numbers in counts.items():
        points = [
            (day, numbers.get(day, Decimal(0)))
            for day in sorted(days)
            if day in numbers or (metric in _ZERO_WHEN_ABSENT and (metric, day) not in broken)
        ]
        series.append(make_series(metric, "vk", points, f"{document.name}: {metric}"))
    tell_missing(min((_days_of(each) for each in series), key=len, default=[]), document.problems)
    return Content(tuple(series))


def _without_broken(document: Document, counts: Mapping[str, dict[date, Decimal]]) -> set[tuple[str, date]]:
    """Take out numbers that nothing could count, and give where they stood."""
    broken = {
        (metric, day) for metric, numbers in counts.items() for day, value in numbers.items() if abs(value) >= _TOO_MUCH
    }
    for metric, day in sorted(broken):
        document.problems.add("bad_number", column=metric, text=str(counts[metric].pop(day)))
    return broken


def _days_of(series: Series) -> list[date]:
    return [day for day, _value in series.points]


def _length(period: Mapping[str, Any]) -> int:
    """The seconds that a period lasts; a beginning or end that was damaged gives another length than the rest."""
    start, end = period.get("period_from"), period.get("period_to")
    return end - start if isinstance(start, int) and isinstance(end, int) else 0


def _first_day(period: Mapping[str, Any]) -> date | None:
    start = period.get("period_from")
    if isinstance(start, int) and 0 < start < _LAST_SECOND:
        return datetime.fromtimestamp(start + _HALF_A_DAY, UTC).date()
    shape = dates.shape(str(period.get("day", "")))
    return None if shape is None else dates.known_day(shape)


def _numbers(period: Mapping[str, Any]) -> Iterator[tuple[str, Decimal]]:
    nested = ((metric, _part(period, part).get(name)) for (part, name), metric in _KEYS.items())
    flat = ((metric, period.get(name)) for name, metric in _FLAT_KEYS.items())
    for metric, value in (*flat, *nested):
        if isinstance(value, int) and not isinstance(value, bool):
            yield metric, Decimal(value)


def _part(period: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    part = period.get(name)
    return part if isinstance(part, dict) else {}


API = Format("vk_api_stats", _claims, _read)
