"""Make the examples anew from their commands: `python tools/golden.py`.

Each folder of `examples` holds `command.txt` (what a person would type) and what it gives: the plan, the client's and
the mentor's document. `tests/test_examples.py` fails where they differ; after a change that is meant, run this.
"""

import contextlib
import io
import os
import shlex
import sys
from collections.abc import Iterator
from pathlib import Path

from smartgoal.cli import run

EXAMPLES = Path(__file__).parents[1] / "examples"
PLAN = "plan.smartgoal.toml"
AUDIENCES = ("client", "mentor")


def cases() -> list[Path]:
    """The folders that hold a command."""
    return sorted(path.parent for path in EXAMPLES.glob("*/command.txt"))


def command_of(case: Path) -> list[str]:
    """The arguments of the command, without the program's name."""
    words = shlex.split((case / "command.txt").read_text(encoding="utf-8").replace("\\\n", " "))
    assert words[0] == "smartgoal"
    return words[1:]


@contextlib.contextmanager
def inside(folder: Path) -> Iterator[None]:
    """Work in a folder for a while."""
    before = Path.cwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)


def make(case: Path, target: Path) -> None:
    """Run the command of `case` and write its plan and documents into `target`."""
    for name in (PLAN, *(f"{audience}.md" for audience in AUDIENCES)):
        (target / name).unlink(missing_ok=True)
    with inside(case), contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        status = run([*command_of(case), "--output", str(target / PLAN), "--no-config"])
        assert status == 0, case
        for audience in AUDIENCES:
            document = str(target / f"{audience}.md")
            assert run(["export", str(target / PLAN), "--for", audience, "-o", document]) == 0, case


if __name__ == "__main__":
    os.environ["SMARTGOAL_LANG"] = ""
    for each in cases():
        make(each, each)
        sys.stdout.write(f"{each.name}\n")
