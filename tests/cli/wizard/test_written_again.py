"""A text that stands in the field already gives way to what is typed, and leaves no trace where it was not touched."""

from pathlib import Path

from tests.cli.wizard.terminal import terminal

FIRST, LINE = "Where are you now?", "as you would tell a colleague"


def test_a_goal_that_is_written_again_is_the_new_one_alone(tmp_path: Path) -> None:
    with terminal(tmp_path, "--lang", "en") as run:
        run.wait_for_question(FIRST)
        run.press("1", "Enter")
        run.wait_for_question(LINE)
        run.press("250 new followers on VK in two weeks", "Enter")
        run.wait_for_question("Is that right?")
        run.press("6", "Enter")
        run.wait_for_question(LINE)
        run.press("7 leads from Instagram by 31 December", "Enter")
        run.wait_for_question("Is that right?")
        assert "two weeks7" not in run.flat()
        assert "Understood as: 7 leads" in run.flat()


def test_a_suggestion_on_which_one_broke_off_is_suggested_again(tmp_path: Path) -> None:
    with terminal(tmp_path, "--lang", "en") as run:
        run.wait_for_question(FIRST)
        run.press(*"get 100 leads from VK by March")
        run.press("Enter")
        for words in ("Is that right?", "How is it counted?", "in the last month", "What is it for?"):
            run.wait_for_question(words)
            run.press("Enter")
        run.wait_for_question("Who is responsible?")
        run.press("Ctrl-C")
        run.wait("Go on with")
    with terminal(tmp_path, "--lang", "en") as run:
        run.wait("Go on")
        run.press("Enter")
        run.wait_for_question("Who is responsible?")
        run.press("Anna", "Enter")
        run.wait("Who is responsible? Anna")


def test_answers_that_one_goes_back_over_are_suggested_again(tmp_path: Path) -> None:
    with terminal(tmp_path, "--lang", "en") as run:
        run.wait_for_question(FIRST)
        run.press(*"get 100 leads from VK by March")
        run.press("Enter")
        for words in ("Is that right?", "How is it counted?", "in the last month"):
            run.wait_for_question(words)
            run.press("Enter")
        run.wait_for_question("What is it for?")
        run.press("for the shop", "Enter")
        run.wait_for_question("Who is responsible?")
        run.press("Anna", "Enter")
        run.wait("Who is responsible? Anna")
        run.press("Esc")
        run.wait_for_question("Who is responsible?")
        run.press("Esc")
        run.wait_for_question("What is it for?")
        run.press("Enter")
        run.wait_for_question("Who is responsible?")
        assert run.flat().count("What is it for? One phrase: for the shop") == 2
        assert "> Anna" in run.flat()


def test_a_number_of_one_metric_is_not_suggested_for_another(tmp_path: Path) -> None:
    with terminal(tmp_path, "--lang", "en") as run:
        run.wait_for_question(FIRST)
        run.press(*"250 new followers on VK by 1 March 2027")
        run.press("Enter")
        for words in ("Is that right?", "How is it counted?"):
            run.wait_for_question(words)
            run.press("Enter")
        run.wait_for_question("Followers: how many now?")
        run.press("1840", "Enter")
        run.wait_for_question("Which day is this number from?")
        for words in ("Followers: how many now?", "How is it counted?", "Is that right?", LINE):
            run.press("Esc")
            run.wait_for_question(words)
        run.press(*"Cut the response time on VK to 10 minutes by 1 March 2027")
        run.press("Enter")
        for words in ("Is that right?", "How is it counted?"):
            run.wait_for_question(words)
            run.press("Enter")
        run.wait_for_question("Response time: what is it now?")
        assert "1840" not in run.asked()
