"""Random values of the model, for the property tests of every room."""

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from typing import TypeVar, get_args

from hypothesis import strategies as st

from smartgoal.model.goal import Direction, Goal, Kind
from smartgoal.model.plan import Accepted, Basis, Change, Measure, Outcome, Plan, Progress, Snapshot, Step
from smartgoal.model.quantity import Period

Value = TypeVar("Value")

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
names = st.sampled_from(["followers", "reach", "likes", "sales", "other:Яндекс Карты", 'odd "name"', "a.b", ""])
days = st.dates(dt.date(1900, 1, 1), dt.date(2199, 12, 31))
numbers = st.decimals(
    min_value=Decimal("-1e15"), max_value=Decimal("1e15"), allow_nan=False, allow_infinity=False, places=4
) | st.integers(-(10**15), 10**15).map(Decimal)


def perhaps(values: st.SearchStrategy[Value]) -> st.SearchStrategy[Value | None]:
    """Give a value or None."""
    return st.none() | values


def rows(values: st.SearchStrategy[Value], most: int = 3) -> st.SearchStrategy[tuple[Value, ...]]:
    """Give a few values."""
    return st.lists(values, max_size=most).map(tuple)


periods = st.sampled_from(get_args(Period))
goals = st.builds(
    Goal,
    statement=perhaps(texts),
    category=perhaps(texts),
    platform=perhaps(texts),
    platforms=rows(texts),
    metric=perhaps(texts),
    direction=perhaps(st.sampled_from(get_args(Direction))),
    kind=perhaps(st.sampled_from(get_args(Kind))),
    value=perhaps(numbers),
    unit=perhaps(texts),
    per=perhaps(periods),
    hold=st.booleans(),
    baseline=perhaps(numbers),
    start=perhaps(days),
    deadline=perhaps(days),
    why=perhaps(texts),
    limits=rows(texts, 5),
)
histories: st.SearchStrategy[Mapping[str, tuple[tuple[dt.date, Decimal], ...]]] = st.dictionaries(
    names, rows(st.tuples(days, numbers), 9), max_size=2
)
snapshots = st.builds(
    Snapshot,
    platform=perhaps(texts),
    date=days,
    source=texts,
    metrics=st.dictionaries(names, st.builds(Measure, numbers, perhaps(periods)), max_size=3),
    history=histories,
)
steps = st.builds(
    Step,
    title=texts,
    start=perhaps(days),
    due=perhaps(days),
    owner=perhaps(texts),
    result=perhaps(texts),
    basis=perhaps(st.sampled_from(get_args(Basis))),
    cost=perhaps(numbers),
    done=perhaps(days),
)
plans = st.builds(
    Plan,
    title=perhaps(texts),
    language=perhaps(st.sampled_from(["ru", "en"])),
    created=perhaps(days),
    owner=perhaps(texts),
    client=perhaps(texts),
    goal=goals,
    point_a=rows(snapshots, 2),
    economics=st.dictionaries(names, numbers | texts, max_size=3),
    steps=rows(steps, 4),
    accepted=rows(st.builds(Accepted, rule=texts, reason=texts, on=perhaps(days), values=perhaps(texts)), 2),
    changes=rows(st.builds(Change, what=texts, old=texts, new=texts, date=days, reason=texts), 2),
    progress=rows(st.builds(Progress, date=days, value=perhaps(numbers), note=perhaps(texts)), 4),
    outcome=perhaps(st.builds(Outcome, date=days, value=perhaps(numbers), scale=perhaps(st.integers(-2, 2)))),
)
