"""Lets one process at a time change the files of a folder."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from smartgoal.errors import N_, FileError

PATIENCE = 10.0  # seconds; a change takes milliseconds
PAUSE = 0.02

if sys.platform == "win32":
    import msvcrt
    import tempfile
    from zlib import crc32

    def _open(folder: Path) -> int:
        name = f"smartgoal-{crc32(str(folder).encode()):08x}.lock"
        return os.open(Path(tempfile.gettempdir()) / name, os.O_RDWR | os.O_CREAT)

    def _try_lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _open(folder: Path) -> int:
        return os.open(folder, os.O_RDONLY)

    def _try_lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock of the folder where the file really lies; the system frees it if the process dies.

    The folder itself is locked (on Windows a file of the temporary folder), because the plan file is replaced by
    every change and a lock file of its own would stay behind.
    """
    descriptor = _open(Path(os.path.realpath(path)).parent)
    try:
        _wait(descriptor, path)
        yield
    finally:
        os.close(descriptor)


def _wait(descriptor: int, path: Path) -> None:
    end = time.monotonic() + PATIENCE
    while True:
        try:
            return _try_lock(descriptor)
        except (BlockingIOError, PermissionError):
            if time.monotonic() > end:
                advice = N_("Wait for it to end, then repeat.")
                raise FileError("Another program is changing this folder.", advice=advice, place=str(path)) from None
        time.sleep(PAUSE)
