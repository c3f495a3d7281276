"""Spreadsheets as rows of text: xlsx, xls and ods through calamine, SpreadsheetML ("XML 2003") through defusedxml.

They are read whole, so their size is bounded (20 MB unpacked, a bounded number of cells). Calamine runs in a process
of its own (`sheet_reader`).
"""

import io
import json
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from smartgoal.importers.entries import LARGEST_UNPACKED, MEGABYTE, RefusedError, damage
from smartgoal.importers.problems import problem

Sheet = tuple[str, list[list[str]]]

_MOST_SECONDS = 40
_MOST_CELLS = 5_000_000
_NAMESPACE = "{urn:schemas-microsoft-com:office:spreadsheet}"
_LAST_CELL = re.compile(rb'r="([A-Z]{1,3})([0-9]{1,7})"')
_REPEATED = re.compile(rb'number-(?:rows|columns)-repeated="([0-9]+)"')
_MOST_REPEATED = 1_048_576 + 16_384


def workbook_sheets(content: bytes) -> list[Sheet]:
    """The sheets of an xlsx, xls or ods file. RefusedError for a damaged or oversized one."""
    _refuse_oversized(content)
    command = [sys.executable, "-I", str(Path(__file__).with_name("sheet_reader.py"))]
    try:
        done = subprocess.run(  # noqa: S603 - our own script, nothing of the user's in the command
            command, input=content, capture_output=True, timeout=_MOST_SECONDS, check=True
        )
        sheets: list[Sheet] = json.loads(done.stdout)
    except (subprocess.SubprocessError, OSError, ValueError) as error:
        raise RefusedError(problem("damaged")) from error
    return sheets


def spreadsheetml_sheets(content: bytes) -> list[Sheet]:
    """The sheets of an "XML Spreadsheet 2003". RefusedError for entities, a DTD, damage."""
    from xml.etree.ElementTree import ParseError  # noqa: PLC0415 - only the error; defusedxml reads

    from defusedxml.common import DefusedXmlException  # noqa: PLC0415 - as above
    from defusedxml.ElementTree import fromstring  # noqa: PLC0415 - as above

    try:
        text = content.decode("utf-16" if content[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig", "replace")
        root = fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", text), forbid_dtd=True)
    except DefusedXmlException as error:
        raise RefusedError(problem("entities")) from error
    except (ParseError, ValueError, LookupError) as error:
        raise RefusedError(problem("damaged")) from error
    return [
        (sheet.get(f"{_NAMESPACE}Name") or "", list(_xml_rows(sheet))) for sheet in root.iter(f"{_NAMESPACE}Worksheet")
    ]


def _xml_rows(sheet: Any) -> Iterator[list[str]]:
    for row in sheet.iter(f"{_NAMESPACE}Row"):
        cells: list[str] = []
        for cell in row.iter(f"{_NAMESPACE}Cell"):
            skipped = _index(cell) - 1 - len(cells)
            cells.extend([""] * max(0, skipped))
            data = cell.find(f"{_NAMESPACE}Data")
            cells.append("" if data is None else "".join(data.itertext()))
        yield cells


def _index(cell: Any) -> int:
    told = str(cell.get(f"{_NAMESPACE}Index") or 0)
    column = int(told) if told.isascii() and told.isdecimal() else 0
    if column > 20_000:
        raise RefusedError(problem("damaged"))
    return column


def _refuse_oversized(content: bytes) -> None:
    """Refuse what would unpack to more than is allowed: the reader would take the memory before it could be asked."""
    if not content.startswith(b"PK"):
        return
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            left = LARGEST_UNPACKED
            for member in archive.infolist():
                with archive.open(member) as stream:
                    part = stream.read(left + 1)
                left -= len(part)
                if left < 0:
                    raise RefusedError(problem("too_large", limit=LARGEST_UNPACKED // MEGABYTE))
                if member.filename.endswith(".xml") and _is_sparse_bomb(part):
                    raise RefusedError(problem("bomb"))
    except damage() as error:
        raise RefusedError(problem("damaged")) from error


def _is_sparse_bomb(part: bytes) -> bool:
    """Two cells in opposite corners make a reader lay out everything between them."""
    row = column = 0
    for letters, digits in _LAST_CELL.findall(part):
        row, column = max(row, int(digits)), max(column, _column_number(letters))
    repeated = [int(each) for each in _REPEATED.findall(part)]
    return row * column > _MOST_CELLS or sum(repeated) > 40 * _MOST_REPEATED or max(repeated, default=0) > 2_000_000


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
