"""How the number is counted, and over which time it is told."""

from collections.abc import Mapping
from dataclasses import replace

from smartgoal import catalog, parsing
from smartgoal.interview.aims import AIMS
from smartgoal.interview.goal import needs_number
from smartgoal.interview.point_a import with_measure
from smartgoal.interview.question import Choice, Message, Question, message, shown
from smartgoal.interview.state import State, forget, reopen, with_goal, with_start_value
from smartgoal.interview.target import OVER_A_PERIOD
from smartgoal.interview.topic import Topic, never
from smartgoal.interview.typed import stripped
from smartgoal.model.goal import Goal
from smartgoal.model.plan import Measure
from smartgoal.model.quantity import Period
from smartgoal.planning.counting import counted, fits, fitting_ways, uncounted
from smartgoal.planning.measuring import as_counted, counts_gross, way_of

OWN = "own"
NONE = "none"
OVER: Mapping[Period, Message] = {
    "post": message("A mean per post"),
    "week": message("In a week"),
    "month": message("In a month"),
}


def lacks_counting(state: State) -> bool:
    """A metric of which nobody said how it is counted; asked before its number, else after the last day."""
    goal = state.goal
    return goal.counted_as is None and state.metric is not None and (needs_number(state) or goal.deadline is not None)


def ask_counted(state: State) -> Question:
    """How it is counted: one of the catalogue's sentences, or one's own."""
    rows = tuple(fitting_ways(free_to_count(state)))
    return Question(
        id="goal.counted_as",
        stage="goal",
        kind="choice",
        prompt=message("How is it counted?"),
        choices=(
            *(Choice(value=str(number), label=shown(way.texts[state.written_in])) for number, way in rows),
            Choice(value=OWN, label=message("In my own words")),
            Choice(value=NONE, label=message("Leave it open")),
        ),
        default=str(rows[0][0]) if rows else NONE,
    )


def free_to_count(state: State) -> Goal:
    """The goal, with the kind that was picked for it, before a way of counting was chosen.

    What the sentence says of a period stays, whatever way was chosen.
    """
    aim, goal = AIMS.get(state.answers.get("goal.kind", "")), uncounted(state.goal)
    said = state.reading.goal.per if state.reading is not None and "per" not in state.stated else None
    kind = goal.kind or (aim.kind if aim is not None else None)
    return replace(goal, kind=kind, per=goal.per or said, hold=goal.hold or (aim is not None and aim.hold))


def accept_counted(state: State, answer: str) -> State:
    """The sentence, or a question for one."""
    if answer == OWN:
        return reopen(state, "goal.counted_as.own")
    assert state.metric is not None
    text = None if answer == NONE else state.metric.counted_as[state.written_in][int(answer) - 1]
    after = with_counting(state, text)
    known = state.goal.measured_by
    own = known if known not in {place_of(state), place_of(after)} else None
    return with_goal(after, measured_by=own or place_of(after))


def place_of(state: State) -> str | None:
    """Where the number is read; the counter of a page tells who is there, not who came."""
    goal = as_counted(replace(state.goal, kind=free_to_count(state).kind))
    return catalog.source_of(goal.metric or "", goal.platform).get(state.written_in)


def with_counting(state: State, text: str | None) -> State:
    """The goal counted so. A start value that was told over another time, or of who is there now, is asked for anew."""
    before = state.goal
    free = replace(free_to_count(state), kind=before.kind, hold=before.hold)
    after = counted(free, text)
    moved = {name: getattr(after, name) for name in ("per", "kind") if getattr(after, name) != getattr(before, name)}
    told = with_goal(state, counted_as=text, **moved)
    if after.per != before.per and not is_said_with_it(state):
        return forget(with_start_value(told, None), "goal.baseline", "goal.baseline_day", "goal.per")
    return without_start(told) if counts_gross(after) else told


def is_said_with_it(state: State) -> bool:
    """Whether the sentence told start value and number together, without a period: they are told over the same time."""
    said = state.reading.goal if state.reading is not None else Goal()
    return state.goal.per is None and state.goal.baseline == said.baseline


def with_period(state: State, per: str) -> State:
    """The number told over that time; a start value of point A is looked up anew."""
    told = with_goal(state, per=per)
    return told if is_said_with_it(state) else with_start_value(told, None)


def without_start(state: State) -> State:
    """The goal without a start value, which stays a number of point A."""
    goal = state.goal
    if goal.baseline is not None and goal.metric is not None:
        state = with_measure(state, goal.platform, goal.metric, Measure(goal.baseline))
    return forget(with_start_value(state, None), "goal.baseline", "goal.baseline_day")


def with_fitting_way(state: State) -> State:
    """The state in which a way of counting that another answer contradicts was never chosen."""
    way = way_of(state.goal)
    if way is None or fits(state.goal, way):
        return state
    goal = replace(state.goal, counted_as=None)
    kept = replace(state, plan=replace(state.plan, goal=goal), stated=state.stated - {"counted_as"})
    return forget(kept, "goal.counted_as", "goal.counted_as.own", "goal.per")


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


def lacks_period(state: State) -> bool:
    """A number of what is counted per post, if nothing says over which time it is told."""
    goal, aim = state.goal, AIMS.get(state.answers.get("goal.kind", ""))
    kind = goal.kind or (aim.kind if aim is not None else None)
    chosen = "goal.counted_as" in state.answers and state.metric is not None and state.metric.per_post
    return chosen and goal.per is None and kind in OVER_A_PERIOD


def ask_period(state: State) -> Question:
    """Over which time the number is told."""
    way = way_of(state.goal)
    rows = [per for per in OVER if per != "post" or way is None or not way.summed]
    said = parsing.parse_period(state.goal.counted_as or "") if way is None else None
    return Question(
        id="goal.per",
        stage="goal",
        kind="choice",
        prompt=message("Over which time is the number told?"),
        choices=tuple(Choice(value=per, label=OVER[per]) for per in rows),
        default=said if said in rows else rows[0],
    )


TOPICS = (
    Topic(
        id="goal.counted_as",
        applies=lacks_counting,
        ask=ask_counted,
        accept=accept_counted,
    ),
    Topic(
        id="goal.counted_as.own",
        applies=never,
        ask=ask_counted_own,
        accept=lambda state, answer: with_counting(state, stripped(answer)),
    ),
    Topic(
        id="goal.per",
        applies=lacks_period,
        ask=ask_period,
        accept=with_period,
    ),
)
