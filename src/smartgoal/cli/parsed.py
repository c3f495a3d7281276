"""Command lines as Typer reads them."""

from collections.abc import Sequence

import typer
from typer.exceptions import TyperException
from typer.main import get_command

from smartgoal.cli.app import app
from smartgoal.cli.environment import Environment
from smartgoal.cli.usage import said_anew
from smartgoal.errors import InterruptedByUserError

PROGRAM = "smartgoal"


def answered(arguments: Sequence[str], environment: Environment) -> int | None:
    """Run a command line and give what its command returned. Raises SmartgoalError for one that is not understood."""
    try:
        status: int | None = get_command(app).main(
            args=list(arguments), prog_name=PROGRAM, standalone_mode=False, obj=environment
        )
    except TyperException as error:
        raise said_anew(error) from error
    except typer.Abort as error:
        raise InterruptedByUserError("Interrupted.") from error
    return status
