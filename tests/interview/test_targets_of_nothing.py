"""A target of 0: none for what shall grow, a plain one for what shall fall."""

from decimal import Decimal

import pytest
from tests.interview.walking import new_state, walk

from smartgoal.interview.question import Refusal
from smartgoal.interview.script import answer, next_question
from smartgoal.interview.state import State


def asked_for_number(metric: str, kind: str) -> State:
    """The state in which the number of such a target is asked for."""
    way = {"goal.way": "category", "goal.category": category(metric), "goal.metric": metric, "goal.kind": kind}
    walked = walk(new_state("en"), {**way, "goal.number": "7", "goal.deadline": "2 weeks"})
    return next(each.before for each in walked if each.question.id == "goal.number")


def category(metric: str) -> str:
    return {"leads": "leads", "followers": "awareness", "cost_per_lead": "leads", "questions": "service"}[metric]


def told(state: State, text: str) -> State | Refusal:
    question = next_question(state)
    assert question is not None
    return answer(state, question, text)


@pytest.mark.parametrize(
    ("metric", "kind", "typed"),
    [
        ("leads", "pace", "0"),
        ("leads", "total", "0"),
        ("leads", "grow", "0"),
        ("followers", "gain", "0"),
        ("followers", "reach", "0"),
        ("followers", "keep", "0"),
        ("cost_per_lead", "drop", "0"),
        ("leads", "pace", "+0%"),
    ],
)
def test_0_is_refused_where_something_is_to_grow_or_change(metric: str, kind: str, typed: str) -> None:
    state = asked_for_number(metric, kind)
    assert isinstance(told(state, typed), Refusal)
    assert not isinstance(told(state, "5"), Refusal)


@pytest.mark.parametrize(("metric", "kind"), [("cost_per_lead", "lower"), ("questions", "pace")])
def test_0_is_taken_where_less_is_wanted(metric: str, kind: str) -> None:
    after = told(asked_for_number(metric, kind), "0")
    assert isinstance(after, State)
    assert (after.goal.value, after.goal.direction) == (Decimal(0), "decrease")


@pytest.mark.parametrize("line", ["0 new leads a week by March", "0 новых заявок в неделю до марта"])
def test_a_0_in_the_sentence_is_asked_for_anew(line: str) -> None:
    walked = walk(new_state("en"), {"goal.line": line, "goal.number": "5"})
    ids = [each.question.id for each in walked]
    assert "goal.number" in ids
    assert walked[-1].after.goal.value == Decimal(5)


@pytest.mark.parametrize("line", ["0 unfollows by March", "bring response time down to 0 minutes by March"])
def test_a_fall_to_0_is_a_goal(line: str) -> None:
    walked = walk(new_state("en"), {"goal.line": line})
    assert "goal.number" not in [each.question.id for each in walked]
    assert walked[-1].after.goal.value == Decimal(0)
