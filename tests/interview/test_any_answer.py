"""Whatever is answered, and however often one goes back, there is a next question, a reason, or the end."""

from hypothesis import given as anything
from hypothesis import settings
from hypothesis import strategies as st
from tests.interview.walking import LINES, new_state

from smartgoal.interview.question import Question, Refusal
from smartgoal.interview.script import answer, back, next_question
from smartgoal.interview.state import State

TEXTS = (
    "", "1", "2", "3", "d1", "u2", "x1", "x2", "t1", "99", "yes", "250", "+250", "-15", "20%", "x2", "10/week", "1e9",
    "0", "45 мин", "12, 45, 7 min", "2 недели", "2026-12-06", "to be famous", "10000 RUB", "Giveaway; +60", "=33m",
    "٣", "\u202e🚀", *LINES.values(), "Получить Прометея за 3 месяца", "Answer within 10 minutes by 30 April",
)  # fmt: skip
BACK = None
MOVES = st.lists(st.one_of(st.integers(0, 40), st.sampled_from([BACK, *TEXTS])), min_size=10, max_size=40)


def moved(state: State, question: Question, move: int | str | None) -> State:
    """A row of the list for a number, else the text; a refused answer changes nothing."""
    if move is BACK:
        return back(state)
    rows = question.choices
    text = rows[move % len(rows)].value if isinstance(move, int) and rows else str(move)
    after = answer(state, question, text)
    if isinstance(after, Refusal):
        assert after.message.text
        return state
    return after


@settings(max_examples=60, deadline=None)
@anything(st.sampled_from(sorted(LINES)), MOVES)
def test_the_interview_never_breaks(language: str, moves: list[int | str | None]) -> None:
    state = new_state(language)
    for move in moves:
        question = next_question(state)
        if question is None:
            return
        state = moved(state, question, move)
