"""A question outside the wizard: one line, Enter leaves it out."""

from smartgoal.cli.environment import Environment
from smartgoal.errors import InterruptedByUserError


def asked(question: str, environment: Environment) -> str | None:
    """The answer in one line; None where nothing is said or nobody is there.

    Raises InterruptedByUserError at the end of input.
    """
    if not environment.can_ask:
        return None
    environment.stdout.write(f"{environment.language.text(question)} ")
    environment.stdout.flush()
    line = environment.stdin.readline()
    if not line:
        raise InterruptedByUserError("Interrupted.")
    return line.strip() or None
