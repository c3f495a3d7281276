"""The start value of the goal: how much it is now, of which day, and what the last month brought."""

from dataclasses import replace
from decimal import Decimal

from smartgoal import catalog, parsing
from smartgoal.catalog import Metric
from smartgoal.exporters.parts import metric_unit
from smartgoal.interview.goal import where_number
from smartgoal.interview.point_a import with_measure
from smartgoal.interview.question import Message, Question, Refusal, message, refused
from smartgoal.interview.state import State, with_goal, with_plan
from smartgoal.interview.target import told_direction
from smartgoal.interview.topic import Topic
from smartgoal.interview.typed import amounts_of, measure_of, with_currency
from smartgoal.language import N_
from smartgoal.model.arithmetic import in_unit
from smartgoal.model.plan import Measure
from smartgoal.model.quantity import Period, Quantity, Term
from smartgoal.planning.gains import GAINED
from smartgoal.planning.measuring import counts_gross, is_mean
from smartgoal.planning.periods import PERIOD_DAYS, brought_to

OWN_LAST_MONTH = N_("{metric:cap}: how many in the last month?")
COUNTED_LAST_MONTH = N_("How many did the last month bring, counted in the same way?")
NOW = N_("{metric:cap}: how many now?")
NOW_MEASURED = N_("{metric:cap}: what is it now?")
START = N_("Start value: {start}. Enter: today")
START_MEDIAN = N_("The median of your numbers is the start value: {start}. Enter: today")
GAINED_LAST_MONTH = N_("How many did the last month bring, net of unfollows?")


def lacks_start(state: State) -> bool:
    """A goal that is measured from a start value which is not known."""
    return (
        state.goal.baseline is None
        and state.goal.kind not in {None, "total", "milestone"}
        and state.metric is not None
        and not counts_gross(state.goal)
    )


def ask_baseline(state: State) -> Question:
    """How much it is now."""
    assert state.metric is not None
    current = state.goal.baseline
    return Question(
        id="goal.baseline",
        stage="goal",
        kind="number",
        prompt=baseline_prompt(state, state.metric),
        hint=message("Enter: I do not know yet, measuring becomes step 1"),
        help=where_number(state),
        default="" if current is None else f"{current.normalize():f}",
    )


def baseline_prompt(state: State, metric: Metric) -> Message:
    """Names what is counted and, for a flow, the period it is asked for."""
    name, per = Term("metric", metric.id), start_period(state)
    if per is None:
        return message(NOW if metric.unit in {"count", "money"} else NOW_MEASURED, metric=name)
    if state.goal.per is None and per != "post":
        return message(OWN_LAST_MONTH, metric=name)
    return message("{metric:cap} {period:over}: how many now?", metric=name, period=Term("period", per))


def start_period(state: State) -> Period | None:
    """The period of the start value where none is typed: the target's; of a share of a flow (+20 %) the usual one."""
    goal, metric = state.goal, state.metric
    if is_mean(goal):
        return "post"
    if goal.per is not None or metric is None or metric.form != "flow" or goal.kind not in {"percent", "factor"}:
        return goal.per
    return "post" if metric.per_post else "month"


def accept_baseline(state: State, answer: str) -> State | Refusal:
    """The start value, which is a number of point A too."""
    if not answer.strip():
        return state
    metric, goal = state.metric, state.goal
    assert metric is not None
    own = metric.unit if goal.kind in {"percent", "factor"} else goal.unit or metric.unit
    measure = measure_of(answer, metric, start_period(state), own)
    if isinstance(measure, Refusal):
        return measure
    value = in_goal_period(replace(measure, value=in_unit(measure.value, metric.unit, own)), state)
    if isinstance(value, Refusal):
        return value
    way = goal.direction or told_direction(metric, goal.kind, goal.value, value)
    told = with_goal(state, baseline=value, direction=way)
    return with_currency(with_measure(told, goal.platform, metric.id, measure), answer)


def in_goal_period(measure: Measure, state: State) -> Decimal | Refusal:
    """The number in the period of the goal: 20 a month are 4.6 a week. A goal without one takes it as it was told."""
    per, told = state.goal.per, measure.per
    if per is None or told == per or told is None:
        return measure.value
    if state.metric is None or not state.metric.between_periods or {per, told} - PERIOD_DAYS.keys():
        return refused("The goal counts per period: how many {period:each}?", period=Term("period", per))
    return brought_to(measure.value, told, per)


def ask_day(state: State) -> Question:
    """Of which day the start value is."""
    return Question(
        id="goal.baseline_day",
        stage="goal",
        kind="date",
        prompt=message("Which day is this number from?"),
        hint=message(START_MEDIAN if is_list(state) else START, start=start_quantity(state)),
        default=state.today.isoformat(),
    )


def start_quantity(state: State) -> Quantity:
    """The start value as it was understood, with its unit and period."""
    goal = state.goal
    assert goal.baseline is not None
    measure = state.plan.point_a[-1].metrics.get(goal.metric or "")
    per = goal.per or (measure.per if measure is not None else None)
    relative = goal.kind in {"percent", "factor"}
    unit = metric_unit(goal.metric, state.plan) if relative and goal.metric else goal.unit
    return Quantity(goal.baseline, unit or "count", None, per)


def is_list(state: State) -> bool:
    """Whether the start value was typed as several numbers, of which the median counts."""
    amounts = amounts_of(state.answers.get("goal.baseline", ""))
    return not isinstance(amounts, Refusal) and len(amounts) > 1


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
        prompt=pace_prompt(wanted, state),
        hint=message("It shows whether the target is within reach. Enter: I do not know"),
        help=where_number(state),
        default="",
    )


def pace_prompt(wanted: str, state: State) -> Message:
    """What the last month brought, counted as the goal is."""
    if wanted != GAINED:
        return message(OWN_LAST_MONTH, metric=Term("metric", wanted))
    return message(GAINED_LAST_MONTH if state.goal.counted_as is None else COUNTED_LAST_MONTH)


def accept_pace(state: State, answer: str) -> State | Refusal:
    """A number of point A, per month."""
    wanted = pace_metric(state)
    if not answer.strip() or wanted is None:
        return state
    measure = measure_of(answer, catalog.metric(wanted), "month")
    if isinstance(measure, Refusal):
        return measure
    return with_currency(with_measure(state, state.goal.platform, wanted, measure), answer)


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
