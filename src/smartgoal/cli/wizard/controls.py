"""What takes the answer in a full terminal: a list of rows or a field of text."""

from dataclasses import dataclass, field
from typing import Any, Protocol

from prompt_toolkit.application import Application
from prompt_toolkit.application.current import get_app
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.data_structures import Point
from prompt_toolkit.document import Document
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.key_binding.key_processor import KeyPress
from prompt_toolkit.layout import Dimension, Window
from prompt_toolkit.layout.controls import BufferControl, FormattedTextControl
from prompt_toolkit.layout.processors import BeforeInput

from smartgoal.cli.wizard.screen import Row, Screen
from smartgoal.cli.wizard.wrapping import Line, plain, wrapped
from smartgoal.interview.topic import CYRILLIC_KEYS

POINTER = "> "
SMALLEST_LIST = 3  # lines of a list that stay visible in a low terminal


class Width(Protocol):
    """Gives the columns that may be used now."""

    def __call__(self) -> int:
        """Columns."""


@dataclass(slots=True)
class ChoiceList:
    """Rows of which one is highlighted. Whatever is typed waits for Enter: a number, a shortcut, or a text."""

    screen: Screen
    row: int = field(init=False)
    text: str = field(default="", init=False)
    wrong: str = field(default="", init=False)
    help_shown: bool = field(default=False, init=False)
    typed: list[KeyPress] = field(default_factory=list, init=False)
    """All that was typed since the arrow keys moved."""
    digits: str = field(default="", init=False)
    """The number of the highlighted row, where it was typed."""
    letter: str = field(default="", init=False)
    """The shortcut that was typed."""

    def __post_init__(self) -> None:
        """Begin on the row of the question, else on the default."""
        values = [row.value for row in self.screen.rows]
        begin = self.screen.cursor or self.screen.default
        self.row = values.index(begin) if begin in values else 0

    @property
    def chosen(self) -> Row:
        """The highlighted row."""
        return self.screen.rows[self.row]

    def move(self, by: int) -> None:
        """Highlight another row; past the last comes the first."""
        self.go_to((self.row + by) % len(self.screen.rows))

    def go_to(self, row: int) -> None:
        """Highlight a row; what was typed before is no choice any more."""
        self.row, self.wrong = row, ""
        self.clear()

    def clear(self) -> None:
        """Forget what was typed."""
        self.typed, self.digits, self.letter = [], "", ""

    def write(self, *keys: KeyPress) -> None:
        """Go on with what is typed: a number highlights its row."""
        self.wrong = ""
        for key in keys:
            if not self.picks(key.data):
                self.digits = self.letter = ""
            self.typed.append(key)

    def erase(self) -> None:
        """Take the last key back."""
        kept = self.typed[:-1]
        self.clear()
        self.write(*kept)

    def picks(self, sign: str) -> bool:
        """Whether number and shortcut are all that is typed, with this sign too."""
        if (self.typed and not self.digits + self.letter) or (self.digits and self.letter):
            return False
        letter = sign.casefold().translate(CYRILLIC_KEYS)
        if not self.letter and letter in self.chosen.shortcuts:
            self.letter = letter
            return True
        return sign.isdecimal() and self.number(sign)

    def number(self, digit: str) -> bool:
        """Highlight the row whose number is being typed, or of this digit alone; False where there is none."""
        rows = len(self.screen.rows)
        number = next((int(each) for each in (self.digits + digit, digit) if 0 < int(each) <= rows), 0)
        if number:
            self.row, self.digits = number - 1, str(number)
        return bool(number)

    @property
    def words(self) -> str:
        """What is typed beside the number of a row."""
        is_number = self.digits and not self.letter
        return "" if is_number else "".join(" ".join(key.data.split("\n")) for key in self.typed)

    @property
    def is_text(self) -> bool:
        """Whether what is typed is neither a number nor a shortcut."""
        return bool(self.typed) and not self.digits + self.letter

    def container(self, width: Width) -> Window:
        """The list; in a low terminal it scrolls with the highlighted row."""
        control = FormattedTextControl(
            lambda: self.fragments(width()),
            focusable=True,
            show_cursor=False,
            get_cursor_position=lambda: Point(0, self.line_of_row(width())),
        )
        least = min(SMALLEST_LIST, len(self.screen.rows))
        return Window(control, height=Dimension(min=least), dont_extend_height=True)

    def fragments(self, width: int) -> StyleAndTextTuples:
        """All rows, broken at the width."""
        result: StyleAndTextTuples = []
        for number, row in enumerate(self.screen.rows):
            style = "class:chosen" if number == self.row else ""
            for line in row_lines(number, row, width, chosen=number == self.row):
                result.extend((style, text) for _, text in line)
                result.append(("", "\n"))
        return result[:-1]

    def line_of_row(self, width: int) -> int:
        """The line on which the highlighted row begins."""
        rows = self.screen.rows[: self.row]
        return sum(len(row_lines(number, row, width, chosen=False)) for number, row in enumerate(rows))

    def message(self) -> str:
        """What is typed, what is wrong, the help if it was asked for, or the hint of the highlighted row."""
        return self.wrong or self.words or (self.screen.help if self.help_shown else "") or self.chosen.hint

    def answer(self) -> str:
        """What Enter answers."""
        if self.letter:
            return self.chosen.shortcuts.get(self.letter, self.words)
        return self.words or self.chosen.value


def row_lines(number: int, row: Row, width: int, *, chosen: bool) -> list[Line]:
    """`> 2. Label`, with the rest of a long label below it."""
    mark = POINTER if chosen else " " * len(POINTER)
    key = f"{number + 1}. "
    return wrapped(plain(mark + key + row.label), width, " " * (len(POINTER) + len(key)))


def judged(screen: Screen, text: str) -> str:
    """What is wrong with an answer. A mistake of ours ends the question instead of being lost in its loop."""
    try:
        return screen.check(text)
    except Exception as error:  # noqa: BLE001 - it is raised again where the question was asked
        leave(get_app(), error)
        return ""


def leave(application: Application[Any], error: type[BaseException] | BaseException) -> None:
    """End the question with an error, unless it has just been answered."""
    if application.future is not None and not application.future.done():
        application.exit(exception=error)


@dataclass(slots=True)
class TextField:
    """A field of one line, checked while one types where that is quick.

    While it is `fresh` (a suggestion, a refused answer) the next letter starts anew instead of being appended; `before`
    is the text that was replaced so.
    """

    screen: Screen
    buffer: Buffer = field(init=False)
    wrong: str = field(default="", init=False)
    help_shown: bool = field(default=False, init=False)
    fresh: bool = field(default=False, init=False)
    before: str = field(default="", init=False)
    warned: bool = field(default=False, init=False)

    def __post_init__(self) -> None:
        """Begin with the text that stands there already."""
        typed = self.screen.typed
        self.buffer = Buffer(document=Document(typed, len(typed)), multiline=False,
                             on_text_changed=self.check, on_cursor_position_changed=self.kept)  # fmt: skip
        self.fresh = self.screen.suggested

    def insert(self, text: str) -> None:
        """Add what was typed, or start anew with it."""
        if self.fresh:
            self.before, self.buffer.document = self.text, Document()
        self.buffer.insert_text(text)

    def recover(self) -> None:
        """Bring back the text that was replaced."""
        if self.before:
            text, self.before = self.before, ""
            self.buffer.document = Document(text, len(text))

    def kept(self, _: Buffer | None = None) -> None:
        """What stands there is being edited."""
        self.fresh = False

    def passes_over(self) -> bool:
        """True once for an empty answer that is to be given twice; tells so."""
        if self.text.strip() or self.warned or not self.screen.twice:
            return False
        self.warned, self.wrong = True, self.screen.twice
        return True

    @property
    def text(self) -> str:
        """What was typed so far."""
        return self.buffer.text

    def check(self, _: Buffer) -> None:
        """Tell what is wrong with the text; an empty field is no mistake yet."""
        self.fresh, text = False, self.text
        self.wrong = judged(self.screen, text) if text.strip() and self.screen.live else ""

    def container(self, width: Width) -> Window:
        """The field; a long text continues on the next line."""
        del width
        control = BufferControl(self.buffer, input_processors=[BeforeInput(POINTER)])
        return Window(control, wrap_lines=True, dont_extend_height=True)

    def message(self) -> str:
        """What is wrong, else the help if it was asked for."""
        return self.wrong or (self.screen.help if self.help_shown else "")

    def answer(self) -> str:
        """What Enter answers."""
        return self.text
