"""What reading a file says: how far it has come, on a terminal, and what is wrong with what was read."""

from collections.abc import Callable

from smartgoal.cli.environment import Environment, is_terminal
from smartgoal.importers.problems import problem_rows
from smartgoal.language import Language
from smartgoal.language.printable import printable
from smartgoal.model.series import Problem

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


def problem_text(each: Problem, language: Language) -> str:
    """What a problem says, with what to do."""
    row = problem_rows()[each.code]
    parts = (row.messages.get(language.code, ""), row.advice.get(language.code, ""))
    return " ".join(language.fill(part, each.values) for part in parts if part)
