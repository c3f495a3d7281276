"""Point A: where the page stands now. Numbers typed in, a file read, or only the one number the goal needs."""

from dataclasses import replace

from smartgoal import catalog
from smartgoal.catalog import Metric
from smartgoal.interview import files
from smartgoal.interview.question import Choice, Message, Question, Refusal, message, shown
from smartgoal.interview.state import State, forget, with_plan
from smartgoal.interview.topic import Topic
from smartgoal.interview.typed import measure_of
from smartgoal.model.plan import Measure, Snapshot
from smartgoal.model.quantity import Period, Term

# what the lesson tells to look at on a page, in the order in which pages show it
PAGE_NUMBERS = ("followers", "reach", "likes", "comments", "shares", "site_clicks", "leads", "sales")
MOST_NUMBERS = 6
NUMBER = "point_a.number."


def ask_way(_: State) -> Question:
    """How the user wants to tell point A."""
    return Question(
        id="point_a.way",
        stage="point_a",
        kind="choice",
        prompt=message("Where are you now?"),
        choices=(
            Choice(value="ask", label=message("Ask me only for the number that the goal needs")),
            Choice(value="numbers", label=message("I will type the numbers of a page")),
            Choice(value="file", label=message("Read a file with exported statistics")),
        ),
        default="ask",
        sentence="ask",
    )


def ask_page(_: State) -> Question:
    """Which page the numbers belong to."""
    rows = tuple(Choice(value=each, label=named("platform", each)) for each in catalog.platforms())
    return Question(
        id="point_a.platform",
        stage="point_a",
        kind="choice",
        prompt=message("Which page?"),
        choices=rows,
        default=rows[0].value,
    )


def ask_more(_: State) -> Question:
    """Whether there is another page."""
    return Question(
        id="point_a.more",
        stage="point_a",
        kind="confirm",
        prompt=message("Another page?"),
        choices=(
            Choice(value="no", label=message("No, that is all")),
            Choice(value="yes", label=message("Yes, one more")),
        ),
        default="no",
    )


def accept_more(state: State, answer: str) -> State:
    """Another page is asked for by the same questions."""
    if answer == "no":
        return state
    asked = [each for each in state.answers if each.startswith(NUMBER)]
    return forget(state, "point_a.platform", "point_a.more", *asked)


def number_topic(metric: Metric) -> Topic:
    """The question for one number of the page."""

    def applies(state: State) -> bool:
        return types_numbers(state) and metric.id in page_numbers(state)

    def ask(state: State) -> Question:
        return Question(
            id=NUMBER + metric.id,
            stage="point_a",
            kind="number",
            prompt=number_prompt(metric),
            hint=message("Enter: skip"),
            help=where(metric, state.answers.get("point_a.platform"), state.language),
            default="",
        )

    def accept(state: State, answer: str) -> State | Refusal:
        if not answer.strip():
            return state
        measure = measure_of(answer, metric, usual_period(metric))
        if isinstance(measure, Refusal):
            return measure
        return with_measure(state, state.answers.get("point_a.platform"), metric.id, measure)

    return Topic(id=NUMBER + metric.id, applies=applies, ask=ask, accept=accept)


def page_numbers(state: State) -> tuple[str, ...]:
    """The metrics asked of the page that was picked."""
    page = state.answers.get("point_a.platform")
    there = [each for each in PAGE_NUMBERS if page in catalog.metric(each).platforms]
    return tuple(there[:MOST_NUMBERS])


def number_prompt(metric: Metric) -> Message:
    """The metric, and for a flow the period it is counted over."""
    period = usual_period(metric)
    if period is None:
        return message("{metric:cap}: how many now?", metric=Term("metric", metric.id))
    return message(
        "{metric:cap} {period:over}: how many?", metric=Term("metric", metric.id), period=Term("period", period)
    )


def usual_period(metric: Metric) -> Period | None:
    """The period over which the number is asked when none is said."""
    if metric.form != "flow":
        return None
    return "post" if metric.per_post else "week"


def with_measure(state: State, page: str | None, metric: str, measure: Measure) -> State:
    """The state with a number of today added to the page's snapshot."""
    rows = list(state.plan.point_a)
    at = next((i for i, row in enumerate(rows) if (row.platform, row.date) == (page, state.today)), None)
    if at is None:
        rows.append(Snapshot(platform=page, date=state.today, metrics={metric: measure}))
    else:
        rows[at] = replace(rows[at], metrics={**rows[at].metrics, metric: measure})
    return with_plan(state, point_a=tuple(rows))


def where(metric: Metric, page: str | None, language: str) -> Message | None:
    """Where the number is found, or that it is not."""
    text = catalog.where_found(metric.id, page).get(language)
    return shown(text) if text else None


def named(kind: str, identifier: str) -> Message:
    """The catalogue's name as a row of a list."""
    return shown(Term(kind, identifier))  # type: ignore[arg-type]  # ids of the catalogue


def starts_empty(state: State) -> bool:
    """Nothing was told by flags: neither numbers nor a goal that says which one it needs."""
    goal = state.goal
    return not (state.plan.point_a or goal.statement or goal.metric)


def types_numbers(state: State) -> bool:
    """The user types the numbers of a page."""
    return state.answers.get("point_a.way") == "numbers"


TOPICS = (
    Topic(
        id="point_a.way",
        applies=starts_empty,
        ask=ask_way,
        accept=lambda state, _: state,
    ),
    *files.TOPICS,
    Topic(id="point_a.platform", applies=types_numbers, ask=ask_page, accept=lambda state, _: state),
    *(number_topic(catalog.metric(each)) for each in PAGE_NUMBERS),
    Topic(id="point_a.more", applies=types_numbers, ask=ask_more, accept=accept_more),
)
