"""The number and unit at the head of a few words: "30m", "10 минут", "20 %", "60 подписчиков"."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from smartgoal.catalog import words
from smartgoal.parsing.tokens import tokenize

_UNITS = ("minute", "hour", "day", "point", "RUB", "USD", "EUR", "KZT")
_SHORT = {
    **dict.fromkeys(("m", "min", "м", "мин"), "minute"),
    **dict.fromkeys(("h", "ч"), "hour"),
    **dict.fromkeys(("d", "дн"), "day"),
    **dict.fromkeys(("%", "percent"), "percent"),
    **dict.fromkeys(("₽", "руб", "rub"), "RUB"),
    "$": "USD",
    "€": "EUR",
    "₸": "KZT",
}


@dataclass(frozen=True, slots=True)
class Amount:
    """`unit` is None where the words name none that is known."""

    value: Decimal
    unit: str | None


def parse_amount(text: str) -> Amount | None:
    """Read the amount; None where the text does not begin with a number."""
    tokens = tokenize(text)
    if not tokens or tokens[0].kind != "number":
        return None
    unit = _unit_words().get(tokens[1].norm) if len(tokens) > 1 else None
    return Amount(_decimal(tokens[0].norm), unit)


def _decimal(number: str) -> Decimal:
    plain = number.replace(" ", "").replace("'", "")
    head, mark, tail = plain.rpartition("." if plain.rfind(".") > plain.rfind(",") else ",")
    if not mark or (len(tail) == 3 and head != "0"):
        return Decimal("".join(each for each in plain if each.isdigit()))
    return Decimal(f"{''.join(each for each in head if each.isdigit())}.{tail}")


@cache
def _unit_words() -> dict[str, str]:
    known = words("unit")
    forms = {
        form.lower(): unit
        for unit in _UNITS
        if unit in known
        for language in known[unit].nouns.values()
        for form in language.values()
    }
    return {**forms, **_SHORT}
