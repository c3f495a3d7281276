"""Any answer again: the list of what was said, each with its present value."""

from smartgoal.exporters.limits import limit_text
from smartgoal.interview.question import Choice, Question, message, shown
from smartgoal.interview.start import pace_metric
from smartgoal.interview.state import State, reopen
from smartgoal.interview.topic import Topic, never
from smartgoal.interview.written import target_words
from smartgoal.language import N_, load
from smartgoal.model.quantity import Term
from smartgoal.planning.measuring import counts_gross

CHANGEABLE = {
    "goal.line": N_("The sentence"),
    "goal.metric": N_("What is counted"),
    "goal.platform": N_("The platform"),
    "goal.number": N_("The number"),
    "goal.deadline": N_("The last day"),
    "goal.limits": N_("The conditions"),
    "goal.baseline": N_("The start value"),
    "goal.pace": N_("What the last month brought"),
    "goal.why": N_("What it is for"),
    "owner": N_("Who is responsible"),
    "goal.counted_as": N_("How it is counted"),
    "market": N_("The country for notes on the law"),
    "steps": N_("The steps"),
}
BACK = "back"
LONGEST_VALUE = 40  # characters of a value in the list


def ask_change(state: State) -> Question:
    """Which answer to change."""
    rows = {key: name for key, name in CHANGEABLE.items() if is_there(key, state)}
    return Question(
        id="review.change",
        stage="review",
        kind="choice",
        prompt=message("Which answer?"),
        choices=(
            *(Choice(value=key, label=shown(row_text(key, name, state))) for key, name in rows.items()),
            Choice(value=BACK, label=message("None, back to the review")),
        ),
        default=BACK,
    )


def is_there(key: str, state: State) -> bool:
    """Whether this goal has such an answer."""
    if key == "goal.line":
        return state.goal.statement is not None
    if key == "goal.limits":
        return bool(state.goal.limits)
    if key == "goal.pace":
        return pace_metric(state) is not None
    if key == "goal.baseline":
        started = state.goal.kind not in {"total", "milestone"} and not counts_gross(state.goal)
        return state.metric is not None and started
    return key != "goal.counted_as" or state.metric is not None


def row_text(key: str, name: str, state: State) -> str:
    """`The last day: 6 December 2026`."""
    language = load(state.language)
    text = language.text(name)
    value = language.fill("{value}", {"value": current(key, state)})
    short = value if len(value) <= LONGEST_VALUE else value[: LONGEST_VALUE - 1].rstrip() + "…"
    return f"{text}: {short}" if short else text


def current(key: str, state: State) -> object:
    """The present value of an answer; None where nothing was said."""
    goal, plan = state.goal, state.plan
    values: dict[str, object] = {
        "goal.line": goal.statement,
        "goal.metric": Term("metric", goal.metric) if goal.metric else None,
        "goal.platform": Term("platform", goal.platform) if goal.platform else None,
        "goal.number": target_words(goal, load(state.language)),
        "goal.deadline": goal.deadline,
        "goal.limits": "; ".join(limit_text(each, load(state.language)) for each in goal.limits),
        "goal.baseline": goal.baseline,
        "goal.why": goal.why,
        "owner": plan.owner,
        "goal.counted_as": goal.counted_as,
        "market": Term("market", plan.market) if plan.market else None,
    }
    return values.get(key)


def accept_change(state: State, answer: str) -> State:
    """The question of that answer is asked again."""
    return state if answer == BACK else reopen(state, answer)


TOPICS = (Topic(id="review.change", applies=never, ask=ask_change, accept=accept_change),)
