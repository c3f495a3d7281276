"""The draft of a wizard that was broken off: kept after every answer, offered again by the next `smartgoal new`."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields, replace
from datetime import date
from pathlib import Path

from smartgoal import parsing
from smartgoal.cli.wizard.screen import Row, Screen, said
from smartgoal.cli.wizard.wrapping import Line
from smartgoal.exporters.sentence import goal_sentence
from smartgoal.interview.files import with_files_read
from smartgoal.interview.question import Choice, Question, Refusal, message
from smartgoal.interview.script import ORDER
from smartgoal.interview.state import State
from smartgoal.interview.topic import picked
from smartgoal.language import Language
from smartgoal.model.goal import Goal
from smartgoal.model.plan import Plan
from smartgoal.store.drafts import Draft, keep

# answers of the draft that belong to no question
TYPED = "typed"
STATED = "stated"
OPEN = "open"
NOTES = {TYPED, STATED, OPEN}


def keep_draft(state: State, output: Path, typed: str = "", base: Plan | None = None) -> None:
    """Write the draft: the plan so far, the answers, what stands in the field, the saved plan that is changed.

    Nothing answered is no draft.
    """
    if not (state.answers or typed.strip()):
        return
    notes = {STATED: " ".join(sorted(state.stated)), OPEN: " ".join(state.reopened), TYPED: typed}
    with undisturbed():
        keep(Draft(state.plan, {**state.answers, **{key: text for key, text in notes.items() if text}}, base), output)


@contextmanager
def undisturbed() -> Iterator[None]:
    """Signals wait until a write is done: a closing terminal sends several. Windows has none to wait."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM, signal.SIGHUP})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def started(plan: Plan, today: date, language: str) -> State:
    """The first state: what flags told of the goal stands by itself and wins over the sentence."""
    statement = plan.goal.statement
    made = plan.created or today
    reading = parsing.read(statement, today=made) if statement else None
    read = reading.goal if reading else Goal()
    blank = Goal()
    stated = {
        each.name
        for each in fields(Goal)
        if getattr(plan.goal, each.name) not in (getattr(read, each.name), getattr(blank, each.name))
    }
    return State(plan=plan, today=today, language=language, reading=reading, stated=frozenset(stated - {"statement"}))


def reviewing(plan: Plan, output: str, today: date, language: str) -> State:
    """The state in which a saved plan is looked at: nothing is asked but what the user wants to change."""
    asked = {topic.id: "" for topic in ORDER if topic.id != "review"}
    return replace(started(plan, today, language), answers=asked, output=output, saved=True)


def resumed(draft: Draft, today: date, language: str) -> tuple[State, str]:
    """The state that a draft holds, and what stood in the field. A change of a saved plan is always reviewed again."""
    state = started(draft.plan, today, language)
    skipped = NOTES if draft.base is None else {*NOTES, "review"}
    answers = {key: text for key, text in draft.answers.items() if key not in skipped}
    held = replace(
        state,
        answers=answers,
        stated=frozenset(draft.answers.get(STATED, "").split()),
        reopened=tuple(draft.answers.get(OPEN, "").split()),
    )
    return with_files_read(held), draft.answers.get(TYPED, "")


OFFER = Question(
    id="draft",
    stage="point_a",
    kind="choice",
    prompt=message("Go on with it?"),
    choices=(
        Choice(value="go_on", label=message("Continue where I stopped")),
        Choice(value="later", label=message("Start over, keep the draft")),
        Choice(value="discard", label=message("Start over, delete the draft")),
    ),
    default="go_on",
)


def offer(draft: Draft, language: Language) -> Screen:
    """Asks whether to go on with a draft, and shows what it holds."""
    say = language.text
    goal = goal_sentence(draft.plan.goal, language) or say("no goal yet")
    held = say("{goal} ({count:answer})", goal=goal, count=answers_given(draft))
    panel = ((("", say("Unfinished from last time: ")), ("strong", held)),)
    return choice_screen(offer_of(draft), say("Draft"), panel, language)


def offer_of(draft: Draft) -> Question:
    """The question; a saved plan has one draft, which the next change would write over."""
    if draft.base is None:
        return OFFER
    return replace(OFFER, choices=tuple(each for each in OFFER.choices if each.value != "later"))


def choice_screen(question: Question, heading: str, panel: tuple[Line, ...], language: Language) -> Screen:
    """A list outside the script of the interview."""

    def check(text: str) -> str:
        value = picked(question, text or question.default or "", language.code)
        return said(value.message, language) if isinstance(value, Refusal) else ""

    return Screen(
        id=question.id,
        heading=heading,
        panel=panel,
        prompt=said(question.prompt, language),
        hint="",
        help="",
        rows=tuple(Row(row.value, said(row.label, language), said(row.hint, language)) for row in question.choices),
        default=question.default,
        typed="",
        check=check,
        first=True,
    )


def answers_given(draft: Draft) -> int:
    """How many questions were answered; one passed over is none."""
    return sum(1 for key, text in draft.answers.items() if key not in NOTES and text.strip())


def offered(draft: Draft, reply: str, language: str) -> str:
    """What the user chose: "go_on", "later" or "discard"."""
    value = picked(offer_of(draft), reply or "go_on", language)
    return "later" if isinstance(value, Refusal) else value
