"""The front end of a full terminal: arrow-key lists, a field that is checked while one types, Esc goes back."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from prompt_toolkit.application import Application
from prompt_toolkit.application.current import get_app_or_none, get_app_session
from prompt_toolkit.formatted_text import FormattedText
from prompt_toolkit.layout import HSplit, Layout, Window
from prompt_toolkit.layout.controls import FormattedTextControl
from prompt_toolkit.output import ColorDepth, Output
from prompt_toolkit.output.vt100 import Vt100_Output
from prompt_toolkit.shortcuts import print_formatted_text
from prompt_toolkit.styles import Style

from smartgoal.cli.wizard.controls import ChoiceList, TextField, leave, row_lines
from smartgoal.cli.wizard.keys import Reply, bindings_of
from smartgoal.cli.wizard.screen import Back, BrokenOffError, Screen, answered
from smartgoal.cli.wizard.wrapping import Line, wrapped
from smartgoal.language import Language

STYLE = Style.from_dict({
    "good": "ansigreen", "bad": "ansired", "warn": "ansiyellow", "dim": "ansibrightblack", "strong": "bold",
    "mark": "underline", "chosen": "reverse",
})  # fmt: skip
ESCAPE_SECONDS = 0.05  # how long a lone Esc waits for the rest of a key's sequence
WIDEST = 100
AROUND = 8  # lines of blanks, prompt, hint and keys around panel and list


@dataclass(frozen=True, slots=True)
class FancyFrontEnd:
    """Draws one question at a time below the answers given so far."""

    language: Language
    colour: bool

    def ask(self, screen: Screen) -> Reply:
        """The answer, or Back for Esc. Raises BrokenOffError for Ctrl-C, Ctrl-D and a closed terminal."""
        if not fits(screen):
            self.tell(screen.panel)
            screen = replace(screen, panel=())
        control = ChoiceList(screen) if screen.rows else TextField(screen)
        try:
            reply = self.application(screen, control).run()
        except (KeyboardInterrupt, EOFError, OSError) as interrupt:
            untouched = screen.suggested and control.text == screen.typed
            raise BrokenOffError("" if untouched else control.text) from interrupt
        if not isinstance(reply, Back):
            mark = " " if screen.prompt.endswith("?") else ": "
            self.tell(((("dim", screen.prompt + mark), ("", answered(screen, reply))),))
        return reply

    def application(self, screen: Screen, control: ChoiceList | TextField) -> Application[Reply]:
        """The question as a small application that clears itself away when it is answered."""
        rows = [
            static(lambda: above(screen)),
            control.container(columns),
            static(lambda: below(screen, control, self.language)),
        ]
        application: Application[Reply] = Application(
            layout=Layout(HSplit(rows)),
            key_bindings=bindings_of(control),
            style=STYLE,
            color_depth=self.depth(),
            erase_when_done=True,
            output=silent_output(),
        )
        application.ttimeoutlen = ESCAPE_SECONDS
        application.timeoutlen = ESCAPE_SECONDS
        return application

    def tell(self, lines: tuple[Line, ...]) -> None:
        """Lines that stay above the next question."""
        print_formatted_text(drawn(lines), style=STYLE, color_depth=self.depth())

    def stop(self) -> None:
        """End the question in its own loop, so that the terminal is put in order."""
        application = get_app_or_none()
        if application is None or application.loop is None:
            raise KeyboardInterrupt
        application.loop.call_soon_threadsafe(leave, application, KeyboardInterrupt)

    def depth(self) -> ColorDepth | None:
        """No colours where none are wanted; else what the terminal can."""
        return None if self.colour else ColorDepth.DEPTH_1_BIT


def silent_output() -> Output:
    """The terminal, which is not asked where its cursor stands: one that does not answer would get a warning for it."""
    output = get_app_session().output
    if isinstance(output, Vt100_Output):
        output.enable_cpr = False
    return output


def columns() -> int:
    """Columns to write in, as the terminal is now."""
    return min(get_app_session().output.get_size().columns - 1, WIDEST)


def fits(screen: Screen) -> bool:
    """Whether question and panel fit on the screen together."""
    width = columns()
    panel = sum(len(wrapped(line, width)) for line in screen.panel)
    rows = sum(len(row_lines(number, row, width, chosen=False)) for number, row in enumerate(screen.rows))
    return panel + rows + AROUND <= get_app_session().output.get_size().rows


def static(lines: Callable[[], Iterator[Line]]) -> Window:
    """Lines that are broken anew when the terminal changes its width."""
    return Window(FormattedTextControl(lambda: drawn(tuple(lines()))), dont_extend_height=True)


def drawn(lines: tuple[Line, ...]) -> FormattedText:
    """Lines as prompt_toolkit draws them."""
    parts = [part for line in lines for part in wrapped(line, columns()) or [()]]
    result = FormattedText()
    for number, part in enumerate(parts):
        result.extend((f"class:{role}" if role else "", text) for role, text in part)
        if number < len(parts) - 1:
            result.append(("", "\n"))
    return result


def above(screen: Screen) -> Iterator[Line]:
    """What stands above the answer."""
    yield ()
    yield from screen.panel
    if screen.panel:
        yield ()
    default = "" if screen.rows or screen.typed or not screen.default else f" [{screen.default}]"
    yield (("dim", f"{screen.heading}  "), ("strong", screen.prompt), ("dim", default))


def below(screen: Screen, control: ChoiceList | TextField, language: Language) -> Iterator[Line]:
    """What stands below it: what is wrong or the hint, and the keys."""
    yield from screen.footer
    role = "warn" if control.wrong else "dim"
    message = control.message()
    if message:
        yield ((role, message),)
    if screen.hint:
        yield (("dim", screen.hint),)
    yield (("dim", keys_line(screen, control, language)),)


def keys_line(screen: Screen, control: ChoiceList | TextField, language: Language) -> str:
    """The keys, the way back among them."""
    say = language.text
    parts = [say("↑↓ or a digit: choose")] if isinstance(control, ChoiceList) else []
    parts.append(say("Enter: go on"))
    if isinstance(control, ChoiceList) and any(row.shortcuts.get("d") for row in screen.rows):
        parts.append(say("Del: drop, Shift+↑: move up"))
    if isinstance(control, TextField) and control.fresh and control.text:
        parts.append(say("a letter: write anew, ←: edit"))
    elif isinstance(control, TextField) and control.before:
        parts.append(say("↑: what stood here"))
    if not screen.first:
        parts.append(say("Esc: back"))
    if screen.help:
        parts.append(say("?: where to find it"))
    parts.append(say("Ctrl+C: stop, nothing is lost"))
    return " · ".join(parts)
