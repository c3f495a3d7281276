"""Documents stay true: generated pages are current, commands shown to a reader run."""

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from smartgoal.cli.app import load_command
from smartgoal.cli.commands import COMMANDS

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tools"))

import documents as tool  # noqa: E402 - the path above comes first

READMES = ("README.md", "README.ru.md")
NOT_HERE = ("--install-completion", "PLAN", "FILE", "> ")  # placeholders, and what would change the reader's shell


def commands_of(text: str) -> list[str]:
    """Commands in code, in blocks and in tables, without those that hold a placeholder."""
    found = re.findall(r"(?:^ {4}|`)(smartgoal [^`\n]+)", text, re.MULTILINE)
    return [
        command for command in found if not any(part in command for part in NOT_HERE) and command != "smartgoal new"
    ]


SHOWN = [(name, command) for name in READMES for command in commands_of((ROOT / name).read_text(encoding="utf-8"))]


@pytest.mark.parametrize("page", tool.PAGES)
def test_a_generated_page_is_current(page: str) -> None:
    assert (ROOT / "docs" / page).read_text(encoding="utf-8") == tool.PAGES[page]()


@pytest.mark.parametrize(("readme", "command"), SHOWN, ids=[f"{name}:{command[:60]}" for name, command in SHOWN])
def test_a_command_of_the_readme_runs(readme: str, command: str, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    words = [sys.executable, "-m", *shlex.split(command)]
    result = subprocess.run(words, cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", check=False)
    assert result.returncode in {0, 1}, result.stderr
    assert "Traceback" not in result.stderr
    assert result.stdout


@pytest.mark.parametrize("readme", READMES)
def test_every_command_is_mentioned(readme: str) -> None:
    text = (ROOT / readme).read_text(encoding="utf-8")
    assert [name for name in COMMANDS if f"smartgoal {name}" not in text and name != "show"] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_help_shows_examples_of_its_own_command(name: str) -> None:
    lines = (load_command(name).epilog or "").strip().splitlines()
    assert lines
    assert all(line.startswith(f"smartgoal {name}") for line in lines)
    for line in lines:
        shlex.split(line)


def test_both_readmes_have_the_same_run_and_test_lines() -> None:
    lines = [
        re.findall(r"^    (python3 .*)$", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE) for name in READMES
    ]
    assert lines[0] == lines[1]
    assert len(lines[0]) == 2
