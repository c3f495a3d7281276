"""Saves plans and documents whole."""

from pathlib import Path

from smartgoal.errors import N_, FileError
from smartgoal.model.plan import Plan
from smartgoal.store.files import replace, told_as_file_error
from smartgoal.store.lock import locked
from smartgoal.store.reading import loads
from smartgoal.store.text import dumps


def save(plan: Plan, path: Path, *, force: bool = False) -> None:
    """Write a plan as a new file. A file that is there is replaced only with `force`; it stays beside as `name~`.

    What could not be loaded again (a number beyond reason) is not written.
    """
    text = dumps(plan)
    loads(encode(text, path), str(path))
    write_text(path, text, force=force)


def write_text(path: Path, text: str, *, force: bool = False) -> None:
    """Write a document whole; the same care as for plans."""
    content = encode(text, path)
    with told_as_file_error(path), locked(path):
        if not force and (path.exists() or path.is_symlink()):
            advice = N_("Give another name with -o, or replace it with --force.")
            raise FileError("This file already exists.", advice=advice, place=str(path))
        # a file that appears from now on is somebody else's, unless there is nothing in it
        replace(path, content, expected=None if force else b"")


def encode(text: str, path: Path) -> bytes:
    """Give the bytes of a text; half a character (from a damaged paste) cannot be written."""
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError as error:
        words = text[max(0, error.start - 20) : error.start]
        message = N_("The text holds a damaged character after {words}.")
        raise FileError(message, advice="Type these words again.", place=str(path), words=words) from None
