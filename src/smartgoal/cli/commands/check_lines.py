"""`check --lines`: a goal a line, streamed with constant memory; a broken line never stops the rest.

The table passes over blank lines; of JSON each line has its object.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import BinaryIO

from smartgoal.cli.environment import Environment, is_terminal
from smartgoal.cli.judging import MAX_SENTENCE, Judged, json_line, judge_text, outcome
from smartgoal.cli.views.page import page_width, wrapped
from smartgoal.errors import ExitCode, FileError, UsageError
from smartgoal.language import Language
from smartgoal.language.printable import printable
from smartgoal.model.finding import CRITERIA

MARKS = {"yes": "+", "no": "-", "cannot_tell": "?"}
TEXT_COLUMN = 18  # number, two blanks, five marks, two blanks


def check_lines(source: str, today: date, environment: Environment, *, as_json: bool) -> int:
    """Judge each line of a file (or "-": standard input), in order. The exit code is the worst of all."""
    worst = ExitCode.DONE
    with opened(source, environment) as stream:
        if not as_json:
            environment.tell(heading(environment.language))
        for number, text in numbered(stream):
            if not as_json and text is not None and not text.strip():
                continue
            result = judged_line(number, text, today)
            if as_json:
                environment.say_json(json_line(result, environment))
            else:
                environment.say(shown_row(number, result, environment))
            if source == "-":
                environment.stdout.flush()  # whoever types or pipes a line sees its answer before the next one
            worst = max(worst, outcome(result))
    return int(worst)


def judged_line(number: int, text: str | None, today: date) -> Judged:
    """One line; None stands for bytes that are no text."""
    where = {"line": number}
    if text is None:
        return Judged(where, error=FileError("The line is not UTF-8 text."))
    if len(text) > MAX_SENTENCE:
        return Judged(where, error=UsageError("The sentence has more than {most} characters.", most=MAX_SENTENCE))
    return judge_text(text, today, where)


@contextmanager
def opened(source: str, environment: Environment) -> Iterator[BinaryIO]:
    """The bytes of the file or of standard input."""
    if source == "-":
        yield environment.stdin.buffer
        return
    try:
        stream = Path(source).open("rb")  # noqa: SIM115 - closed below; only the opening may fail here
    except OSError as error:
        from smartgoal.store.reading import UNREADABLE

        raise FileError(UNREADABLE.get(error.errno or 0, "The file cannot be read."), place=source) from error
    except ValueError:  # a NUL in the name
        raise FileError("There is no such file.", place=source) from None
    with stream:
        yield stream


def numbered(stream: BinaryIO) -> Iterator[tuple[int, str | None]]:
    """Lines with their numbers from 1. A line of any length costs bounded memory: its end is passed over."""
    most = 4 * MAX_SENTENCE + 8
    number = 0
    while line := stream.readline(most):
        number += 1
        whole = line.endswith(b"\n") or len(line) < most
        while not whole:
            rest = stream.readline(1 << 16)
            whole = not rest or rest.endswith(b"\n")
        yield number, decoded(line)


def decoded(line: bytes) -> str | None:
    """The text of a line without its end, or None where it is not UTF-8."""
    try:
        return line.decode("utf-8-sig").rstrip("\r\n")
    except UnicodeDecodeError as error:
        cut_short = error.end == len(line) and len(line) > 4 * MAX_SENTENCE
        return line.decode("utf-8", errors="ignore") if cut_short else None


def heading(language: Language) -> str:
    """What the columns of the table mean."""
    return language.text("S M A R T: + yes, - needs work, ? cannot tell yet")


def shown_row(number: int, result: Judged, environment: Environment) -> str:
    """The row as it is written: wrapped below itself on a terminal, always one line in a pipe."""
    line = row(number, result, environment.language)
    if not is_terminal(environment.stdout):
        return line
    head, text = line[:TEXT_COLUMN], line[TEXT_COLUMN:]
    return "\n".join(wrapped(text, page_width(), head, " " * TEXT_COLUMN)) or head


def row(number: int, result: Judged, language: Language) -> str:
    """One line of the short table: number, five marks, the goal."""
    if result.error is not None:
        return f"{number:>5}  !          {language.text(result.error.message, **result.error.values)}"
    assert result.verdict is not None
    marks = " ".join(MARKS[result.verdict.criteria[name]] for name in CRITERIA)
    return f"{number:>5}  {marks}  {printable(result.reading.text) if result.reading else ''}"
