"""What is on the screen at one question: the same for the arrow-key and the line front end."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from smartgoal.cli.wizard.panels import footer_lines, panel_lines
from smartgoal.cli.wizard.wrapping import Line
from smartgoal.interview.question import STAGES, Choice, Message, Question, Refusal
from smartgoal.interview.script import answer
from smartgoal.interview.state import State
from smartgoal.language import N_, Language

STAGE_NAMES = {
    "point_a": N_("Point A"),
    "goal": N_("Goal"),
    "steps": N_("Steps"),
    "review": N_("Review"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a list, in words."""

    value: str
    label: str
    hint: str = ""
    shortcuts: Mapping[str, str] = field(default_factory=dict)
    echoes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Screen:
    """One question in words.

    `typed` is what stands in the field already. `check` tells what is wrong with a text ("" when nothing is); `live`
    says that it may be asked at every key. `first` is True where nothing lies behind to go back to. `panel` stands
    above the question, `footer` below the answer. `cursor`, `sentence`, `suggested` and `twice` are the question's.
    """

    id: str
    heading: str
    panel: tuple[Line, ...]
    prompt: str
    hint: str
    help: str
    rows: tuple[Row, ...]
    default: str | None
    typed: str
    check: Callable[[str], str]
    live: bool = True
    first: bool = False
    footer: tuple[Line, ...] = ()
    cursor: str | None = None
    sentence: str | None = None
    suggested: bool = False
    twice: str = ""


class Back:
    """The answer that is none: go back one question."""


class BrokenOffError(Exception):
    """The user, or the end of the terminal, broke off; `typed` stood in the field."""

    def __init__(self, typed: str = "") -> None:
        """Keep what was typed."""
        super().__init__()
        self.typed = typed


class FrontEnd(Protocol):
    """Shows a screen and gives the answer. Both front ends speak the same words."""

    def ask(self, screen: Screen) -> str | Back:
        """The text or value of the answer, or Back. Raises BrokenOffError."""

    def tell(self, lines: tuple[Line, ...]) -> None:
        """Lines that stay on the screen."""

    def stop(self) -> None:
        """Break off what is being asked; called from a signal handler. Raises KeyboardInterrupt where nothing is."""


def screen_of(question: Question, state: State, language: Language, *, typed: str = "", first: bool = False) -> Screen:
    """The question in the user's language. `typed` is a text to go on with."""

    def check(text: str) -> str:
        result = answer(state, question, text)
        return said(result.message, language) if isinstance(result, Refusal) else ""

    return Screen(
        id=question.id,
        heading=heading(question, language),
        panel=panel_lines(question.panel, state, language),
        prompt=said(question.prompt, language),
        hint=said(question.hint, language),
        help=said(question.help, language),
        rows=tuple(row_of(choice, language) for choice in question.choices),
        default=question.default,
        typed=typed or (question.default or "" if question.kind == "text" else ""),
        check=check,
        live=question.live,
        first=first,
        footer=footer_lines(question.panel, state, language),
        cursor=question.cursor,
        sentence=question.sentence,
        suggested=question.suggested and not typed,
        twice=said(question.twice, language),
    )


def row_of(choice: Choice, language: Language) -> Row:
    """A row in words."""
    echoes = {value: said(echo, language) for value, echo in choice.echoes.items()}
    return Row(choice.value, said(choice.label, language), said(choice.hint, language), choice.shortcuts, echoes)


def heading(question: Question, language: Language) -> str:
    """`2/4 Goal`."""
    step = STAGES.index(question.stage) + 1
    return f"{step}/{len(STAGES)} {language.text(STAGE_NAMES[question.stage])}"


def said(message: Message | None, language: Language) -> str:
    """A message in words."""
    return language.text(message.text, **message.values) if message is not None else ""


def answered(screen: Screen, text: str) -> str:
    """The answer as it is shown behind the question once it is given."""
    words = {value: echo for row in screen.rows for value, echo in row.echoes.items()}
    words |= {row.value: row.label for row in screen.rows}
    return words.get(text) or text or screen.default or "–"
