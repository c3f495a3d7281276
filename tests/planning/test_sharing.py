"""How the gap and the budget are shared among the steps."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from smartgoal.catalog.tactics import Tactic, tactics
from smartgoal.model.goal import Goal
from smartgoal.planning.schedule import slots
from smartgoal.planning.sharing import shared_costs, shared_results

START = date(2026, 11, 22)
STRETCHES = slots(START, START + timedelta(days=100))


def results(**goal: Any) -> list[str | None]:
    numbers: dict[str, Any] = {key: Decimal(goal.pop(key)) for key in ("value", "baseline") if key in goal}
    return [str(result) if result else None for result in shared_results(Goal(**goal, **numbers), STRETCHES)]


@pytest.mark.parametrize(
    ("goal", "shares"),
    [
        ({"metric": "followers", "kind": "gain", "unit": "count", "value": 250}, [None, "+60", "+150", "+40"]),
        ({"metric": "followers", "kind": "percent", "value": 20, "baseline": 644}, [None, "+30", "+80", "+19"]),
        ({"metric": "followers", "kind": "percent", "value": 20}, [None, "+5%", "+12%", "+3%"]),
        ({"metric": "engagement_rate", "kind": "level", "unit": "percent", "value": 6, "baseline": 4},
         [None, "=4.5%", "=5.7%", "=6%"]),
        ({"metric": "comments", "kind": "rate", "per": "post", "unit": "count", "value": 10, "baseline": "4.25"},
         [None, "=5.65", "=9.15", "=10"]),
        ({"metric": "rating", "kind": "level", "hold": True, "unit": "point", "value": "4.8", "baseline": "4.8"},
         [None, None, "=4.8", "=4.8"]),
        ({"metric": "reach", "kind": "total", "unit": "count", "value": 9000}, [None, None, None, "=9000"]),
        ({"metric": "viewers", "kind": "gain", "unit": "count", "value": 9000}, [None, None, None, "=9000"]),
        ({"metric": "milestone", "kind": "milestone"}, [None] * 4),
        ({"metric": "messages_per_member", "kind": "rate", "per": "week", "unit": "count", "value": "0.05",
          "baseline": "0.02"}, [None, "=0.028", "=0.046", "=0.05"]),
        ({"metric": "customers", "kind": "rate", "per": "week", "unit": "count", "value": "0.9", "baseline": "0.5"},
         [None, "=0.6", "=0.84", "=0.9"]),
        ({"metric": "customers", "kind": "rate", "per": "week", "unit": "count", "value": 2, "baseline": 1},
         [None, None, "=2", "=2"]),
        ({"metric": "leads", "kind": "rate", "per": "week", "unit": "count", "value": 20, "baseline": "12.857"},
         ["=13", "=15", "=19", "=20"]),
    ],
)  # fmt: skip
def test_a_gap_is_shared_in_numbers_that_can_be_had(goal: dict[str, Any], shares: list[str | None]) -> None:
    assert results(direction="increase", **goal) == shares


def tactic(cost: str) -> Tactic:
    return next(row for row in tactics().values() if row.cost == cost)


@pytest.mark.parametrize(
    ("budget", "kinds", "costs"),
    [
        (1000, ["none", "paid", "paid", "none"], [0, 250, 750, 0]),
        (1000, ["low", "none", "low", "none"], [100, 0, 100, 0]),
        (1000, ["low", "paid", "none", "none"], [285, 714, 0, 0]),
        (1000, ["paid", "none", "none", "none"], [0, 0, 0, 0]),
        (1000, ["none", "none", "none", "none"], [0, 0, 0, 0]),
        (None, ["none", "paid", "low", "none"], [0, None, None, 0]),
    ],
)
def test_a_budget_is_shared_by_what_the_steps_cost(
    budget: int | None, kinds: list[str], costs: list[int | None]
) -> None:
    chosen = [(slot, tactic(kind)) for slot, kind in zip(STRETCHES, kinds, strict=True)]
    assert shared_costs(None if budget is None else Decimal(budget), chosen) == costs
