"""Walks through the interview: Enter everywhere, save where a test says otherwise."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from smartgoal.interview.question import Question, Refusal
from smartgoal.interview.script import answer, next_question
from smartgoal.interview.state import State
from smartgoal.model.plan import Plan

TODAY = date(2026, 11, 22)
LINES = {
    "ru": "250 новых подписчиков ВКонтакте за две недели",
    "en": "250 new followers on VK in two weeks",
}
SENSIBLE: Mapping[str, str] = {"goal.baseline": "1840"}


@dataclass(frozen=True)
class Asked:
    """A question, what was answered, and the states around it."""

    question: Question
    text: str
    before: State
    after: State


def new_state(language: str = "ru") -> State:
    return State(plan=Plan(language=language, created=TODAY), today=TODAY, language=language)


def walk(state: State, answers: Mapping[str, str], *, limit: int = 60) -> list[Asked]:
    """Every question to the end; what `answers` does not name is answered by Enter."""
    asked: list[Asked] = []
    while (question := next_question(state)) is not None:
        assert len(asked) < limit, [each.question.id for each in asked]
        text = answers.get(question.id, "")
        after = given(state, question, text)
        asked.append(Asked(question, text, state, after))
        state = after
    return asked


def given(state: State, question: Question, text: str) -> State:
    after = answer(state, question, text)
    assert not isinstance(after, Refusal), (question.id, text, after)
    return after


def walk_from_line(language: str, **answers: str) -> list[Asked]:
    return walk(new_state(language), {"goal.line": LINES[language], **SENSIBLE, **answers})
