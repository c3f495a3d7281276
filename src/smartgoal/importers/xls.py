"""Old .xls workbooks, read by a process of their own.

A damaged one can make the reader ask for all memory there is, which ends its process whatever the caller does.
"""

import io
import json
import subprocess
import sys
from contextlib import suppress

from smartgoal.importers.workbooks import sheets_of

_MEMORY = 1 << 31
_SECONDS = 60


def xls_sheets(content: bytes) -> list[tuple[str, list[list[str]]]] | None:
    """The sheets of an .xls file; None for a damaged or oversized one."""
    command = [sys.executable, "-P", "-m", "smartgoal.importers.xls"]
    with suppress(subprocess.TimeoutExpired):
        # our own module, no words of the user among the arguments
        done = subprocess.run(command, input=content, capture_output=True, timeout=_SECONDS, check=False)  # noqa: S603
        if done.returncode == 0:
            return [(name, rows) for name, rows in json.loads(done.stdout)]
    return None


def main() -> None:
    """Read a workbook from standard input, write its sheets as JSON."""
    with suppress(ImportError):  # Windows has no such limit
        import resource  # noqa: PLC0415

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    sys.stdout.write(json.dumps(sheets_of(io.BytesIO(sys.stdin.buffer.read()))))


if __name__ == "__main__":
    main()
