"""What in a goal and its steps breaks a platform's rules or a law, or needs care. Not legal advice."""

from dataclasses import dataclass
from decimal import Decimal

from smartgoal.catalog.cautions import Caution, caution, cautions
from smartgoal.model.arithmetic import target_level
from smartgoal.model.goal import Span
from smartgoal.model.plan import Plan
from smartgoal.planning.start import with_start
from smartgoal.planning.topics import mentions, platforms_named

REGISTER_FROM = Decimal(10_000)
"""Pages from this many followers on are entered in the Russian register (since 2025-01-01)."""


@dataclass(frozen=True, slots=True)
class Match:
    """A caution that words call: the topic, the words themselves and where they stand."""

    caution: Caution
    topic: str
    words: str
    span: Span


@dataclass(frozen=True, slots=True)
class Risk:
    """A caution of a plan, told once: the indices of the steps it is about (none: the goal itself), the words."""

    caution: Caution
    steps: tuple[int, ...] = ()
    words: str = ""


def recognise(text: str, market: str | None, platform: str | None) -> tuple[Match, ...]:
    """The cautions that the words of a step or goal call, in either language.

    A platform named in the text counts instead of `platform`. Without a market no law is told.
    """
    places = platforms_named(text) or (platform,)
    found = []
    for row in cautions().values():
        for mention in mentions(text):
            if any(row.holds(mention.topic, place, market) for place in places):
                begin, end = mention.span
                found.append(Match(row, mention.topic, text[begin:end], mention.span))
                break
    return tuple(found)


def risks_of(plan: Plan) -> tuple[Risk, ...]:
    """The cautions of the whole plan, each once, the heaviest first."""
    texts: list[tuple[int | None, str]] = [(None, plan.goal.statement or "")]
    texts += [(index, f"{step.title}. {step.result or ''}") for index, step in enumerate(plan.steps)]
    calls: dict[str, tuple[list[int], str]] = {}
    for index, text in texts:
        for match in recognise(text, plan.market, plan.goal.platform):
            steps, _ = calls.setdefault(match.caution.id, ([], match.words))
            if index is not None:
                steps.append(index)
    for identifier in _by_numbers(plan):
        calls.setdefault(identifier, ([], ""))
    return tuple(Risk(caution(each), tuple(calls[each][0]), calls[each][1]) for each in cautions() if each in calls)


def _by_numbers(plan: Plan) -> tuple[str, ...]:
    """The cautions that the goal's own numbers and category call in the plan's market."""
    goal = with_start(plan)
    levels = [level for level in (goal.baseline, target_level(goal)) if level is not None]
    large = goal.metric in {"followers", "members"} and any(level >= REGISTER_FROM for level in levels)
    collects = goal.category == "leads" or goal.metric in {"leads", "contest_entries"}
    called = {"register": large, "contacts": collects}
    return tuple(
        row.id
        for row in cautions().values()
        if any(holds and row.holds(topic, goal.platform, plan.market) for topic, holds in called.items())
    )
