"""The order of the lesson: which question comes next, what an answer does, the way back."""

from collections.abc import Mapping
from dataclasses import replace

from smartgoal.importers.text import visible
from smartgoal.interview import changing, conditions, counting, details, goal, point_a, review, sentence, start, steps
from smartgoal.interview.counting import with_fitting_way
from smartgoal.interview.files import with_imports
from smartgoal.interview.goal import with_known_page
from smartgoal.interview.question import Question, Refusal, refused
from smartgoal.interview.state import State
from smartgoal.interview.target import told_direction
from smartgoal.interview.topic import NOT_A_CHOICE, Topic, picked
from smartgoal.interview.typed import is_beyond
from smartgoal.planning.start import with_start

# the sentence comes first, then whatever it left open, in the order in which one would tell it
ORDER: tuple[Topic, ...] = (
    *point_a.TOPICS,
    *sentence.TOPICS,
    *goal.TOPICS,
    *counting.TOPICS,
    *goal.TARGET,
    *conditions.TOPICS,
    *start.TOPICS,
    *details.TOPICS,
    *steps.TOPICS,
    *review.TOPICS,
    *changing.TOPICS,
)
TOPICS: Mapping[str, Topic] = {topic.id: topic for topic in ORDER}


def next_question(state: State) -> Question | None:
    """What to ask now; None when the plan is ready to be saved."""
    topic = next_topic(state)
    return topic.ask(state) if topic is not None else None


def next_topic(state: State) -> Topic | None:
    """The first question that was opened again, else the first that is due."""
    due = next((topic for topic in ORDER if is_due(topic, state)), None)
    if not state.reopened:
        return due
    opened = TOPICS[state.reopened[0]]
    return due if opened.hub and due is not None and comes_before(due, opened) else opened


def is_due(topic: Topic, state: State) -> bool:
    """A question that applies and was not answered, or is needed and still open."""
    return (topic.needed or topic.id not in state.answers) and topic.applies(state)


def comes_before(topic: Topic, other: Topic) -> bool:
    """The order of the script."""
    return ORDER.index(topic) < ORDER.index(other)


def answer(state: State, question: Question, text: str) -> State | Refusal:
    """The state after an answer, or why it cannot be taken. An empty text is Enter: the default."""
    text = visible(text)
    if not text.strip():
        if question.default is None:
            return refused("An answer is needed here")
        text = question.default
    if question.choices:
        value = picked(question, text, state.language)
        if isinstance(value, Refusal):
            return value if question.sentence is None or " " not in text.strip() else told(state, question, text)
        text = value
    answered = replace(state, answers={**state.answers, question.id: text},
                       reopened=tuple(each for each in state.reopened if each != question.id))  # fmt: skip
    after = TOPICS[question.id].accept(answered, text)
    if isinstance(after, Refusal):
        return after
    after = settled(after)
    if is_beyond(after.plan) and not is_beyond(state.plan):
        return refused("This number is too large or too fine to be true")
    return replace(after, previous=state)


def told(state: State, question: Question, sentence: str) -> State | Refusal:
    """The state after a sentence that was typed one question early."""
    after = answer(state, question, question.sentence or "")
    if isinstance(after, Refusal):
        return after
    behind = next_question(after)
    return refused(NOT_A_CHOICE) if behind is None else answer(after, behind, sentence)


def settled(state: State) -> State:
    """The state with what follows from the answers: the history of the goal's metric, its start value at point A."""
    state = with_fitting_way(with_known_page(with_imports(state)))
    goal = state.goal if state.goal.kind in {None, "total"} else with_start(state.plan)
    if goal.direction is None and goal.value is not None:
        goal = replace(goal, direction=told_direction(state.metric, goal.kind, goal.value, goal.baseline))
    return state if goal == state.goal else replace(state, plan=replace(state.plan, goal=goal))


def back(state: State) -> State:
    """The state before the last answer; after a resumed draft, the state in which the last answer is asked again."""
    if state.previous is not None:
        return state.previous
    current = next_topic(state)
    asked = [topic.id for topic in ORDER if topic.id in state.answers and (current is None or topic.id != current.id)]
    return replace(state, reopened=(asked[-1], *state.reopened)) if asked else state


def at_start(state: State) -> bool:
    """True where nothing lies behind to go back to."""
    return back(state) is state
