"""Reads a workbook from standard input and writes its sheets to standard output as JSON: [[name, [[cell, ...]]]].

Run as a script, in a process of its own: the reader is native code, which a damaged or hostile file can bring down,
make endless or make ask for all memory. Here it can only end itself.
"""

import io
import json
import sys
from datetime import date, datetime, time, timedelta
from typing import Any

_MOST_MEMORY = 3 << 30
_MOST_SECONDS = 20
_LARGEST_WHOLE = 10**15


def text_of(cell: Any) -> str:
    """A cell as an export would print it: whole numbers without a point, days in ISO form."""
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < _LARGEST_WHOLE else repr(cell)
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time(0) else cell.isoformat(sep=" ", timespec="minutes")
    if isinstance(cell, date | time):
        return cell.isoformat()
    if isinstance(cell, timedelta):
        return f"{cell.total_seconds() / 60:.4f}"
    return str(cell)


def main() -> None:
    """Read, print, end."""
    _limit()
    import python_calamine  # noqa: PLC0415 - under the limits only

    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(sys.stdin.buffer.read()))
    sheets = [
        (name, [[text_of(cell) for cell in row] for row in book.get_sheet_by_name(name).to_python()])
        for name in book.sheet_names
    ]
    sys.stdout.buffer.write(json.dumps(sheets).encode())


def _limit() -> None:
    """Bound memory and time, where the system can."""
    try:
        import resource  # noqa: PLC0415 - not on every system
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (_MOST_SECONDS, _MOST_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    main()
