"""Interrupted at any question, every answer is still there; saved plans are made again by their command."""

import io
import shlex
from dataclasses import replace
from pathlib import Path

import pytest
from tests.cli.conftest import Run
from tests.cli.wizard.scripted import ScriptedFrontEnd
from tests.interview.walking import LINES, TODAY, given, walk_from_line

from smartgoal.cli import wizard
from smartgoal.cli.answers.given import Given
from smartgoal.cli.changing import Changing
from smartgoal.cli.environment import Environment
from smartgoal.cli.importing import with_imports
from smartgoal.cli.making import Making
from smartgoal.cli.wizard.keeping import offer
from smartgoal.cli.wizard.panels import footer_lines, panel_lines
from smartgoal.cli.wizard.screen import Back, Screen
from smartgoal.cli.wizard.wrapping import text_of
from smartgoal.errors import FileError, InterruptedByUserError
from smartgoal.interview.question import Question
from smartgoal.interview.script import next_question
from smartgoal.interview.state import State
from smartgoal.language import load
from smartgoal.model.plan import Plan
from smartgoal.store import load as load_plan
from smartgoal.store.drafts import Draft

ANSWERS = {"goal.baseline": "1840", "goal.pace": "40", "goal.why": "a second shop; “soon”"}


def environment_in(folder: Path, language: str) -> Environment:
    return Environment(
        language=load(language),
        language_wished=True,
        stdin=io.StringIO(),
        stdout=io.StringIO(),
        stderr=io.StringIO(),
        folder=folder,
        variables={},
    )


def ask(folder: Path, front: ScriptedFrontEnd, monkeypatch: pytest.MonkeyPatch, language: str = "en") -> str:
    """Run the wizard in `folder`; what it wrote to standard output."""
    monkeypatch.chdir(folder)
    monkeypatch.setattr(wizard, "front_for", lambda *_, **__: front)
    environment = environment_in(folder, language)
    plan = Plan(language=language, created=TODAY)
    wizard.ask_the_rest(plan, Making(given=Given(), today=TODAY), environment)
    assert isinstance(environment.stdout, io.StringIO)
    return environment.stdout.getvalue()


@pytest.mark.parametrize("language", LINES)
def test_interrupted_at_every_question_the_plan_is_the_same(
    language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = {"goal.line": LINES[language], **ANSWERS}
    straight, broken = tmp_path / "straight", tmp_path / "broken"
    straight.mkdir()
    broken.mkdir()
    front = ScriptedFrontEnd(answers)
    ask(straight, front, monkeypatch, language)
    asked: list[str] = []
    for number in range(len(front.asked)):
        part = ScriptedFrontEnd(answers, break_at=1 if number == 0 else 2)
        try:
            ask(broken, part, monkeypatch, language)
        except InterruptedByUserError:
            asked.extend(each for each in part.asked[:-1] if each != "draft")
    (one,), (other,) = straight.glob("*.smartgoal.toml"), broken.glob("*.smartgoal.toml")
    assert one.read_bytes() == other.read_bytes()
    assert asked == front.asked[: len(asked)]
    assert not list(broken.glob(".*draft*"))


def test_what_was_typed_last_stands_in_the_field_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(InterruptedByUserError):
        ask(tmp_path, ScriptedFrontEnd({}, break_at=1, typed="250 new foll"), monkeypatch)
    again = ScriptedFrontEnd({}, break_at=2)
    with pytest.raises(InterruptedByUserError):
        ask(tmp_path, again, monkeypatch)
    assert again.fields["goal.line"] == "250 new foll"


def test_a_draft_put_aside_is_offered_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(InterruptedByUserError):
        ask(tmp_path, ScriptedFrontEnd({"goal.line": LINES["en"]}, break_at=3), monkeypatch)
    with pytest.raises(InterruptedByUserError):
        ask(tmp_path, ScriptedFrontEnd({"draft": "2", "goal.line": LINES["ru"]}, break_at=4), monkeypatch)
    assert len(list(tmp_path.glob(".*draft*"))) == 2


def test_a_draft_that_is_not_wanted_goes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(InterruptedByUserError):
        ask(tmp_path, ScriptedFrontEnd({"goal.line": LINES["en"]}, break_at=3), monkeypatch)
    with pytest.raises(InterruptedByUserError):
        ask(tmp_path, ScriptedFrontEnd({"draft": "3"}, break_at=1), monkeypatch)
    assert not list(tmp_path.glob(".*draft*"))


def test_a_file_that_is_there_is_told_before_the_first_question(tmp_path: Path) -> None:
    output = tmp_path / "plan.smartgoal.toml"
    output.write_text("mine", encoding="utf-8")
    with pytest.raises(FileError):
        wizard.check_place(output, tmp_path, force=False)


CASES = {
    "short steps of one's own": {
        "goal.line": "250 new followers on VK in two weeks", "steps": "own", "step.1.title": "Fix the page; 3 parts",
        "step.2.title": "Joint giveaway with two cafés; +150", "step.3.title": "Three clips a week; +100",
    },
    "falling": {"goal.line": "Отвечать за 10 минут к концу апреля", "goal.baseline": "45 мин"},
    "points": {"goal.line": "Поднять ER на 2 п.п. за 3 месяца", "goal.baseline": "4"},
    "percent": {"goal.line": "Grow revenue from Instagram by 20% in 2 months", "goal.baseline": "150000 RUB"},
    "rate": {"goal.line": "10 sales a week on Instagram until 1 March", "goal.baseline": "3"},
    "event": {"goal.line": "Получить огонь Прометея ВКонтакте за 3 месяца"},
    "limits": {"goal.line": "30 заявок за месяц, не дороже 350 ₽"},
    "numbers of a page": {"point_a.way": "2", "point_a.platform": "vk", "point_a.number.followers": "1840",
                          "point_a.number.reach": "5400/week", "goal.line": "250 новых подписчиков ВК за 2 недели"},
    "step by step": {"goal.line": "", "goal.way": "2", "goal.category": "engagement", "goal.metric": "1",
                     "goal.number": "25", "goal.deadline": "6 weeks"},
}  # fmt: skip


class Turns(dict[str, str]):
    """Answers by id; where several are given, one at a time."""

    def __init__(self, turns: dict[str, list[str]]) -> None:
        super().__init__()
        self.turns = turns

    def get(self, key: str, default: str = "") -> str:  # type: ignore[override]
        return self.turns[key].pop(0) if self.turns.get(key) else default


def once(answers: dict[str, str]) -> Turns:
    """Each answer for the first time its question is asked, then Enter."""
    return Turns({key: [text] for key, text in answers.items()})


@pytest.mark.parametrize("case", CASES)
def test_the_command_makes_the_same_file(case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run) -> None:
    assert made_again(once({"goal.pace": "", **CASES[case]}), tmp_path, monkeypatch, run)


def test_a_goal_that_flags_cannot_say_is_made_again_from_tables(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run
) -> None:
    changed = {"review": ["change", "save"], "review.change": ["goal.metric"], "goal.metric": ["followers"]}
    line = {"goal.line": ["30 заявок ВКонтакте за месяц"]}
    assert made_again(Turns({**changed, **line}), tmp_path, monkeypatch, run)
    (answers,) = tmp_path.glob("*.answers.toml")
    assert "[goal]" in answers.read_text(encoding="utf-8")


def made_again(answers: Turns, folder: Path, monkeypatch: pytest.MonkeyPatch, run: Run) -> bool:
    """Whether the printed command makes the saved file once more, byte for byte."""
    written = ask(folder, ScriptedFrontEnd(answers), monkeypatch)
    (saved,) = folder.glob("*.smartgoal.toml")
    content = saved.read_bytes()
    saved.unlink()
    command = shlex.split(next(line for line in written.splitlines() if line.startswith("smartgoal new ")))
    at = command.index("--lang")
    again = run(*command[1:at], *command[at + 2 :], lang=command[at + 1])
    assert again.status == 0, again.err
    assert saved.read_text(encoding="utf-8") == content.decode()
    return saved.read_bytes() == content


def test_a_short_plan_needs_no_answers_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written = ask(tmp_path, ScriptedFrontEnd(once(CASES["short steps of one's own"])), monkeypatch)
    assert not list(tmp_path.glob("*.answers.toml"))
    assert "--step" in written
    assert "--by 2026-12-06" in written
    assert "--today 2026-11-22" in written


def test_a_saved_plan_is_changed_in_the_review(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ask(tmp_path, ScriptedFrontEnd({"goal.line": LINES["en"], **ANSWERS}), monkeypatch)
    (saved,) = tmp_path.glob("*.smartgoal.toml")
    plan = load_plan(saved).plan
    turns = Turns({"review": ["change", "save"], "review.change": ["owner"], "owner": ["Boris"]})
    front = ScriptedFrontEnd(turns)
    monkeypatch.setattr(wizard, "front_for", lambda *_, **__: front)
    environment = environment_in(tmp_path, "en")
    after = wizard.ask_again(plan, Changing(path=saved, given=Given(), today=TODAY), environment)
    assert front.asked == ["review", "review.change", "owner", "review"]
    assert after == replace(plan, owner="Boris")


def test_a_change_that_was_broken_off_is_offered_by_the_next_edit_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask(tmp_path, ScriptedFrontEnd({"goal.line": LINES["en"], **ANSWERS}), monkeypatch)
    (saved,) = tmp_path.glob("*.smartgoal.toml")
    plan = load_plan(saved).plan
    environment, changing = environment_in(tmp_path, "en"), Changing(path=saved, given=Given(), today=TODAY)
    turns = {"review": ["change"], "review.change": ["owner"], "owner": ["Boris"]}
    broken = ScriptedFrontEnd(Turns(turns), break_at=3)
    monkeypatch.setattr(wizard, "front_for", lambda *_, **__: broken)
    with pytest.raises(InterruptedByUserError):
        wizard.ask_again(plan, changing, environment)
    front = ScriptedFrontEnd(Turns({}), break_at=1)
    with pytest.raises(InterruptedByUserError):
        ask(tmp_path, front, monkeypatch)
    assert front.asked[0] == "point_a.way"
    again = ScriptedFrontEnd(Turns({}))
    monkeypatch.setattr(wizard, "front_for", lambda *_, **__: again)
    assert wizard.ask_again(plan, changing, environment).owner == "Boris"
    assert again.asked == ["draft", "review"]


def test_strict_saves_no_goal_that_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = {"goal.line": "1,000 followers on VK by 15 January 2027", "goal.baseline": "1840"}
    monkeypatch.setattr(wizard, "front_for", lambda *_, **__: ScriptedFrontEnd(answers))
    making = Making(given=Given(), today=TODAY, strict=True)
    plan = Plan(language="en", created=TODAY)
    assert wizard.ask_the_rest(plan, making, environment_in(tmp_path, "en")) == 1
    assert not list(tmp_path.glob("*.smartgoal.toml"))
    assert list(tmp_path.glob(".*draft*"))


def test_a_dry_run_prints_the_plan_and_saves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wizard, "front_for", lambda *_, **__: ScriptedFrontEnd({"goal.line": LINES["en"]}))
    environment = environment_in(tmp_path, "en")
    making = Making(given=Given(), today=TODAY, dry_run=True)
    assert wizard.ask_the_rest(Plan(language="en", created=TODAY), making, environment) == 0
    assert isinstance(environment.stdout, io.StringIO)
    assert 'format = "smartgoal/1"' in environment.stdout.getvalue()
    assert not list(tmp_path.iterdir())


def test_a_document_is_written_beside_the_plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ask(tmp_path, ScriptedFrontEnd({"goal.line": LINES["en"], "document": "client"}), monkeypatch)
    (document,) = tmp_path.glob("*.md")
    assert document.read_text(encoding="utf-8").startswith("#")


def test_a_name_that_is_taken_meanwhile_is_asked_for_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    taken = tmp_path / "taken.smartgoal.toml"

    class SlowFrontEnd(ScriptedFrontEnd):
        """Takes so long at the last question that somebody else saves a file."""

        def ask(self, screen: Screen) -> str | Back:
            if screen.id == "document":
                taken.write_text("mine", encoding="utf-8")
            return super().ask(screen)

    names = {"review": ["file", "save"], "review.file": ["taken.smartgoal.toml", ""]}
    front = SlowFrontEnd(Turns({**names, "goal.line": [LINES["en"]]}))
    ask(tmp_path, front, monkeypatch)
    assert taken.read_text(encoding="utf-8") == "mine"
    assert (tmp_path / "taken-2.smartgoal.toml").exists()
    assert any("taken.smartgoal.toml" in line for line in front.told)


def test_the_history_of_imported_files_is_kept_for_the_goal_told_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = tmp_path / "followers.csv"
    table.write_text("Date,Followers\n2026-11-20,1837\n2026-11-21,1840\n2026-11-22,1846\n", encoding="utf-8")
    front = ScriptedFrontEnd({"goal.line": LINES["en"]})
    monkeypatch.setattr(wizard, "front_for", lambda *_, **__: front)
    monkeypatch.chdir(tmp_path)
    making = Making(given=Given(), today=TODAY, files=(table,))
    environment = environment_in(tmp_path, "en")
    plan = with_imports(Plan(language="en", created=TODAY), making, environment)
    assert wizard.ask_the_rest(plan, making, environment) == 0
    (saved,) = tmp_path.glob("*.smartgoal.toml")
    assert "goal.baseline" not in front.asked
    assert [len(each.history["followers"]) for each in load_plan(saved).plan.point_a] == [3]


def test_the_answers_file_of_another_plan_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run
) -> None:
    theirs = tmp_path / "vk-followers-2026-12-22.answers.toml"
    theirs.write_text("# another plan's", encoding="utf-8")
    changed = {"review": ["change", "file", "save"], "review.change": ["goal.metric"], "goal.metric": ["followers"]}
    rest = {"goal.line": ["30 заявок ВКонтакте за месяц"], "review.file": ["vk-followers-2026-12-22"]}
    assert made_again(Turns({**changed, **rest}), tmp_path, monkeypatch, run)
    assert theirs.read_text(encoding="utf-8") == "# another plan's"
    assert len(list(tmp_path.glob("*.answers.toml"))) == 2


@pytest.mark.parametrize(("language", "told"), [("en", "Achievable: Ready, with a remark"),
                                                ("ru", "Достижимая: Готово, с замечанием")])  # fmt: skip
def test_a_criterion_beside_an_open_warning_tells_so(language: str, told: str) -> None:
    last = next(each for each in walk_from_line(language, **{"goal.pace": "40"}) if each.question.id == "review")
    lines = panel_lines("verdict", last.before, load(language))
    assert any(told in text_of(line) for line in lines)


def test_the_sum_beside_steps_of_ones_own_is_theirs() -> None:
    listed = next(each.before for each in walk_from_line("en") if each.question.id == "steps")
    assert any("Together: +250" in text_of(line) for line in footer_lines("form", listed, load("en")))
    own = given(listed, asked_at(listed), "own")
    assert not any("+250 of" in text_of(line) for line in footer_lines("steps", own, load("en")))


def asked_at(state: State) -> Question:
    question = next_question(state)
    assert question is not None
    return question


@pytest.mark.parametrize(("given_before", "en", "ru"), [(1, "1 answer)", "1 ответ)"), (2, "2 answers)", "2 ответа)")])
def test_an_offered_draft_counts_what_was_answered(given_before: int, en: str, ru: str) -> None:
    notes = {"goal.why": "", "typed": "half a", "stated": "value", "open": "steps"}
    draft = Draft(Plan(), {**{f"question.{number}": "1" for number in range(given_before)}, **notes})
    for language, told in (("en", en), ("ru", ru)):
        lines = offer(draft, load(language)).panel
        assert told in " ".join(text_of(line) for line in lines).replace("\u00a0", " ")


def test_the_review_shows_the_conditions() -> None:
    line = "get 40 leads by 31 January at no more than 300 RUB per lead"
    last = next(each for each in walk_from_line("en", **{"goal.line": line}) if each.question.id == "review")
    lines = panel_lines("verdict", last.before, load("en"))
    assert any("As a condition:" in text_of(line) for line in lines)


def test_a_plan_whose_condition_was_left_out_is_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run
) -> None:
    line = {"goal.line": ["40 заявок до 31 января не дороже 300 рублей за заявку"]}
    turns = {"review": ["change", "save"], "review.change": ["goal.limits"], "goal.limits": ["1"], **line}
    assert made_again(Turns(turns), tmp_path, monkeypatch, run)
