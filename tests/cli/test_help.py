import re

import pytest

from smartgoal.cli.app import load_command
from smartgoal.cli.commands import COMMANDS

from .conftest import Run

# ids, file names, formats and names of things that are the same in every language
LATIN = re.compile(
    r"--?[\w-]+|"
    r"[\w./\\*-]+\.(?:toml|txt|csv|md|ics|zip|xlsx|json)|smartgoal(?: [a-z-]+)?|ru\|en|\b[A-Z]{2,4}\b|\[?\b[A-Z]\]?\b"
)


def english_words(page: str) -> list[str]:
    body = page.partition("\nПримеры")[0]
    words = re.findall(r"[A-Za-z]{3,}", LATIN.sub(" ", body))
    known = {"Tab", "Markdown", "SMART", "JSON", "Schema", "TOML", "Git", "VK", "Instagram", "zip", "utf", "cp1251"}
    ids = re.compile(r"^[a-z_]+$")
    return [word for word in words if word not in known and not ids.match(word)]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_in_both_languages(run: Run, name: str) -> None:
    english, russian = run(name, "--help"), run(name, "--help", lang="ru")
    assert english.status == russian.status == 0
    assert english.out.startswith(f"Usage: smartgoal {name}")
    assert "Examples:" in english.out
    assert "Usage" not in russian.out
    assert english.out != russian.out


@pytest.mark.parametrize("name", COMMANDS)
def test_russian_help_holds_no_english_sentence(run: Run, name: str) -> None:
    assert english_words(run(name, "--help", lang="ru").out) == []


def test_russian_root_help_holds_no_english_sentence(run: Run) -> None:
    page = run("--help", lang="ru").out
    assert english_words(page) == []
    assert all(f"  {name} " in page for name in COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_can_be_built(name: str) -> None:
    command = load_command(name)
    assert command.name == name
    assert any("--lang" in parameter.opts for parameter in command.params)


USAGE_ERRORS = (
    ("chek",),
    ("check",),
    ("check", "--no-such"),
    ("check", "--text"),
    ("export",),
    ("schema", "more"),
    ("check", "--json=1", "--text", "x"),
    ("new", "--no-input"),
    ("new", "--metric", "folowers", "--no-input"),
    ("new", "--target", "много", "--no-input"),
    ("status", "--due", "year"),
)


@pytest.mark.parametrize("arguments", USAGE_ERRORS)
def test_usage_errors_are_said_in_russian_and_exit_2(run: Run, arguments: tuple[str, ...]) -> None:
    result = run(*arguments, lang="ru")
    assert result.status == 2
    assert result.out == ""
    assert english_words(result.err) == []
    assert re.search("[а-я]", result.err)


@pytest.mark.parametrize("arguments", USAGE_ERRORS)
def test_usage_errors_say_what_to_do_next(run: Run, arguments: tuple[str, ...]) -> None:
    result = run(*arguments)
    assert result.status == 2
    assert len(result.err.strip().splitlines()) >= 1


def test_an_unknown_language_is_told_with_those_there_are(run: Run) -> None:
    result = run("schema", lang="fr")
    assert result.status == 2
    assert "en, ru" in result.err


def test_the_version_is_printed(run: Run) -> None:
    assert run("--version", lang=None).out.startswith("smartgoal 0.")
