"""Write the help pages anew that the tests compare: `python tools/help_pages.py`.

`tests/cli/help/<language>/<command>.txt` holds what `smartgoal COMMAND --help` prints at 80 columns; `smartgoal.txt` is
the root page. `tests/cli/test_help_pages.py` fails where they differ; after a change that is meant, run this.
"""

import contextlib
import io
import os
import sys
from pathlib import Path

from smartgoal.cli import run
from smartgoal.cli.commands import COMMANDS

PAGES = Path(__file__).parents[1] / "tests" / "cli" / "help"
ROOT_PAGE = "smartgoal"
NAMES = (ROOT_PAGE, *COMMANDS)
LANGUAGES = ("en", "ru")


def page(name: str, language: str) -> str:
    """The help page of a command at 80 columns."""
    os.environ["COLUMNS"] = "80"
    written = io.StringIO()
    with contextlib.redirect_stdout(written):
        status = run([*([] if name == ROOT_PAGE else [name]), "--help", "--lang", language])
    assert status == 0, name
    return written.getvalue()


def place(name: str, language: str) -> Path:
    """Where the page is kept."""
    return PAGES / language / f"{name}.txt"


if __name__ == "__main__":
    for each in LANGUAGES:
        (PAGES / each).mkdir(parents=True, exist_ok=True)
        for command in NAMES:
            place(command, each).write_text(page(command, each), encoding="utf-8")
    sys.stdout.write(f"{len(NAMES) * len(LANGUAGES)} pages\n")
