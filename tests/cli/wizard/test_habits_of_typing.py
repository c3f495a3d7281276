"""Habits of people and scripts at the wizard: none of them loses an answer."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.cli.wizard.terminal import Terminal, terminal

FIRST, LINE = "Where are you now?", "as you would tell a colleague"
SENTENCE = "10 sales in a month through Instagram"
SLOWLY = 1.2  # seconds after which nobody would take two keys for one


@pytest.fixture
def run(tmp_path: Path) -> Iterator[Terminal]:
    with terminal(tmp_path, "--lang", "en") as started:
        started.wait_for_question(FIRST)
        yield started


@pytest.mark.parametrize("keys", [["1", "Enter"], ["1\r"]])
def test_a_digit_with_enter_answers_its_own_question_alone(run: Terminal, keys: list[str]) -> None:
    run.press(*keys)
    run.wait_for_question(LINE)
    run.press(SENTENCE, "Enter")
    run.wait_for_question("Is that right?")
    assert SENTENCE in run.flat()
    run.press(*keys)
    run.wait_for_question("How is it counted?")


def test_an_enter_long_after_its_digit_answers_no_second_list(run: Terminal) -> None:
    run.press("2")
    run.wait("> 2.")
    time.sleep(SLOWLY)
    assert FIRST in run.asked()
    run.press("Enter")
    run.wait_for_question("Which page?")
    time.sleep(SLOWLY)
    run.read()
    assert "Which page?" in run.asked()


def test_another_digit_before_enter_is_another_choice(run: Terminal) -> None:
    run.press("3", "2", "Enter")
    run.wait_for_question("Which page?")


def test_two_enters_go_on_without_a_sentence(run: Terminal) -> None:
    run.press("1", "Enter")
    run.wait_for_question(LINE)
    run.press("Enter", "Enter")
    run.wait_for_question("How shall we find the goal?")


@pytest.mark.parametrize(
    "sentence",
    [SENTENCE, "2 new clients a week until March", "250 new followers on VK in two weeks", "get 100 leads by March"],
)
def test_a_sentence_typed_at_the_first_list_is_the_sentence(run: Terminal, sentence: str) -> None:
    run.press(*sentence)
    run.wait_for_question(LINE)
    run.press("Enter")
    run.wait_for_question("Is that right?")
    assert sentence in run.flat()


def test_answers_typed_ahead_are_not_lost(run: Terminal) -> None:
    run.press("2\r3\r840\r")
    run.wait_for_question("how many?")
    assert "840" in run.flat()


def test_in_a_long_list_a_first_digit_waits_for_a_second(run: Terminal) -> None:
    run.press("2", "Enter")
    run.wait_for_question("Which page?")
    run.press("1")
    time.sleep(SLOWLY)
    run.press("1", "Enter")
    run.wait("WhatsApp")
    run.wait_for_question("how many?")


def test_a_refused_answer_is_written_anew_and_can_be_brought_back(run: Terminal) -> None:
    run.press("1", "Enter")
    run.wait_for_question(LINE)
    run.press("100 leads from VK", "Enter")
    run.wait_for_question("Is that right?")
    run.press("Enter")
    run.wait_for_question("By when?")
    run.press("31 Fubruary", "Enter")
    run.wait("not a date yet")
    run.press("y")
    run.wait("> y ")
    run.press("Up")
    run.wait("> 31 Fubruary")
    run.press("\x7f" * 8, "March", "Enter")
    run.wait("31 March")


def test_the_suggested_owner_gives_way_to_a_name(run: Terminal) -> None:
    run.press(*"get 100 leads from VK by March")
    run.press("Enter")
    run.wait_for_question("Is that right?")
    for words in ("How is it counted?", "in the last month", "What is it for?"):
        run.press("Enter")
        run.wait_for_question(words)
    run.press("Enter")
    run.wait_for_question("Who is responsible?")
    run.press("Anna", "Enter")
    run.wait("Who is responsible? Anna")


@pytest.mark.parametrize("text", ["raise weekly reach to 5000 by March", "1000 followers by the end of January"])
def test_a_text_typed_at_a_list_neither_picks_a_row_nor_reaches_the_next_question(run: Terminal, text: str) -> None:
    run.press("2", "Enter")
    run.wait_for_question("Which page?")
    run.press(*text, "Enter")
    run.wait("Choose one of the rows")
    assert "Which page?" in run.asked()
    run.press("Telegram", "Enter")
    run.wait_for_question("how many now?")


@pytest.mark.parametrize("title", ["talk to ten clients", "use stories", "draw a map", "t-shirts as prizes; +30"])
def test_a_step_typed_at_the_list_of_steps_becomes_a_step(run: Terminal, title: str) -> None:
    run.press(*SENTENCE)
    for words in (LINE, "Is that right?", "How is it counted?", "in the last month", "for?", "responsible?", "law"):
        run.wait_for_question(words)
        run.press("Enter")
    run.wait_for_question("Take these steps, or change them?")
    before = run.asked()
    run.press(*title)
    run.wait_for_question("what will you do?")
    run.draw_until(lambda: f"> {title}" in run.asked(), title)
    run.press("Enter")
    run.draw_until(lambda: "what will it bring?" in run.asked() or "Take these" in run.asked(), "the step")
    run.press("Enter")
    run.wait_for_question("Take these steps, or change them?")
    run.draw_until(lambda: title.partition(";")[0] in run.asked(), "the list with the step")
    assert title not in before
