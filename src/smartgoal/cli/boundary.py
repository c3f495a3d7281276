"""Runs a command line and turns whatever stopped it into one message and one exit status."""

import errno
from collections.abc import Sequence
from contextlib import redirect_stderr, redirect_stdout
from decimal import localcontext

from smartgoal.cli import direct
from smartgoal.cli.environment import Environment, is_terminal
from smartgoal.cli.streams import settle
from smartgoal.errors import ExitCode, FileError, InterruptedByUserError, SmartgoalError
from smartgoal.language.printable import printable

COMPLETING = "_SMARTGOAL_COMPLETE"  # set by the shell that asks what Tab may offer
DEBUG = "SMARTGOAL_DEBUG"  # set to anything: a mistake of ours shows its traceback

DIGITS = 120
"""Enough to round products of the largest and finest numbers of a plan (18 digits each way), which 28 are not."""


def guarded(arguments: Sequence[str], environment: Environment) -> int:
    """Run the command; every way to end has its exit code, none a traceback."""
    try:
        with redirect_stdout(environment.stdout), redirect_stderr(environment.stderr), localcontext(prec=DIGITS):
            status = answered(arguments, environment)
        environment.stdout.flush()
        settle(environment.stderr)
    except (Exception, KeyboardInterrupt, SystemExit) as error:  # noqa: BLE001 - the one place where all of them end
        return ended(error, environment)
    return int(status or ExitCode.DONE)


def answered(arguments: Sequence[str], environment: Environment) -> int | None:
    """Have the command line answered by the shorter of two ways."""
    if direct.is_direct(arguments):
        return direct.answered(arguments, environment)
    from smartgoal.cli import parsed

    return parsed.answered(arguments, environment)


def ended(error: BaseException, environment: Environment) -> int:
    """The exit code of what ended a command early; told, unless the reader has gone or a shell asks for Tab."""
    settle(environment.stdout)
    if isinstance(error, BrokenPipeError) or isinstance(error.__context__, BrokenPipeError):
        return int(ExitCode.DONE)
    if isinstance(error, SystemExit):  # Typer's way to end a completion
        return int(error.code or ExitCode.DONE)
    if COMPLETING in environment.variables:
        return int(ExitCode.USAGE)
    return report(explained(error, environment), environment)


def explained(error: BaseException, environment: Environment) -> SmartgoalError:
    """What stopped the command, as an error with a message id and an exit code."""
    match error:
        case SmartgoalError():
            return error
        case KeyboardInterrupt() | EOFError():
            return InterruptedByUserError("Interrupted.")
        case OSError():
            return out_of_reach(error)
    if environment.variables.get(DEBUG):
        raise error
    return our_mistake(error)


def report(error: SmartgoalError, environment: Environment) -> int:
    """Tell what happened, where and what to do next, on standard error."""
    text = environment.language.text
    place = f"{printable(error.place)}: " if error.place else ""
    said = [place + text(error.message, **error.values)]
    if error.advice:
        said.append(text(error.advice, **error.values))
    for line in said:
        environment.tell(fitted(line, environment))
    return int(error.exit_code)


def fitted(line: str, environment: Environment) -> str:
    """A message wrapped to the terminal; where messages go into a file or a pipe it stays one line."""
    if not is_terminal(environment.stderr):
        return line
    from smartgoal.cli.views.page import page_width, wrapped

    return "\n".join(wrapped(line, page_width(), "", "  "))


def out_of_reach(error: OSError) -> SmartgoalError:
    """A failure of the file system that no room foresaw."""
    return FileError(
        "The disk is full." if error.errno == errno.ENOSPC else "The system refused: {reason}.",
        advice="Check the disk, the folder and its permissions, then try again.",
        place=str(error.filename) if error.filename else None,
        reason=error.strerror or type(error).__name__,
    )


def our_mistake(error: BaseException) -> SmartgoalError:
    """A mistake in the program itself: told plainly, with what is needed to report it."""
    return FileError(
        "This is a fault in smartgoal, not yours ({kind}: {reason}). Files are saved whole or not at all.",
        advice="To report it, run the command again with SMARTGOAL_DEBUG=1 and send what it prints.",
        kind=type(error).__name__,
        reason=str(error)[:200],
    )
