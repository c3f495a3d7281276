"""The wizard as data: the next question, an answer accepted, the way back. No terminal inside."""

from smartgoal.interview.question import Choice, Message, Question, Refusal
from smartgoal.interview.script import answer, at_start, back, next_question
from smartgoal.interview.state import State

__all__ = ["Choice", "Message", "Question", "Refusal", "State", "answer", "at_start", "back", "next_question"]
