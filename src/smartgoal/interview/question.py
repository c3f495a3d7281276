"""A question as data: what is asked, what may be answered, what Enter answers. No terminal inside."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from smartgoal.model.quantity import Term

Stage = Literal["point_a", "goal", "steps", "review"]
STAGES: tuple[Stage, ...] = ("point_a", "goal", "steps", "review")
Kind = Literal["text", "choice", "number", "date", "confirm", "review"]
Panel = Literal["", "receipt", "reading", "form", "steps", "verdict"]


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence to be said: an English message id and the values that fill it."""

    text: str
    values: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why an answer cannot be taken, and how to write it."""

    message: Message


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One row of a list: the answer it stands for, and keys that answer otherwise on that row.

    `echoes` says those other answers in words.
    """

    value: str
    label: Message
    hint: Message | None = None
    shortcuts: Mapping[str, str] = field(default_factory=dict)
    echoes: Mapping[str, Message] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is asked now.

    With `choices` the answer is the value of one of them; else it is text. `default` is what Enter answers (None: an
    answer is needed). `help` tells where the number is found. `panel` names what is shown above the question.
    `live` is False where judging an answer is too slow for every key (reading a file). `cursor` is the row on which a
    list begins, where it is not the default's. `sentence` is the row that a sentence stands for: it answers what is
    asked next on that row. `suggested` marks a default that gives way to what is typed (others are typed on). `twice`
    is said when the question is about to be passed over: only a second Enter does so.
    """

    id: str
    stage: Stage
    kind: Kind
    prompt: Message
    choices: tuple[Choice, ...] = ()
    default: str | None = None
    hint: Message | None = None
    help: Message | None = None
    panel: Panel = ""
    live: bool = True
    cursor: str | None = None
    sentence: str | None = None
    suggested: bool = False
    twice: Message | None = None


def message(text: str, **values: Any) -> Message:
    """A message of that id, with its values."""
    return Message(text, values)


def shown(value: Any) -> Message:
    """A value by itself: a name of the catalogue, a text of the user."""
    return Message("{value:cap}" if isinstance(value, Term) else "{value}", {"value": value})


def refused(text: str, **values: Any) -> Refusal:
    """A refusal with that message."""
    return Refusal(Message(text, values))
