"""Weeks and months as people write them: by their ends, by their number, without a year, a sheet a month."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from smartgoal.importers.dates import shape

WEEKS = (date(2026, 8, 31), date(2026, 9, 7), date(2026, 9, 21))
RU = {8: "августа", 9: "сентября"}
EN = {8: "Aug", 9: "Sep"}


def days_of(imported: Any) -> list[date]:
    return [day for day, _value in imported.series[0].points]


def codes(imported: Any) -> set[str]:
    return {each.code for each in imported.problems}


def table(cells: list[str], name: str = "Неделя") -> str:
    return f"{name};Подписчики\n" + "".join(f"{cell};{place}\n" for place, cell in enumerate(cells, 1200))


@pytest.mark.parametrize(
    "pattern",
    [
        "{a:%d.%m}–{b:%d.%m}",
        "{a:%d.%m} – {b:%d.%m}",
        "{a:%d.%m.%y}-{b:%d.%m.%y}",
        "{a.day}.{a.month}-{b.day}.{b.month}",
        "с {a:%d.%m} по {b:%d.%m}",
        "{a:%m/%d}-{b:%m/%d}",
        "{a:%d.%m}-{b:%d.%m.%Y}",
        "{a:%d/%m/%Y} - {b:%d/%m/%Y}",
        "Неделя {a:%d.%m}–{b:%d.%m}",
        "36-я ({a:%d.%m}–{b:%d.%m})",
        "{a.day} {ru_a} – {b.day} {ru_b}",
        "{en_a} {a.day} – {en_b} {b.day}, {b.year}",
    ],
)
def test_weeks_by_their_ends_begin_on_the_first_day(write: Any, read: Any, pattern: str) -> None:
    ends = [(a, a + timedelta(days=6)) for a in WEEKS]
    cells = [
        pattern.format(a=a, b=b, ru_a=RU[a.month], ru_b=RU[b.month], en_a=EN[a.month], en_b=EN[b.month])
        for a, b in ends
    ]
    (imported,) = read(write("a.csv", table([f'"{each}"' for each in cells])), platform="vk")
    assert days_of(imported) == list(WEEKS)
    assert imported.series[0].every == "uneven" or "missing_weeks" in codes(imported)


@pytest.mark.parametrize(
    "cell",
    [
        "7-13 сентября", "7–13 сен", "7 - 13 сентября", "Sep 7-13", "Sep 7 – 13", "07-13.09",
        "7-13 сентября 2026", "September 7-13, 2026", "07-13.09.2026", "7-13 сен. 2026 г.", "12-18 Oct",
    ],
)  # fmt: skip
def test_two_days_of_one_month_are_no_year(cell: str) -> None:
    found = shape(cell)
    assert found is not None
    assert (found.month, found.day) in {(9, 7), (10, 12)}
    assert found.year == (2026 if "2026" in cell else None)


@pytest.mark.parametrize("cell", ["18-24", "1.2-3.4", "12-5", "31.09-06.10", "20.12-20.11", "от 7 до 13"])
def test_other_pairs_of_numbers_are_no_period(cell: str) -> None:
    assert shape(cell) is None


def test_a_week_over_new_year_begins_in_the_old_one() -> None:
    found = shape("28.12–03.01.2027")
    assert found is not None
    assert (found.year, found.month, found.day) == (2026, 12, 28)


def test_the_year_of_weeks_may_stand_in_the_title(write: Any, read: Any) -> None:
    text = "Отчёт за 2025 год;\n" + table([f"{a:%d.%m}–{a + timedelta(days=6):%d.%m}" for a in WEEKS])
    (imported,) = read(write("a.csv", text), platform="vk")
    assert days_of(imported)[0] == date(2025, 8, 31)


def test_numbers_of_weeks_count_in_the_year_of_the_title(write: Any, read: Any) -> None:
    text = "2026;\n" + table(["36 неделя", "37 неделя", "39 неделя"])
    (imported,) = read(write("a.csv", text), platform="vk")
    assert days_of(imported) == list(WEEKS)
    assert "iso_weeks" in codes(imported)


@pytest.mark.parametrize("first", ["Отчёт;\n", "2026;\n"])
def test_weeks_without_a_year_or_counted_from_the_first_are_asked(write: Any, read: Any, first: str) -> None:
    start = 1 if "2026" in first else 36
    (imported,) = read(write("a.csv", first + table([f"Неделя {start + place}" for place in range(4)])), platform="vk")
    assert codes(imported) == {"week_numbers"}


def test_months_without_a_year_may_be_more_than_twelve(write: Any, read: Any) -> None:
    names = ["Сентябрь", "Октябрь", "Ноябрь", "Декабрь", "Январь", "Февраль", "Март", "Апрель", "Май", "Июнь", "Июль"]
    cells = [*names, "Август", "Сентябрь", "Октябрь"]
    (rising,) = read(write("a.csv", table(cells, "Месяц")), platform="vk")
    (falling,) = read(write("b.csv", table(cells[::-1], "Месяц")), platform="vk")
    for imported in (rising, falling):
        assert (len(days_of(imported)), days_of(imported)[0]) == (14, date(2025, 9, 1))
        assert codes(imported) == {"year_assumed"}


def test_a_month_that_comes_twice_is_told_in_plain_words(write: Any, read: Any) -> None:
    (imported,) = read(write("a.csv", table(["Март", "Апрель", "Апрель", "Май", "Июнь"], "Месяц")), platform="vk")
    (doubled,) = (each for each in imported.problems if each.code == "doubled_day")
    assert doubled.values["text"] == "04"


@pytest.mark.parametrize("names", [("Сентябрь", "Октябрь"), ("Сентябрь 2026", "Октябрь 2026"), ("Sep 26", "Oct 26")])
def test_days_by_number_are_of_the_month_that_the_sheet_names(tmp_path: Path, read: Any, names: Any) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    book.remove(book.active)
    for month, name in enumerate(names, 9):
        sheet = book.create_sheet(name)
        sheet.append(["День", "Подписчики", "Заявки"])
        for day in range(1, 31):
            sheet.append([day, month * 100 + day, 1])
        sheet.append(["Итого", None, 30])
    book.save(tmp_path / "a.xlsx")
    (imported,) = read(tmp_path / "a.xlsx", platform="vk")
    assert (days_of(imported)[0], days_of(imported)[-1]) == (date(2026, 9, 1), date(2026, 10, 30))
    assert [each.metric for each in imported.series] == ["followers", "leads"]


def test_names_below_merged_captions_are_the_header(write: Any, read: Any) -> None:
    rows = "".join(f"{day:02d}.09.2026;10;20;30;40\n" for day in (1, 2, 3))
    text = "Дата;ВКонтакте;;Телеграм;\n;Подписчики;Охват;Подписчики;Охват\n" + rows
    (imported,) = read(write("a.csv", text))
    assert {(each.platform, each.metric): int(each.points[0][1]) for each in imported.series} == {
        ("vk", "followers"): 10, ("vk", "reach"): 20, ("telegram", "followers"): 30, ("telegram", "reach"): 40,
    }  # fmt: skip


def test_units_below_the_header_are_no_names(write: Any, read: Any) -> None:
    text = "Дата;Подписчики;Охват\n;чел.;чел.\n01.09.2026;10;20\n02.09.2026;11;21\n"
    (imported,) = read(write("a.csv", text), platform="vk")
    assert [each.metric for each in imported.series] == ["followers", "reach"]


def test_blocks_of_a_turned_table_are_told_apart_by_their_captions(write: Any, read: Any) -> None:
    text = (
        "Показатель;01.07.2026;01.08.2026;01.09.2026\nВК;;;\nПодписчики;1;2;3\nОхват;4;5;6\n"
        "Инстаграм;;;\nПодписчики;7;8;9\nОхват;10;11;12\n"
    )
    (imported,) = read(write("a.csv", text))
    assert {(each.platform, each.metric): int(each.points[-1][1]) for each in imported.series} == {
        ("vk", "followers"): 3, ("vk", "reach"): 6, ("instagram", "followers"): 9, ("instagram", "reach"): 12,
    }  # fmt: skip


def test_one_caption_above_the_names_tells_the_platform(write: Any, read: Any) -> None:
    rows = "".join(f"{day:02d}.09.2026;10;20\n" for day in (1, 2, 3))
    (imported,) = read(write("a.csv", "Дата;Телеграм;\n;Подписчики;Охват\n" + rows))
    assert {(each.platform, each.metric) for each in imported.series} == {
        ("telegram", "followers"), ("telegram", "reach"),
    }  # fmt: skip
