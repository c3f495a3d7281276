"""The rows of scenarios.toml as plans and resources."""

import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from smartgoal.model.goal import Goal
from smartgoal.model.plan import Plan
from smartgoal.planning.resources import Resources

TODAY = date(2026, 11, 22)
_NUMBERS = {"value", "baseline", "budget", "price"}


@dataclass(frozen=True)
class Scenario:
    name: str
    plan: Plan
    resources: Resources


def _typed(row: dict[str, Any]) -> dict[str, Any]:
    return {key: Decimal(value) if key in _NUMBERS else value for key, value in row.items()}


def _scenario(row: dict[str, Any]) -> Scenario:
    goal = Goal(deadline=TODAY + timedelta(days=row["days"]), **_typed(row["goal"]))
    plan = Plan(goal=goal, market=row.get("market"), created=TODAY, owner="Вера", language="ru")
    return Scenario(row["name"], plan, Resources(**_typed(row.get("resources", {}))))


_TABLE = tomllib.loads(Path(__file__).with_name("scenarios.toml").read_text(encoding="utf-8"))
SCENARIOS = tuple(_scenario(row) for row in _TABLE["scenario"])
