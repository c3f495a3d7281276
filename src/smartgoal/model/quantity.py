"""Values that a message quotes: `language` turns them into words of the reader's language."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Period = Literal["day", "week", "month", "quarter", "year", "post"]
TermKind = Literal[
    "category", "metric", "platform", "criterion", "tactic", "unit", "period", "market", "kind", "severity", "standing"
]

LARGEST_EXPONENT = 18  # numbers beyond are slips of the hand, and would print as pages of zeros


def is_sane(number: Decimal) -> bool:
    """Whether a number is finite and neither too large nor too fine to be one of a plan."""
    exponent = number.as_tuple().exponent
    return isinstance(exponent, int) and number.adjusted() <= LARGEST_EXPONENT and exponent >= -LARGEST_EXPONENT


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
