"""Help pages as they are read, and their examples as they are copied."""

import shlex
import shutil
import sys
import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook  # type: ignore[import-untyped]

from smartgoal.cli.app import load_command
from smartgoal.cli.commands import COMMANDS

from .conftest import Run

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tools"))

import help_pages as tool  # noqa: E402 - the path above comes first


@pytest.mark.parametrize("language", tool.LANGUAGES)
@pytest.mark.parametrize("name", tool.NAMES)
def test_a_help_page_is_the_one_that_was_agreed(
    run: Run, monkeypatch: pytest.MonkeyPatch, name: str, language: str
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    words = [] if name == tool.ROOT_PAGE else [name]
    page = run(*words, "--help", lang=language).out
    assert page == tool.place(name, language).read_text(encoding="utf-8"), "meant? then run tools/help_pages.py"


@pytest.mark.parametrize("columns", [40, 60, 100])
@pytest.mark.parametrize("name", COMMANDS)
def test_an_example_that_is_broken_over_lines_is_the_same_command(
    run: Run, monkeypatch: pytest.MonkeyPatch, name: str, columns: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    shown = run(name, "--help").out.partition("Examples:\n")[2].replace("\\\n", " ").strip().splitlines()
    assert [shlex.split(line) for line in shown] == [shlex.split(line) for line in examples_of(name)]


def examples_of(name: str) -> list[str]:
    return (load_command(name).epilog or "").strip().splitlines()


EXAMPLES = [(name, line) for name in COMMANDS for line in examples_of(name)]
TODAY = "2026-11-29"
NEEDS_A_PERSON = {"smartgoal new", "smartgoal edit plan.smartgoal.toml"}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with every file that an example names."""
    examples = ROOT / "examples"
    plan = (examples / "awareness-ru" / "plan.smartgoal.toml").read_text(encoding="utf-8").replace("Анна", "Anna")
    (tmp_path / "clients").mkdir()
    for file in (tmp_path / "plan.smartgoal.toml", tmp_path / "clients" / "forest.smartgoal.toml"):
        file.write_text(f"{plan}\n[[progress]]\ndate = 2026-11-26\nvalue = 1850\n", encoding="utf-8")
    shutil.copy(examples / "goals.en.txt", tmp_path / "goals.txt")
    shutil.copy(examples / "exports" / "followers.csv", tmp_path)
    shutil.copy(examples / "exports" / "vk_community.csv", tmp_path / "group.csv")
    with zipfile.ZipFile(tmp_path / "statistics.zip", "w") as archive:
        archive.write(tmp_path / "group.csv", "group.csv")
    book = Workbook()
    assert book.active is not None
    for row in (("Дата", "Подписчики"), ("2026-11-20", 1837), ("2026-11-21", 1840), ("2026-11-22", 1844)):
        book.active.append(row)
    book.save(tmp_path / "sheet.xlsx")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(("name", "line"), EXAMPLES, ids=[line[:70] for _, line in EXAMPLES])
def test_an_example_runs(run: Run, folder: Path, name: str, line: str) -> None:
    if line in NEEDS_A_PERSON:
        assert run(*shlex.split(line)[1:], lang=None).status == 2
        return
    words = shlex.split(line.partition(" > ")[0])
    today = ["--today", TODAY] if any("--today" in one.opts for one in load_command(name).params) else []
    result = run(*words[1:], *today)
    assert result.status in {0, 1}, result.err
    assert result.out or "Saved" in result.err
    assert "smartgoal, not yours" not in result.err
