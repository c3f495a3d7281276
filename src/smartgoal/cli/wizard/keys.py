"""Which key does what. The same in a list and in a field, as far as it can be."""

from prompt_toolkit.application import Application
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys

from smartgoal.cli.wizard.controls import ChoiceList, TextField, judged
from smartgoal.cli.wizard.screen import Back

Reply = str | Back


def bindings_of(control: ChoiceList | TextField) -> KeyBindings:
    """The keys of a question."""
    keys = KeyBindings()
    bind_leaving(keys)
    bind_answering(keys, control)
    if isinstance(control, ChoiceList):
        bind_list(keys, control)
    else:
        bind_field(keys, control)
    return keys


def bind_leaving(keys: KeyBindings) -> None:
    """Esc and Ctrl-B go back; Ctrl-C, Ctrl-D and the end of the terminal break off; Ctrl-Z pauses."""

    @keys.add("escape", eager=True)
    @keys.add("c-b", eager=True)
    def _(event: KeyPressEvent) -> None:
        event.app.exit(result=Back())

    @keys.add("c-c", eager=True)
    @keys.add("<sigint>", eager=True)
    def _(event: KeyPressEvent) -> None:
        event.app.exit(exception=KeyboardInterrupt)

    @keys.add("c-d", eager=True)
    def _(event: KeyPressEvent) -> None:
        event.app.exit(exception=EOFError)

    @keys.add("c-z", eager=True)
    def _(event: KeyPressEvent) -> None:
        event.app.suspend_to_background()


def bind_answering(keys: KeyBindings, control: ChoiceList | TextField) -> None:
    """Enter answers; F1 shows where the number is found."""

    @keys.add("enter", eager=True)
    def _(event: KeyPressEvent) -> None:
        submit(event.app, control, control.answer())

    @keys.add("f1", eager=True)
    def _(_: KeyPressEvent) -> None:
        control.help_shown = not control.help_shown


def submit(application: Application[Reply], control: ChoiceList | TextField, answer: str) -> None:
    """Leave with an answer that can be taken; tell why another one cannot."""
    control.wrong = judged(control.screen, answer)
    if not control.wrong and application.future is not None and not application.future.done():
        application.exit(result=answer)


def bind_list(keys: KeyBindings, control: ChoiceList) -> None:
    """Arrows move, a digit picks its row, the shortcuts of the highlighted row do theirs."""

    @keys.add("up")
    @keys.add("c-p")
    @keys.add("s-tab")
    def _(_: KeyPressEvent) -> None:
        control.move(-1)

    @keys.add("down")
    @keys.add("c-n")
    @keys.add("tab")
    def _(_: KeyPressEvent) -> None:
        control.move(1)

    @keys.add("home")
    def _(_: KeyPressEvent) -> None:
        control.row = 0

    @keys.add("end")
    def _(_: KeyPressEvent) -> None:
        control.row = len(control.screen.rows) - 1

    @keys.add(Keys.Any)
    def _(event: KeyPressEvent) -> None:
        press(event, control)


def press(event: KeyPressEvent, control: ChoiceList) -> None:
    """A digit picks a row; a letter is a shortcut of the highlighted one."""
    key = event.data.casefold()
    if key == "?":
        control.help_shown = True
    elif key in control.chosen.shortcuts:
        submit(event.app, control, control.chosen.shortcuts[key])
    elif key.isdecimal() and control.number(key):
        submit(event.app, control, control.chosen.value)


def bind_field(keys: KeyBindings, control: TextField) -> None:
    """A pasted text becomes one line; `?` in an empty field asks for help."""

    @keys.add(Keys.BracketedPaste, eager=True)
    def _(event: KeyPressEvent) -> None:
        control.buffer.insert_text(" ".join(event.data.split()))

    @keys.add("?")
    def _(event: KeyPressEvent) -> None:
        if control.text:
            control.buffer.insert_text(event.data)
        else:
            control.help_shown = True
