"""Back at every question; the order of answers does not matter; nothing that is wrong is taken."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given as anything
from hypothesis import settings
from hypothesis import strategies as st
from tests.interview.walking import LINES, given, new_state, walk, walk_from_line

from smartgoal.interview.question import Refusal
from smartgoal.interview.script import ORDER, TOPICS, answer, at_start, back, next_question
from smartgoal.interview.state import State, reopen

WRONG = {
    "goal.line": "x" * 2001,
    "goal.baseline": "many",
    "goal.baseline_day": "someday",
    "goal.pace": "lots",
    "goal.number": "some",
    "goal.deadline": "soon",
    "point_a.file": "/no/such/file.csv",
    "goal.understood": "99",
    "steps": "d",
}


@pytest.mark.parametrize("language", LINES)
def test_back_leads_from_every_question_to_the_one_before_and_the_same_answer_on_again(language: str) -> None:
    for asked in walk_from_line(language):
        assert back(asked.after) == asked.before
        question = next_question(back(asked.after))
        assert question is not None
        assert given(back(asked.after), question, asked.text) == asked.after


def test_the_first_question_has_nothing_behind_it() -> None:
    state = new_state()
    assert at_start(state)
    assert back(state) is state


def test_a_resumed_draft_goes_back_as_well() -> None:
    asked = walk_from_line("en")
    for each in asked[:-1]:
        resumed = replace(each.after, previous=None)
        question = next_question(back(resumed))
        assert question is not None
        assert question.id == each.question.id


def test_every_question_of_the_script_has_an_id_of_its_own() -> None:
    assert len(TOPICS) == len(ORDER)


PARTS = {
    "goal.line": LINES["en"],
    "goal.metric": "followers",
    "goal.platform": "telegram",
    "goal.number": "+300",
    "goal.deadline": "2027-01-31",
    "goal.why": "a second shop",
    "owner": "Anna",
    "market": "RU",
}


def told(state: State, ids: list[str]) -> State:
    for each in ids:
        state = given(state, TOPICS[each].ask(state), PARTS[each])
    return state


@settings(max_examples=30, deadline=None)
@anything(st.permutations(sorted(PARTS)))
def test_the_order_of_the_answers_does_not_change_the_plan(order: list[str]) -> None:
    assert told(new_state("en"), order).plan == told(new_state("en"), sorted(PARTS)).plan


@pytest.mark.parametrize("question_id", WRONG)
def test_an_answer_that_cannot_be_taken_is_refused_with_a_reason(question_id: str) -> None:
    state = walk_from_line("en")[-2].before
    question = next_question(reopen(state, question_id))
    assert question is not None
    result = answer(state, question, WRONG[question_id])
    assert isinstance(result, Refusal)
    assert result.message.text


def test_a_date_that_is_past_is_refused() -> None:
    state = reopen(new_state("en"), "goal.deadline")
    question = next_question(state)
    assert question is not None
    assert isinstance(answer(state, question, "2026-11-01"), Refusal)


def test_a_rewritten_sentence_wins_over_what_was_answered_about_the_first() -> None:
    asked = walk_from_line("en", **{"goal.line": "250 new followers on VK", "goal.deadline": "2026-12-31"})
    state = reopen(asked[-1].after, "goal.line")
    question = next_question(state)
    assert question is not None
    after = given(state, question, "300 new followers on VK by 15 January 2027")
    assert after.goal.deadline == date(2027, 1, 15)
    following = next_question(after)
    assert following is not None
    assert following.id == "goal.understood"


def test_what_a_rewritten_sentence_leaves_out_is_asked_again() -> None:
    state = reopen(walk_from_line("en")[-2].before, "goal.line", "review")
    question = next_question(state)
    assert question is not None
    state = given(state, question, "300 new followers on VK")
    ids = []
    for text in ("yes", "2027-01-15"):
        question = next_question(state)
        assert question is not None
        ids.append(question.id)
        state = given(state, question, text)
    assert ids == ["goal.understood", "goal.deadline"]
    following = next_question(state)
    assert following is not None
    assert following.id == "review"


def test_a_part_can_be_mended_where_the_goal_is_shown_back() -> None:
    state = walk_from_line("en")[2].before
    question = next_question(state)
    assert question is not None
    ids = []
    for text in ("goal.number", "+300", "yes"):
        question = next_question(state)
        assert question is not None
        ids.append(question.id)
        state = given(state, question, text)
    assert ids == ["goal.understood", "goal.number", "goal.understood"]
    assert state.goal.value == 300


def test_control_characters_of_a_pasted_answer_are_left_out() -> None:
    state = reopen(new_state("en"), "goal.why")
    question = next_question(state)
    assert question is not None
    assert given(state, question, "a\x1b[31m second\u202e\nshop\ud800").goal.why == "a [31m second shop"


def test_enter_at_a_needed_answer_is_refused() -> None:
    state = reopen(new_state("en"), "goal.number")
    question = next_question(state)
    assert question is not None
    assert isinstance(answer(state, question, "  "), Refusal)


def test_the_walk_never_asks_a_question_twice_unasked() -> None:
    ids = [each.question.id for each in walk(new_state("en"), {"goal.line": LINES["en"], "goal.baseline": "1840"})]
    assert len(ids) == len(set(ids))
