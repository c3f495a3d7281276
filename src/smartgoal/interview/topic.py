"""One row of the script: when a question is asked, how it reads, and what its answer does."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from smartgoal.interview.question import Choice, Question, Refusal, refused
from smartgoal.interview.state import State
from smartgoal.language import load

NOT_A_CHOICE = "Choose one of the rows by its number or its first words"
CYRILLIC_KEYS = str.maketrans("вгеч", "dutx")  # the same keys where the keyboard is switched to Russian
WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A question before it is asked. `accept` gives the state after an answer, or why it cannot be taken.

    `needed` marks what a plan cannot do without: asked whenever it is missing, even if it was answered before. `hub`
    marks a question one comes back to: opened again, it waits until all before it is answered.
    """

    id: str
    applies: Callable[[State], bool]
    ask: Callable[[State], Question]
    accept: Callable[[State, str], State | Refusal]
    needed: bool = False
    hub: bool = False


def always(_: State) -> bool:
    """Asked of everybody."""
    return True


def never(_: State) -> bool:
    """Asked only when another answer opens it."""
    return False


def picked(question: Question, text: str, language: str) -> str | Refusal:
    """The value that `text` names: a row's value, number or first words, or its number with a shortcut ("d2", "2d").

    What a shortcut answers may be given as well: the arrow keys have no number to send with the letter.
    """
    answers = [choice.value for choice in question.choices]
    key = text.strip()
    if key in answers or any(key in choice.shortcuts.values() for choice in question.choices):
        return key
    digits = "".join(sign for sign in key if sign.isdecimal())
    letter = key.replace(digits, "", 1).strip().casefold()
    row = int(digits) - 1 if digits else -1
    if not 0 <= row < len(answers):
        named = by_words(question, text, language)
        return named[0] if len(named) == 1 else refused(NOT_A_CHOICE)
    return shortcut(question.choices[row], letter)


def by_words(question: Question, text: str, language: str) -> list[str]:
    """The rows whose label begins with these words; a whole label is that row alone."""
    typed, speech = WORD.findall(text.casefold()), load(language)
    labels = {
        choice.value: WORD.findall(speech.text(choice.label.text, **choice.label.values).casefold())
        for choice in question.choices
    }
    whole = [value for value, words in labels.items() if words == typed]
    return whole or [value for value, words in labels.items() if typed and words[: len(typed)] == typed]


def shortcut(choice: Choice, letter: str) -> str | Refusal:
    """What a key answers on a row; no key is Enter."""
    if not letter:
        return choice.value
    return choice.shortcuts.get(letter.translate(CYRILLIC_KEYS), refused(NOT_A_CHOICE))
