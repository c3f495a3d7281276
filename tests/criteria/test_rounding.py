"""Figures of the own history stay apart in what a rule says."""

from decimal import Decimal

from smartgoal.criteria.likelihood import rounded


def test_a_narrow_band_keeps_easier_and_bolder_targets_apart() -> None:
    assert [rounded(value, 46.0) for value in (1464.2, 1478.1, 1492.0)] == [1464, 1478, 1492]


def test_the_best_window_is_not_rounded_to_a_target_it_missed() -> None:
    assert rounded(19_800, 30_000) == 20_000
    assert rounded(19_800, 30_000, Decimal(20_000)) == 19_800
    assert rounded(49.7, 20, Decimal(50)) == 49
