"""The line front end: numbered lists, one line in, one line out. For `--plain`, TERM=dumb and screen readers."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TextIO

from smartgoal.cli.views.page import terminal_columns
from smartgoal.cli.wizard.screen import Back, BrokenOffError, Screen
from smartgoal.cli.wizard.wrapping import Line, plain, text_of, wrapped
from smartgoal.language import Language

BACK_KEY = "<"
HELP_KEY = "?"
WIDEST = 100


@dataclass(frozen=True, slots=True)
class PlainFrontEnd:
    """Writes lines and reads lines; never moves the cursor."""

    language: Language
    stdin: TextIO
    stdout: TextIO

    def ask(self, screen: Screen) -> str | Back:
        """The answer, or Back for `<`. Raises BrokenOffError at the end of input."""
        self.tell((plain(""), *lines_of(screen, self.language)))
        while True:
            text = self.line(screen)
            if text == BACK_KEY:
                return Back()
            if text == HELP_KEY:
                self.tell(help_of(screen, self.language))
                continue
            wrong = screen.check(text or screen.typed)
            if not wrong:
                return text or screen.typed
            self.tell((plain(wrong),))

    def stop(self) -> None:
        """Break off the reading of a line."""
        raise KeyboardInterrupt

    def line(self, screen: Screen) -> str:
        """One line of input without blanks around it."""
        self.stdout.write(prompt_of(screen, self.language))
        self.stdout.flush()
        try:
            text = self.stdin.readline()
        except KeyboardInterrupt as interrupt:
            raise BrokenOffError from interrupt
        if not text.endswith("\n"):
            raise BrokenOffError(text)
        return text.strip()

    def tell(self, lines: tuple[Line, ...]) -> None:
        """Write lines, broken at the width of the terminal."""
        width = min(terminal_columns(), WIDEST) - 1
        for line in lines:
            for part in wrapped(line, width) or [()]:
                self.stdout.write(text_of(part) + "\n")
        self.stdout.flush()


def lines_of(screen: Screen, language: Language) -> Iterator[Line]:
    """The question from top to bottom."""
    yield from screen.panel
    if screen.panel:
        yield plain("")
    yield plain(f"{screen.heading}. {screen.prompt}")
    for number, row in enumerate(screen.rows, start=1):
        hint = f" ({row.hint})" if row.hint else ""
        yield plain(f"  {number}. {row.label}{hint}")
    yield from screen.footer
    if screen.hint:
        yield plain(screen.hint)
    example = next((f"{key}{number}" for number, row in enumerate(screen.rows, start=1) for key in row.shortcuts), "")
    if example:
        yield plain(language.text("The letter goes before the number: {example}", example=example))


def prompt_of(screen: Screen, language: Language) -> str:
    """What Enter answers and the way back, in front of the answer: `[1] (< back, ? help) > `."""
    default = shown_default(screen)
    keys = language.text("? help") if screen.first else language.text("< back, ? help")
    return f"[{default}] ({keys}) > " if default else f"({keys}) > "


def help_of(screen: Screen, language: Language) -> tuple[Line, ...]:
    """Where the number is found, or what the keys do."""
    return (
        plain(
            screen.help or language.text("Write the answer and press Enter. What you answered is kept at every step.")
        ),
    )


def shown_default(screen: Screen) -> str:
    """What Enter answers: the number of a row, or a text."""
    if screen.typed:
        return screen.typed
    values = [row.value for row in screen.rows]
    return str(values.index(screen.default) + 1) if screen.default in values else screen.default or ""
