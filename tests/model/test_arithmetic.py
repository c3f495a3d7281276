from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from smartgoal.model import arithmetic
from smartgoal.model.goal import Direction, Goal, Kind

AMOUNTS = st.decimals(min_value=1, max_value=10_000, places=1)


def goal(kind: Kind, value: str, baseline: str | None = None, direction: Direction | None = "increase") -> Goal:
    return Goal(
        kind=kind, value=Decimal(value), baseline=None if baseline is None else Decimal(baseline), direction=direction
    )


@pytest.mark.parametrize(
    ("case", "target"),
    [
        (goal("gain", "250", "1840"), "2090"),
        (goal("gain", "15", "40", "decrease"), "25"),
        (goal("gain", "250"), None),
        (goal("percent", "20", "500"), "600"),
        (goal("percent", "20", "40", "decrease"), "32"),
        (goal("factor", "2", "500"), "1000"),
        (goal("factor", "3", "30", "decrease"), "10"),
        (goal("factor", "0.5", "30", "decrease"), "15"),
        (goal("level", "10", "45", "decrease"), "10"),
        (goal("total", "100"), "100"),
        (goal("rate", "10"), "10"),
        (Goal(kind="milestone"), None),
        (Goal(kind="milestone", value=Decimal(1), baseline=Decimal(5)), None),
        (Goal(kind="gain", baseline=Decimal(5)), None),
        (Goal(value=Decimal(1), baseline=Decimal(5)), None),
        (Goal(), None),
    ],
)
def test_target_follows_from_kind_and_start_value(case: Goal, target: str | None) -> None:
    assert arithmetic.target_level(case) == (None if target is None else Decimal(target))


def test_a_falling_goal_has_gone_a_seventh_of_the_way() -> None:
    case = goal("level", "10", "45", "decrease")
    assert round(arithmetic.share_of_way(case, Decimal(40)) or 0, 2) == Decimal("0.14")
    assert arithmetic.remaining(case, Decimal(40)) == -30
    assert arithmetic.is_met(case, Decimal(40)) is False
    assert arithmetic.is_met(case, Decimal(9)) is True


def test_below_the_start_value_the_share_is_negative() -> None:
    assert arithmetic.share_of_way(goal("level", "1000", "500"), Decimal(400)) == Decimal("-0.2")


def test_a_total_counts_from_zero() -> None:
    case = goal("total", "100", "7")
    assert arithmetic.share_of_way(case, Decimal(25)) == Decimal("0.25")
    assert arithmetic.gap(case) == 100


def test_a_gain_tells_its_gap_without_a_start_value() -> None:
    assert arithmetic.gap(goal("gain", "250")) == 250
    assert arithmetic.gap(goal("gain", "15", direction="decrease")) == -15


def test_a_start_that_meets_the_target_leaves_no_gap_and_no_way() -> None:
    for case in (goal("level", "1500", baseline="1840"), goal("level", "15", baseline="12", direction="decrease")):
        assert arithmetic.gap(case) == 0
        assert arithmetic.share_of_way(case, Decimal(20)) is None


def test_without_a_start_value_the_gap_of_a_level_is_not_known() -> None:
    assert arithmetic.gap(goal("level", "10")) is None
    assert arithmetic.gap(Goal(kind="level", baseline=Decimal(45))) is None


def test_a_kept_level_is_met_on_its_side_and_has_no_share() -> None:
    kept = Goal(kind="level", value=Decimal(15), baseline=Decimal(12), direction="decrease", hold=True)
    assert arithmetic.is_met(kept, Decimal(14)) is True
    assert arithmetic.is_met(kept, Decimal(16)) is False
    assert arithmetic.share_of_way(kept, Decimal(14)) is None


def test_the_side_of_a_level_is_told_by_its_start_value() -> None:
    assert arithmetic.direction(goal("level", "10", "45", None)) == "decrease"
    assert arithmetic.direction(goal("level", "10", "4", None)) == "increase"
    assert arithmetic.direction(goal("level", "10", None, None)) is None
    assert arithmetic.is_met(goal("level", "10", None, None), Decimal(12)) is None


def test_only_times_are_converted() -> None:
    assert arithmetic.in_unit(Decimal(2), "hour", "minute") == 120
    assert arithmetic.in_unit(Decimal(30), "minute", "hour") == Decimal("0.5")
    assert arithmetic.in_unit(Decimal(2), "day", "hour") == 48
    assert arithmetic.in_unit(Decimal(90), "second", "minute") == Decimal("1.5")
    assert arithmetic.in_unit(Decimal("1.5"), "minute", "second") == 90
    assert arithmetic.in_unit(Decimal(30), "RUB", "minute") == 30


@given(
    AMOUNTS, AMOUNTS, st.sampled_from(["gain", "percent", "level", "factor"]), st.sampled_from(["increase", "decrease"])
)
def test_share_is_0_at_the_start_and_1_at_the_target(
    baseline: Decimal, value: Decimal, kind: Kind, way: Direction
) -> None:
    case = Goal(kind=kind, value=value, baseline=baseline, direction=way)
    target = arithmetic.target_level(case)
    assert target is not None
    assume(not arithmetic.is_met(case, baseline))
    assert arithmetic.share_of_way(case, baseline) == 0
    assert arithmetic.share_of_way(case, target) == 1
    assert arithmetic.is_met(case, target)
    assert arithmetic.remaining(case, target) == 0
    assert arithmetic.gap(case) == pytest.approx(target - baseline)


@given(AMOUNTS, AMOUNTS, AMOUNTS, AMOUNTS)
def test_nearer_the_target_is_never_less_of_the_way(start: Decimal, end: Decimal, one: Decimal, two: Decimal) -> None:
    assume(start != end)
    case = Goal(kind="level", value=end, baseline=start, direction="increase" if end > start else "decrease")
    near, far = sorted((one, two), key=lambda value: value if end > start else -value, reverse=True)
    near_share, far_share = arithmetic.share_of_way(case, near), arithmetic.share_of_way(case, far)
    assert near_share is not None
    assert far_share is not None
    assert near_share >= far_share
