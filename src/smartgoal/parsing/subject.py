"""One thing that a goal may be about, with what the catalogue and the lexicon's facts know of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from smartgoal.catalog import metrics
from smartgoal.model.goal import Span
from smartgoal.parsing.lexicon import subjects as facts

SubjectKind = Literal["metric", "thing", "event", "output", "vague"]
ANSWERING = frozenset(("response_time", "resolution_time"))  # measured as a length of time
NOUNS = frozenset(("metric", "thing", "vague", "output"))


@dataclass(frozen=True, slots=True)
class Subject:
    """One thing that a goal may be about, named at chunk `at`."""

    kind: SubjectKind
    id: str
    at: int
    span: Span
    words: str
    active: bool = True  # a word of doing ("publish"), not a noun ("posts")

    @property
    def countable(self) -> bool:
        """Something that two people would count alike."""
        return self.kind in ("metric", "thing")

    @property
    def unit(self) -> str:
        """The unit of its numbers: count, percent, minute, money, ratio or point."""
        return str(_facts_of(self.kind, self.id).get("unit", "count"))

    @property
    def form(self) -> str:
        """level, flow, ratio or event."""
        return str(_facts_of(self.kind, self.id).get("form", "flow"))

    @property
    def standing(self) -> bool:
        """Counted in a window, but a state all the same."""
        return self.id in facts()["form"]

    @property
    def either_way(self) -> bool:
        """Whether neither more nor less is better by itself: ad spend, questions."""
        return self.kind == "metric" and self.id in metrics() and metrics()[self.id].better is None

    @property
    def lower_is_better(self) -> bool:
        """Cost, time and the like."""
        return _facts_of(self.kind, self.id).get("better") == "down"

    @property
    def category(self) -> str | None:
        """The category it belongs to."""
        category: str | None = _facts_of(self.kind, self.id).get("category")
        return category


def _facts_of(kind: SubjectKind, identifier: str) -> Mapping[str, Any]:
    if kind == "metric":
        return _metric_facts(identifier)
    if kind == "event":
        event = facts()["event"].get(identifier, {})
        return {
            "category": event.get("category") or _metric_facts(event.get("metric", "")).get("category"),
            "form": "event",
        }
    if kind == "vague":
        return {"category": facts()["vague"].get(identifier)}
    row: Mapping[str, Any] = facts()["thing"].get(identifier, {}) if kind == "thing" else {}
    return {"better": "down", **row} if row.get("unit") in ("money", "minute") else row


def _metric_facts(identifier: str) -> Mapping[str, Any]:
    if identifier not in metrics():
        return {}
    metric = metrics()[identifier]
    form = facts()["form"].get(identifier, metric.form)
    return {"category": metric.categories[0], "unit": metric.unit, "form": form, "better": metric.better}
