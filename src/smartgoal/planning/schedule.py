"""When the steps happen and how the gap is shared: measure and fix, small test, scale, hold.

Shares of time (working rule): 10-15 % to measure and fix, 20-30 % to test, 40-50 % to scale, the rest to hold and
review. Results ramp up: nothing while measuring, a quarter in the test, most of it in scaling.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_EVEN, Decimal
from typing import Literal

SlotName = Literal["measure", "test", "scale", "hold"]
_SHORT_WINDOW = 10
_LONGEST_MEASURING = 28
_FOUR: tuple[tuple[SlotName, Decimal], ...] = (
    ("measure", Decimal("0.13")),
    ("test", Decimal("0.25")),
    ("scale", Decimal("0.45")),
    ("hold", Decimal("0.17")),
)
_THREE: tuple[tuple[SlotName, Decimal], ...] = (
    ("measure", Decimal("0.2")),
    ("test", Decimal("0.35")),
    ("scale", Decimal("0.45")),
)
_REACHED = {"measure": Decimal(0), "test": Decimal("0.25"), "scale": Decimal("0.85"), "hold": Decimal(1)}


@dataclass(frozen=True, slots=True)
class Slot:
    """One stretch of the window. `check` is the day to look at the leading indicator, in time to act before `due`."""

    name: SlotName
    start: date
    due: date
    check: date

    @property
    def days(self) -> int:
        """Length with both ends."""
        return (self.due - self.start).days + 1


def slots(start: date, deadline: date, deal_cycle_days: int = 0) -> tuple[Slot, ...]:
    """Three stretches for a window of up to ten days, else four; the last ends on the deadline.

    Measuring takes four weeks at most. With a deal cycle the scaling ends that many days before the deadline, as far as
    the window allows.
    """
    days = (deadline - start).days
    shares = _THREE if days <= _SHORT_WINDOW else _FOUR
    ends = _ends(days, [share for _, share in shares], deal_cycle_days if shares is _FOUR else 0)
    found, begin = [], start
    for (name, _), end in zip(shares, ends, strict=True):
        due = start + timedelta(days=end)
        begin = min(begin, due)
        found.append(Slot(name, begin, due, begin + (due - begin) / 2))
        begin = due + timedelta(days=1)
    return tuple(found)


def _ends(days: int, shares: Sequence[Decimal], tail: int) -> list[int]:
    """Offsets of the due days: rising, the last on the deadline, the one before it earlier where a day is left."""
    kept = min(max(tail, round(days * shares[-1])), days // 2) if tail else 0
    active = sum(shares[:-1]) if kept else Decimal(1)
    length = days - kept
    passed, ends = Decimal(0), []
    for share in shares[:-1]:
        passed += share
        ends.append(min(round(length * passed / active), max(days - 1, 0)))
    return [min(ends[0], _LONGEST_MEASURING), *ends[1:], days]


def ramp(total: Decimal, names: Sequence[SlotName], *, whole: bool) -> list[Decimal]:
    """Shares of `total` by stretch, with its sign, that add up to it exactly; `whole` numbers where it is one."""
    quantum = _quantum(total, whole=whole)
    parts: list[Decimal] = []
    for name in names[:-1]:
        reached = total * _REACHED[name]
        rounded = (reached / quantum).quantize(Decimal(1), ROUND_HALF_EVEN) * quantum
        parts.append(rounded - sum(parts))
    return [*parts, total - sum(parts)]


def _quantum(total: Decimal, *, whole: bool) -> Decimal:
    """A round step of about a twentieth of the total: 1, 5, 10, 50, 100 ..."""
    if not total:
        return Decimal(1)
    wanted = abs(total) / 20
    power = Decimal(10) ** wanted.adjusted()
    step = 5 * power if wanted >= 5 * power else power
    return max(step, Decimal(1)) if whole else step
