"""One run of the wizard: ask, keep the draft after every answer, lose nothing when it is broken off."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from types import FrameType

from smartgoal.cli.wizard.keeping import keep_draft
from smartgoal.cli.wizard.screen import Back, BrokenOffError, FrontEnd, screen_of
from smartgoal.errors import InterruptedByUserError
from smartgoal.interview.question import Question, Refusal
from smartgoal.interview.script import answer, at_start, back, next_question
from smartgoal.interview.state import OF_THE_METRIC, State
from smartgoal.language import N_, Language
from smartgoal.model.plan import Plan
from smartgoal.store import file_name
from smartgoal.store.naming import free_name

Asked = tuple[str, str | None]
"""A question, and the metric it was asked about where that matters."""
ENDINGS = ("SIGTERM", "SIGHUP")  # SIGHUP: the terminal was closed; Windows has none


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """What the wizard starts from.

    `draft` is the output whose draft is written; `named` says that the user named that output. `typed` is what stood in
    the field when the draft was broken off. `command` takes the draft up again. `base` is the saved plan that is
    changed.
    """

    state: State
    front: FrontEnd
    language: Language
    folder: Path
    draft: Path
    named: bool = False
    typed: str = ""
    command: str = "smartgoal new"
    base: Plan | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """The finished state (plan and answers) and where to save it."""

    state: State
    output: Path


def run(session: Session) -> Result:
    """Ask until nothing is missing. Raises InterruptedByUserError after the draft was kept."""
    state, typed = session.state, session.typed
    passed: dict[Asked, str] = {}
    with ended_as_interrupts(session.front):
        try:
            while True:
                state = named(state, session)
                question = next_question(state)
                if question is None:
                    return Result(state, Path(state.output))
                after = step(state, remembered(question, passed.get(asked(question.id, state), "")), session, typed)
                gone = (each for each in state.answers.items() if after.answers.get(each[0]) != each[1])
                passed |= {asked(key, state): text for key, text in gone}
                state, typed = after, ""
        except BrokenOffError as broken:
            keep_draft(state, session.draft, broken.typed, session.base)
        except KeyboardInterrupt:
            keep_draft(state, session.draft, base=session.base)
        except Exception:
            keep_draft(state, session.draft, base=session.base)
            raise
    if not state.answers:
        raise InterruptedByUserError(N_("Interrupted."))
    raise InterruptedByUserError(
        N_("Interrupted. Your answers are kept."), advice=N_("Go on with: {command}"), command=session.command
    )


def step(state: State, question: Question, session: Session, typed: str) -> State:
    """One question: the state after its answer, or before the last one."""
    screen = screen_of(question, state, session.language, typed=typed, first=at_start(state))
    reply = session.front.ask(screen)
    after = back(state) if isinstance(reply, Back) else answer(state, question, reply)
    if isinstance(after, Refusal):  # a front end has checked the answer before
        return state
    keep_draft(after, session.draft, base=session.base)
    return after


def asked(question: str, state: State) -> Asked:
    """What a question asks for: the start value of one metric is none of another."""
    return question, state.goal.metric if question in OF_THE_METRIC else None


def remembered(question: Question, text: str) -> Question:
    """The question with the answer that one went back over, if any: Enter gives it again."""
    if not text:
        return question
    if question.choices:
        values = {choice.value for choice in question.choices}
        return replace(question, cursor=text) if text in values else question
    return replace(question, default=text, suggested=True, hint=None)


def named(state: State, session: Session) -> State:
    """The state with the name the plan will be saved under, as long as the user gave none."""
    if session.named or "review.file" in state.answers:
        return state
    return replace(state, output=shown(free_name(session.folder / file_name(state.plan))))


def shown(path: Path) -> str:
    """The path as it is typed from here."""
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)


@contextmanager
def ended_as_interrupts(front: FrontEnd) -> Iterator[None]:
    """While the wizard runs, an order to end it is an interruption like Ctrl-C: the draft is kept."""

    def stop(_signal: int, _frame: FrameType | None) -> None:
        front.stop()

    before = {name: signal.signal(getattr(signal, name), stop) for name in ENDINGS if hasattr(signal, name)}
    try:
        yield
    finally:
        for name, handler in before.items():
            signal.signal(getattr(signal, name), handler)
