"""Figures as a reader wants them: few digits, none that promise too much."""

from decimal import Decimal

from smartgoal.model.quantity import Quantity

_HUNDRED = Decimal(100)


def tidy(value: Decimal) -> Decimal:
    """Whole numbers from 100 on, one decimal from 10 on, below that two digits that mean something."""
    place = 0 if abs(value) >= _HUNDRED else -1 if abs(value) >= 10 else value.adjusted() - 1
    return value.quantize(Decimal(1).scaleb(min(place, 0))).normalize() + 0


def whole_percent(share: Decimal) -> Quantity:
    """A part of the way as a whole percentage: 0.1428 is 14 %, and 100 % only when it is all done."""
    percent = (share * _HUNDRED).quantize(Decimal(1)) + 0
    return Quantity(min(percent, Decimal(99)) if share < 1 else percent, "percent")
