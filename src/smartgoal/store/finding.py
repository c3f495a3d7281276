"""Finds and loads the plans of a folder."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from smartgoal.errors import FileError
from smartgoal.store.naming import SUFFIX
from smartgoal.store.reading import Loaded, load


def find_plans(folder: Path) -> list[Path]:
    """Give every `*.smartgoal.toml` in a folder and those below it, in order; hidden ones are left alone."""
    found = []
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [Path(parent, name) for name in names if name.endswith(SUFFIX) and not name.startswith(".")]
    return sorted(found)


def load_many(paths: Iterable[Path]) -> Iterator[tuple[Path, Loaded | FileError]]:
    """Load plans one by one; a broken file is a value beside the others, not a stop."""
    for path in paths:
        try:
            yield path, load(path)
        except FileError as error:
            yield path, error
