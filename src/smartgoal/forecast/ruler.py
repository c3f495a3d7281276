"""The goal's own measure against the number line: 250 more, +20 %, twice as much are marks on one line."""

from dataclasses import dataclass
from typing import Literal

from smartgoal.model.goal import Direction

GoalKind = Literal["gain", "level", "percent", "factor", "total", "rate"]
_RELATIVE = frozenset({"percent", "factor"})
_MOST_TIMES_LESS = 1000.0


@dataclass(frozen=True, slots=True)
class Ruler:
    """Turns a goal's value into a mark on the line and back.

    `base` is the number that a gain, percent or factor counts from. `shrinks` tells a falling factor that is said as
    "3 times less" (base / 3) from one said as "0.3 of it".
    """

    kind: GoalKind
    direction: Direction
    base: float
    shrinks: bool = False

    @classmethod
    def of(cls, kind: GoalKind, direction: Direction, base: float, value: float) -> "Ruler":
        """The ruler of a goal with this value."""
        return cls(kind, direction, base, shrinks=kind == "factor" and direction == "decrease" and value > 1)

    @property
    def sign(self) -> int:
        """+1 where more is better, -1 for falling goals."""
        return -1 if self.direction == "decrease" else 1

    @property
    def usable(self) -> bool:
        """A percent or a factor needs something to count from."""
        return self.base > 0 or self.kind not in _RELATIVE

    def mark(self, value: float) -> float:
        """Where on the line the goal's value lies."""
        if self.kind == "gain":
            return self.base + self.sign * value
        if self.kind == "percent":
            return self.base * (1 + self.sign * value / 100)
        if self.kind == "factor":
            return self.base / value if self.shrinks else self.base * value
        return value

    def value(self, mark: float) -> float:
        """What a point of the line is in the goal's own measure."""
        if self.kind == "gain":
            return self.sign * (mark - self.base)
        if self.kind == "percent":
            return self.sign * (mark / self.base - 1) * 100
        if self.kind == "factor":
            return self.base / max(mark, self.base / _MOST_TIMES_LESS) if self.shrinks else mark / self.base
        return mark

    def told(self, change: float) -> float:
        """A change along the line as the goal tells it: in its direction, in per cent or as a factor if it does."""
        if self.kind in _RELATIVE:
            return self.value(self.base + change)
        return self.sign * change
