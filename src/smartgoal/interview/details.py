"""The short questions: why, who, how it is counted, whose law matters."""

from smartgoal import catalog
from smartgoal.interview.point_a import named
from smartgoal.interview.question import Choice, Question, message, shown
from smartgoal.interview.state import State, reopen, with_goal, with_plan
from smartgoal.interview.topic import Topic, never
from smartgoal.language import load

OWN = "own"
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


def ask_counted(state: State) -> Question:
    """How it is counted: one of the catalogue's sentences, or one's own."""
    metric = state.metric
    rows = metric.counted_as.get(state.written_in, ()) if metric else ()
    return Question(
        id="goal.counted_as",
        stage="goal",
        kind="choice",
        prompt=message("How is it counted?"),
        choices=(
            *(Choice(value=str(number), label=shown(text)) for number, text in enumerate(rows, start=1)),
            Choice(value=OWN, label=message("In my own words")),
            Choice(value=NONE, label=message("Leave it open")),
        ),
        default="1" if rows else NONE,
    )


def accept_counted(state: State, answer: str) -> State:
    """The sentence, or a question for one."""
    if answer == OWN:
        return reopen(state, "goal.counted_as.own")
    assert state.metric is not None
    text = None if answer == NONE else state.metric.counted_as[state.written_in][int(answer) - 1]
    place = catalog.source_of(state.metric.id, state.goal.platform).get(state.written_in)
    return with_goal(state, counted_as=text, measured_by=state.goal.measured_by or place)


def ask_counted_own(state: State) -> Question:
    """How it is counted, in the user's words."""
    return Question(
        id="goal.counted_as.own",
        stage="goal",
        kind="text",
        prompt=message("How is it counted? One sentence"),
        default=state.goal.counted_as or "",
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


def stripped(text: str) -> str | None:
    """One line without blanks around it; None when nothing is left."""
    return " ".join(text.split()) or None


COUNTING = (
    Topic(
        id="goal.counted_as",
        applies=lambda state: state.goal.counted_as is None and state.metric is not None,
        ask=ask_counted,
        accept=accept_counted,
    ),
    Topic(
        id="goal.counted_as.own",
        applies=never,
        ask=ask_counted_own,
        accept=lambda state, answer: with_goal(state, counted_as=stripped(answer)),
    ),
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
