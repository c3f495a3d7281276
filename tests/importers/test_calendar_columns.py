"""Dates that only the name of their column tells."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest


def days_of(imported: Any) -> list[date]:
    return [day for day, _value in imported.series[0].points]


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        ("Дата", ["01.09", "02.09", "13.09"]),
        ("Дата", ["1.9", "2.9", "13.9"]),
        ("Дата", ["01.09.", "02.09.", "13.09."]),
        ("Дата", ["01/09", "02/09", "13/09"]),
        ("Date", ["09/01", "09/02", "09/13"]),
        ("День", ["01-09", "02-09", "13-09"]),
        ("Дата", ["46266", "46267", "46278"]),
    ],
)
def test_days_without_a_year_and_numbers_of_a_spreadsheet_are_dates(
    write: Any, read: Any, header: str, cells: list[str]
) -> None:
    text = f"{header};Подписчики\n" + "".join(f"{cell};{place}\n" for place, cell in enumerate(cells, 10))
    (imported,) = read(write("a.csv", text), platform="vk", year=2026)
    assert days_of(imported) == [date(2026, 9, day) for day in (1, 2, 13)]


def test_day_and_month_that_cannot_be_told_apart_are_asked(write: Any, read: Any) -> None:
    path = write("a.csv", "Date;Followers\n01/09;1\n02/09;2\n03/09;3\n")
    (asked,), (told,) = read(path), read(path, date_order="month_first", year=2026)
    assert "day_or_month" in {each.code for each in asked.problems}
    assert days_of(told) == [date(2026, month, 9) for month in (1, 2, 3)]


def test_months_without_a_year_are_months(write: Any, read: Any) -> None:
    (imported,) = read(write("a.csv", "Месяц;Заявки\nЯнварь;1\nФевраль;2\nМарт;3\n"), platform="vk", year=2025)
    assert days_of(imported) == [date(2025, month, 1) for month in (1, 2, 3)]


def test_year_month_and_day_in_columns_of_their_own_make_one_date(write: Any, read: Any) -> None:
    text = "Месяц;День;Охват\nСентябрь 2026;1;10\n;2;11\nОктябрь 2026;1;12\n;2;13\nИтого;;46\n"
    (imported,) = read(write("a.csv", text), platform="vk")
    assert days_of(imported) == [date(2026, month, day) for month in (9, 10) for day in (1, 2)]
    assert [each.code for each in imported.problems] == ["missing_days"]
    (monthly,) = read(write("b.csv", "Год;Месяц;Охват\n2025;Ноябрь;1\n;Декабрь;2\n2026;Январь;3\n"), platform="vk")
    assert days_of(monthly) == [date(2025, 11, 1), date(2025, 12, 1), date(2026, 1, 1)]


def test_weeks_by_number_begin_on_monday(write: Any, read: Any) -> None:
    (imported,) = read(write("a.csv", "Week,Leads\n2026-W20,1\n2026-W21,2\n2026-W22,3\n"), platform="vk")
    assert days_of(imported) == [date(2026, 5, day) for day in (11, 18, 25)]
    assert imported.series[0].every == "week"


def test_a_whole_month_among_days_is_a_total_and_told(write: Any, read: Any) -> None:
    rows = "".join(f"{day:02d}.09.2026;5\n" for day in range(1, 31))
    text = "Дата;Заявки\nСентябрь 2026;\n" + rows + "Сентябрь 2026;150\nИтого за сентябрь;150\nИтого 2026;150\n"
    (imported,) = read(write("a.csv", text), platform="vk")
    assert len(days_of(imported)) == 30
    assert [each.code for each in imported.problems] == ["whole_month"]


def test_dates_across_may_end_in_a_total(write: Any, read: Any) -> None:
    text = "Метрика;01.07.2026;01.08.2026;01.09.2026;Итого\nПодписчики;1;2;3;6\nЗаявки;4;5;6;15\n"
    (imported,) = read(write("a.csv", text), platform="vk")
    assert [int(value) for _day, value in imported.series[1].points] == [4, 5, 6]


MONTHS = "Янв;Фев;Мар;Апр;Май;Июн;Июл;Авг;Сен;Окт;Ноя;Дек"
NUMBERS = ";".join(map(str, range(1, 13)))


def test_months_across_take_the_year_of_their_title(write: Any, read: Any) -> None:
    text = f"Статистика за 2024 год\n\nМетрика;{MONTHS}\nЗаявки;{NUMBERS}\n"
    (imported,) = read(write("a.csv", text), platform="vk")
    assert days_of(imported) == [date(2024, month, 1) for month in range(1, 13)]
    assert "year_assumed" not in {each.code for each in imported.problems}


def test_months_across_take_the_year_of_their_sheet(tmp_path: Path, read: Any) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    for year in (2024, 2025):
        sheet = book.create_sheet(f"План-факт {year}")
        sheet.append(["Метрика", "янв.", "фев.", "мар."])
        sheet.append(["Заявки", 1, 2, 3])
    del book["Sheet"]
    book.save(tmp_path / "a.xlsx")
    (imported,) = read(tmp_path / "a.xlsx", platform="vk")
    assert days_of(imported) == [date(year, month, 1) for year in (2024, 2025) for month in (1, 2, 3)]


@pytest.mark.parametrize("title", ["", "Отчёт от 05.02.2026\n\n", "Отчёт от 5 февраля 2026\n\n", "2024 и 2025\n\n"])
def test_months_across_without_a_year_are_assumed_and_told(write: Any, read: Any, title: str) -> None:
    (imported,) = read(write("a.csv", f"{title}Метрика;{MONTHS}\nЗаявки;{NUMBERS}\n"), platform="vk")
    assert days_of(imported) == [date(2025, month, 1) for month in range(1, 13)]
    assert "year_assumed" in {each.code for each in imported.problems}


@pytest.mark.parametrize(
    "quarters",
    [
        ["Q1 2025", "Q2 2025", "Q3 2025", "Q4 2025"],
        ["1 кв. 2025", "2 кв. 2025", "3 кв. 2025", "4 кв. 2025"],
        ["I квартал 2025", "II квартал 2025", "III квартал 2025", "IV квартал 2025 г."],
        ["2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4"],
        ["Q1", "Q2", "Q3", "Q4"],
    ],
)
@pytest.mark.parametrize("across", [True, False])
def test_levels_of_quarters_stand_on_their_last_day_and_flows_are_told(
    write: Any, read: Any, quarters: list[str], across: bool
) -> None:
    rows = [["Период", *quarters], ["Подписчики", "1", "2", "3", "4"], ["Заявки", "5", "6", "7", "8"]]
    rows = rows if across else [list(each) for each in zip(*rows, strict=True)]
    (imported,) = read(write("a.csv", "".join(";".join(row) + "\n" for row in rows)), platform="vk", year=2025)
    assert [each.metric for each in imported.series] == ["followers"]
    assert days_of(imported) == [date(2025, 3, 31), date(2025, 6, 30), date(2025, 9, 30), date(2025, 12, 31)]
    assert "too_coarse" in {each.code for each in imported.problems}


@pytest.mark.parametrize(
    "text",
    ["Неделя;Заявки\n1;10\n2;11\n3;12\n", "Week,Leads\nWeek 1,10\nWeek 2,11\n", "Н,Лиды\n1 неделя,3\n2 неделя,4\n"],
)
def test_numbers_of_weeks_without_a_year_are_told_and_not_guessed(write: Any, read: Any, text: str) -> None:
    (imported,) = read(write("a.csv", text), platform="vk")
    assert [each.code for each in imported.problems] == ["week_numbers"]
    assert imported.series == ()


def ga4(unit: str, start: str, end: str | None, rows: int) -> str:
    head = f"# Property: cafe.example\n# Start date: {start}\n" + (f"# End date: {end}\n" if end else "")
    return head + f"{unit},Active users\n" + "".join(f"{number:04d},{number + 10}\n" for number in range(rows))


@pytest.mark.parametrize(
    ("unit", "start", "end", "days"),
    [
        ("Nth week", "20260901", "20260930", [(9, 1), (9, 8), (9, 15), (9, 22)]),
        ("Nth week", "20260901", None, [(9, 1), (9, 8), (9, 15), (9, 22), (9, 29)]),
        ("Nth month", "20260510", "20260831", [(6, 1), (7, 1), (8, 1)]),
        ("Nth day", "20260901", "20260905", [(9, 1), (9, 2), (9, 3), (9, 4), (9, 5)]),
    ],
)
def test_counted_periods_of_analytics_begin_on_their_start_date(
    write: Any, read: Any, unit: str, start: str, end: str | None, days: list[tuple[int, int]]
) -> None:
    rows = 4 if unit == "Nth month" else 5
    (imported,) = read(write("a.csv", ga4(unit, start, end, rows)))
    assert days_of(imported) == [date(2026, month, day) for month, day in days]
    codes = {each.code for each in imported.problems}
    assert ("weeks_counted" in codes) == (unit == "Nth week")
    assert ("part_periods" in codes) == (len(days) < rows)


@pytest.mark.parametrize(("start", "told"), [("20260901", False), ("20260801", True)])
def test_counted_days_that_end_on_another_day_than_the_lines_above_say_are_told(
    write: Any, read: Any, start: str, told: bool
) -> None:
    (imported,) = read(write("a.csv", ga4("Nth day", start, "20260905", 5)))
    assert ("span_differs" in {each.code for each in imported.problems}) == told
