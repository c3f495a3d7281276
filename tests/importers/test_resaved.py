"""A copy saved again by a spreadsheet reads the same as the file that the platform gave."""

import csv
import io
import re
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl  # type: ignore[import-untyped]
import pytest

GOLDEN = Path(__file__).parent / "golden"
SHARED = Path(__file__).parents[3] / "shared" / "exports"  # real samples, where they are at hand
FILES = sorted(
    each
    for folder in (GOLDEN, SHARED)
    for each in folder.rglob("*")
    if each.suffix in {".csv", ".tsv"} and "whole" not in each.name and each.name != "SOURCES.tsv"
)
Rows = list[list[str]]


def rows_of(file: Path) -> Rows:
    content = file.read_bytes()
    encoding = "utf-16" if content[:2] == b"\xff\xfe" else "utf-8-sig"
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        text = content.decode("cp1251" if "ведомость" in file.name else "cp1252")
    head = text.splitlines()[:14]
    delimiter = next(each for each in "\t;," if any(each in line for line in head[1:]))
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))


def as_unicode_text(rows: Rows, path: Path) -> None:
    """Excel's "Unicode text": UTF-16, TAB, CRLF, quotes only where needed, blank lines filled up."""
    width = max(map(len, rows))
    lines = io.StringIO(newline="")
    csv.writer(lines, delimiter="\t", lineterminator="\r\n").writerows(
        [*row, *[""] * (width - len(row))] for row in rows if not is_sep(row)
    )
    mark = "sep=\t\r\n" if is_sep(rows[0]) else ""
    path.write_bytes(b"\xff\xfe" + (mark + lines.getvalue()).encode("utf-16-le"))


def as_semicolons(rows: Rows, path: Path) -> None:
    width = max(map(len, rows))
    lines = io.StringIO(newline="")
    csv.writer(lines, delimiter=";", lineterminator="\r\n").writerows(
        [*row, *[""] * (width - len(row))] for row in rows if not is_sep(row)
    )
    path.write_bytes(lines.getvalue().encode())


def as_windows_1251(rows: Rows, path: Path) -> None:
    lines = io.StringIO(newline="")
    csv.writer(lines, lineterminator="\r\n").writerows(row for row in rows if not is_sep(row))
    try:
        path.write_bytes(lines.getvalue().encode("cp1251"))
    except UnicodeEncodeError:
        pytest.skip("has letters that this code page lacks")


def as_workbook_of_text(rows: Rows, path: Path) -> None:
    book = openpyxl.Workbook()
    for row in rows:
        if not is_sep(row):
            book.worksheets[0].append(row)
    book.save(path)


def as_workbook_of_values(rows: Rows, path: Path) -> None:
    """Numbers and full dates become what a spreadsheet makes of them."""
    book = openpyxl.Workbook()
    for row in rows:
        if not is_sep(row):
            book.worksheets[0].append([typed(cell) for cell in row])
    book.save(path)


def typed(cell: str) -> str | int | float | datetime:
    if re.fullmatch(r"-?[0-9]{1,15}", cell):
        return int(cell)
    if re.fullmatch(r"-?[0-9]+\.[0-9]+", cell):
        return float(cell)
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", cell):
        return datetime.fromisoformat(cell)
    return cell


def is_sep(row: list[str]) -> bool:
    return bool(row) and row[0].startswith("sep=")


SAVERS: dict[str, tuple[Callable[[Rows, Path], None], str]] = {
    "unicode text": (as_unicode_text, ".txt"),
    "semicolons": (as_semicolons, ".csv"),
    "cp1251": (as_windows_1251, ".csv"),
    "workbook of text": (as_workbook_of_text, ".xlsx"),
    "workbook of values": (as_workbook_of_values, ".xlsx"),
}


@pytest.mark.parametrize("saver", SAVERS)
@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.name}")
def test_resaved_copy_reads_the_same(file: Path, saver: str, tmp_path: Path, read: Any, shown: Any) -> None:
    save, suffix = SAVERS[saver]
    copy = tmp_path / f"{file.stem}{suffix}"
    save(rows_of(file), copy)
    (given,), (resaved,) = read(file), read(copy)
    assert resaved.format == given.format
    assert shown(resaved) == shown(given)
    assert resaved.economics == given.economics
