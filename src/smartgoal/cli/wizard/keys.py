"""Which key does what. The same in a list and in a field, as far as it can be."""

from prompt_toolkit.application import Application
from prompt_toolkit.filters import Condition
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys

from smartgoal.cli.wizard.controls import ChoiceList, TextField, judged
from smartgoal.cli.wizard.screen import Back
from smartgoal.interview.topic import CYRILLIC_KEYS

Reply = str | Back
FOR_ENTER, FOR_DIGIT = 0.35, 1.0  # seconds in which an Enter, or a second digit, belongs to the digit before it


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
        control.words = ""


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
        control.go_to(0)

    @keys.add("end")
    def _(_: KeyPressEvent) -> None:
        control.go_to(len(control.screen.rows) - 1)

    @keys.add(Keys.BracketedPaste, eager=True)
    def _(event: KeyPressEvent) -> None:
        type_on(event, control)

    @keys.add("backspace")
    def _(_: KeyPressEvent) -> None:
        control.words = control.words[:-1]

    @keys.add(Keys.Any)
    def _(event: KeyPressEvent) -> None:
        if event.data.isprintable():
            press(event, control)


def press(event: KeyPressEvent, control: ChoiceList) -> None:
    """A digit picks a row; a letter is a shortcut of the highlighted one; a text is no row's number or shortcut."""
    key = event.data.casefold()
    letter = key.translate(CYRILLIC_KEYS)
    if control.words or (control.held and (control.told or not key.isdecimal())):
        type_on(event, control)
    elif key == "?":
        control.help_shown = True
    elif letter in control.chosen.shortcuts:
        submit(event.app, control, control.chosen.shortcuts[letter])
    elif key.isdecimal() and (control.number(key) or control.digits):
        hold(event, control)
    elif key.strip():
        type_on(event, control)


def hold(event: KeyPressEvent, control: ChoiceList) -> None:
    """Take the row that a digit picked in a moment: an Enter or a further digit may still belong to it."""
    loop = event.app.loop
    assert loop is not None
    seconds = FOR_ENTER if control.told else FOR_DIGIT
    timer = loop.call_later(seconds, submit, event.app, control, control.answer())
    control.hold(event.key_sequence[0], timer)


def type_on(event: KeyPressEvent, control: ChoiceList) -> None:
    """Leave a text to the question it answers, else keep it here: it may name a row and is no answer to the next."""
    keys = [*control.held, *event.key_sequence]
    if not control.screen.sentence:
        control.write("".join(key.data for key in keys))
        return
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
