"""Few digits, and none that promise too much."""

from decimal import Decimal

import pytest

from smartgoal.exporters.figures import tidy, whole_percent


@pytest.mark.parametrize(
    ("value", "shown"),
    [("1837.4", "1837"), ("17.86", "17.9"), ("1.444", "1.4"), ("0.0876", "0.088"), ("-2.625", "-2.6"), ("0", "0"),
     ("40.0", "40")],
)  # fmt: skip
def test_two_digits_that_mean_something(value: str, shown: str) -> None:
    assert str(tidy(Decimal(value))) == shown


@pytest.mark.parametrize(
    ("share", "percent"), [("0.1428", 14), ("0.999", 99), ("1", 100), ("1.08", 108), ("-0.1", -10)]
)
def test_a_hundred_per_cent_is_told_only_when_all_is_done(share: str, percent: int) -> None:
    assert whole_percent(Decimal(share)).value == percent
