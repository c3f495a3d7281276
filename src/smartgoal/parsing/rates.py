"""Periods that repeat: "a week", «ежемесячно», "per post", "every two weeks", «в рабочий день», "every Monday"."""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from smartgoal.model.quantity import Period
from smartgoal.parsing.chunks import Chunk
from smartgoal.parsing.periods import WORKDAYS

RATES: dict[str, Period] = {"day": "day", "week": "week", "month": "month", "quarter": "quarter", "year": "year"}
ENDS = frozenset(("by", "before"))
PLACES = Decimal("0.0001")  # as fine as a number of a period is told


class Rate(NamedTuple):
    """A period that repeats. `every`: how many of it go by between two times; None where the words have two readings.

    30 every two weeks: `per` is a week, `every` 2.
    """

    first: int
    last: int
    per: Period
    every: Decimal | None = Decimal(1)

    def share(self, value: Decimal) -> Decimal | None:
        """What comes in one period when `value` comes each time: 30 every two weeks are 15 a week; None if no number.

        10 every three weeks are no round number a week, so nothing is told.
        """
        if self.every is None:
            return None
        one = (value / self.every).quantize(PLACES)
        return one if one * self.every == value else None


def find_rates(chunks: list[Chunk]) -> list[Rate]:
    """All periods that repeat."""
    return [rate for at in range(len(chunks)) for rate in _rates_at(chunks, at)]


def _rates_at(chunks: list[Chunk], at: int) -> Iterator[Rate]:
    """The period that is told with the last of its words at `at`."""
    chunk, before = chunks[at], chunks[at - 1] if at else None
    if "period" in chunk.senses:
        yield Rate(at, at, chunk.senses["period"])  # type: ignore[arg-type]  # ids of the role are periods
    elif "rhythm" in chunk.senses:
        number, unit = chunk.senses["rhythm"].split()
        yield Rate(at, at, RATES[unit], Decimal(number) if number != "?" else None)
    elif before is None:
        return
    elif "weekday" in chunk.senses and "each_time" in before.senses:
        yield Rate(at - 1, at, "week")
    elif chunk.kind == "time" and chunk.unit in RATES and chunk.high is None:
        yield from _of_time(chunks, at, RATES[chunk.unit])


def _of_time(chunks: list[Chunk], at: int, per: Period) -> Iterator[Rate]:
    """A unit of time behind "a", "per", "every", a number of it behind "every", a day of work."""
    chunk, before = chunks[at], chunks[at - 1]
    if chunk.value is not None:
        if "each_time" in before.senses and chunk.value > 0:
            yield Rate(at - 1, at, per, chunk.value)
    elif before.sense("workdays") == "working" and per == "day" and at > 1 and "per" in chunks[at - 2].senses:
        yield Rate(at - 2, at, "week", Decimal(1) / WORKDAYS)
    elif "skipping" in before.senses and _goes_on(chunks, at):
        yield Rate(at - 1, at, per, Decimal(2))
    elif "per" in before.senses:
        window = at > 1 and {"within", "by"} & chunks[at - 2].senses.keys() and chunks[at - 2].kind == "word"
        if not window and ("within" not in before.senses or _frequency(chunks, at - 1)):
            yield Rate(at - 1, at, per)


def _goes_on(chunks: list[Chunk], at: int) -> bool:
    """Whether «через день» is a rhythm and no end: another end follows, or it is told how often one publishes."""
    ended = any(chunk.sense("by") in ENDS for chunk in chunks[at + 1 :])
    return ended or any("output" in chunk.senses for chunk in chunks[:at])


def _frequency(chunks: list[Chunk], at: int) -> bool:
    """«3 раза за неделю», not «в 3 раза за неделю»."""
    if at == 0 or "times" not in chunks[at - 1].senses:
        return False
    return at < 3 or chunks[at - 3].sense("relation") != "with_value"
