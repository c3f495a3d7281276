"""Which tactics fit a plan, best first, each with the reasons for it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from smartgoal.catalog import categories, metric, metrics
from smartgoal.catalog.cautions import cautions
from smartgoal.catalog.tactics import Tactic, tactics
from smartgoal.model.goal import Goal
from smartgoal.model.plan import Plan
from smartgoal.model.quantity import Quantity, Term
from smartgoal.planning.measuring import counts_from_zero, is_known
from smartgoal.planning.resources import Resources
from smartgoal.planning.schedule import Slot
from smartgoal.planning.start import with_start
from smartgoal.planning.topics import mentions

_PROMOTED = {"paid", "barter"}
_MANY_HOURS = 10


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a tactic was chosen, or what to know about the proposal: a row of reasons.toml and its values."""

    code: str
    values: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Choice:
    """A tactic that fits, with its weight among the others and the reasons."""

    tactic: Tactic
    weight: int
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What decides about tactics: goal, market and resources of one plan."""

    goal: Goal
    category: str
    platforms: tuple[str, ...]
    market: str | None
    resources: Resources
    start_unknown: bool
    badge: bool
    wants_ads: bool

    @classmethod
    def of(cls, plan: Plan, resources: Resources) -> "Setting":
        """Read the setting out of a plan."""
        goal = with_start(plan)
        platforms = goal.platforms or ((goal.platform,) if goal.platform else ())
        topics = {mention.topic for mention in mentions(goal.statement or "")}
        return cls(
            goal=goal,
            category=category_of(goal),
            platforms=platforms,
            market=plan.market,
            resources=resources,
            start_unknown=goal.baseline is None and goal.kind != "milestone" and not counts_from_zero(goal),
            badge=goal.kind == "milestone" and "badge" in topics,
            wants_ads="paid_ads" in topics,
        )

    @property
    def may_spend(self) -> bool:
        """Whether money was named, or the goal itself speaks of advertising."""
        return bool(self.resources.budget) or self.wants_ads

    @property
    def could_spend(self) -> bool:
        """Whether advertising would act on this goal at all."""
        return any(
            tactic.cost == "paid" and _in_situation(tactic, self) and _moves(tactic, self.goal)
            for tactic in tactics().values()
        )


def category_of(goal: Goal) -> str:
    """The goal's category, or the first one of its metric; awareness where neither is known."""
    if goal.category in categories():
        return str(goal.category)
    if goal.metric is not None and is_known(goal.metric):
        return next(iter(metric(goal.metric).categories), "awareness")
    return "awareness"


def choices(setting: Setting, slot: Slot, chosen: tuple[str, ...] = ()) -> tuple[Choice, ...]:
    """The tactics for a stretch of the plan, best first, without those already chosen.

    Those that raise what shall fall stand in only where nothing else fits.
    """
    found = [
        _weighed(tactic, setting, slot, chosen)
        for tactic in tactics().values()
        if tactic.id not in chosen and slot.name in tactic.slots and fits(tactic, setting)
    ]
    lowering = [choice for choice in found if not _raises_what_shall_fall(choice.tactic, setting.goal)]
    return tuple(sorted(lowering or found, key=lambda choice: -choice.weight))


def fits(tactic: Tactic, setting: Setting) -> bool:
    """Whether the tactic may be proposed at all: goal, platform, market, money and partners."""
    return (
        _in_situation(tactic, setting)
        and (not tactic.platforms or not setting.platforms or bool(set(tactic.platforms) & set(setting.platforms)))
        and (_moves(tactic, setting.goal) or not tactic.metrics_only)
        and _is_lawful(tactic, setting)
        and _is_affordable(tactic, setting)
        and not (setting.resources.partners is False and tactic.means in {"partners", "barter"})
    )


def _in_situation(tactic: Tactic, setting: Setting) -> bool:
    if setting.goal.kind == "milestone":
        return tactic.situation == ("badge" if setting.badge else "milestone")
    if tactic.situation == "unknown_start":
        return setting.start_unknown and _in_category(tactic, setting)
    return tactic.situation is None and _in_category(tactic, setting)


def _moves(tactic: Tactic, goal: Goal) -> bool:
    """Whether the tactic acts on the goal's metric; "other" stands for one that the catalogue does not have."""
    if goal.metric in metrics():
        return goal.metric in tactic.metrics
    return goal.metric is not None and "other" in tactic.metrics


def _raises_what_shall_fall(tactic: Tactic, goal: Goal) -> bool:
    """Whether the tactic brings more of what is usually welcome where the goal wants less: negative reviews."""
    welcome = goal.metric in metrics() and metric(str(goal.metric)).better == "up"
    return welcome and goal.direction == "decrease" and goal.metric in tactic.metrics


def _in_category(tactic: Tactic, setting: Setting) -> bool:
    return not tactic.categories or setting.category in tactic.categories


def _is_lawful(tactic: Tactic, setting: Setting) -> bool:
    if tactic.means == "contest":
        return not banned(setting, "promoted_contest", {"error"})
    return tactic.means not in _PROMOTED or not banned(setting, "paid_ads", {"error", "warning"})


def banned(setting: Setting, topic: str, severities: set[str]) -> bool:
    """Whether a law of the market forbids this on one of the platforms ("error"), or may forbid it ("warning")."""
    laws = [row for row in cautions().values() if row.kind == "law" and row.severity in severities]
    return any(row.holds(topic, each, setting.market) for row in laws for each in setting.platforms)


def _is_affordable(tactic: Tactic, setting: Setting) -> bool:
    budget = setting.resources.budget
    if tactic.cost == "none":
        return True
    if tactic.cost == "low":
        return budget is None or budget > 0
    return budget > 0 if budget is not None else setting.wants_ads


def _weighed(tactic: Tactic, setting: Setting, slot: Slot, chosen: tuple[str, ...]) -> Choice:
    weighed = tuple(_weights(tactic, setting, slot, chosen))
    return Choice(
        tactic, sum(weight for weight, _ in weighed), tuple(reason for _, reason in weighed if reason is not None)
    )


def _weights(
    tactic: Tactic, setting: Setting, slot: Slot, chosen: tuple[str, ...]
) -> Iterator[tuple[int, Reason | None]]:
    yield 0, Reason(f"slot_{slot.name}")
    if tactic.situation == "unknown_start":
        yield 20, Reason("measures_start")
    if tactic.categories:
        yield 3, None
    yield _metric_weight(tactic, setting)
    yield from _means_weights(tactic, setting.resources)
    if set(tactic.platforms) & set(setting.platforms):
        yield 1, None
    if tactic.after:
        yield (3, Reason("builds_on")) if set(tactic.after) & set(chosen) else (-2, None)
    late = tactic.days - slot.days
    yield (
        (2, Reason("fits_time", {"days": Quantity(Decimal(slot.days), "day")}))
        if late <= 0
        else (-min(6, late // 3 + 1), None)
    )


def _metric_weight(tactic: Tactic, setting: Setting) -> tuple[int, Reason | None]:
    if _moves(tactic, setting.goal):
        return 4, Reason("moves_metric", {"metric": Term("metric", setting.goal.metric or "")})
    return (-4 if tactic.metrics else 0), None


def _means_weights(tactic: Tactic, resources: Resources) -> Iterator[tuple[int, Reason | None]]:
    if tactic.cost == "paid":
        yield 5, Reason("in_budget" if resources.budget else "as_said")
    elif resources.budget == Decimal(0):
        yield 0, Reason("free")
    if resources.partners and tactic.means in {"partners", "barter", "contest"}:
        yield 3, Reason("has_partners")
    if resources.hands is False and tactic.hours > _MANY_HOURS:
        yield -3, None
