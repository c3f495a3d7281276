"""Numbers, percentages and money as a language writes them."""

from collections.abc import Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal

from smartgoal.language.cldr import cldr

Number = Decimal | int | float
_TENTH = Decimal("0.1")
_DIGITS = 25  # Decimal computes with 28: a longer number has no fraction worth rounding


def shown(value: Number, places: int | None = None) -> Decimal:
    """The number as it is printed: rounded to `places`, or, without them, as typed up to two decimals.

    A longer fraction is a computed one and keeps what can be felt: 1216.33 -> 1216, 17.857 -> 17.9, 0.04567 -> 0.046.
    Trailing zeros go.
    """
    number = value if isinstance(value, Decimal) else Decimal(str(value))
    if _is_endless(number):
        return number
    rounded = _rounded(number, _places(number) if places is None else places)
    return Decimal(int(rounded)) if rounded == rounded.to_integral_value() else rounded.normalize()


def _places(number: Decimal) -> int:
    decimals = -int(number.normalize().as_tuple().exponent)
    if decimals <= 2:
        return 2
    if abs(number) >= 100:
        return 0
    return 1 if abs(number) >= 1 else 1 - number.adjusted()


def _rounded(number: Decimal, places: int) -> Decimal:
    if not number.is_finite() or number.adjusted() + places > _DIGITS:
        return number
    return number.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


def number_text(value: Number, locale: str, places: int | None = None, *, signed: bool = False) -> str:
    """A number with grouping: 1 200,5 in Russian, 1,200.5 in English; `signed` puts a plus before a positive one."""
    number = shown(value, places)
    return _with_sign(number, _written(number, locale), locale, signed=signed)


def percent_text(value: Number, locale: str, *, signed: bool = False) -> str:
    """20 as "20 %" in Russian, "20%" in English."""
    number = shown(value)
    text = cldr(locale)["percent"].format(number=_written(number, locale))
    return _with_sign(number, text, locale, signed=signed)


def money_text(amount: Number, currency: str, locale: str, *, signed: bool = False) -> str:
    """350 RUB as "350 ₽" in Russian, "RUB 350" in English; cents only where there are any, parts of one as felt."""
    number, table = amount_shown(amount), cldr(locale)
    symbol = table["symbols"].get(currency, currency)
    cents = 0 if _is_endless(number) or number == number.to_integral_value() else 2
    if cents and abs(number) < _TENTH:
        cents = max(cents, -int(number.as_tuple().exponent))
    pattern = table["money_by_code" if symbol == currency else "money"]
    text = pattern.format(symbol=symbol, number=_written(_rounded(number, cents), locale, cents))
    return _with_sign(number, text, locale, signed=signed)


def amount_shown(amount: Number) -> Decimal:
    """Money as it is printed: whole from a hundred on where the fraction was worked out, else to the cent or finer."""
    number = amount if isinstance(amount, Decimal) else Decimal(str(amount))
    to_the_cent = not _is_endless(number) and Decimal("0.1") <= abs(number) < 100
    return shown(number, 2) if to_the_cent else shown(number)


def plural_category(value: Number, locale: str) -> str:
    """CLDR plural category of the printed number: "one", "few", "many" or "other" (fractions in Russian)."""
    number = abs(shown(value))
    if number != number.to_integral_value():
        return "other"
    table = cldr(locale)
    found = (category for category, row in table["plural"].items() if _is_of(int(number), row))
    return next(found, str(table["plural_else"]))


def _is_of(number: int, row: Mapping[str, Sequence[int]]) -> bool:
    if number in row.get("numbers", ()):
        return True
    return number % 10 in row.get("ends", ()) and number % 100 not in row.get("unless", ())


def _is_endless(number: Decimal) -> bool:
    """Whether a number has more digits than Decimal computes with: a slip of the hand, written as 1E30."""
    return not number.is_finite() or number.adjusted() > _DIGITS


def _written(number: Decimal, locale: str, places: int | None = None) -> str:
    """The digits of the number without its sign, in groups, with the decimal mark of the language."""
    table, number = cldr(locale), number.copy_abs()
    if not number.is_finite():
        return str(number)
    if _is_endless(number):
        text = f"{shown(number.scaleb(-number.adjusted()), 2)}E{number.adjusted()}"
    else:
        text = f"{number:,f}" if places is None else f"{number:,.{places}f}"
    return text.translate({ord(","): table["group"], ord("."): table["decimal"]})


def _with_sign(number: Decimal, text: str, locale: str, *, signed: bool) -> str:
    """The text with a minus before it, or a plus where one is wanted."""
    if number.is_signed() and number:
        return str(cldr(locale)["minus"]) + text
    return f"+{text}" if signed and number else text
