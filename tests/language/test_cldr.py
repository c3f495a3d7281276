"""What cldr.toml says of each language is what Unicode CLDR says, as Babel has it."""

from datetime import date
from decimal import Decimal

import pytest
from babel import Locale
from babel.dates import format_date
from babel.numbers import format_currency, format_decimal, format_percent
from hypothesis import given
from hypothesis import strategies as st

from smartgoal.language.cldr import cldr
from smartgoal.language.dates import date_text
from smartgoal.language.numbers import money_text, number_text, percent_text, plural_category, shown

LANGUAGES = ("ru", "en")
AMOUNTS = st.decimals(min_value=0, max_value=10**12, allow_nan=False, places=2)


@pytest.mark.parametrize("code", LANGUAGES)
@given(value=AMOUNTS)
def test_numbers_stand_as_babel_writes_them(code: str, value: Decimal) -> None:
    assert number_text(value, code) == format_decimal(shown(value), locale=code, decimal_quantization=False)
    assert percent_text(value, code) == format_percent(shown(value) / 100, locale=code, decimal_quantization=False)


@pytest.mark.parametrize("code", LANGUAGES)
@given(value=AMOUNTS.filter(lambda value: value != value.to_integral_value()))
def test_money_stands_as_babel_writes_it_where_there_is_a_sign(code: str, value: Decimal) -> None:
    for currency in ("EUR", "GBP", "JPY", "USD"):
        written = format_currency(value, currency, locale=code, currency_digits=False)
        assert money_text(value, currency, code) == written


@pytest.mark.parametrize("code", LANGUAGES)
def test_signs_of_currencies_are_those_of_babel(code: str) -> None:
    known = Locale.parse(code).currency_symbols
    own = {"KZT"}  # CLDR has no sign for it in Russian
    assert {name: known[name] for name in cldr(code)["symbols"] if name not in own} == {
        name: sign for name, sign in cldr(code)["symbols"].items() if name not in own
    }


@pytest.mark.parametrize("code", LANGUAGES)
@given(value=st.integers(0, 10**9) | st.integers(0, 130) | AMOUNTS)
def test_plural_categories_are_those_of_cldr(code: str, value: Decimal | int) -> None:
    assert plural_category(value, code) == Locale.parse(code).plural_form(shown(value))


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("month", range(1, 13))
def test_months_are_named_as_in_cldr(code: str, month: int) -> None:
    day = date(2026, month, 7)
    assert date_text(day, code) == format_date(day, "d MMMM y", locale=code)
    assert date_text(day, code, "short") == format_date(day, "d MMM", locale=code)


def test_a_language_without_a_row_is_not_written() -> None:
    with pytest.raises(KeyError):
        cldr("xx")
