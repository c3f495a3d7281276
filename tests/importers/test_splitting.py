"""Tables beside, below and within one another."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest


def values(imported: Any) -> dict[tuple[str | None, str], list[int]]:
    return {(each.platform, each.metric): [int(value) for _day, value in each.points] for each in imported.series}


def test_two_tables_side_by_side_have_their_own_dates(write: Any, read: Any) -> None:
    text = "Дата;Подписчики;;Дата;Заявки\n01.09.2026;898;;04.09.2026;5\n02.09.2026;899;;05.09.2026;6\n"
    (imported,) = read(write("a.csv", text), platform="vk")
    assert [each.points[0][0] for each in imported.series] == [date(2026, 9, 1), date(2026, 9, 4)]


def test_the_begin_and_end_of_a_period_are_one_table(write: Any, read: Any) -> None:
    text = "Начало;Конец;Охват\n07.09.2026;13.09.2026;5\n14.09.2026;20.09.2026;6\n21.09.2026;27.09.2026;6\n"
    (imported,) = read(write("a.csv", text), platform="vk")
    assert imported.series[0].points[0][0] == date(2026, 9, 7)


def test_a_column_of_platforms_parts_the_rows(write: Any, read: Any) -> None:
    text = "Дата;Площадка;Подписчики\n" + "".join(
        f"{day:02d}.09.2026;ВКонтакте;{100 + day}\n{day:02d}.09.2026;Telegram;{200 + day}\n" for day in (1, 2, 3)
    )
    (imported,) = read(write("a.csv", text))
    assert values(imported) == {("vk", "followers"): [101, 102, 103], ("telegram", "followers"): [201, 202, 203]}
    assert not imported.problems


def test_captions_above_the_header_tell_columns_apart(write: Any, read: Any) -> None:
    text = ";ВКонтакте;;Telegram;\nДата;Подписчики;Охват;Подписчики;Охват\n" + "".join(
        f"{day:02d}.09.2026;10;20;30;40\n" for day in (1, 2, 3)
    )
    (imported,) = read(write("a.csv", text))
    assert set(values(imported)) == {(p, m) for p in ("vk", "telegram") for m in ("followers", "reach")}
    assert values(imported)["telegram", "reach"] == [40, 40, 40]


def test_sheets_of_a_month_each_make_one_series_however_many(tmp_path: Path, read: Any) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    for month in range(1, 11):
        sheet = book.active if month == 1 else book.create_sheet()
        sheet.append(["Дата", "Подписчики"])
        for day in range(1, 29):
            sheet.append([date(2026, month, day), month * 100 + day])
    book.save(tmp_path / "a.xlsx")
    (imported,) = read(tmp_path / "a.xlsx", platform="vk")
    (series,) = imported.series
    assert (len(series.points), series.points[-1]) == (280, (date(2026, 10, 28), 1028))
    assert len(imported.columns) == 1


@pytest.mark.parametrize(
    ("rows", "rate", "codes"),
    [
        ("100;5;0,05", 5, ["fractions_taken"]),  # 5 of 100 are 5 %
        ("1000;5;0,5", 0.5, []),  # 5 of 1000 are 0,5 %
        ("1000;77;0,5", 0.5, ["fraction_or_percent"]),
        ("1000;77;0,0512", 5.12, ["fractions_taken"]),
    ],
)
def test_a_rate_below_1_is_recomputed_from_its_parts(
    write: Any, read: Any, rows: str, rate: float, codes: list[str]
) -> None:
    text = "Дата;Охват;Взаимодействия;ER\n" + "".join(f"{day:02d}.09.2026;{rows}\n" for day in range(1, 6))
    (imported,) = read(write("a.csv", text), platform="vk")
    (series,) = (each for each in imported.series if each.metric == "engagement_rate")
    assert float(series.points[0][1]) == rate
    assert [each.code for each in imported.problems] == codes


def test_rows_may_name_both_platform_and_metric(write: Any, read: Any) -> None:
    text = "Дата;Площадка;Показатель;Значение\n" + "".join(
        f"{day:02d}.09.2026;ВК;Подписчики;{100 + day}\n{day:02d}.09.2026;Telegram;Подписчики;{200 + day}\n"
        f"{day:02d}.09.2026;ВК;Охват;{300 + day}\n"
        for day in (1, 2, 3)
    )
    (imported,) = read(write("a.csv", text))
    assert values(imported) == {
        ("vk", "followers"): [101, 102, 103],
        ("vk", "reach"): [301, 302, 303],
        ("telegram", "followers"): [201, 202, 203],
    }


def test_a_title_of_several_cells_names_no_columns(write: Any, read: Any) -> None:
    text = "Отчёт;за сентябрь\nДата;Охват;Охват\n01.09.2026;5;6\n02.09.2026;5;6\n"
    (imported,) = read(write("a.csv", text), platform="vk")
    assert [each.code for each in imported.problems] == ["same_name"]


def test_net_change_beside_gains_is_not_used_twice(write: Any, read: Any) -> None:
    text = "Дата;Подписчики;Прирост\n01.09.2026;-2;5\n02.09.2026;3;4\n"
    (imported,) = read(write("a.csv", text), platform="vk")
    assert values(imported) == {("vk", "new_followers"): [5, 4]}
    assert {each.code for each in imported.problems} == {"second_column", "no_level_given"}
