"""What lies in zip archives."""

import zipfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import IO

from smartgoal.importers.entries import LARGEST_UNPACKED, MEGABYTE, Entry, damage, file_entry, is_hidden
from smartgoal.importers.problems import problem
from smartgoal.importers.text import visible
from smartgoal.model.series import Problem

_LARGEST_ARCHIVE = 512 * MEGABYTE
_MOST_ENTRIES = 2000
_HIGHEST_RATIO = 200  # text of statistics packs 5 to 30 times; a bomb packs a thousand times
_WORKBOOK_PARTS = frozenset({"[Content_Types].xml", "mimetype", "content.xml"})


def unpacked(path: Path, size: int) -> Iterator[Entry | tuple[str, Problem]]:
    """What lies in a zip archive of `size` bytes; a workbook, which is one too, stays one file."""
    try:
        with zipfile.ZipFile(path) as archive:
            members = [each for each in archive.infolist() if not each.is_dir()]
    except damage():
        yield visible(str(path)), problem("damaged")
        return
    if any(each.filename in _WORKBOOK_PARTS for each in members):
        if sum(each.file_size for each in members) > LARGEST_UNPACKED:
            yield visible(str(path)), problem("too_large", limit=LARGEST_UNPACKED // MEGABYTE)
        else:
            yield file_entry(path, size)
        return
    if _is_bomb(members, size):
        yield visible(str(path)), problem("bomb")
        return
    for member in members:
        if not is_hidden(Path(member.filename)):
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
