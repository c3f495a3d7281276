"""How fine a figure of a forecast is told: as fine as its band means something, never beyond a mark."""

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from smartgoal.forecast.estimate import Estimate

_FINEST = -2  # places that are shown of a number beyond 1
_WHOLE_FROM = 100
_BOUNDS = (0.05, 0.95)


def spread_of(estimate: "Estimate | None") -> float:
    """How wide the likely band is: a figure of a forecast means nothing finer than a part of it."""
    band = estimate.band80 if estimate else None
    return abs(band[1] - band[0]) if band else 0.0


def told_chance(chance: float) -> Decimal:
    """A chance in round per cent: history does not know it to the point, but near its bounds one point is much."""
    return Decimal(round(chance * 20) * 5 if _BOUNDS[0] < chance < _BOUNDS[1] else round(chance * 100))


def told_to(value: float, spread: float, mark: Decimal | None = None, *, apart: bool = False) -> Decimal:
    """`value` to two leading digits of `spread`: within a band of 66 that is 1901, within one of 2.8 it is 4.6.

    Where this would carry it past the `mark`, or `apart` onto it, it is told finer: 19 800 is not 20 000 where that was
    the target. Where nothing varies, the figure is known as it stands.
    """
    number = Decimal(repr(value))
    finest = 0 if abs(number) >= _WHOLE_FROM else _FINEST if abs(number) >= 1 else number.adjusted() + _FINEST
    place = max(finest, Decimal(repr(spread)).adjusted() - 1) if spread > 0 else finest
    told = _to_place(number, place)
    if mark is None:
        return told
    while place > finest and _astray(told, number, mark, apart=apart):
        place -= 1
        told = _to_place(number, place)
    if _astray(told, number, mark, apart=apart):
        told = _to_place(number, place, ROUND_FLOOR if number < mark else ROUND_CEILING)
    return told


def _astray(told: Decimal, number: Decimal, mark: Decimal, *, apart: bool) -> bool:
    if told == mark:
        return apart and number != mark
    return (told < mark) != (number < mark)


def significant(value: float, digits: int = 2) -> Decimal:
    """`value` with that many leading digits: 1837.2 is 1800, 12.34 is 12, 0.0456 is 0.046."""
    number = Decimal(repr(value))
    return _to_place(number, number.adjusted() - digits + 1) if number else Decimal(0)


def _to_place(number: Decimal, place: int, rounding: str | None = None) -> Decimal:
    whole = number.quantize(Decimal(1).scaleb(place), rounding=rounding)
    return Decimal(int(whole)) if place >= 0 else whole
