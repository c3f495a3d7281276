"""Plans side by side: two that move one number, or more spending than the client has."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Literal

from smartgoal.model.plan import Plan
from smartgoal.model.quantity import Quantity
from smartgoal.parsing import parse_amount

_CEILING = re.compile(r"^\s*(\w+)\s*<=?\s*(.+)$")
Named = tuple[Path, Plan]


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Plans that get in each other's way. `total` and `budget` are sums of money in the plans' currency."""

    code: Literal["same_metric", "over_budget"]
    files: tuple[Path, ...]
    metric: str | None = None
    client: str | None = None
    total: Decimal | None = None
    budget: Decimal | None = None


def conflicts(plans: Iterable[Named], budgets: Mapping[str, Decimal] | None = None) -> Iterator[Conflict]:
    """All conflicts among open plans; `budgets` are the clients' budgets of the folder's settings."""
    open_plans = [(path, plan) for path, plan in plans if plan.outcome is None]
    by_number: dict[tuple[str | None, str | None, str], list[Named]] = defaultdict(list)
    for path, plan in open_plans:
        if plan.goal.metric and plan.goal.metric != "milestone":
            by_number[plan.client, plan.goal.platform, plan.goal.metric].append((path, plan))
    for (client, _, metric), group in by_number.items():
        for together in at_one_time(group):
            if len(together) > 1:
                yield Conflict(code="same_metric", files=tuple(path for path, _ in together), metric=metric,
                               client=client)  # fmt: skip
    yield from over_budget(open_plans, budgets or {})


def at_one_time(group: Iterable[Named]) -> Iterator[list[Named]]:
    """The plans in groups whose times overlap; a plan without dates runs always."""
    together: list[Named] = []
    until = date.min
    for path, plan in sorted(group, key=lambda named: (times(named[1]), named[0])):
        begin, end = times(plan)
        if together and begin > until:
            yield together
            together, until = [], date.min
        together.append((path, plan))
        until = max(until, end)
    if together:
        yield together


def times(plan: Plan) -> tuple[date, date]:
    """The first and the last day of a plan."""
    return plan.goal.start or plan.created or date.min, plan.goal.deadline or date.max


def over_budget(plans: Iterable[Named], budgets: Mapping[str, Decimal]) -> Iterator[Conflict]:
    """Clients whose plans may spend more at one time than there is."""
    spending: dict[str, list[Named]] = defaultdict(list)
    for path, plan in plans:
        if plan.client is not None and plan.client in budgets and spend_limit(plan) is not None:
            spending[plan.client].append((path, plan))
    for client, group in spending.items():
        for together in at_one_time(group):
            limits = (spend_limit(plan) for _, plan in together)
            total = sum((limit.value for limit in limits if limit), Decimal(0))
            if total > budgets[client]:
                files = tuple(path for path, _ in together)
                yield Conflict(code="over_budget", files=files, client=client, total=total, budget=budgets[client])


def spend_limit(plan: Plan) -> Quantity | None:
    """What the plan may spend on advertising, by its own conditions."""
    return most_allowed(plan, "ad_spend")


def most_allowed(plan: Plan, metric: str) -> Quantity | None:
    """The most that a number may be by the plan's own conditions; None where none speaks of it."""
    for limit in plan.goal.limits:
        found = _CEILING.match(limit)
        read = parse_amount(found[2]) if found and found[1] == metric else None
        if read is not None:
            return Quantity(read.value, read.unit)
    return None
