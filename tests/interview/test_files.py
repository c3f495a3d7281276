"""Point A out of a file: read, asked about where the file is silent, and the history of the goal's metric."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from tests.interview.walking import LINES, TODAY, new_state, walk

from smartgoal.cli.wizard.keeping import reviewing
from smartgoal.interview.question import Refusal
from smartgoal.interview.script import answer, next_question
from smartgoal.interview.state import State, reopen


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """A sheet kept by hand: one column with a name of one's own, one that is known, one nobody needs."""
    rows = [f"{date(2026, 10, 1) + timedelta(days=day):%d.%m.%Y};{1800 + day};{day % 7};{day}\n" for day in range(40)]
    file = tmp_path / "sheet.csv"
    file.write_text("Дата;Наши люди;Лайки;Погода\n" + "".join(rows), encoding="utf-8")
    return file


def test_a_file_gives_point_a_and_the_history_of_the_goal(table: Path) -> None:
    answers = {
        "point_a.way": "file",
        "point_a.file": str(table),
        "point_a.file_platform": "vk",
        "goal.line": LINES["ru"],
    }
    state = new_state("ru")
    asked = []
    columns = iter(["followers", "-"])
    while (question := next_question(state)) is not None:
        text = next(columns) if question.id == "point_a.column" else answers.get(question.id, "")
        asked.append(question.id)
        after = answer(state, question, text)
        assert not isinstance(after, Refusal)
        state = after
    assert asked[:5] == ["point_a.way", "point_a.file", "point_a.column", "point_a.column", "point_a.file_platform"]
    assert "goal.baseline" not in asked
    assert state.goal.baseline == Decimal(1839)
    (snapshot,) = state.plan.point_a
    assert (snapshot.platform, snapshot.source) == ("vk", "sheet.csv")
    assert len(snapshot.history["followers"]) == 40


def test_all_unknown_columns_are_left_out_at_once(table: Path) -> None:
    answers = {"point_a.way": "file", "point_a.file": str(table), "point_a.column": "2", "goal.line": LINES["ru"]}
    ids = [each.question.id for each in walk(new_state("ru"), answers)]
    assert ids.count("point_a.column") == 1


def test_a_file_that_cannot_be_read_is_refused_with_the_reason(tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("just words\n", encoding="utf-8")
    state = walk_to_file()
    question = next_question(state)
    assert question is not None
    for path in (file, tmp_path / "missing.csv"):
        assert isinstance(answer(state, question, str(path)), Refusal)
    assert not isinstance(answer(state, question, ""), Refusal)


def walk_to_file() -> State:
    state = new_state("en")
    question = next_question(state)
    assert question is not None
    after = answer(state, question, "file")
    assert not isinstance(after, Refusal)
    return after


def test_the_one_page_of_point_a_is_the_platform_of_the_goal() -> None:
    answers = {"point_a.way": "numbers", "point_a.platform": "vk", "point_a.number.followers": "1840",
               "goal.line": "Get 250 new followers in two weeks"}  # fmt: skip
    asked = walk(new_state("en"), answers)
    assert "goal.platform" not in [each.question.id for each in asked]
    assert asked[-1].after.goal.platform == "vk"


def test_a_platform_the_user_takes_away_stays_away() -> None:
    answers = {"point_a.way": "numbers", "point_a.platform": "vk", "point_a.number.followers": "1840",
               "goal.line": "Get 250 new followers in two weeks"}  # fmt: skip
    state = next(each.before for each in walk(new_state("en"), answers) if each.question.id == "goal.understood")
    for text in ("goal.platform", "none"):
        question = next_question(state)
        assert question is not None
        after = answer(state, question, text)
        assert not isinstance(after, Refusal)
        state = after
    assert state.goal.platform is None


def test_a_saved_plan_without_a_platform_gets_none_by_another_change() -> None:
    answers = {"point_a.way": "numbers", "point_a.platform": "vk", "point_a.number.followers": "1840",
               "goal.line": "Get 250 new followers in two weeks"}  # fmt: skip
    plan = walk(new_state("en"), answers)[-1].after.plan
    bare = replace(plan, goal=replace(plan.goal, platform=None))
    state = reopen(reviewing(bare, "plan.smartgoal.toml", TODAY, "en"), "owner")
    question = next_question(state)
    assert question is not None
    after = answer(state, question, "Anna")
    assert not isinstance(after, Refusal)
    assert (after.plan.owner, after.goal.platform) == ("Anna", None)
