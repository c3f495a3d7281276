"""Three or four steps: a dated proposal that is taken, changed, replaced or dropped in place."""

from collections.abc import Mapping
from dataclasses import replace

from smartgoal.exporters.parts import Source, result_text
from smartgoal.interview.draft import MOST, changed, dropped, in_window, moved_up, proposed, with_steps
from smartgoal.interview.question import Choice, Question, Refusal, message, refused, shown
from smartgoal.interview.state import State, reopen, with_plan
from smartgoal.interview.topic import Topic, always, never
from smartgoal.interview.typed import amount_of, day_of, with_currency
from smartgoal.language import Language, load
from smartgoal.model.plan import Plan, Step
from smartgoal.planning.results import parse_result

OWN_STEPS = 4
UNCHECKED: Mapping[str, None] = {"indicator": None, "if_then": None, "needs": None}  # they belong to another deed


def ask_steps(state: State) -> Question:
    """The list of steps; Enter takes it as it stands."""
    plan, language = with_steps(state).plan, load(state.language)
    return Question(
        id="steps",
        stage="steps",
        kind="review",
        prompt=message("Take these steps, or change them?"),
        choices=(
            *(
                step_choice(number, step, plan, language) for number, step in enumerate(plan.steps, start=1)
            ),  # row and step: one number
            Choice(value="take", label=message("Take these steps")),
            Choice(value="add", label=message("Add a step")),
            Choice(value="own", label=message("Write my own steps instead")),
            Choice(value="budget", label=message("I have a budget for advertising: propose again")),
            Choice(value="fresh", label=message("Propose again")),
        ),
        default="take",
        cursor=last_touched(state),
        sentence="add",
        panel="form",
        hint=message(
            "Choose a step to change it. With a letter before Enter: d drops it, u moves it up, t sets its date"
        ),
    )


def last_touched(state: State) -> str | None:
    """The row of the step that a key has moved, dated or removed; None after anything else."""
    deed, _, number = state.answers.get("steps", "").partition(":")
    if deed not in {"drop", "up", "due"} or not state.plan.steps:
        return None
    row = int(number) - 1 if deed == "up" else int(number)
    return f"edit:{min(max(row, 1), len(state.plan.steps))}"


def step_choice(number: int, step: Step, plan: Plan, language: Language) -> Choice:
    """A step as a row of the list."""
    return Choice(
        value=f"edit:{number}",
        label=shown(step_line(step, plan, language)),
        shortcuts={"d": f"drop:{number}", "u": f"up:{number}", "t": f"due:{number}"},
        echoes={
            f"drop:{number}": message("Dropped: {step}", step=step.title),
            f"up:{number}": message("Moved up: {step}", step=step.title),
            f"due:{number}": message("Another date: {step}", step=step.title),
        },
    )


def step_line(step: Step, plan: Plan, language: Language) -> str:
    """What is done, what it brings, until when."""
    brings = result_text(step, Source(plan, language))
    line = f"{step.title} → {brings}" if brings else step.title
    return language.text("{step}, by {day:short}", step=line, day=step.due) if step.due else line


def accept_steps(state: State, answer: str) -> State | Refusal:
    """Take the list, or do one thing to it and show it again."""
    state = with_steps(state)
    deed, _, number = answer.partition(":")
    if deed == "take":
        return state if state.plan.steps else refused("There is no step yet. Add one, or let me propose some")
    row = len(state.plan.steps) + 1 if deed == "add" else int(number or 0)
    if row > MOST and deed in {"add", "edit", "due"}:
        return refused("No more than {count} steps can be worked on here. Others are changed in the file", count=MOST)
    return reopen_for(deed, row, reopen(state, "steps"))


def reopen_for(deed: str, number: int, state: State) -> State:
    """What each key of the list does."""
    changes = {"drop": dropped, "up": moved_up}
    return changes[deed](state, number) if deed in changes else opened_for(deed, number, state)


def opened_for(deed: str, number: int, state: State) -> State:
    """The questions that a key of the list opens."""
    match deed:
        case "edit" | "add":
            return reopen(state, title_id(number), result_id(number))
        case "due":
            return reopen(state, due_id(number))
        case "own":
            ids = [each(number) for number in range(1, OWN_STEPS + 1) for each in (title_id, result_id)]
            return reopen(with_plan(state, steps=()), *ids)
        case "budget":
            return reopen(state, "steps.budget")
        case _:
            return proposed(state)


def title_id(number: int) -> str:
    """The id of the question for what is done."""
    return f"step.{number}.title"


def result_id(number: int) -> str:
    """The id of the question for what it brings."""
    return f"step.{number}.result"


def due_id(number: int) -> str:
    """The id of the question for the last day of a step."""
    return f"step.{number}.due"


def step_at(state: State, number: int) -> Step | None:
    """Step `number` (from 1), if it is there."""
    return state.plan.steps[number - 1] if number <= len(state.plan.steps) else None


def title_topic(number: int) -> Topic:
    """What is done in step `number`."""

    def ask(state: State) -> Question:
        step = step_at(state, number)
        return Question(
            id=title_id(number),
            stage="steps",
            kind="text",
            prompt=message("Step {number}: what will you do?", number=number),
            hint=message("One line. The result may follow directly: “Joint giveaway; +60”") if step is None else None,
            default=step.title if step else None if number == 1 else "",
            suggested=step is not None,
            panel="steps",
        )

    def accept(state: State, answer: str) -> State | Refusal:
        step = step_at(state, number)
        title, result = title_and_result(answer, step)
        if not title:
            return without_rest(state)
        check = {} if step is None or same_deed(title, step.title) else UNCHECKED
        told = changed(state, number, title=title, **({"result": result} if result else {}), **check)
        return skipping(told, result_id(number)) if result else told

    return Topic(id=title_id(number), applies=never, ask=ask, accept=accept)


def title_and_result(answer: str, step: Step | None) -> tuple[str, str]:
    """What is done, and a result typed behind it: any with a number for a new step, else one that adds or sets one."""
    whole = " ".join(answer.split())
    title, _, result = (part.strip() for part in whole.partition(";"))
    told = any(map(str.isdigit, result)) if step is None else parse_result(result).value is not None
    return (title, result) if told or not result else (whole, "")


def same_deed(title: str, before: str) -> bool:
    """Whether a title was only worded anew: half of its words are those of before."""
    words, old = set(title.casefold().split()), set(before.casefold().split())
    return 2 * len(words & old) >= len(old)


def without_rest(state: State) -> State:
    """An empty title ends one's own steps."""
    return skipping(state, *(each for each in state.reopened if each.startswith("step.")))


def skipping(state: State, *ids: str) -> State:
    """The state in which these questions are not asked next."""
    return replace(state, reopened=tuple(each for each in state.reopened if each not in ids))


def result_topic(number: int) -> Topic:
    """What step `number` brings."""

    def ask(state: State) -> Question:
        step = step_at(state, number)
        return Question(
            id=result_id(number),
            stage="steps",
            kind="text",
            prompt=message("Step {number}: what will it bring?", number=number),
            hint=message("+60: adds 60. =45: then it is 45. Or in words: “UTM marks on all links”"),
            default=(step.result if step else None) or "",
            suggested=True,
            panel="steps",
        )

    def accept(state: State, answer: str) -> State:
        step = step_at(state, number)
        result = " ".join(answer.split()) or None
        if step is None or result == step.result:
            return state
        basis = "guess" if parse_result(result).value is not None else None
        return changed(state, number, result=result, basis=basis)

    return Topic(id=result_id(number), applies=never, ask=ask, accept=accept)


def due_topic(number: int) -> Topic:
    """The last day of step `number`."""

    def ask(state: State) -> Question:
        step = step_at(state, number)
        return Question(
            id=due_id(number),
            stage="steps",
            kind="date",
            prompt=message("Step {number}: until which day?", number=number),
            default=step.due.isoformat() if step and step.due else None,
            panel="steps",
        )

    def accept(state: State, answer: str) -> State | Refusal:
        day, step = day_of(answer, state), step_at(state, number)
        if isinstance(day, Refusal):
            return day
        if step is None:
            return changed(state, number, due=day)
        start = min(step.start, day) if step.start is not None else None
        moved = in_window(step, start, day, load(state.written_in))
        return changed(state, number, start=start, due=day, indicator=moved.indicator, if_then=moved.if_then)

    return Topic(id=due_id(number), applies=never, ask=ask, accept=accept)


def ask_budget(state: State) -> Question:
    """How much may be spent."""
    budget = state.plan.economics.get("budget")
    return Question(
        id="steps.budget",
        stage="steps",
        kind="number",
        prompt=message("Budget for advertising until the deadline"),
        hint=message("For example: 10000 RUB. 0: nothing may be spent"),
        default="" if budget is None else f"{budget} {state.plan.economics.get('currency', '')}".strip(),
    )


def accept_budget(state: State, answer: str) -> State | Refusal:
    """Steps that use the budget."""
    if not answer.strip():
        return state
    amount = amount_of(answer)
    if isinstance(amount, Refusal):
        return amount
    told = with_currency(state, answer)
    if isinstance(told, Refusal):
        return told
    return proposed(with_plan(told, economics={**told.plan.economics, "budget": amount.value}))


TOPICS = (
    Topic(id="steps", applies=always, ask=ask_steps, accept=accept_steps, hub=True),
    Topic(id="steps.budget", applies=never, ask=ask_budget, accept=accept_budget),
    *(make(number) for number in range(1, MOST + 1) for make in (title_topic, result_topic, due_topic)),
)
