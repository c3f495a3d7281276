"""Two goals from their plan to their result: every answer on the way is kept, to the byte."""

import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from smartgoal.store import load

sys.path.insert(0, str(Path(__file__).parents[1] / "tools"))

import lived_through as tool

CASES = tool.cases()


@pytest.fixture(params=CASES, ids=lambda case: case.name)
def lived(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    """The case as it is kept, and lived through anew."""
    monkeypatch.delenv("SMARTGOAL_LANG", raising=False)
    monkeypatch.setenv("COLUMNS", "72")
    assert set(tool.live(request.param, tmp_path)) == {0}
    return request.param, tmp_path


def test_every_answer_is_as_it_was(lived: tuple[Path, Path]) -> None:
    kept, anew = lived
    names = sorted(file.name for file in anew.iterdir() if not file.name.endswith("~"))
    assert names == sorted(file.name for file in kept.iterdir() if file.name != tool.SCRIPT)
    for name in names:
        assert (anew / name).read_bytes().decode() == (kept / name).read_bytes().decode(), name


def test_six_weeks_a_late_step_and_a_close_were_lived_through(lived: tuple[Path, Path]) -> None:
    plan = load(lived[1] / "plan.smartgoal.toml").plan
    assert len({row.date for row in plan.progress if row.value is not None}) == 6
    ticked = {row.step: row.date for row in plan.progress if row.step}
    assert any(step.due and ticked[number] > step.due for number, step in enumerate(plan.steps, start=1))
    assert plan.outcome is not None
    assert plan.outcome.lesson


def test_the_calendar_is_read_back_all_day_with_ids_that_survive_an_edit(lived: tuple[Path, Path]) -> None:
    _, folder = lived
    first = entries(folder / "plan.ics")
    path = folder / "plan.smartgoal.toml"  # as it was before its close: the goal of a closed plan stays
    path.write_text(path.read_text(encoding="utf-8").partition("\n[outcome]")[0] + "\n", encoding="utf-8")
    tool.answered(["smartgoal", "edit", str(folder / "plan.smartgoal.toml"), "--client", "X", "--by",
                   "2026-12-06", "--today", "2026-11-20"])  # fmt: skip
    tool.answered(["smartgoal", "export", str(folder / "plan.smartgoal.toml"), "--to", "ics", ">",
                   str(folder / "again.ics")])  # fmt: skip
    again = entries(folder / "again.ics")
    assert first.keys() <= again.keys()
    assert len(again) > len(first)
    for event in again.values():
        assert type(event.decoded("dtstart")) is date
        assert type(event.decoded("dtend")) is date
    assert min(int(str(event["sequence"])) for event in again.values()) > max(
        int(str(e["sequence"])) for e in first.values()
    )


def entries(file: Path) -> dict[str, Any]:
    calendar = Calendar.from_ical(file.read_bytes().decode())
    return {str(event["uid"]): event for event in calendar.walk("VEVENT")}


def revision(event: Any) -> int:
    return int(str(event["sequence"]))
