"""Values that a message quotes: `language` turns them into words of the reader's language."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from smartgoal.model.goal import Period

TermKind = Literal[
    "category", "metric", "platform", "criterion", "tactic", "unit", "period", "market", "kind", "severity", "standing"
]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with what it counts: 250 followers, 10 minutes, 350 RUB, 20 percent, 17.9 followers a day."""

    value: Decimal
    unit: str = "count"
    metric: str | None = None
    per: Period | None = None


@dataclass(frozen=True, slots=True)
class Term:
    """A row of the catalogue that a message names."""

    kind: TermKind
    id: str
