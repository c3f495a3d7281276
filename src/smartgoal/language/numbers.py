"""Numbers, percentages and money as a language writes them (Babel's data)."""

from decimal import ROUND_HALF_UP, Decimal

from smartgoal.catalog import words
from smartgoal.language.babel_data import babel_locale

Number = Decimal | int | float
NO_BREAK_SPACE = "\u00a0"
MINUS = "\u2212"
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
    if number.adjusted() + places > _DIGITS:
        return number
    return number.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


def number_text(value: Number, locale: str, places: int | None = None, *, signed: bool = False) -> str:
    """A number with grouping: 1 200,5 in Russian, 1,200.5 in English; `signed` puts a plus before a positive one."""
    from babel.numbers import format_decimal  # noqa: PLC0415 - help needs no numbers

    number = shown(value, places)
    if _is_endless(number):
        return _with_sign(number, _scientific(number, locale), locale, signed=signed)
    text: str = format_decimal(number, locale=locale, decimal_quantization=False)
    return _with_sign(number, text, locale, signed=signed)


def percent_text(value: Number, locale: str, *, signed: bool = False) -> str:
    """20 as "20 %" in Russian, "20%" in English."""
    from babel.numbers import format_percent  # noqa: PLC0415

    number = shown(value)
    if _is_endless(number):
        text = f"{_scientific(number, locale)}{NO_BREAK_SPACE}%"
    else:
        text = format_percent(number.scaleb(-2), locale=locale, decimal_quantization=False)
    return _with_sign(number, text, locale, signed=signed)


def money_text(amount: Number, currency: str, locale: str, *, signed: bool = False) -> str:
    """350 RUB as "350 ₽" in Russian, "RUB 350" in English; cents only where there are any."""
    from babel.numbers import format_currency  # noqa: PLC0415

    number = shown(amount)
    if _is_endless(number):
        text = f"{_scientific(number, locale)}{NO_BREAK_SPACE}{_symbol(currency, locale)}"
        return _with_sign(number, text, locale, signed=signed)
    whole = number == number.to_integral_value()
    text = format_currency(
        number if whole else _rounded(number, 2),
        currency,
        format=_money_pattern(locale, whole=whole),
        locale=locale,
        currency_digits=False,
    )
    symbol = _symbol(currency, locale)
    if text.startswith((currency, f"-{currency}")) and symbol == currency:
        text = text.replace(currency, currency + NO_BREAK_SPACE, 1)
    return _with_sign(number, text.replace(currency, symbol), locale, signed=signed)


def plural_category(value: Number, locale: str) -> str:
    """CLDR plural category of the printed number: "one", "few", "many" or "other" (fractions in Russian)."""
    return babel_locale(locale).plural_form(abs(shown(value)))


def _is_endless(number: Decimal) -> bool:
    """Whether a number has more digits than Decimal computes with: a slip of the hand, which Babel refuses to write."""
    return not number.is_finite() or number.adjusted() > _DIGITS


def _scientific(number: Decimal, locale: str) -> str:
    """1E30: what is left to say of such a number."""
    from babel.numbers import format_scientific  # noqa: PLC0415

    text: str = format_scientific(number, locale=locale, format="0.##E0") if number.is_finite() else str(number)
    return text


def _money_pattern(locale: str, *, whole: bool) -> str:
    pattern: str = babel_locale(locale).currency_formats["standard"].pattern
    return pattern.replace(".00", "") if whole else pattern


def _symbol(currency: str, locale: str) -> str:
    """Babel's symbol, or the catalogue's where CLDR has only the code (the tenge)."""
    row = words("unit").get(currency)
    return row.cases.get(locale, {}).get("symbol", currency) if row else currency


def _with_sign(number: Decimal, text: str, locale: str, *, signed: bool) -> str:
    """The text with a plus where one is wanted; Russian typography has a minus where Babel writes a hyphen."""
    if text.startswith("-") and locale == "ru":
        return MINUS + text[1:]
    return f"+{text}" if signed and number > 0 else text
