"""The examples are golden: each command gives its plan and documents to the byte, and each plan holds up."""

import json
import sys
from pathlib import Path

import pytest

from smartgoal.cli import run

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tools"))

import golden as tool  # noqa: E402 - the path above comes first

CASES = tool.cases()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_command_gives_the_plan_and_the_documents(
    case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SMARTGOAL_LANG", raising=False)
    tool.make(case, tmp_path)
    for name in (tool.PLAN, *(f"{audience}.md" for audience in tool.AUDIENCES)):
        assert (tmp_path / name).read_text(encoding="utf-8") == (case / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_no_example_fails_a_criterion(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", str(case / tool.PLAN), "--json"]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    assert json.loads(line)["state"] in {"smart", "form_ok"}


def test_there_is_one_case_per_category_half_of_them_in_russian() -> None:
    names = {case.name for case in CASES}
    for category in ("awareness", "leads", "sales", "engagement", "community", "service"):
        assert any(name.startswith(category) for name in names)
    assert sum(name.endswith("-ru") for name in names) * 2 == len(names)
