"""What is typed at a list: a number highlights its row, a letter stands for a shortcut, all else is a text."""

import pytest
from prompt_toolkit.key_binding.key_processor import KeyPress

from smartgoal.cli.wizard.controls import ChoiceList
from smartgoal.cli.wizard.screen import Row, Screen


def choices(rows: int, *, shortcuts: int = 0) -> ChoiceList:
    """A list of that many rows, of which the first few have a shortcut."""
    return ChoiceList(
        Screen(
            id="pick", heading="", panel=(), prompt="", hint="", help="", default=None, typed="", check=lambda _: "",
            rows=tuple(
                Row(str(number), f"Row {number}", shortcuts={"d": f"drop:{number}"} if number <= shortcuts else {})
                for number in range(1, rows + 1)
            ),
        )
    )  # fmt: skip


def typed(control: ChoiceList, keys: str) -> ChoiceList:
    control.write(*map(KeyPress, keys))
    return control


@pytest.mark.parametrize(
    ("rows", "keys", "picked"),
    [(9, "3", "3"), (9, "35", "5"), (15, "1", "1"), (15, "2", "2"), (15, "15", "15"), (20, "20", "20")],
)
def test_a_number_highlights_its_row(rows: int, keys: str, picked: str) -> None:
    control = typed(choices(rows), keys)
    assert (control.chosen.value, control.answer(), control.is_text) == (picked, picked, False)


def test_a_number_begins_anew_after_an_arrow() -> None:
    control = typed(choices(15), "1")
    control.move(1)
    assert typed(control, "5").answer() == "5"


@pytest.mark.parametrize("keys", ["7", "0", "40", "12 clients", "Row 2"])
def test_what_names_no_row_is_a_text(keys: str) -> None:
    control = typed(choices(4), keys)
    assert (control.answer(), control.is_text) == (keys, True)


@pytest.mark.parametrize(
    ("keys", "answer"), [("d", "drop:1"), ("в", "drop:1"), ("2d", "drop:2"), ("d2", "drop:2"), ("d3", "d3"), ("3", "3")]
)
def test_a_letter_with_or_without_a_number_is_a_shortcut(keys: str, answer: str) -> None:
    control = typed(choices(4, shortcuts=2), keys)
    assert control.answer() == answer
    assert not control.is_text


@pytest.mark.parametrize("keys", ["dance", "d2d", "2dd", "2 dances", "встретиться"])
def test_a_text_that_begins_like_a_shortcut_stays_a_text(keys: str) -> None:
    control = typed(choices(4, shortcuts=4), keys)
    assert (control.answer(), control.is_text) == (keys, True)


def test_the_last_key_is_taken_back() -> None:
    control = typed(choices(4, shortcuts=4), "da")
    control.erase()
    assert control.answer() == "drop:1"
    control.erase()
    assert control.answer() == "1"
