"""The files behind the paths a user gave: files, folders, and what lies in zip archives (see `archives`)."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import IO

from smartgoal.importers.problems import problem
from smartgoal.importers.text import visible
from smartgoal.model.series import Problem

MEGABYTE = 1 << 20
LARGEST_UNPACKED = 20 * MEGABYTE


class RefusedError(Exception):
    """Ends the reading of one file; carries the problem to tell. Never leaves the importers."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


@dataclass(frozen=True, slots=True)
class Entry:
    """One file to read, in a folder or in an archive. `packed_on` is the day an archive gives for it."""

    name: str
    size: int
    open: Callable[[], IO[bytes]]
    packed_on: date | None = None


def entries(paths: Iterable[Path]) -> Iterator[Entry | tuple[str, Problem]]:
    """Every file behind `paths`; a path that cannot be read gives its name and the problem."""
    for path in paths:
        if path.is_dir():
            files = _listed(path)
            yield from entries(files) if files else [(visible(str(path)), problem("empty_folder"))]
            continue
        try:
            size = path.stat().st_size
            with path.open("rb") as stream:
                packed = stream.read(4) == b"PK\x03\x04"
        except (OSError, ValueError) as error:  # ValueError: a NUL in the name
            yield visible(str(path)), _unopened(error)
            continue
        if packed:
            from smartgoal.importers.archives import unpacked  # noqa: PLC0415 - most files are no archives

            yield from unpacked(path, size)
        else:
            yield file_entry(path, size)


def _listed(folder: Path) -> list[Path]:
    return sorted(each for each in folder.rglob("*") if each.is_file() and not is_hidden(each.relative_to(folder)))


def is_hidden(path: Path) -> bool:
    """Whether a file is one that a system or a program keeps for itself."""
    return any(part.startswith((".", "__MACOSX", "~$")) for part in path.parts)


def file_entry(path: Path, size: int) -> Entry:
    """A file that lies on its own."""
    return Entry(visible(str(path)), size, lambda: path.open("rb"))


def _unopened(error: OSError | ValueError) -> Problem:
    """Why a file could not be opened; the system's own words only where there are none of ours."""
    match error:
        case FileNotFoundError():
            return problem("no_file")
        case PermissionError():
            return problem("no_permission")
        case _:
            return problem("unreadable", reason=getattr(error, "strerror", None) or str(error))


@cache
def damage() -> tuple[type[Exception], ...]:
    """What the libraries raise over damaged bytes; asked for only when something was raised."""
    import lzma  # noqa: PLC0415
    import zipfile  # noqa: PLC0415
    import zlib  # noqa: PLC0415

    return (
        zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, NotImplementedError, RuntimeError, ValueError, OSError
    )  # fmt: skip


@contextmanager
def refusing_damage() -> Iterator[None]:
    """Turn what the libraries raise over damaged bytes into the problem to tell."""
    try:
        yield
    except OSError as error:
        raise RefusedError(_unopened(error)) from error
    except damage() as error:
        raise RefusedError(problem("damaged")) from error


def whole(entry: Entry) -> bytes:
    """All bytes of an entry of at most 20 MB unpacked; RefusedError for a larger one, whatever its header says."""
    with refusing_damage(), entry.open() as stream:
        content = stream.read(LARGEST_UNPACKED + 1)
    if len(content) > LARGEST_UNPACKED:
        raise RefusedError(problem("too_large", limit=LARGEST_UNPACKED // MEGABYTE))
    return content
