"""Numbers, percentages and money as each language writes them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartgoal.language import Language, load
from smartgoal.language.numbers import shown

RU, EN = load("ru"), load("en")
SPACE = "\u00a0"


@pytest.mark.parametrize(
    ("value", "russian", "english"),
    [
        (Decimal("1200.5"), f"1{SPACE}200,5", "1,200.5"),
        (1_000_000, f"1{SPACE}000{SPACE}000", "1,000,000"),
        (Decimal("10.00"), "10", "10"),
        (0, "0", "0"),
        (-15, "−15", "-15"),
        (Decimal("1E+3"), f"1{SPACE}000", "1,000"),
    ],
)
def test_a_number_is_grouped_and_has_the_decimal_sign_of_the_language(
    value: Decimal, russian: str, english: str
) -> None:
    assert (RU.number(value), EN.number(value)) == (russian, english)


@pytest.mark.parametrize(
    ("computed", "printed"),
    [("1216.3333333", "1216"), ("17.857142857", "17.9"), ("1.42857", "1.4"), ("0.045678", "0.046"), ("4.08", "4.08")],
)
def test_a_long_fraction_keeps_what_can_be_felt(computed: str, printed: str) -> None:
    assert shown(Decimal(computed)) == Decimal(printed)


def test_decimals_can_be_asked_for() -> None:
    assert RU.number(Decimal("17.857"), places=0) == "18"
    assert RU.number(Decimal("2.5"), places=0) == "3"


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**30), max_value=10**30))
def test_what_is_printed_is_near_what_was_given(value: Decimal) -> None:
    assert abs(shown(value) - value) <= max(abs(value) / 20, Decimal("0.005"))


@pytest.mark.parametrize(
    ("language", "twenty", "fraction"), [(RU, f"20{SPACE}%", f"4,08{SPACE}%"), (EN, "20%", "4.08%")]
)
def test_percent(language: Language, twenty: str, fraction: str) -> None:
    assert language.percent(20) == twenty
    assert language.percent(Decimal("4.08")) == fraction


@pytest.mark.parametrize(
    ("amount", "currency", "russian", "english"),
    [
        (350, "RUB", f"350{SPACE}₽", f"RUB{SPACE}350"),
        (1216, "RUB", f"1{SPACE}216{SPACE}₽", f"RUB{SPACE}1,216"),
        (350, "USD", f"350{SPACE}$", "$350"),
        (Decimal("1234.5"), "USD", f"1{SPACE}234,50{SPACE}$", "$1,234.50"),
        (5, "EUR", f"5{SPACE}€", "€5"),
        (5000, "KZT", f"5{SPACE}000{SPACE}₸", f"KZT{SPACE}5,000"),
        (-20, "EUR", f"−20{SPACE}€", "-€20"),
        (-20, "RUB", f"−20{SPACE}₽", f"-RUB{SPACE}20"),
        (7, "AMD", f"7{SPACE}AMD", f"AMD{SPACE}7"),
    ],
)
def test_money_of_any_currency(amount: Decimal, currency: str, russian: str, english: str) -> None:
    assert (RU.money(amount, currency), EN.money(amount, currency)) == (russian, english)


@pytest.mark.parametrize("language", [RU, EN])
@pytest.mark.parametrize("digits", ["1e26", "-9e400", "1" * 400, "NaN", "Infinity"])
def test_endless_numbers_are_told_shortly(language: Language, digits: str) -> None:
    number = Decimal(digits)
    for text in (language.number(number), language.percent(number), language.money(number, "RUB")):
        assert len(text) < 20
    assert RU.number(Decimal("1.5e30")) == "1,5E30"
