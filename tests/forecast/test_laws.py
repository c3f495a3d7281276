"""Laws of the chance, whatever the history."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.forecast.histories import START, Points, after

from smartgoal.forecast import Estimate, chance

FORMS_AND_KINDS = [
    *(("level", kind) for kind in ("gain", "level", "percent", "factor", "total", "rate")),
    *(("flow", kind) for kind in ("total", "rate", "gain", "level", "percent", "factor")),
    *(("ratio", kind) for kind in ("level", "gain", "percent", "factor")),
]


@st.composite
def histories(draw: st.DrawFn) -> Points:
    gaps = draw(st.lists(st.sampled_from([1, 1, 1, 2, 7, 30]), min_size=7, max_size=60))
    values = draw(st.lists(st.integers(0, 500), min_size=len(gaps) + 1, max_size=len(gaps) + 1))
    days = [START]
    for gap in gaps:
        days.append(days[-1] + dt.timedelta(days=gap))
    return [(day, float(value)) for day, value in zip(days, values, strict=True)]


def ask(points: Points, form: Any, kind: Any, value: float, days: int, direction: Any = "increase") -> Estimate:
    by = after(points, days)
    return chance(points, form=form, kind=kind, value=value, by=by, direction=direction)


@pytest.mark.parametrize(("form", "kind"), FORMS_AND_KINDS)
@pytest.mark.parametrize("direction", ["increase", "decrease"])
@given(points=histories(), days=st.integers(1, 200), values=st.lists(st.floats(0.1, 900), min_size=2, max_size=5))
def test_a_harder_target_is_never_likelier(
    form: str, kind: str, direction: str, points: Points, days: int, values: list[float]
) -> None:
    harder_is_less = direction == "decrease" and kind not in {"gain", "percent"}
    if (form, kind) == ("level", "total") or (kind, direction) == ("factor", "decrease"):
        harder_is_less = False  # falls by so much; so many times less
        values = [value + 1 for value in values]
    values.sort(reverse=harder_is_less)
    chances = [ask(points, form, kind, value, days, direction).chance for value in values]
    if None in chances:
        assert set(chances) == {None}
        return
    told = [each for each in chances if each is not None]
    assert told == sorted(told, reverse=True)
    assert all(0.03 <= each <= 0.97 for each in told)


@given(points=histories(), days=st.integers(1, 200), value=st.floats(0, 900))
def test_the_same_question_has_the_same_answer(points: Points, days: int, value: float) -> None:
    assert ask(points, "level", "gain", value, days) == ask(points, "level", "gain", value, days)


@pytest.mark.parametrize(("form", "kind"), [("level", "gain"), ("flow", "total"), ("flow", "rate"), ("ratio", "level")])
@given(points=histories(), days=st.integers(1, 200), value=st.floats(0, 900))
def test_the_unit_of_counting_does_not_matter(form: str, kind: str, points: Points, days: int, value: float) -> None:
    # sales come in launches from five in one on, which is no matter of units: no amount lies below
    tens, thousandths = ([(day, unit * amount) for day, amount in points] for unit in (10, 10_000))
    one, other = ask(tens, form, kind, value, days), ask(thousandths, form, kind, 1000 * value, days)
    assert other.chance == pytest.approx(one.chance, abs=1e-6)
    assert other.median == pytest.approx(None if one.median is None else 1000 * one.median, abs=1e-3)


@given(points=histories(), days=st.integers(1, 200), value=st.floats(0, 900))
def test_only_the_change_of_a_level_matters_for_a_gain(points: Points, days: int, value: float) -> None:
    # high enough that no jump looks like a change of the counting
    low, high = ([(day, base + amount) for day, amount in points] for base in (2_000.0, 50_000.0))
    one, other = ask(low, "level", "gain", value, days), ask(high, "level", "gain", value, days)
    assert other.chance == pytest.approx(one.chance, abs=1e-6)


@given(points=histories(), days=st.integers(1, 200), value=st.floats(0, 900))
def test_a_falling_gain_is_the_mirror_of_a_rising_one(points: Points, days: int, value: float) -> None:
    rising = [(day, 200_000 + amount) for day, amount in points]
    falling = [(day, 200_000 - amount) for day, amount in points]
    up, down = ask(rising, "level", "gain", value, days), ask(falling, "level", "gain", value, days, "decrease")
    assert down.chance == pytest.approx(up.chance, abs=1e-6)
    assert down.median == pytest.approx(up.median, abs=1e-6)


@given(points=histories(), days=st.integers(1, 200), value=st.floats(0, 900))
def test_band_median_and_targets_stand_in_order(points: Points, days: int, value: float) -> None:
    estimate = ask(points, "flow", "total", value, days)
    if estimate.chance is None:
        return
    assert estimate.band80 is not None
    assert estimate.median is not None
    assert estimate.targets is not None
    low, high = estimate.band80
    targets = estimate.targets
    assert 0 <= low <= targets.safe <= targets.even <= targets.stretch <= high
    assert targets.even == estimate.median
