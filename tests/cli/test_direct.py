"""Command lines that are answered without the parser say what the parser's way says."""

from pathlib import Path

import pytest
from tests.cli.conftest import Run

from smartgoal.cli.direct import is_direct

SHEET = "Date,Followers\n2026-11-01,10\n2026-11-02,12\n"


@pytest.mark.parametrize("switches", [(), ("--json",), ("--plain",), ("--json", "--plain")])
@pytest.mark.parametrize("name", ["sheet.csv", "no-such-file.csv"])
def test_both_ways_answer_alike(run: Run, tmp_path: Path, name: str, switches: tuple[str, ...]) -> None:
    (tmp_path / "sheet.csv").write_text(SHEET, encoding="utf-8")
    file = str(tmp_path / name)
    arguments = ("import", *switches, file)
    assert is_direct(arguments)
    assert not is_direct((*arguments, "--lang", "en"))
    assert run(*arguments, lang=None) == run(*arguments, lang="en")


@pytest.mark.parametrize(
    "arguments",
    [
        (), ("import",), ("import", "--json"), ("import", "a.csv", "--into", "b"), ("import", "--", "-a.csv"),
        ("import", ""), ("check", "a.toml"), ("--lang", "ru", "import", "a.csv"),
    ],
)  # fmt: skip
def test_anything_else_is_left_to_the_parser(arguments: tuple[str, ...]) -> None:
    assert not is_direct(arguments)
