"""Reads a workbook from standard input and writes its sheets to standard output as JSON: [[name, [[cell, ...]]]].

Run as a script, in a process of its own: the reader is native code, which a damaged or hostile file can bring down,
make endless or make ask for all memory. Here it can only end itself.
"""

import html
import io
import json
import re
import sys
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

_MOST_MEMORY = 3 << 30
_MOST_SECONDS = 20
_LARGEST_WHOLE = 10**15
_OWN_PERCENT = {b"9", b"10"}  # formats that need no declaration
_FORMAT = re.compile(rb"<(?:\w+:)?numFmt\b[^>]*>")
_LITERAL = re.compile(rb"\\.|&quot;.*?&quot;")  # a sign of percent that is only printed
_CELL_STYLES = re.compile(rb"<(?:\w+:)?cellXfs\b.*?</(?:\w+:)?cellXfs>", re.DOTALL)
_STYLE = re.compile(rb"<(?:\w+:)?xf\b[^>]*>")
_RELATION = re.compile(rb"<Relationship\b[^>]*>")
_SHEET = re.compile(rb"<(?:\w+:)?sheet\b[^>]*>")
_CELL = re.compile(rb"<(?:\w+:)?c\b[^>]*>")
_PLACE = re.compile(rb"([A-Z]{1,3})([0-9]{1,7})")


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


def in_percent(cell: Any) -> str:
    """A fraction as its cell shows it: 0.0114 under a format of percent is 1.14%."""
    if not isinstance(cell, float):
        return text_of(cell)
    return f"{(Decimal(repr(cell)) * 100).normalize():f}%"


def percent_cells(content: bytes) -> dict[str, set[tuple[int, int]]]:
    """The cells of an xlsx file that show percent, by sheet: row and column from 0. The reader tells no formats."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            styles = _percent_styles(archive.read("xl/styles.xml"))
            paths = _sheet_paths(archive) if styles else {}
            return {name: set(_styled(archive.read(path), styles)) for name, path in paths.items()}
    except (KeyError, ValueError, zipfile.BadZipFile):  # another kind of workbook
        return {}


def _percent_styles(xml: bytes) -> set[bytes]:
    """The numbers of the styles of cells that show percent."""
    codes = {_attribute(each, b"numFmtId"): _attribute(each, b"formatCode") for each in _FORMAT.findall(xml)}
    formats = {identifier for identifier, code in codes.items() if b"%" in _LITERAL.sub(b"", code)}
    cells = _CELL_STYLES.search(xml)
    styles = _STYLE.findall(cells[0]) if cells else []
    wanted = formats | _OWN_PERCENT
    return {b"%d" % place for place, each in enumerate(styles) if _attribute(each, b"numFmtId") in wanted}


def _sheet_paths(archive: zipfile.ZipFile) -> dict[str, str]:
    """Where the sheets lie, by their names."""
    relations = _RELATION.findall(archive.read("xl/_rels/workbook.xml.rels"))
    targets = {_attribute(each, b"Id"): _attribute(each, b"Target").decode() for each in relations}
    sheets = _SHEET.findall(archive.read("xl/workbook.xml"))
    return {
        html.unescape(
            _attribute(each, b"name").decode()
        ): f"xl/{targets[_attribute(each, b'r:id')].removeprefix('/xl/')}"
        for each in sheets
    }


def _styled(xml: bytes, styles: set[bytes]) -> Iterator[tuple[int, int]]:
    for cell in _CELL.findall(xml):
        place = _PLACE.fullmatch(_attribute(cell, b"r"))
        if place and _attribute(cell, b"s") in styles:
            column = 0
            for letter in place[1]:
                column = column * 26 + letter - 64
            yield int(place[2]) - 1, column - 1


def _attribute(tag: bytes, name: bytes) -> bytes:
    found = re.search(rb"(?<![\w:])" + name + rb'="([^"]*)"', tag)
    return found[1] if found else b""


def main() -> None:
    """Read, print, end."""
    _limit()
    import python_calamine  # noqa: PLC0415 - under the limits only

    content = sys.stdin.buffer.read()
    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
    shares = percent_cells(content)
    sheets = [(name, _rows(book.get_sheet_by_name(name), shares.get(name, set()))) for name in book.sheet_names]
    sys.stdout.buffer.write(json.dumps(sheets).encode())


def _rows(sheet: Any, shares: set[tuple[int, int]]) -> list[list[str]]:
    top, left = sheet.start or (0, 0)
    return [
        [in_percent(cell) if (row, at) in shares else text_of(cell) for at, cell in enumerate(cells, start=left)]
        for row, cells in enumerate(sheet.to_python(), start=top)
    ]


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
