"""The files behind the paths a user gave: files, folders, and what lies in zip archives."""

import lzma
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import IO

from smartgoal.importers.problems import problem
from smartgoal.importers.text import visible
from smartgoal.model.series import Problem

MEGABYTE = 1 << 20
LARGEST_UNPACKED = 20 * MEGABYTE
_LARGEST_ARCHIVE = 512 * MEGABYTE
_MOST_ENTRIES = 2000
_HIGHEST_RATIO = 200  # text of statistics packs 5 to 30 times; a bomb packs a thousand times
DAMAGE = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, NotImplementedError, RuntimeError, ValueError)
_WORKBOOK_PARTS = frozenset({"[Content_Types].xml", "mimetype", "content.xml"})


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
            yield from entries(_listed(path))
            continue
        try:
            size = path.stat().st_size
            with path.open("rb") as stream:
                packed = stream.read(4) == b"PK\x03\x04"
        except (OSError, ValueError) as error:  # ValueError: a NUL in the name
            yield visible(str(path)), _unopened(error)
            continue
        if packed:
            yield from _unpacked(path, size)
        else:
            yield _file(path, size)


def _listed(folder: Path) -> list[Path]:
    return sorted(each for each in folder.rglob("*") if each.is_file() and not _is_hidden(each.relative_to(folder)))


def _is_hidden(path: Path) -> bool:
    return any(part.startswith((".", "__MACOSX", "~$")) for part in path.parts)


def _file(path: Path, size: int) -> Entry:
    return Entry(visible(str(path)), size, lambda: path.open("rb"))


def _unpacked(path: Path, size: int) -> Iterator[Entry | tuple[str, Problem]]:
    try:
        with zipfile.ZipFile(path) as archive:
            members = [each for each in archive.infolist() if not each.is_dir()]
    except (*DAMAGE, OSError):
        yield visible(str(path)), problem("damaged")
        return
    if any(each.filename in _WORKBOOK_PARTS for each in members):
        if sum(each.file_size for each in members) > LARGEST_UNPACKED:
            yield visible(str(path)), problem("too_large", limit=LARGEST_UNPACKED // MEGABYTE)
        else:
            yield _file(path, size)
        return
    if _is_bomb(members, size):
        yield visible(str(path)), problem("bomb")
        return
    for member in members:
        if not _is_hidden(Path(member.filename)):
            yield from _member(path, member)


def _is_bomb(members: list[zipfile.ZipInfo], size: int) -> bool:
    total = sum(each.file_size for each in members)
    too_many = len(members) > _MOST_ENTRIES or total > _LARGEST_ARCHIVE
    return too_many or total > max(size, 1) * _HIGHEST_RATIO + MEGABYTE


def _member(path: Path, member: zipfile.ZipInfo) -> Iterator[Entry | tuple[str, Problem]]:
    name = visible(f"{path}/{member.filename}")
    if member.flag_bits & 1:
        yield name, problem("encrypted")
    elif member.filename.lower().endswith(".zip"):
        yield name, problem("nested_archive")
    else:
        yield Entry(name, member.file_size, _opener(path, member), _packed_on(member))


def _opener(path: Path, member: zipfile.ZipInfo) -> Callable[[], IO[bytes]]:
    def opened() -> IO[bytes]:
        with zipfile.ZipFile(path) as archive:
            return archive.open(member)

    return opened


def _packed_on(member: zipfile.ZipInfo) -> date | None:
    try:
        packed = date(*member.date_time[:3])
    except ValueError:
        return None
    return packed if packed.year > 1980 else None  # the first year of the format stands for "not known"


def _unopened(error: OSError | ValueError) -> Problem:
    """Why a file could not be opened; the system's own words only where there are none of ours."""
    match error:
        case FileNotFoundError():
            return problem("no_file")
        case PermissionError():
            return problem("no_permission")
        case _:
            return problem("unreadable", reason=getattr(error, "strerror", None) or str(error))


@contextmanager
def refusing_damage() -> Iterator[None]:
    """Turn what the libraries raise over damaged bytes into the problem to tell."""
    try:
        yield
    except DAMAGE as error:
        raise RefusedError(problem("damaged")) from error
    except OSError as error:
        raise RefusedError(_unopened(error)) from error


def whole(entry: Entry) -> bytes:
    """All bytes of an entry of at most 20 MB unpacked; RefusedError for a larger one, whatever its header says."""
    with refusing_damage(), entry.open() as stream:
        content = stream.read(LARGEST_UNPACKED + 1)
    if len(content) > LARGEST_UNPACKED:
        raise RefusedError(problem("too_large", limit=LARGEST_UNPACKED // MEGABYTE))
    return content
