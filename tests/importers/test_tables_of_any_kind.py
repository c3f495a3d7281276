from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from smartgoal.importers.columns import metric_of, platform_of


@pytest.mark.parametrize(
    ("name", "metric"),
    [
        ("Подписчики", "followers"),
        ("Подписчики Instagram", "followers"),
        ("Подписчики IG", "followers"),
        ("Followers", "followers"),
        ("Новые подписчики", "new_followers"),
        ("Охват, чел.", "reach"),
        ("ER, %", "engagement_rate"),
        ("Выручка (₽)", "revenue"),
        ("Всего лайков", "likes"),
        ("Вовлечённость", "engagement_rate"),
        ("Заметка", None),
        ("", None),
    ],
)
def test_a_column_is_known_by_the_names_people_use(name: str, metric: str | None) -> None:
    assert metric_of(name, {}) == metric


def test_what_the_user_says_comes_first() -> None:
    assert metric_of("подписчики ", {"Подписчики": "members"}) == "members"


def test_one_platform_in_the_words_is_taken_and_two_are_not() -> None:
    assert platform_of("Подписчики ВК", "Охват") == "vk"
    assert platform_of("ВК", "Instagram") is None


def test_a_mapping_makes_an_unknown_table_readable(write: Any, read: Any) -> None:
    path = write("a.csv", "Когда;База;Прочее\n01.10.2026;10;1\n02.10.2026;11;1\n")
    (unknown,) = read(path)
    (known,) = read(path, mapping={"База": "followers", "Прочее": "-"}, platform="vk")
    assert unknown.failed
    assert [each.code for each in unknown.problems][-1] == "no_known_column"
    assert known.series[0].points[-1] == (date(2026, 10, 2), Decimal(11))
    assert not known.problems


def test_a_second_column_of_one_metric_is_told_and_left_out(write: Any, read: Any) -> None:
    text = "Date,Followers,Total followers\n2026-10-01,10,20\n2026-10-02,11,21\n"
    (imported,) = read(write("a.csv", text), platform="vk")
    assert [value for _day, value in imported.series[0].points] == [10, 11]
    assert "second_column" in {each.code for each in imported.problems}


def test_totals_above_and_below_and_units_are_no_days(write: Any, read: Any) -> None:
    text = "Дата,Подписчики\nИтого и средние,999\n2026-10-01,10\n2026-10-02,11\nИтого,21\n"
    (imported,) = read(write("a.csv", text), platform="vk")
    assert len(imported.series[0].points) == 2
    assert not imported.problems


def test_a_missing_mark_is_no_zero(write: Any, read: Any) -> None:
    text = "Date,Followers\n2026-10-01,10\n2026-10-02,--\n2026-10-03,NAN\n2026-10-04,0\n"
    (imported,) = read(write("a.csv", text), platform="vk")
    assert [int(value) for _day, value in imported.series[0].points] == [10, 0]


def test_an_unknown_file_says_what_was_seen(write: Any, read: Any) -> None:
    (imported,) = read(write("a.csv", "Имя;Город\nАнна;Тверь\nИван;Омск\n"))
    (problem,) = imported.problems
    assert imported.format is None
    assert problem.code == "unknown_format"
    assert problem.values == {"encoding": "utf-8", "delimiter": ";", "columns": ("Имя", "Город")}


def test_an_encoding_can_be_given(write: Any, read: Any) -> None:
    path = write("a.csv", "Дата;Подписчики\n01.10.2026;10\n02.10.2026;11\n", "koi8-r")
    (imported,) = read(path, platform="vk", encoding="koi8-r")
    assert imported.series[0].metric == "followers"
    (wrong,) = read(path, encoding="no-such")
    assert [each.code for each in wrong.problems] == ["unknown_encoding"]


def test_each_column_may_name_its_own_platform(write: Any, read: Any) -> None:
    text = "Дата;Подписчики ВК;Подписчики Instagram;Охват ВК\n01.10.2026;10;20;5\n02.10.2026;11;21;6\n"
    (imported,) = read(write("a.csv", text))
    found = {(each.platform, each.metric): int(each.points[-1][1]) for each in imported.series}
    assert found == {("vk", "followers"): 11, ("instagram", "followers"): 21, ("vk", "reach"): 6}


def test_a_sheet_with_a_column_a_month_is_turned(write: Any, read: Any) -> None:
    text = (
        "Отчёт по ВК\n\n;Июль 2026;Август 2026;Сентябрь 2026\nПодписчики;100;110;125\nВыручка, ₽;1 200,50;1 300;900\n"
    )
    (imported,) = read(write("a.csv", text))
    followers, revenue = imported.series
    assert followers.points == tuple((date(2026, month, 1), Decimal(n)) for month, n in ((7, 100), (8, 110), (9, 125)))
    assert (followers.platform, followers.every) == ("vk", "month")
    assert revenue.points[0][1] == Decimal("1200.50")


def test_words_around_numbers_and_dates_are_understood(write: Any, read: Any) -> None:
    text = "Дата;Выручка\n01.10.2026 (чт);12 500 ₽\n02.10.2026 (пт);1 300,50 руб.\nсб 03.10.2026;900\n"
    (imported,) = read(write("a.csv", text), platform="vk")
    assert [value for _day, value in imported.series[0].points] == [12500, Decimal("1300.50"), 900]


def test_a_period_stands_for_its_first_day(write: Any, read: Any) -> None:
    text = "Неделя;Охват\n05.10.2026 – 11.10.2026;100\n12.10.2026 – 18.10.2026;120\n19.10.2026 – 25.10.2026;90\n"
    (imported,) = read(write("a.csv", text), platform="vk")
    assert (imported.series[0].every, imported.series[0].points[0][0]) == ("week", date(2026, 10, 5))


def test_rows_that_name_the_metric_make_a_long_table(write: Any, read: Any) -> None:
    text = "date;what;how many\n" + "".join(
        f"{day:02d}.10.2026;{name};{day}\n" for day in range(1, 9) for name in ("Лайки", "Репосты", "Погода")
    )
    (imported,) = read(write("a.csv", text), platform="vk")
    assert [each.metric for each in imported.series] == ["likes", "shares"]
    assert [(each.name, each.metric) for each in imported.columns][-1] == ("Погода", None)


def test_a_broken_row_is_told_with_its_line_and_the_rest_is_read(write: Any, read: Any) -> None:
    text = 'Date,Followers\n2026-10-01,10\nrubbish\n2026-10-03,"12\n'
    (imported,) = read(write("a.csv", text), platform="vk")
    assert len(imported.series[0].points) == 1
    assert {(each.code, each.line) for each in imported.problems if each.line} >= {("bad_date", 3), ("broken_row", 4)}
