"""The list of steps and the review: one key takes, changes, drops, moves, mends, accepts."""

import re
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from tests.interview.walking import given, new_state, walk, walk_from_line

from smartgoal.interview.draft import MOST
from smartgoal.interview.question import Question, Refusal
from smartgoal.interview.review import judged, open_findings
from smartgoal.interview.script import answer, next_question
from smartgoal.interview.state import State
from smartgoal.model.plan import Step


def at(question_id: str, **answers: str) -> State:
    """The state in which that question is asked."""
    return next(each.before for each in walk_from_line("en", **answers) if each.question.id == question_id)


def asked(state: State) -> Question:
    question = next_question(state)
    assert question is not None
    return question


def play(state: State, *texts: str) -> State:
    for text in texts:
        state = given(state, asked(state), text)
    return state


def test_a_step_is_changed_in_place_and_the_list_comes_back() -> None:
    state = play(at("steps"), "2", "Ask three neighbours for a joint giveaway", "+90")
    assert asked(state).id == "steps"
    step = state.plan.steps[1]
    assert (step.title, step.result, step.basis) == ("Ask three neighbours for a joint giveaway", "+90", "guess")
    assert step.due is not None


def test_a_letter_before_the_number_drops_moves_and_dates_a_step() -> None:
    before = play(at("steps"), "2", "", "").plan.steps
    state = play(at("steps"), "d1")
    assert [step.title for step in state.plan.steps] == [step.title for step in before[1:]]
    state = play(at("steps"), "u2")
    assert [step.title for step in state.plan.steps[:2]] == [before[1].title, before[0].title]
    assert [step.due for step in state.plan.steps] == [step.due for step in before]
    state = play(at("steps"), "t1", "2026-11-25")
    assert state.plan.steps[0].due is not None
    assert state.plan.steps[0].due.isoformat() == "2026-11-25"
    assert play(at("steps"), "в1").plan.steps == play(at("steps"), "d1").plan.steps
    earlier = play(at("steps"), "t3", "2026-11-24").plan.steps[2]
    assert earlier.start is not None
    assert earlier.due is not None
    assert earlier.start <= earlier.due


def test_title_and_result_may_stand_in_one_line() -> None:
    state = play(at("steps"), "add", "Joint giveaway; +60")
    assert asked(state).id == "steps"
    assert (state.plan.steps[-1].title, state.plan.steps[-1].result) == ("Joint giveaway", "+60")


def test_a_result_in_words_may_follow_the_title() -> None:
    state = play(at("steps"), "add", "Survey; a list of 10 topics")
    assert asked(state).id == "steps"
    assert (state.plan.steps[-1].title, state.plan.steps[-1].result) == ("Survey", "a list of 10 topics")


def test_a_name_of_a_file_that_is_there_is_refused_with_a_free_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("taken.smartgoal.toml").touch()
    state = play(at("review"), "file")
    refusal = answer(state, asked(state), "taken.smartgoal.toml")
    assert isinstance(refusal, Refusal)
    assert refusal.message.values["name"] == "taken-2.smartgoal.toml"


@pytest.mark.parametrize("typed", ["spring", "spring.toml", "spring.smartgoal.toml"])
def test_a_name_of_ones_own_gets_the_ending_by_which_plans_are_found(
    typed: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert play(at("review"), "file", typed).output == "spring.smartgoal.toml"
    Path("spring.smartgoal.toml").touch()
    state = play(at("review"), "file")
    assert isinstance(answer(state, asked(state), typed), Refusal)


@pytest.mark.parametrize("typed", ["x" * 300, "я" * 130, "x" * 5000, ".", "/"])
def test_a_name_that_no_file_can_have_is_refused(typed: str) -> None:
    state = play(at("review"), "file")
    assert isinstance(answer(state, asked(state), typed), Refusal)


@pytest.mark.parametrize("typed", ["x" * 300, "я" * 130, "x/" * 5000])
def test_a_path_too_long_for_a_file_of_statistics_is_refused(typed: str) -> None:
    state = play(new_state("en"), "file")
    assert isinstance(answer(state, asked(state), typed), Refusal)


def test_rows_are_picked_by_their_words_too() -> None:
    assert asked(play(at("goal.understood"), "yes")).id == "goal.counted_as"
    assert asked(play(at("goal.understood"), "No")).id == "goal.line"
    assert isinstance(answer(at("goal.understood"), asked(at("goal.understood")), "another"), Refusal)


def test_an_empty_title_ends_ones_own_steps() -> None:
    state = play(at("steps"), "own", "First; +100", "Second; +150", "")
    assert [step.title for step in state.plan.steps] == ["First", "Second"]
    assert asked(state).id == "steps"


def test_a_budget_gives_other_steps() -> None:
    state = play(at("steps"), "budget", "10000 RUB")
    assert state.plan.economics["budget"] == Decimal(10000)
    assert state.plan.economics["currency"] == "RUB"
    assert asked(state).id == "steps"


def test_a_cure_is_applied_by_its_row_and_the_review_comes_back() -> None:
    state = at("review", **{"goal.baseline": "1840", "goal.pace": "40"})
    cures = [row for row in asked(state).choices if row.value.startswith("cure:")]
    assert cures
    after = play(state, cures[0].value)
    assert asked(after).id == "review"
    assert after.plan != state.plan


def test_a_finding_is_taken_upon_oneself_by_one_key() -> None:
    state = at("review", **{"goal.pace": "40"})
    rows = asked(state).choices
    number = next(n for n, row in enumerate(rows, start=1) if row.shortcuts)
    after = play(state, f"x{number}")
    assert len(after.plan.accepted) == 1
    assert any(finding.accepted for finding in judged(after).findings)


def test_any_answer_can_be_changed_from_the_review() -> None:
    state = play(at("review"), "change", "owner", "Boris")
    assert asked(state).id == "review"
    assert state.plan.owner == "Boris"


def test_another_metric_at_the_review_takes_nothing_of_the_old_one_with_it() -> None:
    before = at("review")
    state = play(before, "change", "goal.metric", "likes")
    assert before.plan.steps
    assert (state.goal.metric, state.goal.counted_as, state.goal.measured_by, state.plan.steps) == (
        "likes",
        None,
        None,
        (),
    )
    assert asked(state).id != "review"


def test_a_step_tells_its_result_with_the_unit_of_the_goal() -> None:
    line = "Выручка 300 000 рублей до конца января"
    question = next(each.question for each in walk(new_state("ru"), {"goal.line": line}) if each.question.id == "steps")
    labels = [str(choice.label.values["value"]) for choice in question.choices if "value" in choice.label.values]
    assert any("\u00a0000\u00a0₽" in label for label in labels)
    assert not any("RUB" in label for label in labels)


def test_yes_saves_and_no_changes() -> None:
    assert asked(play(at("review"), "yes")).id == "document"
    assert asked(play(at("review"), "no")).id == "review.change"


def test_what_is_taken_upon_oneself_is_not_called_by_its_opposite() -> None:
    rows = asked(at("review", **{"goal.pace": "40"})).choices
    labels = [echo.text for row in rows for echo in row.echoes.values()]
    assert labels
    assert all(label == "{rule}: I accept it as it is" for label in labels)


def days_named(step: Step) -> set[date]:
    """The days that a step's check speaks of."""
    texts = f"{step.indicator} {step.if_then}"
    return {datetime.strptime(each, "%d %B %Y").date() for each in re.findall(r"\d+ [A-Z][a-z]+ \d{4}", texts)}


@pytest.mark.parametrize("keys", [("t1", "2026-11-30"), ("t4", "2026-11-25"), ("u2",), ("u4",)])
def test_the_days_of_a_steps_check_move_with_the_step(keys: tuple[str, ...]) -> None:
    for step in play(at("steps"), *keys).plan.steps:
        assert step.start is not None
        assert step.due is not None
        assert days_named(step)
        assert all(step.start <= day <= step.due for day in days_named(step))


def test_the_check_of_a_step_goes_with_its_deed_and_stays_when_that_is_only_reworded() -> None:
    before = play(at("steps"), "2", "", "").plan.steps
    other = play(at("steps"), "2", "Ask three neighbours for a joint giveaway", "").plan.steps[1]
    assert (other.indicator, other.if_then, other.needs) == (None, None, None)
    assert other.due == before[1].due
    same = play(at("steps"), "2", f"{before[1].title} again", "").plan.steps[1]
    assert (same.indicator, same.if_then) == (before[1].indicator, before[1].if_then)


def test_a_semicolon_in_a_title_begins_a_result_only_where_one_follows() -> None:
    state = play(at("steps"), "add", "Ask ten clients; in person")
    assert asked(state).id.endswith(".result")
    assert (state.plan.steps[-1].title, state.plan.steps[-1].result) == ("Ask ten clients; in person", None)
    changed = play(at("steps"), "2", "Hold a quiz; 3 prizes", "").plan.steps[1]
    assert changed.title == "Hold a quiz; 3 prizes"
    assert play(at("steps"), "2", "Hold a quiz; +30").plan.steps[1].result == "+30"


@pytest.mark.parametrize("path", [("review", "change", "goal.limits"), ("goal.understood", "goal.limits")])
def test_a_condition_read_from_the_sentence_can_be_left_out(path: tuple[str, ...]) -> None:
    before = at(path[0], **{"goal.line": "get 40 leads by 31 January at no more than 300 RUB per lead"})
    assert before.goal.limits
    state = play(before, *path[1:])
    assert play(state, "keep").goal.limits == before.goal.limits
    after = play(state, "1")
    assert not after.goal.limits
    assert asked(after).id == path[0]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Anna \N{WOMAN}\u200d\N{PERSONAL COMPUTER}", "Anna \N{WOMAN}\u200d\N{PERSONAL COMPUTER}"),
        ("An\u200dna", "An na"),
    ],
)
def test_a_picture_of_several_parts_stays_whole(typed: str, kept: str) -> None:
    assert play(at("owner"), typed).plan.owner == kept


@pytest.mark.parametrize("title", ["talk to ten clients", "use the stories", "2 more posts on prices", "до 5 встреч"])
def test_a_text_at_the_list_of_steps_is_a_step_more(title: str) -> None:
    before = play(at("steps"), "2", "", "").plan.steps
    state = play(at("steps"), f"{title}; +30")
    assert asked(state).id == "steps"
    assert [step.title for step in state.plan.steps] == [*(step.title for step in before), title]


def test_no_more_steps_than_the_list_can_hold() -> None:
    state = at("steps")
    while len(state.plan.steps) < MOST:
        state = play(state, "add", "Ask ten clients; +5")
    for text in ("add", "ask ten clients more"):
        assert isinstance(answer(state, asked(state), text), Refusal)


def test_a_plan_with_more_steps_than_the_list_can_hold_is_no_trap() -> None:
    many = tuple(Step(title=f"Step of number {number}") for number in range(1, 13))
    before = at("steps")
    state = replace(before, plan=replace(before.plan, steps=many))
    assert isinstance(answer(state, asked(state), "11"), Refusal)
    assert len(play(state, "d11").plan.steps) == len(many) - 1


@pytest.mark.parametrize("cure", ["At the usual pace: by", "An even bet at the usual pace"])
def test_a_cure_that_moves_the_target_is_not_held_against_the_sentence(cure: str) -> None:
    state = at("review", **{"goal.pace": "40"})
    row = next(each for each in asked(state).choices if cure in str(each.label.values.get("value")))
    after = play(state, row.value)
    assert after.goal != state.goal
    assert not {"A05", "M06", "T05"} & {each.rule for each in open_findings(judged(after))}
    assert judged(replace(after, reading=None)) == judged(after)
