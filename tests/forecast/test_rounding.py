"""Figures of a forecast are told as fine as they mean something."""

from decimal import Decimal

import pytest

from smartgoal.forecast.rounding import told_to


@pytest.mark.parametrize(
    ("value", "spread", "told"),
    [
        (1464.2, 45.7, "1464"),
        (1900.7, 66, "1901"),
        (1_327_412, 9300, "1327400"),
        (118, 110, "120"),
        (4.63, 2.8, "4.6"),
        (1.0534, 0.03, "1.05"),
        (1405.0, 0, "1405"),
    ],
)
def test_the_band_decides_how_fine(value: float, spread: float, told: str) -> None:
    assert told_to(value, spread) == Decimal(told)


def test_rounding_carries_nothing_to_a_target_that_was_not_met() -> None:
    mark = Decimal(20_000)
    assert told_to(19_800, 30_000) == mark
    assert told_to(19_800, 30_000, mark, apart=True) == 19_800
    assert told_to(19_999.7, 30_000, mark, apart=True) == 19_999
    assert told_to(20_000.3, 30_000, mark, apart=True) == 20_001
    assert told_to(20_000, 30_000, mark, apart=True) == mark


def test_rounding_carries_nothing_past_the_target() -> None:
    assert told_to(1474, 4500, Decimal(1475)) == 1470
    assert told_to(19_800, 30_000, Decimal(20_000)) == 20_000
