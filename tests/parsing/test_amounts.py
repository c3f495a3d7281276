"""Numbers as people write them, and the forms of the --target flag."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartgoal.parsing import Amount, TargetInput, parse_amount, parse_target


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("1 840", "1840", "count"),
        ("1\u00a0840", "1840", "count"),
        ("1.840", "1840", "count"),
        ("1,840", "1840", "count"),
        ("12,345.67", "12345.67", "count"),
        ("12,5", "12.5", "count"),
        ("0.125", "0.125", "count"),
        ("2,5 тыс", "2500", "count"),
        ("2,5 тыс. руб.", "2500", "RUB"),
        ("5к", "5000", "count"),
        ("10k", "10000", "count"),
        ("$3k", "3000", "USD"),
        ("€40", "40", "EUR"),
        ("1.5 млн ₽", "1500000", "RUB"),
        ("3 400 рублей", "3400", "RUB"),
        ("7%", "7", "percent"),
        ("7 процентов", "7", "percent"),
        ("45 минут", "45", "minute"),
        ("10m", "10", "minute"),
        ("2 hrs", "2", "hour"),
        ("полчаса", "0.5", "hour"),
        ("полтора миллиона", "1500000", "count"),
        ("сто двадцать", "120", "count"),
        ("две тысячи пятьсот", "2500", "count"),
        ("тысяча", "1000", "count"),
        ("полсотни", "50", "count"),
        ("half a million", "500000", "count"),
        ("one hundred and fifty", "150", "count"),
        ("twenty five thousand", "25000", "count"),
        ("a dozen", "12", "count"),
        ("one and a half million", "1500000", "count"),
        ("−5", "-5", "count"),
        ("10-ти", "10", "count"),
        ("12 т.", "12000", "count"),
        ("30т", "30000", "count"),
        ("30 т.р.", "30000", "RUB"),
        ("30 т. р.", "30000", "RUB"),
        ("30 тр", "30000", "RUB"),
        ("30 т.руб", "30000", "RUB"),
        ("30т₽", "30000", "RUB"),
        ("RUB 1,500", "1500", "RUB"),
        ("-$5", "-5", "USD"),
        ("2 hours 30 minutes", "150", "minute"),
        ("2 часа 15 минут", "135", "minute"),
        ("год и 3 месяца", "15", "month"),
        ("a month and a half", "1.5", "month"),
    ],
)
def test_a_number_with_its_unit(text: str, value: str, unit: str) -> None:
    assert parse_amount(text) == Amount(Decimal(value), unit)


@pytest.mark.parametrize("text", ["", "не знаю", "много", "2ГИС", "10 или 20"])
def test_no_single_number(text: str) -> None:
    assert parse_amount(text) is None


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("+250", TargetInput("gain", Decimal(250), None, "increase")),
        ("-15", TargetInput("gain", Decimal(15), None, "decrease")),
        ("+20%", TargetInput("percent", Decimal(20), "percent", "increase")),
        ("-20 %", TargetInput("percent", Decimal(20), "percent", "decrease")),
        ("+10 п.п.", TargetInput("gain", Decimal(10), "percent", "increase")),
        ("x2", TargetInput("factor", Decimal(2), "ratio")),
        ("х1,5", TargetInput("factor", Decimal("1.5"), "ratio")),
        ("в 2 раза", TargetInput("factor", Decimal(2), "ratio")),
        ("вдвое", TargetInput("factor", Decimal(2), "ratio")),
        ("10/week", TargetInput("rate", Decimal(10), None, None, "week")),
        ("10 в неделю", TargetInput("rate", Decimal(10), None, None, "week")),
        ("done", TargetInput("milestone")),
        ("готово", TargetInput("milestone")),
        ("1500", TargetInput(None, Decimal(1500))),
        ("10m", TargetInput(None, Decimal(10), "minute")),
        ("10 минут", TargetInput(None, Decimal(10), "minute")),
        ("350 ₽", TargetInput(None, Decimal(350), "RUB")),
        ("1.5M", TargetInput(None, Decimal(1500000))),
    ],
)
def test_forms_of_the_target_flag(text: str, target: TargetInput) -> None:
    assert parse_target(text) == target


TORN = ["1e3", "19O1", "19О1", "1.5e3", "1e-3", "$1e3", "1e3 RUB", "1_000"]


@pytest.mark.parametrize("text", TORN)
def test_the_tail_of_a_run_of_digits_and_letters_is_no_number(text: str) -> None:
    assert parse_amount(text) is None


@pytest.mark.parametrize("text", [*TORN, "+1e3", "-19O1", "1e3/week", "x1e3"])
def test_the_tail_of_a_run_of_digits_and_letters_is_no_target(text: str) -> None:
    assert parse_target(text) is None


@pytest.mark.parametrize(("text", "value"), [("1h30m", "90"), ("RUB1500", "1500"), ("ER: 5%", "5")])
def test_glued_parts_that_are_understood_stay_numbers(text: str, value: str) -> None:
    amount = parse_amount(text)
    assert amount is not None
    assert amount.value == Decimal(value)


@pytest.mark.parametrize("text", ["", "abc", "скоро"])
def test_no_target(text: str) -> None:
    assert parse_target(text) is None


SEPARATORS = st.sampled_from([" ", "\u00a0", "\u202f", "", ","])


@given(st.integers(0, 10**12), SEPARATORS)
def test_whole_numbers_survive_any_grouping(number: int, separator: str) -> None:
    assert parse_amount(f"{number:,}".replace(",", separator)) == Amount(Decimal(number))


@given(st.integers(0, 99_999), st.integers(0, 99), st.sampled_from([",", "."]))
def test_decimals_survive_both_signs(whole: int, hundredths: int, sign: str) -> None:
    amount = parse_amount(f"{whole}{sign}{hundredths:02}")
    assert amount == Amount(Decimal(f"{whole}.{hundredths:02}"))
