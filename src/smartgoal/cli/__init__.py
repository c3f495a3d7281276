"""Terminal in, terminal out. `run` is the one place where an error becomes text and an exit status."""

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from smartgoal.cli.environment import Environment


def run(arguments: Sequence[str]) -> int:
    """Run one command line (without the program's name) and give its exit status."""
    from smartgoal.cli.boundary import guarded

    return guarded(arguments, surroundings(arguments))


def fail(error: OSError) -> int:
    """Tell of an error that came before the command line was read, and give its exit status."""
    from smartgoal.cli.boundary import ended

    return ended(error, surroundings(()))


def surroundings(arguments: Sequence[str]) -> "Environment":
    """The environment of this process, with streams that hold whatever comes."""
    from smartgoal.cli.environment import Environment
    from smartgoal.cli.streams import reopen_closed, settle, soften
    from smartgoal.language import choose, load

    reopen_closed()
    settle(sys.stdout)
    soften(sys.stdout, sys.stderr)
    language = load(choose(arguments, os.environ, system_language))
    wished = bool(os.environ.get("SMARTGOAL_LANG")) or any(each.startswith("--lang") for each in arguments)
    return Environment.of_process(language, wished=wished)


def system_language() -> str | None:
    """What the system says where the environment says nothing."""
    import locale

    return locale.getlocale()[0]


def complete() -> int | None:
    """Answer the shell that asks what Tab may offer; None where the command line itself has to be asked."""
    from smartgoal.cli.completing import answer
    from smartgoal.cli.streams import reopen_closed, soften

    reopen_closed()
    soften(sys.stdout, sys.stderr)
    return answer(os.environ)
