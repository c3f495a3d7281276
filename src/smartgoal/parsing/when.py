"""One expression of time, and how surely it is the end of a goal."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from smartgoal.model.goal import Remark
from smartgoal.parsing.chunks import Chunk

Strength = Literal["end", "date", "named", "duration", "bare", "year", "event", "soon"]
ORDER: tuple[Strength, ...] = ("end", "date", "named", "duration", "bare", "year", "event", "soon")


@dataclass(frozen=True, slots=True)
class When:
    """One expression of time: the chunks it takes (`first` to `last`), the day it ends on, the day it starts on.

    `time` is the length of time as typed when it is one ("in 24 hours").
    """

    strength: Strength
    first: int
    last: int
    day: date | None = None
    start: date | None = None
    time: Chunk | None = None
    remarks: tuple[Remark, ...] = field(default=())
