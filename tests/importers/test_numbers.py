import json
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartgoal.importers.numbers import Kind, Mark, clock_minutes, decimal_mark, is_missing, number


@pytest.mark.parametrize(
    ("text", "mark", "value"),
    [
        ("1591", ".", "1591"),
        ("424.0", ".", "424.0"),
        ("12,400", ".", "12400"),
        ("1,234,567", ".", "1234567"),
        ("1 234,5", ",", "1234.5"),
        ("1\u00a0234,5", ",", "1234.5"),
        ("1\u202f234", ".", "1234"),
        ("23,9%", ",", "23.9"),
        ("0.084", ".", "0.084"),
        ("\u22123", ".", "-3"),
        ("12.400", ",", "12400"),
        ("1.234,5", ",", "1234.5"),
        ("1,234.5", ".", "1234.5"),
        ("12 500 ₽", ".", "12500"),
        ("1 200,50 руб.", ",", "1200.50"),
        ("$1,200", ".", "1200"),
        ("300 чел.", ".", "300"),
        ("3.7K", ",", "3700"),
        ("2,3 тыс.", ".", "2300"),
        ("1,01 млн", ".", "1010000"),
        ("4,2 тыс. руб.", ".", "4200"),
        ("+5", ".", "5"),
        ("898 (+3)", ".", "898"),
        ("1 205 (-12)", ".", "1205"),
    ],
)
def test_numbers_of_all_forms(text: str, mark: Mark, value: str) -> None:
    assert number(text, mark) == Decimal(value)


@pytest.mark.parametrize(
    "text",
    ["", "3.апр", "1 2", "12 40", "1591 7", "1,2,3", "12,40", "1e5", "٣", "１２", "--", "(3)", "1..2", "0x1", "=1+1"],
)
def test_what_is_no_number_is_none(text: str) -> None:
    assert number(text) is None


@pytest.mark.parametrize(("text", "mark"), [("4,6.09.2026", ","), ("4.6,09", ".")])
def test_decimals_are_digits(text: str, mark: Mark) -> None:
    assert number(text, mark) is None


@pytest.mark.parametrize("text", ["", "-", "--", "NAN", "undefined", "n/a", "нет данных", " "])
def test_missing_marks_are_missing_and_never_zero(text: str) -> None:
    assert is_missing(text)
    assert not is_missing("0")


@pytest.mark.parametrize(
    ("cells", "kind", "mark"),
    [
        (["23,9", "1,234"], "amount", ","),
        (["1,234", "5,678"], "count", "."),
        (["1.234", "5.678"], "count", ","),  # counts are whole: the point groups
        (["1.234", "5.678"], "amount", "."),
        (["1.234", "56.7"], "count", "."),
        (["1.234,5"], "count", ","),
        (["1,234.5"], "count", "."),
        (["10", "20"], "count", "."),
        (["3,362", "1,872"], "ratio", ","),
        (["3,976%", "2,272%"], "count", ","),  # a share has no thousands
        (["0,500", "1,250"], "amount", ","),
        (["1,2K", "1,259"], "count", "."),
    ],
)
def test_the_column_decides_what_a_mark_means(cells: list[str], kind: Kind, mark: Mark) -> None:
    assert decimal_mark(cells, kind) == mark


def test_lengths_of_time_are_minutes() -> None:
    assert clock_minutes("0:01:30") == Decimal("1.5")
    assert clock_minutes("12:30") == Decimal("12.5")
    assert clock_minutes("12") is None


@given(st.decimals(-(10**9), 10**9, places=2))
def test_a_printed_number_comes_back(value: Decimal) -> None:
    assert number(f"{value:,.2f}", ".") == value
    assert number(f"{value:,.2f}".replace(",", " ").replace(".", ","), ",") == value


@given(st.text(max_size=20))
def test_any_text_is_a_number_or_none(text: str) -> None:
    found = number(text)
    assert found is None or found.is_finite()


def test_a_number_of_json_with_hundreds_of_digits_is_told_and_left_out(write: Any, read: Any) -> None:
    start, day = 1_788_220_800, 86_400  # 1 September 2026
    periods: list[dict[str, Any]] = [
        {
            "period_from": start + day * place,
            "period_to": start + day * (place + 1) - 1,
            "visitors": {"views": 10},
            "activity": {"likes": 3},
        }
        for place in range(5)
    ]
    periods[2]["activity"]["likes"] = int("9" * 400)
    (imported,) = read(write("stats.json", json.dumps({"response": periods})))
    counts = {each.metric: [int(value) for _day, value in each.points] for each in imported.series}
    assert counts["likes"] == [3, 3, 3, 3]
    assert counts["profile_visits"] == [10] * 5
    assert "bad_number" in {each.code for each in imported.problems}
