"""The lesson's six example goals: the rows of examples.toml."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from smartgoal.catalog.rows import Texts, rows_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One goal as the lesson words it, with one remark. `market` limits the remark to that market (None: always).

    `parts` are fields of `model.goal.Goal` as a TOML file would hold them; `within` is the deadline as a span
    ("2w", "1mo") and `until` as a day of the year ("04-30"), since an example is dated on the day it is used.
    """

    category: str
    texts: Texts
    remarks: Texts
    parts: Mapping[str, Any]
    within: str | None = None
    until: str | None = None
    market: str | None = None


@cache
def examples() -> tuple[Example, ...]:
    """The six goals in the lesson's order."""
    return tuple(
        Example(
            category=row["category"],
            texts=row["text"],
            remarks=row["remark"],
            parts=row["parts"],
            within=row.get("within"),
            until=row.get("until"),
            market=row.get("market"),
        )
        for row in rows_of("examples")["examples"]
    )
