"""The goal step by step: category, metric, platform, kind of target, number, date; or one of the six examples."""

from dataclasses import replace

from smartgoal import catalog
from smartgoal.catalog.examples import examples
from smartgoal.interview.aims import AIMS, aimed, aims_for
from smartgoal.interview.point_a import named, where
from smartgoal.interview.question import Choice, Message, Question, Refusal, message, refused, shown
from smartgoal.interview.state import State, forget, reopen, with_goal, with_start_value, without_old_metric
from smartgoal.interview.topic import Topic
from smartgoal.interview.typed import day_of
from smartgoal.interview.written import target_words
from smartgoal.language import load
from smartgoal.model.quantity import Term
from smartgoal.planning.counting import retargeted
from smartgoal.planning.dating import with_days
from smartgoal.planning.measuring import asks_for_nothing

NOWHERE = "none"


def ask_way(_: State) -> Question:
    """How to find a goal without a sentence."""
    return Question(
        id="goal.way",
        stage="goal",
        kind="choice",
        prompt=message("How shall we find the goal?"),
        choices=(
            Choice(value="helper", label=message("Help me: what should change?")),
            Choice(value="category", label=message("Step by step: category, metric, number, date")),
            Choice(value="example", label=message("Take one of six examples and adapt it")),
            Choice(value="line", label=message("I will write it in one line after all")),
        ),
        default="helper",
    )


def accept_way(state: State, answer: str) -> State:
    """A sentence and an example are questions of their own."""
    return reopen(state, "goal.line") if answer == "line" else state


def ask_example(state: State) -> Question:
    """The lesson's six goals."""
    return Question(
        id="goal.example",
        stage="goal",
        kind="choice",
        prompt=message("Which example?"),
        choices=tuple(
            Choice(
                value=str(row),
                label=shown(example.texts[state.language]),
                hint=shown(example.remarks[state.language]),
            )
            for row, example in enumerate(examples(), start=1)
        ),
        default="1",
    )


def accept_example(state: State, answer: str) -> State:
    """The example's words become the sentence, to be adapted."""
    text = examples()[int(answer) - 1].texts[state.language]
    return reopen(replace(state, plan=replace(state.plan, goal=replace(state.goal, statement=text))), "goal.line")


def ask_category(state: State) -> Question:
    """One of the six, by what should change or by name."""
    by_change = state.answers.get("goal.way") != "category"
    return Question(
        id="goal.category",
        stage="goal",
        kind="choice",
        prompt=message("What should change?") if by_change else message("Which category?"),
        choices=tuple(
            Choice(
                value=each.id,
                label=shown(each.change[state.language]) if by_change else named("category", each.id),
                hint=named("category", each.id) if by_change else shown(each.fits[state.language]),
            )
            for each in catalog.categories().values()
        ),
        default=next(iter(catalog.categories())),
    )


def accept_category(state: State, answer: str) -> State:
    """Only the category."""
    return with_goal(state, category=answer)


def counts_nothing(state: State) -> bool:
    """A goal in which nothing countable and no yes/no event is named yet."""
    thing = state.reading.thing if state.reading else None
    return state.goal.metric is None and state.goal.kind != "milestone" and not thing


def ask_metric(state: State) -> Question:
    """What is counted: the metrics of the category, each with its question; to change it, all others as well."""
    category = state.goal.category
    ids = catalog.category(category).metrics if category else tuple(catalog.metrics())
    if state.goal.metric is not None:
        ids = tuple(dict.fromkeys((*ids, *catalog.metrics())))
    rows = tuple(metric_choice(each, state.language) for each in ids)
    current = state.goal.metric
    return Question(
        id="goal.metric",
        stage="goal",
        kind="choice",
        prompt=message("What do we count?"),
        choices=rows,
        default=current if current in ids else rows[0].value,
    )


def metric_choice(identifier: str, language: str) -> Choice:
    """A metric with the question it answers."""
    question = catalog.metric(identifier).question.get(language)
    hint = shown(question) if question else None
    return Choice(value=identifier, label=named("metric", identifier), hint=hint)


def accept_metric(state: State, answer: str) -> State:
    """The metric, and its own category where none was said or the one said has no such metric."""
    if state.goal.metric not in {None, answer}:
        state = without_old_metric(state)
    own = catalog.metric(answer).categories
    category = state.goal.category if state.goal.category in own else next(iter(own), state.goal.category)
    return with_goal(state, metric=answer, category=category)


def with_known_page(state: State) -> State:
    """The state whose goal is on the one page that point A tells of, unless the user has said where.

    A saved plan has no platform because nobody wanted one.
    """
    goal, metric = state.goal, state.metric
    told = state.saved or goal.platform or goal.platforms or "platform" in state.stated
    pages = {row.platform for row in state.plan.point_a} or {state.answers.get("point_a.platform")}
    if told or metric is None or len(pages) != 1 or not pages <= set(metric.platforms):
        return state
    return replace(state, plan=replace(state.plan, goal=replace(goal, platform=pages.pop())))


def has_platforms(state: State) -> bool:
    """A goal whose platform is still open, on a metric that platforms show."""
    goal = state.goal
    return not goal.platform and not goal.platforms and state.metric is not None and bool(state.metric.platforms)


def ask_platform(state: State) -> Question:
    """Where: the platforms on which the metric exists."""
    there = state.metric.platforms if state.metric else ()
    ids = [each for each in catalog.platforms() if each in there] or list(catalog.platforms())
    page = state.answers.get("point_a.platform")
    wanted = state.goal.platform or page
    return Question(
        id="goal.platform",
        stage="goal",
        kind="choice",
        prompt=message("On which platform?"),
        choices=(
            *(Choice(value=each, label=named("platform", each)) for each in ids),
            Choice(value=NOWHERE, label=message("Not tied to one platform")),
        ),
        default=wanted if wanted in ids else NOWHERE,
    )


def accept_platform(state: State, answer: str) -> State:
    """One platform, or none; the start value of another page is none of this one."""
    before, page = state.goal.platform, None if answer == NOWHERE else answer
    told = with_goal(state, platform=page, platforms=())
    if None in {before, page} or before == page:
        return told
    return forget(with_start_value(told, None), "goal.baseline", "goal.baseline_day")


def needs_number(state: State) -> bool:
    """A goal without a number that is no yes/no event, or with a 0 that would change nothing."""
    return (state.goal.value is None and state.goal.kind != "milestone") or asks_for_nothing(state.goal)


def ask_kind(state: State) -> Question:
    """Which kind of target."""
    aims = aims_for(state.metric)
    return Question(
        id="goal.kind",
        stage="goal",
        kind="choice",
        prompt=message("What kind of target?"),
        choices=tuple(Choice(value=aim.id, label=aim.label) for aim in aims),
        default=aims[0].id,
    )


def ask_number(state: State) -> Question:
    """The number of the target."""
    return Question(
        id="goal.number", stage="goal", kind="number", prompt=number_prompt(state), hint=number_hint(state),
        default=None, help=where_number(state),
    )  # fmt: skip


def number_hint(state: State) -> Message:
    """How the number is written: as in the target it replaces, as the picked kind has it, or in any kind."""
    target = target_words(state.goal, load(state.language)) if state.goal.value is not None else None
    if target is not None:
        return message(
            "Now: {target}. A number alone keeps the kind; +250, to 2000, +20% or 10/week change it", target=target
        )
    aim = AIMS.get(state.answers.get("goal.kind", ""))
    if aim is not None:
        return message("For example: {example}", example=aim.example)
    return message("For example: +250, 2000, +20%, 10/week")


def number_prompt(state: State) -> Message:
    """Names what is counted and over which time, where that is known."""
    if state.metric is None:
        return message("What number?")
    name, per = Term("metric", state.metric.id), state.goal.per
    if per is None:
        return message("{metric:cap}: what number?", metric=name)
    return message("{metric:cap} {period:over}: what number?", metric=name, period=Term("period", per))


def where_number(state: State) -> Message | None:
    """Where the metric is found on the goal's platform."""
    return where(state.metric, state.goal.platform, state.language) if state.metric else None


def accept_number(state: State, answer: str) -> State | Refusal:
    """The parts of the goal that the number gives."""
    parts = aimed(state, answer)
    if isinstance(parts, Refusal):
        return parts
    after = retargeted(state.goal, replace(state.goal, **parts))
    told = with_goal(state, **{name: getattr(after, name) for name in parts})
    if after.baseline == state.goal.baseline:
        return told
    return forget(with_start_value(told, after.baseline), "goal.baseline", "goal.baseline_day")


def ask_deadline(state: State) -> Question:
    """The last day."""
    return Question(
        id="goal.deadline",
        stage="goal",
        kind="date",
        prompt=message("By when?"),
        hint=message("For example: 2 weeks, by 31 December, 2026-12-06"),
        default=state.goal.deadline.isoformat() if state.goal.deadline else None,
    )


def accept_deadline(state: State, answer: str) -> State | Refusal:
    """A day that lies ahead; steps taken over from an earlier plan get their days from it."""
    day = day_of(answer, state)
    if isinstance(day, Refusal):
        return day
    begin = max(state.goal.start or state.today, state.today)
    if day <= begin:
        return refused("{day} is already past. Which future day do you mean?", day=day)
    told = with_goal(state, deadline=day)
    return told if state.saved else replace(told, plan=with_days(told.plan, state.today))


TOPICS = (
    Topic(
        id="goal.way",
        applies=lambda state: state.goal.statement is None and state.goal.metric is None,
        ask=ask_way,
        accept=accept_way,
    ),
    Topic(
        id="goal.example",
        applies=lambda state: state.answers.get("goal.way") == "example",
        ask=ask_example,
        accept=accept_example,
    ),
    Topic(
        id="goal.category",
        applies=lambda state: counts_nothing(state) and state.goal.category is None,
        ask=ask_category,
        accept=accept_category,
    ),
    Topic(id="goal.metric", applies=counts_nothing, ask=ask_metric, accept=accept_metric, needed=True),
    Topic(id="goal.platform", applies=has_platforms, ask=ask_platform, accept=accept_platform),
    Topic(
        id="goal.kind",
        applies=lambda state: needs_number(state) and state.goal.kind is None,
        ask=ask_kind,
        accept=lambda state, _: state,
    ),
)
TARGET = (
    Topic(id="goal.number", applies=needs_number, ask=ask_number, accept=accept_number, needed=True),
    Topic(
        id="goal.deadline",
        applies=lambda state: state.goal.deadline is None,
        ask=ask_deadline,
        accept=accept_deadline,
        needed=True,
    ),
)
