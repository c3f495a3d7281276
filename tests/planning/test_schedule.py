"""Stretches of a window and shares of a gap."""

from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartgoal.planning.schedule import ramp, slots

START = date(2026, 11, 22)


@given(days=st.integers(0, 1500), cycle=st.integers(0, 400))
def test_stretches_fill_the_window_in_order(days: int, cycle: int) -> None:
    stretches = slots(START, START + timedelta(days=days), cycle)
    assert 3 <= len(stretches) <= 4
    assert stretches[0].start == START
    assert stretches[-1].due == START + timedelta(days=days)
    assert all(slot.start <= slot.check <= slot.due for slot in stretches)
    dues = [slot.due for slot in stretches]
    assert dues == sorted(dues)
    assert days == 0 or dues[-2] < dues[-1]


def test_a_quarter_is_shared_as_the_skeleton_says() -> None:
    days = [slot.days for slot in slots(START, START + timedelta(days=99))]
    assert 10 <= days[0] <= 15
    assert 20 <= days[1] <= 30
    assert 40 <= days[2] <= 50


def test_a_week_has_three_steps_and_none_of_the_first_two_ends_it() -> None:
    stretches = slots(START, START + timedelta(days=7))
    assert [slot.name for slot in stretches] == ["measure", "test", "scale"]
    assert stretches[1].due < stretches[2].due


@pytest.mark.parametrize(
    ("days", "cycle", "dues"),
    [(0, 0, [0, 0, 0]), (1, 0, [0, 0, 1]), (3, 0, [1, 2, 3]), (10, 0, [2, 6, 10]), (11, 0, [1, 4, 9, 11]),
     (100, 0, [13, 38, 83, 100]), (300, 0, [28, 114, 249, 300]),
     (100, 3, [13, 38, 83, 100]), (100, 40, [9, 27, 60, 100]), (100, 90, [8, 23, 50, 100]), (10, 4, [2, 6, 10])],
)  # fmt: skip
def test_stretches_end_where_their_shares_of_the_window_say(days: int, cycle: int, dues: list[int]) -> None:
    assert [(slot.due - START).days for slot in slots(START, START + timedelta(days=days), cycle)] == dues


def test_a_stretch_begins_the_day_after_the_one_before_it() -> None:
    stretches = slots(START, START + timedelta(days=100))
    assert [slot.start - before.due for before, slot in pairwise(stretches)] == [timedelta(days=1)] * 3
    assert [(slot.check - START).days for slot in stretches] == [6, 26, 61, 92]


@given(total=st.integers(-(10**9), 10**9).map(Decimal))
def test_whole_shares_add_up_exactly_and_never_turn(total: Decimal) -> None:
    parts = ramp(total, ["measure", "test", "scale", "hold"], whole=True)
    assert sum(parts) == total
    assert all(part == part.to_integral_value() and part * total >= 0 for part in parts)


@given(total=st.decimals(-(10**6), 10**6, places=3, allow_nan=False, allow_infinity=False))
def test_broken_shares_add_up_exactly_too(total: Decimal) -> None:
    assert sum(ramp(total, ["measure", "test", "scale"], whole=False)) == total


@given(total=st.integers(1, 10**6).map(Decimal), days=st.integers(20, 300), more=st.integers(1, 300))
def test_a_longer_deadline_never_needs_a_higher_pace(total: Decimal, days: int, more: int) -> None:
    def pace(window: int) -> Decimal:
        stretches = slots(START, START + timedelta(days=window))
        parts = ramp(total, [slot.name for slot in stretches], whole=True)
        return max(part / slot.days for part, slot in zip(parts, stretches, strict=True))

    assert pace(days + more * 20) <= pace(days) * Decimal("1.1")
    assert total / (days + more) <= total / days


def test_most_of_the_result_comes_while_scaling() -> None:
    assert ramp(Decimal(250), ["measure", "test", "scale", "hold"], whole=True) == [0, 60, 150, 40]
