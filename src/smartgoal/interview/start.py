"""The start value of the goal: how much it is now, of which day, and what the last month brought."""

from dataclasses import replace

from smartgoal import catalog, parsing
from smartgoal.criteria.pace import GAINED
from smartgoal.interview.goal import where_number
from smartgoal.interview.point_a import with_measure
from smartgoal.interview.question import Question, Refusal, message, refused
from smartgoal.interview.state import State, with_goal, with_plan
from smartgoal.interview.target import told_direction
from smartgoal.interview.topic import Topic
from smartgoal.interview.typed import amount_of, measure_of, out_of_range
from smartgoal.language import N_
from smartgoal.model.arithmetic import in_unit
from smartgoal.model.plan import Measure
from smartgoal.model.quantity import Quantity, Term

OWN_LAST_MONTH = N_("{metric:cap}: how many in the last month?")
GAINED_LAST_MONTH = N_("How many did the last month bring, net of unfollows?")


def lacks_start(state: State) -> bool:
    """A goal that is measured from a start value which is not known."""
    return (
        state.goal.baseline is None and state.goal.kind not in {None, "total", "milestone"} and state.metric is not None
    )


def ask_baseline(state: State) -> Question:
    """How much it is now."""
    assert state.metric is not None
    current = state.goal.baseline
    return Question(
        id="goal.baseline",
        stage="goal",
        kind="number",
        prompt=message("{metric:cap}: how many now?", metric=Term("metric", state.metric.id)),
        hint=message("Enter: I do not know yet, measuring becomes step 1"),
        help=where_number(state),
        default="" if current is None else f"{current.normalize():f}",
    )


def accept_baseline(state: State, answer: str) -> State | Refusal:
    """The start value, which is a number of point A too."""
    if not answer.strip():
        return state
    amount, metric, goal = amount_of(answer), state.metric, state.goal
    if isinstance(amount, Refusal):
        return amount
    assert metric is not None
    relative = goal.kind in {"percent", "factor"}
    value = in_unit(amount.value, amount.unit, metric.unit if relative else goal.unit or metric.unit)
    measured = in_unit(amount.value, amount.unit or goal.unit, metric.unit)
    wrong = out_of_range(measured, metric)
    if wrong:
        return wrong
    way = goal.direction or told_direction(metric, goal.kind, goal.value, value)
    told = with_goal(state, baseline=value, direction=way)
    return with_measure(told, goal.platform, metric.id, Measure(measured, goal.per))


def ask_day(state: State) -> Question:
    """Of which day the start value is."""
    goal = state.goal
    assert goal.baseline is not None
    unit = "count" if goal.kind in {"percent", "factor"} else goal.unit or "count"
    return Question(
        id="goal.baseline_day",
        stage="goal",
        kind="date",
        prompt=message("Which day is this number from?"),
        hint=message("Start value: {start}. Enter: today", start=Quantity(goal.baseline, unit)),
        default=state.today.isoformat(),
    )


def accept_day(state: State, answer: str) -> State | Refusal:
    """The day of the snapshot that holds the start value."""
    day = parsing.parse_past_day(answer, today=state.today, language=state.language)
    if day is None:
        return refused("This is not a date yet. Write it as 2026-11-16, 16 November or 2 weeks")
    if day == state.today:
        return state
    if day > state.today:
        return refused("{day} lies ahead. On which day was it counted?", day=day)
    *others, last = state.plan.point_a
    return with_plan(state, point_a=(*others, replace(last, date=day)))


def pace_metric(state: State) -> str | None:
    """The flow that tells the usual pace of the goal: new followers, or the goal's own metric for a total."""
    goal, metric = state.goal, state.metric
    if metric is None or goal.hold or goal.direction == "decrease" or state.imports:
        return None
    if metric.id == "followers" and goal.kind in {"gain", "level", "percent", "factor"}:
        return GAINED
    return metric.id if goal.kind == "total" and metric.form == "flow" and metric.additive else None


def lacks_pace(state: State) -> bool:
    """A goal whose usual pace can be told by one number that nobody told."""
    wanted = pace_metric(state)
    return wanted is not None and not any(wanted in row.metrics for row in state.plan.point_a)


def ask_pace(state: State) -> Question:
    """What the last month brought, by which the target is judged."""
    wanted = pace_metric(state)
    assert wanted is not None
    return Question(
        id="goal.pace",
        stage="goal",
        kind="number",
        prompt=message(GAINED_LAST_MONTH if wanted == GAINED else OWN_LAST_MONTH, metric=Term("metric", wanted)),
        hint=message("It shows whether the target is within reach. Enter: I do not know"),
        help=where_number(state),
        default="",
    )


def accept_pace(state: State, answer: str) -> State | Refusal:
    """A number of point A, per month."""
    wanted = pace_metric(state)
    if not answer.strip() or wanted is None:
        return state
    measure = measure_of(answer, catalog.metric(wanted), "month")
    return measure if isinstance(measure, Refusal) else with_measure(state, state.goal.platform, wanted, measure)


TOPICS = (
    Topic(id="goal.baseline", applies=lacks_start, ask=ask_baseline, accept=accept_baseline),
    Topic(
        id="goal.baseline_day",
        applies=lambda state: state.goal.baseline is not None and bool(state.answers.get("goal.baseline", "").strip()),
        ask=ask_day,
        accept=accept_day,
    ),
    Topic(id="goal.pace", applies=lacks_pace, ask=ask_pace, accept=accept_pace),
)
