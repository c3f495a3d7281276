"""Any missing quantity of the chain from the others; contradictions with the names that disagree."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import chain
from math import prod

from smartgoal.economics.relations import (
    PRICES,
    SHARES,
    SIGNED,
    VOLUMES,
    Difference,
    Relation,
    relations,
)

NAMES = frozenset((*SHARES, *PRICES, *VOLUMES, *SIGNED))
TOLERANCE = Decimal("0.01")
"""Two ways to the same quantity may differ by this share: people type rounded numbers."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Given quantities that cannot all be true: `names` as given, the same `quantity` worked out in two ways.

    Where one given number is impossible by itself (a share above 1, below zero) `names` holds it alone.
    """

    names: tuple[str, ...]
    quantity: str
    values: tuple[Decimal, ...]


@dataclass(frozen=True, slots=True)
class Economics:
    """Everything that follows from what is known. `given` are the names typed, `conflict` says why nothing follows."""

    values: Mapping[str, Decimal]
    given: frozenset[str]
    conflict: Conflict | None = None
    sources: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def get(self, name: str) -> Decimal | None:
        """The quantity, or None where it does not follow from what is known."""
        return self.values.get(name)


def solve(known: Mapping[str, Decimal]) -> Economics:
    """Work out every quantity that follows from `known` (names of `relations`; other names are left alone).

    Amounts of money are in one currency, whichever it is. With a contradiction only what was given comes back.
    """
    given = {name: value for name, value in known.items() if name in NAMES}
    impossible = next(_impossible(given), None)
    if impossible is not None:
        return Economics(given, frozenset(given), impossible)
    chain_of = relations(given)
    values, sources = dict(given), {name: frozenset({name}) for name in given}
    while (step := next(_steps(chain_of, values), None)) is not None:
        name, value, used = step
        values[name] = value
        sources[name] = frozenset[str]().union(*(sources[each] for each in used))
    conflict = next(chain(_contradictions(chain_of, values, sources), _impossible(values, sources)), None)
    if conflict is not None:
        return Economics(given, frozenset(given), conflict)
    told = {name: value for name, value in values.items() if name in NAMES}
    return Economics(told, frozenset(given), sources=sources)


def _impossible(
    values: Mapping[str, Decimal], sources: Mapping[str, frozenset[str]] | None = None
) -> Iterator[Conflict]:
    for name, value in values.items():
        below = value < 0 and name not in SIGNED
        above = value > 1 + TOLERANCE and name in SHARES
        if below or above:
            yield Conflict(tuple(sorted(sources[name])) if sources else (name,), name, (value,))


def _steps(
    chain_of: Iterable[Relation], values: Mapping[str, Decimal]
) -> Iterator[tuple[str, Decimal, tuple[str, ...]]]:
    for relation in chain_of:
        names = _names(relation)
        missing = [name for name in names if name not in values]
        if len(missing) == 1:
            value = _solved(relation, missing[0], values)
            if value is not None:
                yield missing[0], value, tuple(name for name in names if name != missing[0])


def _names(relation: Relation) -> tuple[str, ...]:
    if isinstance(relation, Difference):
        second = (relation.second,) if isinstance(relation.second, str) else ()
        return (relation.first, *second, relation.result)
    return relation.left + relation.right


def _solved(relation: Relation, name: str, values: Mapping[str, Decimal]) -> Decimal | None:
    """The one quantity of the relation that is missing; None where that would divide by zero."""
    if isinstance(relation, Difference):
        return _difference(relation, name, values)
    own, other = (relation.left, relation.right) if name in relation.left else (relation.right, relation.left)
    top = prod((values[each] for each in other), start=Decimal(1))
    bottom = prod((values[each] for each in own if each != name), start=Decimal(1))
    if name in relation.left:
        bottom *= relation.constant
    else:
        top *= relation.constant
    return top / bottom if bottom else None


def _difference(relation: Difference, name: str, values: Mapping[str, Decimal]) -> Decimal:
    second = relation.second
    amount = values.get(second, Decimal(0)) if isinstance(second, str) else second
    if name == relation.result:
        return values[relation.first] - amount
    if name == relation.first:
        return values[relation.result] + amount
    return values[relation.first] - values[relation.result]


def _contradictions(
    chain_of: Iterable[Relation], values: Mapping[str, Decimal], sources: Mapping[str, frozenset[str]]
) -> Iterator[Conflict]:
    for relation in chain_of:
        names = _names(relation)
        if not all(name in values for name in names):
            continue
        for name in reversed(names):
            expected = _solved(relation, name, values)
            if expected is not None:
                if not _agree(values[name], expected):
                    roots = frozenset[str]().union(*(sources[each] for each in names))
                    yield Conflict(tuple(sorted(roots)), name, (values[name], expected))
                break


def _agree(first: Decimal, second: Decimal) -> bool:
    return abs(first - second) <= TOLERANCE * max(abs(first), abs(second))
