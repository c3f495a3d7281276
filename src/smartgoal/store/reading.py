"""Loads plan files."""

import errno
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from smartgoal.errors import N_, FileError
from smartgoal.model.plan import FORMAT, Plan
from smartgoal.model.series import Problem
from smartgoal.store.checking import check
from smartgoal.store.toml import SIZE_LIMIT, decode, parse

UNREADABLE = {
    errno.ENOENT: N_("There is no such file."),
    errno.EISDIR: N_("This is a folder, not a file."),
    errno.EACCES: N_("No permission to read this file."),
    errno.EPERM: N_("No permission to read this file."),
}


@dataclass(frozen=True, slots=True)
class Loaded:
    """A plan as read: what is worth telling about its file, and the bytes by which a later change is noticed."""

    plan: Plan
    problems: tuple[Problem, ...] = ()
    content: bytes = b""


def load(path: Path) -> Loaded:
    """Read a plan file. A file that cannot be read or understood raises `FileError` with file, line and field."""
    return loads(read_bytes(path), str(path))


def loads(content: bytes | str, name: str) -> Loaded:
    """Read a plan from the content of a file called `name`."""
    data = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
    text = decode(data, name)
    document = parse(text, name)
    _check_format(document, name)
    plan, problems = check(document, text, name)
    return Loaded(plan, problems, data)


def read_bytes(path: Path) -> bytes:
    """Give the bytes of a file; one byte over the limit is enough to refuse it."""
    try:
        with path.open("rb") as stream:
            return stream.read(SIZE_LIMIT + 1)
    except ValueError:  # a NUL in the name
        raise FileError("There is no such file.", place=str(path)) from None
    except OSError as error:
        raise FileError(UNREADABLE.get(error.errno or 0, N_("The file cannot be read.")), place=str(path)) from None


def _check_format(document: dict[str, Any], name: str) -> None:
    found = document.get("format")
    if found == FORMAT:
        return
    if found is None:
        raise FileError('The first line of a plan is format = "{format}"; it is missing.', place=name, format=FORMAT)
    if isinstance(found, str) and found.startswith("smartgoal/"):
        message = N_("The file has format {found}; this version of smartgoal reads {format}.")
        advice = N_("Update smartgoal to the newest version.")
        raise FileError(message, advice=advice, place=name, found=found[:40], format=FORMAT)
    raise FileError('This is not a plan of smartgoal: format = "{format}" is expected.', place=name, format=FORMAT)
