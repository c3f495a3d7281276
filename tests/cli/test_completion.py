"""Tab in bash, zsh and fish: what it offers, and what it loads for that."""

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from smartgoal.cli.app import load_command
from smartgoal.cli.commands import COMMANDS
from smartgoal.cli.completing import CHOICES, PLANS_OF_OPTIONS, answer, offers

from .conftest import Run

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("clients/café", "clients/fern"):
        (tmp_path / name).mkdir(parents=True)
    for name in ("plan", "clients/café/may", "clients/fern/my plan", "clients/june"):
        (tmp_path / f"{name}.smartgoal.toml").touch()
    (tmp_path / "notes.toml").touch()
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("ch", ["check"]),
        ("--lang ru ch", ["check"]),
        ("new --metric respo", ["response_time"]),
        ("new --platform vk", ["vk"]),
        ("new --category aw", ["awareness"]),
        ("new --direction ", ["increase", "decrease"]),
        ("new --metric=follow", ["--metric=followers"]),
        ("new --metric = follow", ["followers"]),
        ("new --metric =", list(offers(["new", "--metric"], "") or ())),
        ("new --steps ", ["auto"]),
        ("check --lang ", ["en", "ru"]),
        ("export plan.smartgoal.toml --to ", ["md", "text", "ics"]),
        ("export plan.smartgoal.toml --for m", ["mentor"]),
        ("report clients --to ", ["md", "text"]),
        ("status --due w", ["week"]),
        ("explain S0", [f"S0{number}" for number in range(1, 10)]),
        ("explain lea", ["leads", "lead_conversion"]),
        ("check pl", ["plan.smartgoal.toml"]),
        ("check clients/", ["clients/café/may.smartgoal.toml", "clients/fern/my plan.smartgoal.toml",
                            "clients/june.smartgoal.toml"]),
        ("import group.csv --into p", ["plan.smartgoal.toml"]),
        ("new --from p", ["plan.smartgoal.toml"]),
        ("import gr", []),
        ("nothing-known x", []),
    ],
)  # fmt: skip
def test_what_tab_offers(line: str, offered: list[str]) -> None:
    *words, incomplete = line.split(" ")
    assert list(offers(words, incomplete) or ()) == offered


def test_names_of_options_are_left_to_the_commands() -> None:
    assert offers(["check"], "--te") is None


def test_commands_are_offered_in_the_order_of_the_work() -> None:
    assert list(offers([], "") or ()) == list(COMMANDS)


@pytest.mark.parametrize("option", sorted({*CHOICES, *PLANS_OF_OPTIONS}))
def test_every_option_with_offers_exists(option: str) -> None:
    *command, name = option.split(" ")
    owners = [each for each in command or COMMANDS if any(name in one.opts for one in load_command(each).params)]
    assert owners


@pytest.mark.parametrize(
    ("command", "option"),
    [("export", "--to"), ("export", "--for"), ("report", "--to"), ("status", "--due"), ("new", "--steps"),
     ("new", "--direction")],
)  # fmt: skip
def test_every_choice_that_is_offered_is_taken(run: Run, folder: Path, command: str, option: str) -> None:
    shutil.copy(ROOT / "examples/leads-en/plan.smartgoal.toml", folder / "plan.smartgoal.toml")
    for value in offers([command, option], "") or ():
        given = [] if command == "new" else ["plan.smartgoal.toml"]
        assert f", not {value}." not in run(command, *given, option, value).err


def shell(folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    bare = {"PATH": os.environ["PATH"], "HOME": str(folder), "LC_ALL": "C.UTF-8", "SMARTGOAL_LANG": "ru"}
    return subprocess.run(
        [sys.executable, "-m", "smartgoal"], cwd=folder, env={**bare, **variables},
        capture_output=True, text=True, encoding="utf-8", check=False, timeout=60,
    )  # fmt: skip


def bash(line: str, word: int) -> dict[str, str]:
    return {"_SMARTGOAL_COMPLETE": "complete_bash", "COMP_WORDS": line, "COMP_CWORD": str(word)}


def zsh(line: str) -> dict[str, str]:
    return {"_SMARTGOAL_COMPLETE": "complete_zsh", "_TYPER_COMPLETE_ARGS": line}


def fish(line: str, action: str = "get-args") -> dict[str, str]:
    more = {"_TYPER_COMPLETE_ARGS": line, "_TYPER_COMPLETE_FISH_ACTION": action}
    return {"_SMARTGOAL_COMPLETE": "complete_fish", **more}


@pytest.mark.parametrize(
    ("variables", "written"),
    [
        (bash("smartgoal\nche", 1), "check\n"),
        (bash("smartgoal\ncheck\nclients/f", 2), "clients/fern/my\\ plan.smartgoal.toml\n"),
        (bash('smartgoal\ncheck\n"unfinished', 2), "\n"),
        (zsh("smartgoal sche"), """_arguments '*: :(("schema":"Показать JSON Schema файла плана."))'\n"""),
        (zsh("smartgoal import x"), "_files\n"),
        (fish("smartgoal sche"), "schema\tПоказать JSON Schema файла плана.\n"),
        (fish("smartgoal new --metric=foll"), "--metric=followers\n"),
    ],
)
def test_the_answer_has_the_form_that_the_shell_reads(
    variables: dict[str, str], written: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert answer({**variables, "SMARTGOAL_LANG": "ru"}) == 0
    assert capsys.readouterr().out == written


def test_fish_is_told_by_the_exit_status_whether_to_offer_files() -> None:
    assert answer(fish("smartgoal che", "is-args")) == 0
    assert answer(fish("smartgoal import x", "is-args")) == 1


@pytest.mark.parametrize(("variables", "written"), [
    (bash("smartgoal\ncheck\n--te", 2), "--text\n"),
    (zsh("smartgoal check --te"), """_arguments '*: :(("--text":"Цель словами."))'\n"""),
    (fish("smartgoal check --te"), "--text\tЦель словами.\n"),
    (bash("smartgoal\n--ver", 1), "--version\n"),
    (bash("smartgoal\nnot-a-command\n--te", 2), "\n"),
])  # fmt: skip
def test_options_are_offered_with_what_they_do(folder: Path, variables: dict[str, str], written: str) -> None:
    result = shell(folder, **variables)
    assert (result.returncode, result.stdout, result.stderr) == (0, written, "")


@pytest.mark.skipif(shutil.which("bash") is None, reason="no bash here")
def test_tab_in_bash(folder: Path) -> None:
    (folder / "smartgoal").write_text(
        f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m smartgoal "$@"\n', encoding="utf-8"
    )
    (folder / "smartgoal").chmod(0o755)
    script = (
        'eval "$(smartgoal --show-completion)"\n'
        'offer() { COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); '
        '_smartgoal_completion smartgoal; echo "${COMPREPLY[@]}"; }\n'
        "offer smartgoal che; offer smartgoal new --platform v; offer smartgoal check clients/j; complete -p smartgoal"
    )
    environment = {"PATH": f"{folder}:{os.environ['PATH']}", "HOME": str(folder), "LC_ALL": "C.UTF-8"}
    result = subprocess.run(
        ["bash", "--norc", "-c", script],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert result.stdout.splitlines() == [
        "check", "vk", "clients/june.smartgoal.toml",
        "complete -o default -F _smartgoal_completion smartgoal",
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["bash", "zsh", "fish"])
def test_completion_is_installed_in_the_users_own_folder(folder: Path, name: str) -> None:
    places = {"bash": ".bash_completions/smartgoal.sh", "zsh": ".zfunc/_smartgoal",
              "fish": ".config/fish/completions/smartgoal.fish"}  # fmt: skip
    environment = {"PATH": os.environ["PATH"], "HOME": str(folder), "LC_ALL": "C.UTF-8",
                   "_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION": "1"}  # fmt: skip
    result = subprocess.run(
        [sys.executable, "-m", "smartgoal", "--install-completion", name], env=environment, capture_output=True,
        check=False, timeout=60,
    )  # fmt: skip
    assert result.returncode == 0
    assert "_SMARTGOAL_COMPLETE" in (folder / places[name]).read_text(encoding="utf-8")


@pytest.mark.parametrize("line", ["smartgoal che", "smartgoal new --metric fo", "smartgoal check pl"])
def test_tab_loads_neither_typer_nor_a_command(folder: Path, line: str) -> None:
    code = (
        "import sys\nfrom smartgoal.__main__ import answered\n"
        "answered(sys.argv[1:])\nsys.stderr.write(' '.join(sys.modules))"
    )
    environment = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", **zsh(line)}
    result = subprocess.run([sys.executable, "-c", code], env=environment, cwd=folder, capture_output=True, text=True,
                            check=True, timeout=60)  # fmt: skip
    loaded = result.stderr.split()
    assert "smartgoal.cli.completing" in loaded
    assert not {"typer", "click", "pydantic", "babel", "rich", "smartgoal.store", "smartgoal.parsing"} & set(loaded)
    assert [each for each in loaded if each.startswith("smartgoal.cli.commands.")] == []
