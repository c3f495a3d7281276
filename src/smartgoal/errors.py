"""What stops a command: one exception with an exit code, a message to translate and its values.

Anything wrong in the user's *data* (a goal, a plan, an export) is a `Finding` or a `Problem`, never one of these.
"""

from enum import IntEnum
from typing import Any


def N_(message: str) -> str:  # noqa: N802 - gettext's own name for "translate later", known to extraction tools
    """Mark a message for extraction where it is written, to be translated where it is shown."""
    return message


class ExitCode(IntEnum):
    """Exit status of every command."""

    DONE = 0
    GOAL_FAILS = 1
    USAGE = 2
    FILE = 3
    INTERRUPTED = 130


class SmartgoalError(Exception):
    """Stops the command. `message` is an English message id with `{placeholders}`, filled from `values` by `language`.

    `advice` (also a message id, same values) says what to do next; `place` is "file:line" or "file: field" if any.
    """

    exit_code: ExitCode = ExitCode.USAGE

    def __init__(self, message: str, *, advice: str | None = None, place: str | None = None, **values: Any) -> None:
        """Keep the message id and the values apart, so that the text can be made in the user's language."""
        super().__init__(message)
        self.message = message
        self.advice = advice
        self.place = place
        self.values = values


class UsageError(SmartgoalError):
    """The command was called wrongly, or answers are missing and nobody can be asked."""

    exit_code = ExitCode.USAGE


class FileError(SmartgoalError):
    """A file cannot be read, understood or written."""

    exit_code = ExitCode.FILE


class InterruptedByUserError(SmartgoalError):
    """The user (or the end of input) broke off; what was answered is kept."""

    exit_code = ExitCode.INTERRUPTED
