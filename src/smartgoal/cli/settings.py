"""The smartgoal.toml of a folder: looked for before anything that reads it is loaded."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from smartgoal.store import Defaults

FILE_NAME = "smartgoal.toml"


def settings_file(folder: Path) -> Path | None:
    """The nearest smartgoal.toml of the folder or its parents."""
    here = folder.absolute()
    return next((parent / FILE_NAME for parent in (here, *here.parents) if (parent / FILE_NAME).is_file()), None)


def defaults_for(folder: Path) -> "Defaults":
    """What the nearest smartgoal.toml says, or nothing. Raises FileError for values of a wrong type."""
    from smartgoal.store import Defaults, read_defaults

    file = settings_file(folder)
    return read_defaults(file) if file else Defaults()
