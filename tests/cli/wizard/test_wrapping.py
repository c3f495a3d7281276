"""Lines fit the width, count wide characters as two, keep no-break spaces and every word."""

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from smartgoal.cli.wizard.wrapping import plain, text_of, wrapped

TEXTS = st.text(st.sampled_from(list("аб xyz 1. \u00a0🚀漢é")), max_size=120)


@given(TEXTS, st.integers(4, 60))
def test_no_line_is_wider_than_asked_for(text: str, width: int) -> None:
    assert all(cell_len(text_of(line)) <= width for line in wrapped(plain(text), width, ""))


@given(TEXTS, st.integers(4, 60))
def test_no_letter_is_lost(text: str, width: int) -> None:
    told = "".join(text_of(line) for line in wrapped(plain(text), width, ""))
    assert told.replace(" ", "") == text.replace(" ", "")


def test_a_row_continues_below_its_text() -> None:
    lines = [text_of(line) for line in wrapped(plain("  2. Ask three neighbours for a giveaway"), 22)]
    assert lines == ["  2. Ask three", "     neighbours for a", "     giveaway"]


def test_a_number_stays_with_its_unit() -> None:
    lines = [text_of(line) for line in wrapped(plain("до 1\u00a0840\u00a0₽ в день"), 10)]
    assert "до" in lines[0]
    assert any("1\u00a0840\u00a0₽" in line for line in lines)


def test_nothing_that_steers_the_terminal_gets_through() -> None:
    (line,) = wrapped(plain("a\x1b[31mb\u202ec\ud800d\x07"), 40)
    assert text_of(line) == "a [31mb c d"


def test_roles_stay_with_their_words() -> None:
    (first, *_) = wrapped((("strong", "Sum: "), ("good", "+250")), 40)
    assert first == (("strong", "Sum: "), ("good", "+250"))
