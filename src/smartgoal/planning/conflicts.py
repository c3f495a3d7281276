"""Plans side by side: two that move one number, or more spending than the client has."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import combinations
from pathlib import Path
from typing import Literal

from smartgoal.model.plan import Plan

_SPEND = re.compile(r"^\s*ad_spend\s*<=?\s*(\d+(?:\.\d+)?)\s*(\S*)")
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
        if plan.goal.metric:
            by_number[plan.client, plan.goal.platform, plan.goal.metric].append((path, plan))
    for (client, _, metric), group in by_number.items():
        for (first, one), (second, other) in combinations(group, 2):
            if overlap(one, other):
                yield Conflict(code="same_metric", files=(first, second), metric=metric, client=client)
    yield from over_budget(open_plans, budgets or {})


def overlap(one: Plan, other: Plan) -> bool:
    """True where both run on one day at least; a plan without dates runs always."""
    starts = [plan.goal.start or plan.created or date.min for plan in (one, other)]
    ends = [plan.goal.deadline or date.max for plan in (one, other)]
    return max(starts) <= min(ends)


def over_budget(plans: Iterable[Named], budgets: Mapping[str, Decimal]) -> Iterator[Conflict]:
    """Clients whose plans may spend more together than there is."""
    spending: dict[str, list[tuple[Path, Decimal]]] = defaultdict(list)
    for path, plan in plans:
        limit = spend_limit(plan)
        if plan.client is not None and plan.client in budgets and limit is not None:
            spending[plan.client].append((path, limit))
    for client, rows in spending.items():
        total = sum((limit for _, limit in rows), Decimal(0))
        if total > budgets[client]:
            files = tuple(path for path, _ in rows)
            yield Conflict(code="over_budget", files=files, client=client, total=total, budget=budgets[client])


def spend_limit(plan: Plan) -> Decimal | None:
    """What the plan may spend on advertising."""
    for limit in plan.goal.limits:
        found = _SPEND.match(limit)
        if found:
            return Decimal(found[1])
    return None
