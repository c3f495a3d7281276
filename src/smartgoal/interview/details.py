"""The short questions: why, who, whose law matters."""

from smartgoal import catalog
from smartgoal.interview.point_a import named
from smartgoal.interview.question import Choice, Question, message
from smartgoal.interview.state import State, with_goal, with_plan
from smartgoal.interview.topic import Topic
from smartgoal.interview.typed import stripped
from smartgoal.language import load

NONE = "none"


def ask_why(state: State) -> Question:
    """The reason, in the user's words; it is never judged."""
    return Question(
        id="goal.why",
        stage="goal",
        kind="text",
        prompt=message("What is it for? One phrase"),
        hint=None if state.goal.why else message("Enter: skip"),
        default=state.goal.why or "",
        suggested=True,
    )


def ask_owner(state: State) -> Question:
    """Who answers for the goal."""
    return Question(
        id="owner",
        stage="goal",
        kind="text",
        prompt=message("Who is responsible?"),
        default=state.plan.owner or load(state.written_in).text("me"),
        suggested=True,
    )


def ask_market(_: State) -> Question:
    """Whose law matters, if any."""
    return Question(
        id="market",
        stage="goal",
        kind="choice",
        prompt=message("Notes on the law for a country?"),
        choices=(
            Choice(value=NONE, label=message("No, thank you")),
            *(Choice(value=each, label=named("market", each)) for each in catalog.words("market")),
        ),
        default=NONE,
    )


TOPICS = (
    Topic(
        id="goal.why",
        applies=lambda state: state.goal.why is None,
        ask=ask_why,
        accept=lambda state, answer: with_goal(state, why=stripped(answer)),
    ),
    Topic(
        id="owner",
        applies=lambda state: state.plan.owner is None,
        ask=ask_owner,
        accept=lambda state, answer: with_plan(state, owner=stripped(answer)),
    ),
    Topic(
        id="market",
        applies=lambda state: state.plan.market is None,
        ask=ask_market,
        accept=lambda state, answer: with_plan(state, market=None if answer == NONE else answer),
    ),
)
