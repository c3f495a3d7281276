"""How far the reading of a large file has come, on a terminal."""

from collections.abc import Callable

from smartgoal.cli.environment import Environment, is_terminal
from smartgoal.language.printable import printable

LARGE = 4 << 20  # bytes; a smaller file is read before anybody could read the line
Progress = Callable[[str, int, int], None]


def progress_line(environment: Environment, *, plain: bool) -> Progress | None:
    """A line on standard error that is written over; None where nobody would see it."""
    if plain or environment.dumb or not is_terminal(environment.stderr):
        return None

    def show(file: str, done: int, whole: int) -> None:
        if whole < LARGE:
            return
        percent = environment.language.percent(100 * min(done, whole) // whole)
        environment.stderr.write(f"\r{printable(file)[:40]} {percent} " + ("\n" if done >= whole else ""))
        environment.stderr.flush()

    return show
