"""What a step is to bring: "+60" (contribution), "=30m" (level after the step) or a deliverable in words."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from smartgoal.parsing import Amount, parse_amount

ResultKind = Literal["contribution", "level", "deliverable"]
_SIGNS = {"+": Decimal(1), "-": Decimal(-1), "−": Decimal(-1), "–": Decimal(-1)}
_SHORT = {"minute": "m", "hour": "h", "day": "d", "percent": "%"}
_HEAD = re.compile(r"[\d\s.,]+\S*")
_NUMBERED = re.compile(r"\s*([=+\-−–])\s*(?=[-−–]?\d)(.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Result:
    """One step's result. `unit` is None where the text names none: then it is the goal's own.

    A deliverable has `text` only and counts 0.
    """

    kind: ResultKind
    value: Decimal | None = None
    unit: str | None = None
    text: str = ""

    def __str__(self) -> str:
        """The form that a plan file holds: "+60", "=30m", "-5%"."""
        if self.value is None:
            return self.text
        sign = "=" if self.kind == "level" else "+" if self.value >= 0 else ""
        unit = _SHORT.get(self.unit or "", "" if self.unit in {None, "count", "ratio", "point"} else f" {self.unit}")
        return f"{sign}{_plain(self.value)}{unit}"


def parse_result(text: str | None) -> Result:
    """Read a step's result in either language: "+60", "+60 подписчиков", "=30m", "=10 минут", "+20 %", words.

    A result without "+", "-" or "=" before a number is a deliverable.
    """
    words = (text or "").strip()
    numbered = _NUMBERED.fullmatch(words)
    amount = _amount(numbered[2]) if numbered else None
    if numbered is None or amount is None:
        return Result("deliverable", text=words)
    unit = None if amount.unit == "count" else amount.unit
    if numbered[1] == "=":
        return Result("level", amount.value, unit, words)
    return Result("contribution", _SIGNS[numbered[1]] * amount.value, unit, words)


def _amount(words: str) -> Amount | None:
    """The amount that the words are, or else the one they begin with ("60 from 2 posts")."""
    head = _HEAD.match(words)
    return parse_amount(words) or (parse_amount(head[0]) if head else None)


def _plain(value: Decimal) -> str:
    """Digits without an exponent; never three or four after a number and a point, read as thousands or a year."""
    text = f"{value.normalize():f}"
    whole, _, places = text.lstrip("-").partition(".")
    return f"{text}{'0' * (5 - len(places))}" if len(places) in {3, 4} and whole != "0" else text
