"""What a person sees in a real terminal: nothing wider than the screen, colour where it is wanted."""

import os
import re
import shutil
import sys
from pathlib import Path

import pexpect
import pytest
from prompt_toolkit.utils import get_cwidth

ROOT = Path(__file__).parents[2]
PATIENCE = 60
MARK = "@@ "
# one process for all of them: a terminal is what is tested here, not the start of Python
CHILD = """
import shlex, sys
from smartgoal.cli import run
for line in sys.argv[1:]:
    print("@@ " + line, flush=True)
    run(shlex.split(line))
"""
RUSSIAN, ENGLISH = "awareness-ru/plan.smartgoal.toml", "leads-en/plan.smartgoal.toml"
COMMANDS = (
    "--help",
    "new --help",
    "forecast --help",
    "budget --help",
    "new --no-input",
    f"check {RUSSIAN} {ENGLISH} nothing-here.toml",
    'check --text "250 новых подписчиков"',
    "check --lines goals.ru.txt",
    f"show {RUSSIAN}",
    f"show {ENGLISH} --plain",
    f"steps {RUSSIAN}",
    "steps sales-ru/plan.smartgoal.toml --propose --today 2026-11-22",
    "import exports/vk_community.csv exports/followers.csv",
    f"forecast {RUSSIAN}",
    "forecast --history exports/followers.csv --target +250 --by 2027-01-20 --market RU",
    "forecast --backtest exports/followers.csv",
    "budget --spent 300 --got 1 --of customers --target 10 --currency RUB",
    "budget --know cpl=375 --know cr_lead_sale=10% --know aov=3000 --know margin=40% --target 100",
    "examples --market RU",
    "explain",
    "explain R06",
    "explain engagement_rate",
    "explain leads",
    "status .",
)


def screens(folder: Path, columns: int, *lines: str, **variables: str) -> dict[str, list[str]]:
    """The lines that each command wrote to a terminal of so many columns."""
    bare = {"PATH": os.environ["PATH"], "HOME": str(folder), "LC_ALL": "C.UTF-8", "TERM": "xterm-256color"}
    process = pexpect.spawn(
        sys.executable, ["-c", CHILD, *lines], cwd=str(folder), env={**bare, **variables},
        dimensions=(50, columns), timeout=PATIENCE, encoding="utf-8",
    )  # fmt: skip
    parts = process.read().split(MARK)[1:]
    process.close()
    assert len(parts) == len(lines)
    return {line: part.split("\r\n")[1:] for line, part in zip(lines, parts, strict=True)}


def bare(text: str) -> str:
    return re.sub(r"\x1b\[[0-9;]*m", "", text)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(ROOT / "examples", tmp_path / "work"))


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("columns", [60, 80, 120])
def test_nothing_is_wider_than_the_screen(folder: Path, columns: int, language: str) -> None:
    for command, lines in screens(folder, columns, *COMMANDS, SMARTGOAL_LANG=language).items():
        assert any(lines), command
        assert [line for line in map(bare, lines) if get_cwidth(line) > columns] == [], command
        assert not any("SMARTGOAL_DEBUG" in line for line in lines), command


CHECK = f"check {RUSSIAN}"


@pytest.mark.parametrize(
    ("command", "variables", "coloured"),
    [
        (CHECK, {}, True),
        (CHECK, {"NO_COLOR": "1"}, False),
        (CHECK, {"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
        (CHECK, {"TERM": "dumb"}, False),
        (CHECK, {"TERM": "dumb", "FORCE_COLOR": "1"}, True),
        (f"{CHECK} --plain", {}, False),
        (f"show {RUSSIAN}", {}, True),
        (f"show {RUSSIAN} --plain", {}, False),
    ],
)
def test_colour_is_there_where_it_is_wanted(
    folder: Path, command: str, variables: dict[str, str], coloured: bool
) -> None:
    lines = screens(folder, 80, command, **variables)[command]
    assert ("\x1b[" in "\n".join(lines)) is coloured


DRAWN = re.compile("[▁-█░═│└─•]")


DRAWING = (
    f"show {RUSSIAN}",
    "import exports/followers.csv",
    "forecast --history exports/followers.csv --target +250 --by 2026-12-30",
)


@pytest.mark.parametrize("command", DRAWING)
def test_plain_draws_nothing(folder: Path, command: str) -> None:
    drawn, plain = screens(folder, 80, command, f"{command} --plain").values()
    assert DRAWN.search("\n".join(drawn))
    assert not DRAWN.search("\n".join(plain))


def test_the_width_may_be_told_by_columns(folder: Path) -> None:
    (lines,) = screens(folder, 120, "--help", COLUMNS="50").values()
    assert max(map(get_cwidth, lines)) <= 50


def test_a_table_needs_room_else_it_is_a_list(folder: Path) -> None:
    command = f"show {RUSSIAN}"
    (wide,), (narrow,) = (screens(folder, columns, command).values() for columns in (80, 60))
    assert any("───" in line for line in wide)
    assert not any("───" in line for line in narrow)
