"""Lives the examples through again: `python tools/lived_through.py` writes what each command answers.

`examples/lived-through-*/commands.txt` holds a command a line, with `> FILE` where its answer is kept.
`tests/test_lived_through.py` compares; run this after a change of wording, and read the difference.
"""

import contextlib
import io
import os
import shlex
import shutil
import sys
import tempfile
from pathlib import Path

from smartgoal.cli import run

EXAMPLES = Path(__file__).parents[1] / "examples"
SCRIPT = "commands.txt"


def cases() -> list[Path]:
    """The folders of examples that were lived through."""
    return sorted(EXAMPLES.glob("lived-through-*"))


def live(case: Path, folder: Path) -> list[int]:
    """Run the commands of a case in a folder; the exit code of each."""
    lines = (case / SCRIPT).read_text(encoding="utf-8").splitlines()
    with contextlib.chdir(folder):
        return [answered(shlex.split(line)) for line in lines if line and not line.startswith("#")]


def answered(words: list[str]) -> int:
    """Run one command; what it says goes to the file behind ">"."""
    said = io.StringIO()
    file = words[-1] if words[-2] == ">" else None
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(io.StringIO()):
        status = run(words[1:-2] if file else words[1:])
    if file:
        Path(file).write_text(said.getvalue(), encoding="utf-8", newline="\n")
    return status


def main() -> None:
    """Write the answers of all cases anew."""
    os.environ.pop("SMARTGOAL_LANG", None)
    os.environ["COLUMNS"] = "72"
    for case in cases():
        with tempfile.TemporaryDirectory() as place:
            codes = live(case, Path(place))
            for file in Path(place).iterdir():
                if not file.name.endswith("~"):
                    shutil.copyfile(file, case / file.name)
        sys.stdout.write(f"{case.name}: {codes}\n")


if __name__ == "__main__":
    main()
