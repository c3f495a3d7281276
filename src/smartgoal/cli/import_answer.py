"""What `import` answers."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from smartgoal.cli.environment import Environment
from smartgoal.cli.import_options import Wanted, options_of
from smartgoal.errors import ExitCode
from smartgoal.importers import Import, Options, read_files


class Asked(NamedTuple):
    """The files, how to read them, and where what they hold goes: onto the screen, into a plan too."""

    files: Sequence[Path]
    wanted: Wanted
    into: Path | None = None
    as_json: bool = False
    plain: bool = False


def answer(asked: Asked, environment: Environment) -> int:
    """Tell what was found in each file, or put it into a plan; exit 3 where a file could not be read."""
    options = options_of(asked.wanted)
    found = read_files(asked.files, options)
    if asked.as_json:
        say_json(found, environment)
    else:
        say_lines(found, options, environment, plain=asked.plain)
    failed = any(each.failed for each in found)
    if asked.into is not None and not failed:
        put_into(asked.into, found, asked.wanted.today, environment)
    return int(ExitCode.FILE if failed else ExitCode.DONE)


def say_json(found: list[Import], environment: Environment) -> None:
    """One object a file."""
    from smartgoal.cli.views.reading import problem_text
    from smartgoal.importers import as_json

    for each in found:
        environment.say_json(as_json(each, lambda problem: problem_text(problem, environment.language)))


def say_lines(found: list[Import], options: Options, environment: Environment, *, plain: bool) -> None:
    """A few lines a file."""
    from smartgoal.cli.views.imports import import_lines

    for each in found:
        for text in import_lines(each, options, environment, plain=plain):
            environment.say(text)


def put_into(path: Path, found: list[Import], today: date, environment: Environment) -> None:
    """Point A and history into a plan file; which numbers were kept, taken and noted as a check-in is told."""
    from smartgoal.cli.views.merged import merged_lines
    from smartgoal.cli.views.page import page_width, wrapped
    from smartgoal.importers.plans import merged, snapshots
    from smartgoal.store import edit, load

    before = load(path).plan
    edit(path, lambda plan: merged(plan, found, today))
    for line in merged_lines(before, snapshots(found, before.goal.metric, today), environment.language):
        environment.tell("\n".join(wrapped(line, page_width(), "", "  ")))
    environment.tell(environment.language.text("Saved: {file}", file=str(path)))
