"""Which key does what. The same in a list and in a field, as far as it can be."""

from prompt_toolkit.application import Application
from prompt_toolkit.filters import Condition
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys

from smartgoal.cli.wizard.controls import ChoiceList, TextField, judged
from smartgoal.cli.wizard.screen import Back

Reply = str | Back
KEYS_OF_DEEDS = (("delete", "d"), ("s-up", "u"))


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
        if isinstance(control, ChoiceList) or not control.passes_over():
            submit(event.app, control, control.answer())

    @keys.add("f1", eager=True)
    def _(_: KeyPressEvent) -> None:
        control.help_shown = not control.help_shown


def submit(application: Application[Reply], control: ChoiceList | TextField, answer: str) -> None:
    """Leave with an answer that can be taken; tell why another one cannot."""
    if application.future is None or application.future.done():
        return
    control.wrong = judged(control.screen, answer)
    if not control.wrong and not application.future.done():
        application.exit(result=answer)
    elif isinstance(control, TextField):
        control.fresh = True
    else:
        control.clear()


def bind_list(keys: KeyBindings, control: ChoiceList) -> None:
    """Arrows move, a digit highlights its row; what is typed waits for Enter."""
    bind_moves(keys, control)
    bind_deeds(keys, control)
    bind_typing(keys, control)


def bind_moves(keys: KeyBindings, control: ChoiceList) -> None:
    """Up, Down and their like."""

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
        control.go_to(0)

    @keys.add("end")
    def _(_: KeyPressEvent) -> None:
        control.go_to(len(control.screen.rows) - 1)


def bind_deeds(keys: KeyBindings, control: ChoiceList) -> None:
    """Keys that write nothing do at once what a letter of the row does after Enter."""

    def bind(key: str, letter: str) -> None:
        @keys.add(key, filter=Condition(lambda: letter in control.chosen.shortcuts))
        def _(event: KeyPressEvent) -> None:
            submit(event.app, control, control.chosen.shortcuts[letter])

    for key, letter in KEYS_OF_DEEDS:
        bind(key, letter)


def bind_typing(keys: KeyBindings, control: ChoiceList) -> None:
    """Whatever is typed or pasted; `?` alone asks for help."""

    @keys.add(Keys.BracketedPaste, eager=True)
    def _(event: KeyPressEvent) -> None:
        type_on(event, control)

    @keys.add("backspace")
    def _(_: KeyPressEvent) -> None:
        control.erase()

    @keys.add("?")
    def _(event: KeyPressEvent) -> None:
        if control.typed:
            type_on(event, control)
        else:
            control.help_shown = True

    @keys.add(Keys.Any)
    def _(event: KeyPressEvent) -> None:
        if event.data.isprintable() and (control.typed or event.data.strip()):
            type_on(event, control)


def type_on(event: KeyPressEvent, control: ChoiceList) -> None:
    """Keep what is typed until Enter; a text goes on in the question it answers, if the list has one."""
    control.write(*event.key_sequence)
    if not (control.is_text and control.screen.sentence):
        return
    keys = control.typed
    submit(event.app, control, control.screen.sentence)
    if event.app.is_done:
        event.app.key_processor.feed_multiple(keys, first=True)


def bind_field(keys: KeyBindings, control: TextField) -> None:
    """A pasted text becomes one line; `?` in an empty field asks for help; Up undoes a fresh start."""

    @keys.add(Keys.BracketedPaste, eager=True)
    def _(event: KeyPressEvent) -> None:
        control.insert(" ".join(event.data.split()))

    @keys.add(Keys.Any, filter=Condition(lambda: control.fresh))
    def _(event: KeyPressEvent) -> None:
        if event.data.isprintable():
            control.insert(event.data)

    @keys.add("?")
    def _(event: KeyPressEvent) -> None:
        if control.text:
            control.insert(event.data)
        else:
            control.help_shown = True

    @keys.add("up")
    def _(_: KeyPressEvent) -> None:
        control.recover()

    @keys.add("right")
    def _(_: KeyPressEvent) -> None:
        control.kept()
        control.buffer.cursor_right()

    @keys.add("end")
    @keys.add("c-e")
    def _(_: KeyPressEvent) -> None:
        control.kept()
        control.buffer.cursor_position = len(control.text)
