"""Which numbers of a sentence are years: "March 2027", "by 2027"; not "followers on VK 2000 by March 1"."""

import re
from datetime import date

from smartgoal.parsing.amounts import YEARS
from smartgoal.parsing.chunks import Chunk

COUNTED = frozenset(("metric", "thing", "more"))
BEFORE_A_YEAR = frozenset(
    (
        "by",
        "within",
        "month",
        "quarter_sign",
        "half_year",
        "holiday",
        "edge",
        "season",
        "date_phrase",
        "approx",
        "which",
        "platform",
    )
)
NAMED_TIMES = frozenset(
    ("month", "quarter_sign", "half_year", "holiday", "eve", "edge", "season", "date_phrase", "weekday")
)
DAY_WORDS = frozenset(("month", "day_word"))
NEAR = 4  # chunks between a date and its year
YEAR_DIGITS = 4
YEARS_AHEAD = 5  # how far a number after "to" may still be a year
FAR = 2 * YEARS_AHEAD  # years away: the only number of a sentence is a target
DAY_AND_MONTH = re.compile(r"[0-3]?[0-9]\.[01][0-9]")


class YearReader:
    """The chunks of a sentence, seen on a day."""

    def __init__(self, chunks: list[Chunk], today: date) -> None:
        """A walk over `chunks`."""
        self.chunks = chunks
        self.today = today

    def at(self, index: int) -> Chunk | None:
        """The chunk there, or None outside the sentence."""
        return self.chunks[index] if 0 <= index < len(self.chunks) else None

    def counts(self, at: int) -> bool:
        """Whether a counted thing stands there, so that the number before it is no day."""
        chunk = self.at(at)
        return bool(chunk and COUNTED & chunk.senses.keys() and "join" not in chunk.senses)

    def is_year(self, at: int) -> bool:
        """Whether the amount there is a year by its looks and not a count of something."""
        chunk = self.at(at)
        if chunk is None or not _looks_like_year(chunk) or self._counts_something(at) or self._is_the_target(at):
            return False
        before, after = self.at(at - 1), self.at(at + 1)
        if before is None or (after is not None and after.sense("time") == "year"):
            return True
        relation = before.sense("relation")
        if relation in ("from", "to"):
            ahead = chunk.value in range(self.today.year, self.today.year + YEARS_AHEAD)
            return relation == "to" and ahead and not self._ends_a_range(at)
        return bool(BEFORE_A_YEAR & before.senses.keys()) or before.kind in ("amount", "mark", "time")

    def has_number(self) -> bool:
        """Whether a number stands in the sentence that is neither a day nor looks like a year."""
        return any(_is_plain_number(chunk) and not self._is_day(at) for at, chunk in enumerate(self.chunks))

    def _counts_something(self, at: int) -> bool:
        chunk, after = self.chunks[at], self.at(at + 1)
        if chunk.sign or (after and {"unit", "output", "times", *COUNTED} & after.senses.keys()):
            return True
        return at == 0 and after is not None and "platform" in after.senses and self.counts(at + 2)

    def _ends_a_range(self, at: int) -> bool:
        """Whether a number and "from" stand before it: "from 1500 to 2030"."""
        low, word = self.at(at - 2), self.at(at - 3)
        return low is not None and _is_plain_number(low) and word is not None and word.sense("relation") == "from"

    def _is_the_target(self, at: int) -> bool:
        """Whether the number that looks like a year repeats in a period, or is what a sentence with a date is about.

        "website visits 2000 a month", "followers on VK 2000 by March 1"; a year beside its month or quarter is none.
        """
        after, unit = self.at(at + 1), self.at(at + 2)
        if after and ("period" in after.senses or ("per" in after.senses and unit and unit.kind == "time")):
            return True
        if self._beside_date(at) or self.has_number():
            return False
        far = abs(int(self.chunks[at].value or 0) - self.today.year) > FAR
        return far or any(self._is_led_date(each) for each in range(1, len(self.chunks)) if each != at)

    def _beside_date(self, at: int) -> bool:
        """Whether the year of a date stands there: "March 2027", "March 1, 2027", "the end of 2027", «2027 год»."""
        after = self.at(at + 1)
        if after is not None and (after.sense("time") == "year" or not NAMED_TIMES.isdisjoint(after.senses)):
            return True
        for back in range(at - 1, max(-1, at - 1 - NEAR), -1):
            chunk = self.chunks[back]
            if chunk.kind in ("date", "time") or not NAMED_TIMES.isdisjoint(chunk.senses):
                return True
            if chunk.kind not in ("amount", "mark") and chunk.sense("by") != "in":
                return False
        return False

    def _is_day(self, at: int) -> bool:
        """Whether the number is a day of a month: "March 1", "the 15th", 04/05, «к 31.12»."""
        chunk, before, after = self.chunks[at], self.at(at - 1), self.at(at + 1)
        beside = [each for each in (before, after) if each is not None]
        if chunk.ordinal or any(each.text == "/" or not DAY_WORDS.isdisjoint(each.senses) for each in beside):
            return True
        return DAY_AND_MONTH.fullmatch(chunk.text) is not None and before is not None and "by" in before.senses

    def _is_led_date(self, at: int) -> bool:
        """Whether a date stands there behind a preposition: "by March 1", «к концу года», "by 31.12", "by 2027"."""
        chunk, before = self.chunks[at], self.chunks[at - 1]
        if "by" not in before.senses and not (before.kind == "amount" and self._is_day(at - 1)):
            return "date_phrase" in chunk.senses
        named = chunk.kind == "date" or not NAMED_TIMES.isdisjoint(chunk.senses)
        return named or _looks_like_year(chunk) or (chunk.kind == "amount" and self._is_day(at))


def _looks_like_year(chunk: Chunk) -> bool:
    return chunk.kind == "amount" and not chunk.unit and len(chunk.text) == YEAR_DIGITS and chunk.value in YEARS


def _is_plain_number(chunk: Chunk) -> bool:
    told = chunk.kind == "amount" or not {"factor", "fraction"}.isdisjoint(chunk.senses)
    return told and not _looks_like_year(chunk)
