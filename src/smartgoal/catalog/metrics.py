"""What can be counted: the rows of metrics.toml."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from types import MappingProxyType
from typing import Any, Literal, NamedTuple, get_args

from smartgoal.catalog.rows import Forms, Nouns, Texts, other_name, rows_of
from smartgoal.model.quantity import Period

MetricForm = Literal["level", "flow", "ratio", "event"]
MetricUnit = Literal["count", "percent", "minute", "money", "ratio", "point"]
Better = Literal["up", "down"]
PERIODS = frozenset(get_args(Period))


class SeriesBreak(NamedTuple):
    """A change of what a platform counts: figures from before `start` and after `end` are not one series."""

    platforms: tuple[str, ...]
    start: str
    end: str
    note: Texts


class Way(NamedTuple):
    """A way of counting a metric: its sentence, and what that says of the number.

    `per` is what the number is told over, where one is named; `summed`: over some period, no mean per post. `gross` is
    the metric of all who came, where those who left again are not taken off.
    """

    texts: Texts
    per: Period | None = None
    summed: bool = False
    gross: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Metric:
    """One metric. `low` and `high` are what can exist at all; `better` is None where neither way is good by itself.

    `additive` is False for unique counts and levels, which never sum over days. `per_post` marks what is usually
    counted as a mean per post. `several_readings` marks a metric that two people may count differently until
    `counted_as` says how. `nouns` holds the word that follows a number, by language and plural form. `where` tells the
    user where to look, `measured_by` is what a plan says of a number that is counted by hand. `ways` are those of
    `counted_as`, with what they say of the number. `high_on` is the most on a platform with a scale of its own.
    `between_periods`: a number per week tells one per day, as of amounts that add up and of people who seldom come
    twice.
    """

    id: str
    categories: tuple[str, ...]
    form: MetricForm
    unit: MetricUnit
    names: Texts
    cases: Mapping[str, Forms] = field(default_factory=dict)
    nouns: Nouns = field(default_factory=dict)
    better: Better | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    high_on: Mapping[str, Decimal] = field(default_factory=dict)
    additive: bool = False
    between_periods: bool = False
    per_post: bool = False
    several_readings: bool = False
    platforms: tuple[str, ...] = ()
    question: Texts = field(default_factory=dict)
    counted_as: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    where: Mapping[str, Texts] = field(default_factory=dict)
    measured_by: Texts = field(default_factory=dict)
    guard: str | None = None
    series_breaks: tuple[SeriesBreak, ...] = ()
    ways: tuple[Way, ...] = ()

    def highest(self, platform: str | None) -> Decimal | None:
        """The most that can exist, on that platform where its scale is another."""
        return self.high_on.get(platform or "", self.high)


def metric(identifier: str) -> Metric:
    """The metric of that id; "other:NAME" gives a plain count with that name. KeyError for an unknown id."""
    name = other_name(identifier)
    return metrics()[identifier] if name is None else _of_the_user(identifier, name)


@cache
def metrics() -> Mapping[str, Metric]:
    """All metrics of the catalogue by id, in the order of the table."""
    return MappingProxyType({key: _metric(key, row) for key, row in rows_of("metrics").items()})


def _metric(identifier: str, row: Mapping[str, Any]) -> Metric:
    return Metric(
        id=identifier,
        categories=tuple(row["categories"]),
        form=row["form"],
        unit=row["unit"],
        names=row["name"],
        cases=row.get("cases", {}),
        nouns=row.get("noun", {}),
        better=row.get("better"),
        low=_decimal(row.get("low")),
        high=_decimal(row.get("high")),
        high_on={platform: Decimal(str(most)) for platform, most in row.get("high_on", {}).items()},
        additive=row.get("additive", False),
        between_periods=row.get("between_periods", row.get("additive", False)),
        per_post=row.get("per_post", False),
        several_readings=row.get("several_readings", False),
        platforms=tuple(row.get("platforms", ())),
        question=row["question"],
        counted_as={language: tuple(texts) for language, texts in row["counted_as"].items()},
        where=row.get("where", {}),
        measured_by=row.get("measured_by", {}),
        guard=row.get("guard"),
        series_breaks=tuple(_series_break(each) for each in row.get("series_breaks", ())),
        ways=tuple(_ways(row)),
    )


def _ways(row: Mapping[str, Any]) -> Iterator[Way]:
    texts: Mapping[str, list[str]] = row["counted_as"]
    told: Sequence[Any] = row.get("counted_per", ())
    gross: Mapping[str, str] = row.get("counted_gross", {})
    for at, sentences in enumerate(zip(*texts.values(), strict=True)):
        per: Any = told[at] if told else ""
        named = per if per in PERIODS else None
        yield Way(dict(zip(texts, sentences, strict=True)), named, per == "period", gross.get(str(at + 1)))


def _series_break(row: Mapping[str, Any]) -> SeriesBreak:
    return SeriesBreak(tuple(row["platforms"]), row["start"], row["end"], row["note"])


def _of_the_user(identifier: str, name: str) -> Metric:
    names = {"ru": name, "en": name}
    return Metric(id=identifier, categories=(), form="flow", unit="count", names=names, low=Decimal(0), additive=True,
                  between_periods=True)  # fmt: skip


def _decimal(number: float | None) -> Decimal | None:
    return None if number is None else Decimal(str(number))
