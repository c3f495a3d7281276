"""`budget` without flags asks: a wrong answer is told and asked again."""

import io
from pathlib import Path

import pytest

from smartgoal.cli.budgeting import ask
from smartgoal.cli.environment import Environment
from smartgoal.language import load


def environment(typed: str, language: str) -> Environment:
    return Environment(
        language=load(language), language_wished=True, stdin=io.StringIO(typed), stdout=io.StringIO(),
        stderr=io.StringIO(), variables={}, folder=Path(),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "taken"), [("abc\n300\n", "300"), ("-5\n2.5k\n", "2.5k"), ("\n", ""), ("10/week\n", "10/week")]
)
def test_what_is_no_amount_is_asked_again(typed: str, taken: str) -> None:
    there = environment(typed, "en")
    assert ask("How much?", there) == taken
    assert isinstance(there.stdout, io.StringIO)
    assert there.stdout.getvalue().count("How much?") == typed.count("\n")


def test_the_end_of_input_ends_the_asking() -> None:
    with pytest.raises(EOFError):
        ask("How much?", environment("abc\n", "ru"))
