"""The wizard driven to the end in a pseudo-terminal: both front ends, both languages, narrow and wide."""

import re
import shlex
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.wizard.terminal import Terminal, terminal

LINES = {
    "ru": "250 новых подписчиков ВКонтакте за две недели",
    "en": "250 new followers on VK in two weeks",
}
# what is asked, and what is typed before Enter
SCRIPT = {
    "ru": [
        ("Где вы сейчас?", ""),
        ("как вы рассказали бы коллеге", LINES["ru"]),
        ("Верно?", ""),
        ("Как считаем?", ""),
        ("сколько сейчас?", "1840"),
        ("За какой день это число?", ""),
        ("за прошлый месяц", "40"),
        ("Для чего это?", ""),
        ("Кто ответственный?", ""),
        ("законах страны?", ""),
        ("Взять эти шаги или изменить?", ""),
        ("Всё верно?", ""),
        ("документ, чтобы отправить?", ""),
    ],
    "en": [
        ("Where are you now?", ""),
        ("as you would tell a colleague", LINES["en"]),
        ("Is that right?", ""),
        ("How is it counted?", ""),
        ("how many now?", "1840"),
        ("Which day is this number from?", ""),
        ("last month bring", "40"),
        ("What is it for?", ""),
        ("Who is responsible?", ""),
        ("law for a country?", ""),
        ("Take these steps, or change them?", ""),
        ("Is everything right?", ""),
        ("A document to send as well?", ""),
    ],
}
BACK = {"ru": "Esc: назад", "en": "Esc: back"}
LAST = {"ru": "Тот же план без вопросов", "en": "The same plan without questions"}


def answer_all(run: Terminal, language: str, *, keys_shown: bool = False) -> None:
    """Answer every question; with `keys_shown` look at each that the way back is told and nothing is cut off."""
    for number, (words, text) in enumerate(SCRIPT[language]):
        run.wait_for_question(words)
        if keys_shown:
            run.draw_until(lambda: "Ctrl+C" in run.asked(), "Ctrl+C")
            assert (BACK[language] in run.asked()) == (number > 0), run.text()
            assert not any(line[-1].strip() for line in run.screen.display), run.text()
        run.press(text, "Enter")


def command_in(raw: bytes) -> list[str]:
    """The reproducing command of the last screen."""
    text = re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", raw.decode()).replace("\r", "")
    line = next(line for line in text.splitlines() if line.startswith("smartgoal new "))
    return shlex.split(line)


@pytest.mark.parametrize(
    ("language", "columns", "plain"), [("ru", 60, False), ("en", 120, False), ("ru", 120, True), ("en", 60, True)]
)
def test_the_printed_command_makes_the_same_file(language: str, columns: int, plain: bool, tmp_path: Path) -> None:
    flags = ["--lang", language, *(["--plain"] if plain else [])]
    with terminal(tmp_path, *flags, columns=columns, NO_COLOR="1" if columns == 120 else "") as run:
        answer_all(run, language, keys_shown=not plain)
        run.wait(LAST[language])
        assert run.end() == 0
    if columns == 120:
        assert not colours(run.raw)
    (saved,) = tmp_path.glob("*.smartgoal.toml")
    content = saved.read_bytes()
    assert not list(tmp_path.glob(".*draft*"))
    saved.unlink()
    command = command_in(run.raw)
    again = subprocess.run([sys.executable, "-m", *command], cwd=tmp_path, capture_output=True, check=False)
    assert again.returncode == 0, again.stderr.decode()
    assert saved.read_bytes() == content


def colours(raw: bytes) -> set[bytes]:
    """The codes of colours in what was written."""
    codes = {part for found in re.findall(rb"\x1b\[([0-9;]*)m", raw) for part in found.split(b";")}
    return codes & {b"%d" % code for code in (*range(30, 39), *range(90, 98))}


def test_esc_leads_back_from_every_question_to_the_one_before(tmp_path: Path) -> None:
    with terminal(tmp_path, "--lang", "en") as run:
        before = SCRIPT["en"][0]
        for words, text in SCRIPT["en"]:
            run.wait_for_question(words)
            if words != before[0]:
                run.press("Esc")
                run.wait_for_question(before[0])
                run.press(before[1] if "> " + before[1] not in run.flat() else "", "Enter")
                run.wait_for_question(words)
            run.press(text, "Enter")
            before = (words, text)
        run.wait(LAST["en"])
        assert run.end() == 0


def test_the_way_back_in_lines(tmp_path: Path) -> None:
    with terminal(tmp_path, "--lang", "ru", TERM="dumb") as run:
        for words, text in SCRIPT["ru"][:5]:
            run.wait_for_question(words)
            run.press(text, "Enter")
        run.wait_for_question(SCRIPT["ru"][5][0])
        run.press("<", "Enter")
        run.wait_for_question(SCRIPT["ru"][4][0])
        run.press("?", "Enter")
        run.wait("число на странице сообщества")


@pytest.mark.parametrize("keys", [["d", "Enter"], ["Del"]])
def test_the_highlighted_step_is_dropped(tmp_path: Path, keys: list[str]) -> None:
    with terminal(tmp_path, "--lang", "en") as run:
        first, *rest = at_the_steps(run)
        run.press(*keys)
        run.draw_until(lambda: bool(rest) and step_titles(run)[: len(rest)] == rest, first)


def test_the_highlighted_step_moves_up(tmp_path: Path) -> None:
    with terminal(tmp_path, "--lang", "en") as run:
        first, second, *_ = at_the_steps(run)
        run.press("Down")
        run.draw_until(lambda: "> 2." in run.asked(), "the second row")
        run.press("Shift-Up")
        run.draw_until(lambda: step_titles(run)[:2] == [second, first], second)


def at_the_steps(run: Terminal) -> list[str]:
    """The steps that are proposed, the first one highlighted."""
    for words, text in SCRIPT["en"][:10]:
        run.wait_for_question(words)
        run.press(text, "Enter")
    run.wait_for_question("Take these steps, or change them?")
    run.press("Home")
    run.draw_until(lambda: "> 1." in run.asked(), "the first row")
    return step_titles(run)


def step_titles(run: Terminal) -> list[str]:
    """The beginnings of the steps on the screen."""
    return re.findall(r"\d\. (.{12,20}?) [^→]*→", run.asked())


# after which question, and how
BREAKS: dict[int, str | signal.Signals] = {1: "Ctrl-C", 4: signal.SIGTERM, 9: signal.SIGHUP, 11: "Ctrl-D"}


@pytest.mark.parametrize(("language", "plain"), [("ru", False), ("en", True)])
def test_broken_off_in_every_way_and_taken_up_again(language: str, plain: bool, tmp_path: Path) -> None:
    flags = ["--lang", language, *(["--plain"] if plain else [])]
    script = SCRIPT[language]
    begin = 0
    for number, how in BREAKS.items():
        with terminal(tmp_path, *flags) as run:
            resume(run, language, begin)
            for words, text in script[begin : number + 1]:
                run.wait_for_question(words)
                run.press(text, "Enter")
            run.wait_for_question(script[number + 1][0])
            if isinstance(how, str):
                run.press(how)
            else:
                run.kill(how)
            assert run.end() == 130
        begin = number + 1
    with terminal(tmp_path, *flags) as run:
        resume(run, language, begin)
        for words, text in script[begin:]:
            run.wait_for_question(words)
            run.press(text, "Enter")
        run.wait(LAST[language])
    (saved,) = tmp_path.glob("*.smartgoal.toml")
    assert LINES[language] in saved.read_text(encoding="utf-8")


def resume(run: Terminal, language: str, begin: int) -> None:
    if begin:
        run.wait({"ru": "Продолжить?", "en": "Go on with it?"}[language])
        run.press("Enter")


def test_what_stands_in_the_field_is_kept(tmp_path: Path) -> None:
    with terminal(tmp_path, "--lang", "ru") as run:
        run.wait_for_question("Где вы сейчас?")
        run.press("Enter")
        run.wait_for_question("как вы рассказали бы коллеге")
        run.press("Хотим больше заяв")
        run.wait("> Хотим больше заяв")
        run.kill(signal.SIGHUP)
        assert run.end() == 130
    with terminal(tmp_path, "--lang", "ru") as run:
        run.wait("Продолжить?")
        run.press("Enter")
        run.wait("> Хотим больше заяв")


def test_a_pasted_text_becomes_one_line_and_a_long_one_stays_readable(tmp_path: Path) -> None:
    with terminal(tmp_path, "--lang", "ru", columns=60) as run:
        run.wait_for_question("Где вы сейчас?")
        run.press("Enter")
        run.wait_for_question("как вы рассказали бы коллеге")
        run.press("\x1b[200~250 новых подписчиков\nВКонтакте 🚀\r\nза две недели\x1b[201~")
        run.wait("> 250 новых подписчиков ВКонтакте 🚀")
        run.resize(100)
        run.press("Enter")
        run.wait_for_question("Верно?")
        assert "до воскресенья 6 декабря 2026 (14 дней)" in run.flat()


def test_a_folder_that_cannot_be_written_is_told_before_the_first_question(tmp_path: Path) -> None:
    with terminal(tmp_path, "--lang", "en", "-o", "no/such/folder/plan.smartgoal.toml") as run:
        assert run.end() == 3
        assert "Where are you now?" not in run.text()


def test_flags_that_say_the_goal_leave_only_the_rest_to_ask(tmp_path: Path) -> None:
    flags = ["--goal", LINES["en"], "--owner", "Anna", "--stat", "vk.followers=1840", "--counted-as", "net"]
    with terminal(tmp_path, "--lang", "en", *flags) as run:
        run.wait_for_question("Is that right?")
        run.press("Enter")
        run.wait_for_question("last month bring")
