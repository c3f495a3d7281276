"""The draft of an edit is put onto the plan as it is when one goes on with it."""

import dataclasses
from datetime import date
from pathlib import Path

import pytest
from tests.cli.conftest import Run
from tests.cli.saved import saved
from tests.cli.wizard.scripted import ScriptedFrontEnd
from tests.cli.wizard.test_keeping import Turns, environment_in

from smartgoal.cli import wizard
from smartgoal.cli.answers.given import Given
from smartgoal.cli.changing import Changing, change
from smartgoal.cli.wizard.rebasing import OF_THE_FILE, PARTS
from smartgoal.errors import InterruptedByUserError
from smartgoal.model.goal import Goal
from smartgoal.model.plan import Plan
from smartgoal.store import load
from smartgoal.store.drafts import draft_path

DAY = date(2026, 9, 20)
OWNER = {"review": ["change"], "review.change": ["owner"], "owner": ["Vera"]}
TARGET = {"review": ["change"], "review.change": ["goal.number"], "goal.number": ["300"]}


class Editing:
    """`edit` in a terminal on one plan."""

    def __init__(self, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.path, self.monkeypatch = path, monkeypatch

    def go(self, turns: dict[str, list[str]], break_at: int | None = None) -> ScriptedFrontEnd:
        front = ScriptedFrontEnd(Turns({key: list(texts) for key, texts in turns.items()}), break_at=break_at)
        self.monkeypatch.setattr(wizard, "front_for", lambda *_, **__: front)
        environment = environment_in(self.path.parent, "en")
        self.monkeypatch.setattr(type(environment), "can_ask", property(lambda _: True))
        change(Changing(path=self.path, given=Given(), today=DAY, reason="as agreed"), environment)
        return front

    def broken_off(self, turns: dict[str, list[str]]) -> None:
        with pytest.raises(InterruptedByUserError):
            self.go(turns, break_at=sum(len(texts) for texts in turns.values()))


@pytest.fixture
def editing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Editing:
    return Editing(saved(tmp_path), monkeypatch)


def test_what_came_in_since_stays(editing: Editing, run: Run) -> None:
    path = str(editing.path)
    editing.broken_off(OWNER)
    run("log", path, "1900", "--today", "2026-09-10")
    run("log", path, "--step", "1", "--today", "2026-09-12")
    run("edit", path, "--by", "2026-12-15", "--today", "2026-09-13")
    before = load(editing.path).plan
    front = editing.go({})
    assert front.asked == ["draft", "review"]
    assert any("changed since" in line for line in front.told)
    assert load(editing.path).plan == dataclasses.replace(before, owner="Vera")
    assert not draft_path(editing.path).exists()


def test_without_a_change_in_between_nothing_is_told(editing: Editing) -> None:
    editing.broken_off(OWNER)
    assert editing.go({}).told == []
    assert load(editing.path).plan.owner == "Vera"


def test_a_draft_broken_off_again_still_tells_its_own_changes(editing: Editing, run: Run) -> None:
    editing.broken_off(OWNER)
    run("log", str(editing.path), "1900", "--today", "2026-09-10")
    with pytest.raises(InterruptedByUserError):
        editing.go({"review": ["change"], "review.change": ["goal.why"]}, break_at=3)
    run("log", str(editing.path), "1950", "--today", "2026-09-15")
    editing.go({})
    after = load(editing.path).plan
    assert after.owner == "Vera"
    assert [row.value for row in after.progress] == [1900, 1950]


@pytest.mark.parametrize(("holds", "target"), [("mine", 300), ("theirs", 400)])
def test_a_target_changed_on_both_sides_is_asked(editing: Editing, run: Run, holds: str, target: int) -> None:
    editing.broken_off(TARGET)
    run("edit", str(editing.path), "--target", "+400", "--owner", "Boris", "--today", "2026-09-13")
    front = editing.go({"draft.both": [holds]})
    assert "draft.both" in front.asked
    after = load(editing.path).plan
    assert after.goal.value == target
    assert after.owner == "Boris"


def test_the_same_change_on_both_sides_is_no_question(editing: Editing, run: Run) -> None:
    editing.broken_off(TARGET)
    run("edit", str(editing.path), "--target", "+300", "--today", "2026-09-13")
    assert "draft.both" not in editing.go({}).asked
    assert load(editing.path).plan.goal.value == 300


def test_a_plan_closed_meanwhile_stays_closed(editing: Editing, run: Run) -> None:
    editing.broken_off(OWNER)
    run("close", str(editing.path), "2100", "--why", "a fair", "--lesson", "more", "--today", "2026-11-30")
    editing.go({})
    after = load(editing.path).plan
    assert after.owner == "Vera"
    assert after.outcome is not None
    assert after.outcome.value == 2100


def test_a_draft_that_the_plan_refuses_is_kept(editing: Editing, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    real = wizard.ask_again

    def slow(*arguments: object) -> Plan:
        plan = real(*arguments)  # type: ignore[arg-type]
        run("log", str(editing.path), "1900", "--today", "2026-09-10")
        return plan

    monkeypatch.setattr(wizard, "ask_again", slow)
    with pytest.raises(Exception, match="in the meantime"):
        editing.go({**OWNER, "review": ["change", "save"]})
    monkeypatch.setattr(wizard, "ask_again", real)
    assert editing.go({}).asked == ["draft", "review"]
    after = load(editing.path).plan
    assert (after.owner, len(after.progress)) == ("Vera", 1)


def test_every_field_of_a_plan_belongs_to_one_part() -> None:
    of_the_plan = [name for part in PARTS for name in part.plan] + [*OF_THE_FILE, "goal", "accepted"]
    assert sorted(of_the_plan) == sorted(each.name for each in dataclasses.fields(Plan))
    assert sorted(name for part in PARTS for name in part.goal) == sorted(
        each.name for each in dataclasses.fields(Goal)
    )
