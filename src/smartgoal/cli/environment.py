"""The outside world of one run, built in one place and replaced in tests."""

import json
import os
import re
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from smartgoal.cli.streams import holds_unicode, settle
from smartgoal.model.steering import escaped, without_steering

if TYPE_CHECKING:
    from smartgoal.language import Language


_COLOUR = re.compile(r"(\x1b\[[0-9;]*m)")


@dataclass(frozen=True, slots=True)
class Environment:
    """Streams, language and place of one run.

    `language` speaks to the user; a plan may have another one. `language_wished` is True where it was asked for by
    `--lang` or `SMARTGOAL_LANG`, not guessed from the locale.
    """

    language: "Language"
    language_wished: bool
    stdin: TextIO
    stdout: TextIO
    stderr: TextIO
    folder: Path
    variables: "os._Environ[str] | dict[str, str]"

    @classmethod
    def of_process(cls, language: "Language", *, wished: bool) -> "Environment":
        """The environment of this process."""
        return cls(language, wished, sys.stdin, sys.stdout, sys.stderr, Path.cwd(), os.environ)

    @property
    def can_ask(self) -> bool:
        """True where a person sits at both ends."""
        return is_terminal(self.stdin) and is_terminal(self.stdout)

    @property
    def dumb(self) -> bool:
        """True where the cursor cannot be moved, so that only lines can be written."""
        return self.variables.get("TERM") in {"dumb", "unknown"}

    def colour(self, stream: TextIO) -> bool:
        """True where colour codes are wanted on `stream` (https://no-color.org)."""
        if self.variables.get("NO_COLOR"):
            return False
        return bool(self.variables.get("FORCE_COLOR")) or (is_terminal(stream) and not self.dumb)

    def say(self, text: str = "") -> None:
        """Write a line of what was asked for to standard output."""
        self.stdout.write(self._safe(text, self.stdout) + "\n")

    def say_json(self, value: Any, *, indent: int | None = None) -> None:
        """Write a value as JSON; what a stream cannot hold or a terminal would obey is escaped, so nothing is lost."""
        self.say(escaped(json.dumps(value, ensure_ascii=not holds_unicode(self.stdout), indent=indent)))

    def draws(self, *, plain: bool = False) -> bool:
        """True where lines and dots may be drawn on standard output: a Unicode stream, and nobody asked for `plain`."""
        return not plain and not self.dumb and holds_unicode(self.stdout)

    def tell(self, text: str = "") -> None:
        """Write a line about it to standard error; that nobody reads it does not stop the work."""
        try:
            self.stderr.write(self._safe(text, self.stderr) + "\n")
        except BrokenPipeError:
            settle(self.stderr)

    def _safe(self, text: str, stream: TextIO) -> str:
        """`text` without anything that steers a terminal but our own colours: the last of several gates."""
        if not self.colour(stream):
            return without_steering(text)
        parts = _COLOUR.split(text)
        return "".join(part if index % 2 else without_steering(part) for index, part in enumerate(parts))

    @staticmethod
    def today() -> date:
        """Today by the clock of this machine; `--today` overrides it in every command."""
        return date.today()  # noqa: DTZ011, TID251 - the one place that reads the clock


def is_terminal(stream: TextIO | None) -> bool:
    """True for a stream that is connected to a terminal (False for a closed or missing one)."""
    try:
        return stream is not None and stream.isatty()
    except ValueError:
        return False
