"""How far a price seen on few results can be trusted: the exact Poisson interval of the count.

Garwood (1936): the limits of an observed count n at confidence 1 - a are the means at which n or more, and n or fewer,
have probability a/2. Worked out with Decimal only, so that no amount of money passes through binary floats.
"""

from dataclasses import dataclass
from decimal import Decimal, localcontext

THIN = 10
"""Below this many results a price is told as a range (working rule; one result spans a factor of 200)."""
FIRM = 30
"""From this many on a price may be called known (the range is then about a factor of 2)."""

_HALVINGS = 60
_LARGE = 1000


@dataclass(frozen=True, slots=True)
class Interval:
    """From `low` to `high`; `high` None is no upper limit (nothing was bought yet)."""

    low: Decimal
    high: Decimal | None


def poisson_interval(count: int, tail: Decimal = Decimal("0.025")) -> Interval:
    """The mean counts that `count` observed events allow, with `tail` left out on each side (95 % by default)."""
    with localcontext(prec=20):
        low = Decimal(0) if count == 0 else _mean_with(count - 1, 1 - tail)
        return Interval(low, _mean_with(count, tail))


def price_interval(spend: Decimal, count: int) -> Interval:
    """What one result may really cost (95 %), in the currency of `spend`: 300 for one is 54 to 11,850."""
    counts = poisson_interval(count)
    assert counts.high is not None
    return Interval(spend / counts.high, spend / counts.low if counts.low else None)


def _mean_with(count: int, probability: Decimal) -> Decimal:
    """The mean of a Poisson count at which `count` or fewer events have this probability."""
    if count > _LARGE:
        return _approximate_mean(count, probability)
    low, high = Decimal(0), Decimal(count) + 10 * (Decimal(count) + 1).sqrt() + 10
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        if _at_most(count, middle) > probability:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def _at_most(count: int, mean: Decimal) -> Decimal:
    term = total = (-mean).exp()
    for events in range(1, count + 1):
        term = term * mean / events
        total += term
    return total


def _approximate_mean(count: int, probability: Decimal) -> Decimal:
    """Wilson and Hilferty's cube: within 0.0001 of the exact mean for counts above a thousand."""
    score = Decimal("1.959963984540054") * (1 if probability < Decimal("0.5") else -1)
    size = Decimal(count + 1)
    return size * (1 - 1 / (9 * size) + score / (3 * size.sqrt())) ** 3
