"""Replaces files whole: after a crash at any moment a file is either the old one or the new one."""

import errno
import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from smartgoal.errors import N_, FileError

UNWRITABLE = {
    errno.EACCES: N_("No permission to write here."),
    errno.EPERM: N_("No permission to write here."),
    errno.EROFS: N_("No permission to write here."),
    errno.ENOSPC: N_("The disk is full; nothing was changed."),
    errno.EDQUOT: N_("The disk is full; nothing was changed."),
    errno.ENAMETOOLONG: N_("The file name is too long."),
    errno.ENOENT: N_("The folder does not exist."),
    errno.ENOTDIR: N_("The folder does not exist."),
    errno.EISDIR: N_("This is a folder, not a file."),
}


@contextmanager
def told_as_file_error(path: Path) -> Iterator[None]:
    """Turn what the system says about `path` into a `FileError`."""
    if "\0" in str(path):
        raise FileError("The file cannot be written.", place=str(path))
    try:
        yield
    except OSError as error:
        message = UNWRITABLE.get(error.errno or 0, N_("The file cannot be written."))
        raise FileError(message, place=str(path)) from error


def backup_of(path: Path) -> Path:
    """Give the place of the previous version: `plan.toml~`."""
    return path.with_name(path.name + "~")


def replace(path: Path, content: bytes, *, expected: bytes | None = None, backup: bool = True) -> None:
    """Put `content` in place of the file, keeping its permissions; a link stays and its target is replaced.

    The version before stays beside it as `name~` (`backup`). A file that no longer holds what is `expected`, or that
    somebody else changes during the writing, is left as it is.
    """
    target = Path(os.path.realpath(path))
    previous = target.stat() if target.exists() else None
    before = None
    if previous is not None:
        _check_ordinary(previous, path)
        if not os.access(target, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(target))
        before = target.read_bytes()
        if expected is not None and before != expected:
            raise changed_meanwhile(path)
        if backup:
            _put(backup_of(target), before, previous)

    def still_the_same() -> None:
        if (target.read_bytes() if target.exists() else None) != before:
            raise changed_meanwhile(path)

    _put(target, content, previous, last_look=still_the_same)


def _check_ordinary(found: os.stat_result, path: Path) -> None:
    """Refuse to put a file in place of a folder or a device (`-o /dev/null`)."""
    if stat.S_ISDIR(found.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if not stat.S_ISREG(found.st_mode):
        raise FileError("This is not an ordinary file.", place=str(path))


def changed_meanwhile(path: Path) -> FileError:
    """Give the refusal to overwrite what somebody else wrote."""
    advice = N_("Nothing was written. Look at the file as it is now, then repeat.")
    return FileError("Somebody changed the file in the meantime.", advice=advice, place=str(path))


def _put(
    target: Path, content: bytes, like: os.stat_result | None, last_look: Callable[[], None] = lambda: None
) -> None:
    """Write beside the target and rename. `last_look` may still refuse when all that is left is the renaming."""
    temporary = target.with_name(f".smartgoal-{os.urandom(8).hex()}.tmp")
    try:
        _write(temporary, content, like)
        last_look()
        temporary.replace(target)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise
    _flush_folder(target.parent)


def _write(path: Path, content: bytes, like: os.stat_result | None) -> None:
    """Write a new file through to the disk."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    with open(descriptor, "wb") as stream:  # noqa: PTH123 - a descriptor has no path
        if like is not None:
            path.chmod(stat.S_IMODE(like.st_mode))
            with suppress(OSError, AttributeError):  # only root may give a file to another owner; Windows has none
                os.chown(path, like.st_uid, like.st_gid)
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())


def _flush_folder(folder: Path) -> None:
    """Make the new name durable; where folders cannot be flushed (Windows) the system does it in its time."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
