"""How a rule says what it found."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, cast

from smartgoal.catalog.rules import rule
from smartgoal.criteria.facts import Facts
from smartgoal.model.finding import Criterion, Cure, Finding

Rule = Callable[[Facts], Iterable[Finding]]
Proposer = Callable[[Facts, Finding], Iterable[Cure]]
Proposers = Mapping[str, Proposer]


def found(code: str, variant: str = "", *, step: int | None = None, **values: Any) -> Finding:
    """A finding of that rule; its criterion and severity stand in the rule table."""
    row = rule(code)
    return Finding(code, cast("Criterion", row.criterion), row.severity, values, variant, step)
