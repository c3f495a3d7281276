"""Cells of workbooks as they are shown."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest


@pytest.mark.parametrize("code", ["0.00%", "0%", "0.0##%"])
def test_cells_shown_as_percent_are_percent(tmp_path: Path, read: Any, code: str) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    book.create_sheet("Отчёт & ER")
    for sheet in book:
        sheet.append([])
        sheet.append(["", "Дата", "Подписчики", "ER"])
    for day in range(1, 6):
        sheet.append(["", date(2026, 9, day), 100 + day, 0.0114])
        sheet.cell(sheet.max_row, 4).number_format = code
    book.save(tmp_path / "a.xlsx")
    (imported,) = read(tmp_path / "a.xlsx", platform="vk")
    followers, rate = imported.series
    assert followers.points[0][1] == 101
    assert {value for _day, value in rate.points} == {Decimal("1.14")}
    assert not imported.problems


def test_a_sign_of_percent_that_is_only_printed_multiplies_nothing(tmp_path: Path, read: Any) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    book.active.append(["Дата", "ER", "Конверсия заявок в покупку"])
    for day in range(1, 6):
        book.active.append([date(2026, 9, day), 2.5, 3.5])
        book.active.cell(day + 1, 2).number_format = r"0.0\%"
        book.active.cell(day + 1, 3).number_format = '0.0"%"'
    book.save(tmp_path / "a.xlsx")
    (imported,) = read(tmp_path / "a.xlsx", platform="vk")
    assert [float(each.points[0][1]) for each in imported.series] == [2.5, 3.5]
