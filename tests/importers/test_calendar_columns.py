"""Dates that only the name of their column tells."""

from datetime import date
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
