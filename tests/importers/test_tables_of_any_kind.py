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
