"""The goal in one line, and what was understood of it."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

from smartgoal.interview.question import Choice, Question, Refusal, message, refused
from smartgoal.interview.state import State, forget, read_statement, reopen, with_goal
from smartgoal.interview.topic import Topic
from smartgoal.model.goal import Remark
from smartgoal.model.quantity import Term

LONGEST = 2000  # characters of a statement that are read


def ask_line(state: State) -> Question:
    """The goal as one would tell it."""
    statement = state.goal.statement
    return Question(
        id="goal.line",
        stage="goal",
        kind="text",
        prompt=message("Your goal in one line, as you would tell a colleague"),
        panel="receipt" if state.plan.point_a else "",
        hint=None if statement else message("Enter: choose step by step, or take an example"),
        twice=message("Nothing is typed yet. Enter once more: choose step by step, or take an example"),
        default=statement or "",
        suggested=bool(statement),
    )


def accept_line(state: State, answer: str) -> State | Refusal:
    """Read the sentence. A rewritten one wins over what was answered about the one before."""
    line = " ".join(answer.split())
    if len(line) > LONGEST:
        return refused("This is longer than {count} characters. Please shorten it", count=LONGEST)
    if not line:
        return state
    if state.goal.statement is None or line == state.goal.statement:
        return forget(read_statement(state, line), "goal.way")
    fresh = read_statement(replace(state, stated=frozenset()), line)
    assert fresh.reading is not None
    stated = state.stated - set(fresh.reading.spans)
    again = read_statement(replace(state, stated=stated), line)
    return forget(again, "goal.way", "goal.understood", "goal.points")


def was_read(state: State) -> bool:
    """A sentence in which something was understood."""
    goal = state.goal
    return state.reading is not None and any((goal.metric, goal.kind, goal.deadline, state.reading.thing))


def ask_understood(state: State) -> Question:
    """Shows the goal as it was read; each part can be mended on the spot."""
    return Question(
        id="goal.understood",
        stage="goal",
        kind="confirm",
        prompt=message("Is that right?"),
        choices=(
            Choice(value="yes", label=message("Yes, go on")),
            *other_readings(state),
            *mendings(state),
            Choice(value="goal.line", label=message("No, I will write it again")),
        ),
        default="yes",
        panel="reading",
    )


def other_readings(state: State) -> tuple[Choice, ...]:
    """One-key corrections where the words can be read in two ways."""
    remarks = {remark.code: remark for remark in (state.reading.remarks if state.reading else ())}
    rows = [
        Choice(value=f"day:{day.isoformat()}", label=message("No, I mean {day:weekday}", day=day))
        for day in other_days(remarks)
        if day != state.goal.deadline
    ]
    nearest = remarks["uncatalogued"].values.get("nearest") if "uncatalogued" in remarks else None
    if nearest and state.goal.metric is None:
        label = message("Count it as: {metric}", metric=Term("metric", nearest))
        rows.append(Choice(value=f"metric:{nearest}", label=label))
    return tuple(rows)


def other_days(remarks: Mapping[str, Remark]) -> Iterator[date]:
    """The days that the words may mean: the first or last of a month, day and month either way, one counted back."""
    if "last_day" in remarks:
        last: date = remarks["last_day"].values["date"]
        yield from (remarks["last_day"].values.get("first", last.replace(day=1)), last)
    for code in ("day_or_month", "counted_back"):
        if code in remarks:
            values = remarks[code].values
            yield from (values["other"], values["date"])


def mendings(state: State) -> tuple[Choice, ...]:
    """The parts that were read, each to be changed."""
    goal = state.goal
    rows = []
    if goal.metric:
        rows.append(Choice(value="goal.metric", label=message("Something else is counted")))
    if goal.platform:
        rows.append(Choice(value="goal.platform", label=message("Another platform")))
    if goal.value is not None:
        rows.append(Choice(value="goal.number", label=message("Another number")))
    if goal.deadline:
        rows.append(Choice(value="goal.deadline", label=message("Another date")))
    if goal.limits:
        rows.append(Choice(value="goal.limits", label=message("Other conditions")))
    return tuple(rows)


def accept_understood(state: State, answer: str) -> State:
    """Go on, or mend one part and show the goal again."""
    if answer == "yes":
        return state
    name, _, value = answer.partition(":")
    if name == "day":
        return reopen(with_goal(state, deadline=date.fromisoformat(value)), "goal.understood")
    if name == "metric":
        return reopen(with_goal(state, metric=value), "goal.understood")
    return reopen(state, answer, "goal.understood")


def has_two_meanings(state: State) -> bool:
    """A percent change of something that is counted in per cent itself."""
    remarks = state.reading.remarks if state.reading else ()
    return "kind" not in state.stated and any(remark.code == "percent_or_points" for remark in remarks)


def ask_points(state: State) -> Question:
    """Per cent of today's value, or points; shown on a value of 4%."""
    value = state.goal.value or Decimal(0)
    step = -value if state.goal.direction == "decrease" else value
    return Question(
        id="goal.points",
        stage="goal",
        kind="choice",
        prompt=message("{value}%: percentage points, or relative to what it is now?", value=value),
        choices=(
            Choice(value="points", label=message("In percentage points, for example from 4% to {sum}%", sum=4 + step)),
            Choice(
                value="percent", label=message("Relative to now, for example from 4% to {sum}%", sum=4 + 4 * step / 100)
            ),
        ),
        default="points",
    )


def accept_points(state: State, answer: str) -> State:
    """Points are a gain in per cent, the rest is relative."""
    return with_goal(state, kind="gain" if answer == "points" else "percent", unit="percent")


TOPICS = (
    Topic(
        id="goal.line",
        applies=lambda state: state.goal.statement is None and state.goal.metric is None,
        ask=ask_line,
        accept=accept_line,
    ),
    Topic(id="goal.understood", applies=was_read, ask=ask_understood, accept=accept_understood, hub=True),
    Topic(id="goal.points", applies=has_two_meanings, ask=ask_points, accept=accept_points),
)
