"""The default name of a plan's file, in Latin letters that every file system takes."""

import os
import re
import unicodedata
from pathlib import Path

from smartgoal.catalog.table import load_table
from smartgoal.model.plan import Plan

SUFFIX = ".smartgoal.toml"
LETTERS = Path(__file__).with_name("latin.toml")
LONGEST_PART = 40
LONGEST_NAME = 120  # of the 255 bytes of most file systems; drafts and backups add to it
LONGEST_TYPED = 200  # bytes of a name of one's own


def file_name(plan: Plan) -> str:
    """Give `<client>-<platform>-<metric>-<deadline>.smartgoal.toml`; what is not said is left out."""
    goal = plan.goal
    platform = goal.platform or "-".join(goal.platforms)
    deadline = goal.deadline.isoformat() if goal.deadline else None
    parts = (plan.client, platform, goal.metric or goal.kind, deadline)
    words = [latin(part)[:LONGEST_PART].strip("-") for part in parts if part]
    stem = "-".join(word for word in words if word) or "goal"
    return stem[: LONGEST_NAME - len(SUFFIX)] + SUFFIX


def plan_path(typed: str) -> Path:
    """The path with the ending by which plans are found: `plan` and `plan.toml` are plan.smartgoal.toml."""
    path = Path(typed)
    ended = not path.name or path.name.endswith(SUFFIX)
    return path if ended else path.with_name(path.name.removesuffix(".toml") + SUFFIX)


def free_name(path: Path) -> Path:
    """The path, or the first with a number behind it where no file stands yet."""
    stem, dot, ending = path.name.partition(".")
    names = (path if number == 1 else path.with_name(f"{stem}-{number}{dot}{ending}") for number in range(1, 1000))
    # Path.exists raises where a name is too long to be looked for
    return next((name for name in names if not os.path.exists(name)), path)  # noqa: PTH110


def latin(text: str) -> str:
    """Give a text in small Latin letters, digits, `_` and `-`: «Кофейня на Лесной» -> kofeynya-na-lesnoy."""
    letters = load_table(LETTERS)["letters"]
    spelt = "".join(letters.get(letter, letter) for letter in text.removeprefix("other:").lower())
    bare = unicodedata.normalize("NFKD", spelt).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9_]+", "-", bare).strip("-")
