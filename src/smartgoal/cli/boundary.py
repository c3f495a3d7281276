"""Runs a command line and turns whatever stopped it into one message and one exit status."""

import os
import sys
from collections.abc import Sequence
from contextlib import redirect_stderr, redirect_stdout

import typer
from typer.exceptions import TyperException
from typer.main import get_command

from smartgoal.cli.app import app
from smartgoal.cli.environment import Environment
from smartgoal.cli.usage import said_anew
from smartgoal.errors import ExitCode, InterruptedByUserError, SmartgoalError

PROGRAM = "smartgoal"


def guarded(arguments: Sequence[str], environment: Environment) -> int:
    """Run the command; every way to end has its exit code, none a traceback."""
    try:
        # the parser prints help pages by itself
        with redirect_stdout(environment.stdout), redirect_stderr(environment.stderr):
            status = get_command(app).main(
                args=list(arguments), prog_name=PROGRAM, standalone_mode=False, obj=environment
            )
        environment.stdout.flush()
    except SmartgoalError as error:
        return report(error, environment)
    except TyperException as error:
        return report(said_anew(error), environment)
    except (KeyboardInterrupt, EOFError, typer.Abort):
        return report(InterruptedByUserError("Interrupted."), environment)
    except BrokenPipeError:
        return quiet_end()
    except OSError as error:
        return report(out_of_reach(error), environment)
    return int(status or ExitCode.DONE)


def report(error: SmartgoalError, environment: Environment) -> int:
    """Tell what happened, where and what to do next, on standard error."""
    text = environment.language.text
    place = f"{error.place}: " if error.place else ""
    environment.tell(place + text(error.message, **error.values))
    if error.advice:
        environment.tell(text(error.advice, **error.values))
    return int(error.exit_code)


def out_of_reach(error: OSError) -> SmartgoalError:
    """A failure of the file system that no room foresaw."""
    from smartgoal.errors import FileError

    return FileError(
        "The system refused: {reason}.",
        advice="Check the disk, the folder and its permissions, then try again.",
        place=str(error.filename) if error.filename else None,
        reason=error.strerror or type(error).__name__,
    )


def quiet_end() -> int:
    """End without a word after the reader of a pipe has gone (`| head`)."""
    # Python flushes standard output once more at exit; with no reader that would print a traceback
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return int(ExitCode.DONE)
