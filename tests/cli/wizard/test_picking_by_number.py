"""A row picked by its number: at once where one digit tells it, else with the second digit or Enter."""

import pytest

from smartgoal.cli.wizard.controls import ChoiceList
from smartgoal.cli.wizard.screen import Row, Screen


def choices(rows: int) -> ChoiceList:
    """A list of that many rows."""
    return ChoiceList(
        Screen(
            id="pick", heading="", panel=(), prompt="", hint="", help="", default=None, typed="",
            rows=tuple(Row(str(number), f"Row {number}") for number in range(1, rows + 1)), check=lambda _: "",
        )
    )  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "keys", "picked"), [(9, "3", "3"), (15, "2", "2"), (15, "15", "15"), (20, "20", "20")]
)
def test_the_number_is_taken_as_soon_as_no_other_row_can_be_meant(rows: int, keys: str, picked: str) -> None:
    control = choices(rows)
    assert [control.number(key) for key in keys] == [False] * (len(keys) - 1) + [True]
    assert control.answer() == picked


def test_a_first_digit_only_highlights_where_a_second_may_follow() -> None:
    control = choices(15)
    assert not control.number("1")
    assert control.answer() == "1"
    control.move(1)
    assert control.number("5")
    assert control.answer() == "5"


def test_a_number_without_a_row_changes_nothing() -> None:
    control = choices(4)
    assert not control.number("7")
    assert not control.number("0")
    assert control.answer() == "1"
