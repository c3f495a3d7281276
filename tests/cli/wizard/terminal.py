"""A real pseudo-terminal with a screen: what a person would see and type."""

import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pexpect
import pyte

TODAY = "2026-11-22"
PATIENCE = 20.0  # seconds until a text has to be on the screen; a slow machine only makes it later
KEYS = {
    "Enter": "\r",
    "Esc": "\x1b",
    "Up": "\x1b[A",
    "Down": "\x1b[B",
    "Home": "\x1b[H",
    "Del": "\x1b[3~",
    "Shift-Up": "\x1b[1;2A",
    "Ctrl-C": "\x03",
    "Ctrl-D": "\x04",
    "Ctrl-B": "\x02",
}


class Terminal:
    """One run of `smartgoal new` and the screen it draws."""

    def __init__(self, folder: Path, *flags: str, columns: int = 80, rows: int = 40, **variables: str) -> None:
        environment = {"PATH": os.environ["PATH"], "HOME": str(folder), "LC_ALL": "C.UTF-8", "TERM": "xterm-256color"}
        self.screen = pyte.Screen(columns, rows)
        self.stream = pyte.ByteStream(self.screen)
        self.raw = b""
        self.process: pexpect.spawn[bytes] = pexpect.spawn(
            sys.executable,
            ["-m", "smartgoal", "new", "--today", TODAY, *flags],
            cwd=str(folder),
            env={**environment, **variables},
            dimensions=(rows, columns),
            timeout=PATIENCE,
        )
        self.process.delaybeforesend = None

    def read(self, seconds: float = 0.05) -> bool:
        """Draw what has come; False at the end."""
        try:
            data: bytes = self.process.read_nonblocking(65536, timeout=seconds)
        except pexpect.TIMEOUT:
            return True
        except pexpect.EOF:
            return False
        self.raw += data
        self.stream.feed(data)
        if b"\x1b[6n" in data:  # the program asks where the cursor is
            self.process.send(f"\x1b[{self.screen.cursor.y + 1};{self.screen.cursor.x + 1}R")
        return True

    def text(self) -> str:
        """The screen as lines; lines broken by the width are joined by one blank."""
        return "\n".join(line.rstrip() for line in self.screen.display).strip()

    def flat(self) -> str:
        """The screen as one line."""
        return " ".join(self.text().split())

    def wait(self, words: str) -> str:
        """Draw until these words are on the screen."""
        self.draw_until(lambda: words in self.flat(), words)
        return self.text()

    def wait_for_question(self, words: str) -> str:
        """Draw until the question that is asked now, behind the last heading such as "2/4", holds these words."""
        self.draw_until(lambda: words in self.asked(), words)
        return self.text()

    def asked(self) -> str:
        """What stands behind the last heading."""
        before, heading, question = self.flat().rpartition("/4 ")
        del before
        return question if heading else ""

    def draw_until(self, done: Callable[[], bool], words: str) -> None:
        """Draw until something is so."""
        end = time.monotonic() + PATIENCE
        while not done():
            assert self.read(), f"ended before {words!r}:\n{self.text()}"
            assert time.monotonic() < end, f"no {words!r} on:\n{self.text()}"

    def press(self, *keys: str) -> None:
        """Type texts and keys."""
        for key in keys:
            self.process.send(KEYS.get(key, key))

    def resize(self, columns: int, rows: int = 40) -> None:
        """Another size of the window."""
        self.screen.resize(rows, columns)
        self.process.setwinsize(rows, columns)

    def kill(self, how: signal.Signals) -> None:
        """Send a signal."""
        self.process.kill(how)

    def end(self) -> int:
        """Draw to the end; the exit status."""
        while self.read(0.2):
            pass
        self.process.close()
        status = self.process.exitstatus
        return -1 if status is None else status


@contextmanager
def terminal(folder: Path, *flags: str, columns: int = 80, rows: int = 40, **variables: str) -> Iterator[Terminal]:
    """A run that is ended in any case."""
    run = Terminal(folder, *flags, columns=columns, rows=rows, **variables)
    try:
        yield run
    finally:
        run.process.close(force=True)
