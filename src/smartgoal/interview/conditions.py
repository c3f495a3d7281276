"""The conditions that a sentence set beside its goal, each to be left out again."""

from smartgoal.exporters.limits import limit_text
from smartgoal.interview.question import Choice, Question, message
from smartgoal.interview.state import State, with_goal
from smartgoal.interview.topic import Topic, never
from smartgoal.language import load

KEEP = "keep"


def ask_conditions(state: State) -> Question:
    """Which condition is none."""
    language = load(state.language)
    return Question(
        id="goal.limits",
        stage="goal",
        kind="choice",
        prompt=message("Which condition shall be left out?"),
        choices=(
            *(
                Choice(value=f"drop:{at}", label=message("Leave out: {limit}", limit=limit_text(limit, language)))
                for at, limit in enumerate(state.goal.limits)
            ),
            Choice(value=KEEP, label=message("None, they all hold")),
        ),
        default=KEEP,
    )


def accept_conditions(state: State, answer: str) -> State:
    """The goal without that condition."""
    _, _, left_out = answer.partition(":")
    if not left_out:
        return state
    return with_goal(state, limits=tuple(each for at, each in enumerate(state.goal.limits) if at != int(left_out)))


TOPICS = (Topic(id="goal.limits", applies=never, ask=ask_conditions, accept=accept_conditions),)
