"""Terminal in, terminal out. `run` is the one place where an error becomes text and an exit status."""

import locale
import os
import sys
from collections.abc import Sequence

from smartgoal.cli.boundary import guarded
from smartgoal.cli.environment import Environment
from smartgoal.cli.streams import reopen_closed, soften
from smartgoal.language import choose, load


def run(arguments: Sequence[str]) -> int:
    """Run one command line (without the program's name) and give its exit status."""
    reopen_closed()
    soften(sys.stdout, sys.stderr)
    language = load(choose(arguments, os.environ, lambda: locale.getlocale()[0]))
    wished = bool(os.environ.get("SMARTGOAL_LANG")) or any(each.startswith("--lang") for each in arguments)
    return guarded(arguments, Environment.of_process(language, wished=wished))
