from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from smartgoal.importers.columns import meaning_of, metric_of, platform_of


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
    assert metric_of(name) == metric


@pytest.mark.parametrize(
    ("name", "metric", "aside", "factor"),
    [
        ("Подписчики (план)", "followers", "planned_column", 1),
        ("План подписчики", "followers", "planned_column", 1),
        ("Leads (goal)", "leads", "planned_column", 1),
        ("Reach, target", "reach", "planned_column", 1),
        ("Подписчики (факт)", "followers", None, 1),
        ("Выручка, тыс. руб.", "revenue", None, 1000),
        ("Охват (тыс.)", "reach", None, 1000),
        ("Выручка млн ₽", "revenue", None, 1_000_000),
        ("Revenue (k$)", "revenue", None, 1000),
        ("Подписчики, %", "followers", "not_a_count", 1),
        ("Прирост подписчиков, %", "new_followers", "not_a_count", 1),
        ("Продажи, руб", "revenue", None, 1),
        ("Sales ($)", "revenue", None, 1),
        ("Заявки, руб.", "leads", "not_a_count", 1),
        ("Подписчики (конкурент)", "followers", "foreign_column", 1),
        ("Охват (прошлый месяц)", "reach", "foreign_column", 1),
        ("Followers (competitor)", "followers", "foreign_column", 1),
        ("Заявки (нарастающим итогом)", "leads", "running_column", 1),
        ("Подписчики (накопительно)", "followers", None, 1),
        ("Охват, чел.", "reach", None, 1),
        ("Кол-во заявок", "leads", None, 1),
        ("Reactions, Comments and Shares", None, None, 1),
        ("Подписчики за день", None, None, 1),
        ("Прирост за день", "new_followers", None, 1),
        ("Охват мин.", None, None, 1),
        ("Время ответа, мин.", "response_time", None, 1),
        ("Max охват", None, None, 1),
        ("Охват max", None, None, 1),
    ],
)
def test_words_around_a_name_tell_what_its_numbers_are(
    name: str, metric: str | None, aside: str | None, factor: int
) -> None:
    found = meaning_of(name)
    assert (found.metric, found.aside) == (metric, aside)
    assert found.factor == factor


def test_what_the_user_says_comes_first(write: Any, read: Any) -> None:
    path = write("a.csv", "Дата;Подписчики \n01.10.2026;10\n02.10.2026;11\n")
    (imported,) = read(path, mapping={"подписчики": "members"}, platform="vk")
    assert [each.metric for each in imported.series] == ["members"]


def test_the_fact_is_read_and_the_plan_is_told(write: Any, read: Any) -> None:
    text = "Дата;Подписчики;Подписчики (план);Подписчики (факт)\n01.10.2026;1;1100;990\n02.10.2026;1;1100;995\n"
    (imported,) = read(write("a.csv", text), platform="vk")
    assert [int(value) for _day, value in imported.series[0].points] == [990, 995]
    assert [each.code for each in imported.problems] == ["planned_column", "second_column"]


def test_thousands_are_multiplied(write: Any, read: Any) -> None:
    text = "Дата;Выручка, тыс. руб.;Охват (тыс.)\n01.10.2026;1 200,5;3,125\n02.10.2026;900;4\n"
    (imported,) = read(write("a.csv", text), platform="vk")
    revenue, reach = ([int(value) for _day, value in each.points] for each in imported.series)
    assert (revenue, reach) == ([1_200_500, 900_000], [3125, 4000])


def test_words_that_nobody_understands_are_told(write: Any, read: Any) -> None:
    (imported,) = read(write("a.csv", "Дата;Охват (Тверь)\n01.10.2026;10\n02.10.2026;11\n"), platform="vk")
    assert imported.series
    assert [each.values["words"] for each in imported.problems] == ["тверь"]


def test_a_share_in_the_cells_is_no_count(write: Any, read: Any) -> None:
    text = "Дата;Подписчики;Прирост\n01.10.2026;10;1,5%\n02.10.2026;11;2,5%\n"
    (imported,) = read(write("a.csv", text), platform="vk")
    assert [each.metric for each in imported.series] == ["followers"]
    assert [each.code for each in imported.problems] == ["not_a_count"]


def test_a_known_column_of_words_is_told(write: Any, read: Any) -> None:
    text = "Дата;Подписчики;Комментарии\n01.10.2026;10;хороший день\n02.10.2026;11;дождь\n"
    (imported,) = read(write("a.csv", text), platform="vk")
    assert [each.code for each in imported.problems] == ["no_numbers"]


def test_half_of_a_column_may_be_unreadable_and_is_told(write: Any, read: Any) -> None:
    rows = "".join(f"{day:02d}.10.2026;{day if day % 2 else '(3)'}\n" for day in range(1, 21))
    (imported,) = read(write("a.csv", "Дата;Прирост\n" + rows), platform="vk")
    assert len(imported.series[0].points) == 10
    assert {"bad_number", "more"} <= {each.code for each in imported.problems}


def test_a_mapped_column_that_no_file_has_is_told(write: Any, read: Any) -> None:
    path = write("a.csv", "Дата;Подписчики\n01.10.2026;10\n02.10.2026;11\n")
    wanted = {"Foo": "reach", "Подписчики": "followers"}
    (imported,) = read(path, mapping=wanted, asked=frozenset(wanted), platform="vk")
    assert [(each.code, each.values) for each in imported.problems] == [("no_such_column", {"column": "Foo"})]


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


def test_a_platform_in_one_name_is_not_that_of_the_other_columns(write: Any, read: Any) -> None:
    text = "Date,Followers,Website clicks,Просмотры Telegram\n2026-10-01,10,1,5\n2026-10-02,11,2,6\n"
    (imported,) = read(write("max_values.csv", text))
    found = {(each.platform, each.metric) for each in imported.series}
    assert found == {(None, "followers"), (None, "site_clicks"), ("telegram", "views")}


@pytest.mark.parametrize(
    ("text", "platform"),
    [("MAX", "max"), ("Подписчики Max", "max"), ("канал max", "max"), ("Max охват", None), ("max_values.csv", None)],
)
def test_max_is_a_platform_only_as_the_name_of_the_messenger(text: str, platform: str | None) -> None:
    assert platform_of(text) == platform


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


def test_numbers_that_leap_and_fall_may_be_gains_and_that_is_asked(write: Any, read: Any) -> None:
    text = "Дата;Подписчики\n" + "".join(f"{day:02d}.10.2026;{day * 5 % 7}\n" for day in range(1, 15))
    path = write("a.csv", text)
    (asked,), (told,) = read(path, platform="vk"), read(path, platform="vk", mapping={"Подписчики": "new_followers"})
    assert asked.failed
    assert "gains_or_level" in {each.code for each in asked.problems}
    assert [each.metric for each in told.series] == ["new_followers"]


def test_rows_with_links_are_posts_and_summed_by_day(write: Any, read: Any) -> None:
    text = (
        "Date,Url,Likes\n2026-10-25 16:00,https://vk.com/wall-1_1,5\n2026-10-25 18:00,https://vk.com/wall-1_2,7\n"
        "2026-10-26 09:00,https://vk.com/wall-1_3,1\n"
    )
    (imported,) = read(write("a.csv", text))
    found = {each.metric: ([int(value) for _day, value in each.points], each.per_post) for each in imported.series}
    assert found == {"posts": ([2, 1], False), "likes": ([12, 1], True)}
    assert {each.platform for each in imported.series} == {"vk"}
    assert not imported.problems


@pytest.mark.parametrize(
    "text",
    [
        "Дата;Текст;Охват\n01.10.2026;Reels;10\n02.10.2026;Пост;11\n",
        "Дата;Охват;Ссылка\n01.10.2026;10;\n02.10.2026;11;https://vk.com/wall-1_1\n03.10.2026;12;\n",
    ],
)
def test_a_note_beside_a_day_makes_no_posts(write: Any, read: Any, text: str) -> None:
    (imported,) = read(write("a.csv", text), platform="vk")
    assert [each.per_post for each in imported.series] == [False]


def test_rows_of_a_long_table_are_known_by_all_their_words(write: Any, read: Any) -> None:
    text = "date;what;number\n" + "".join(
        f"{day:02d}.10.2026;{name};{day}\n"
        for day in range(1, 9)
        for name in ("Выручка, тыс. руб.", "Охват (план)", "Лайки")
    )
    (imported,) = read(write("a.csv", text), platform="vk")
    assert {each.metric: int(each.points[-1][1]) for each in imported.series} == {"revenue": 8000, "likes": 8}
    assert [each.code for each in imported.problems] == ["planned_column"]


def test_two_columns_of_one_name_are_told_as_such(write: Any, read: Any) -> None:
    (imported,) = read(write("a.csv", "Дата;Охват;Охват\n01.10.2026;1;2\n02.10.2026;3;4\n"), platform="vk")
    assert [each.code for each in imported.problems] == ["same_name"]


def dated_table(column: str, values: list[int]) -> str:
    rows = (f"{date(2026, 9, 1) + timedelta(days=place)},{value}\n" for place, value in enumerate(values))
    return f"Date,{column}\n{''.join(rows)}"


@pytest.mark.parametrize(
    ("column", "values"),
    [
        ("Reviews", [14] * 12 + [15] * 12 + [16] * 12 + [18] * 4),
        ("Leads", [3 * day + day % 3 for day in range(30)]),
        ("Revenue", [90_000 + 400 * day for day in range(40)]),
    ],
)
def test_a_running_total_of_what_adds_up_is_not_believed_but_told_with_the_way_to_say_otherwise(
    write: Any, read: Any, column: str, values: list[int]
) -> None:
    path = write("stats.csv", dated_table(column, values))
    (found,) = read(path)
    assert found.series == ()
    assert [each.metric for each in found.columns] == [None]
    (told,) = (each for each in found.problems if each.code == "looks_running")
    (said,) = read(path, mapping={column: told.values["metric"]})
    assert [each.metric for each in said.series] == [told.values["metric"]]


@pytest.mark.parametrize(
    ("column", "values"),
    [
        ("Leads", [3, 4, 4, 5, 6, 7, 9]),  # a few days
        ("Leads", [day + (day * 7) % 5 for day in range(40)]),  # a flow that rises, up and down
        ("Posts", [1] * 20 + [2] * 20),  # a rhythm that was changed once
        ("Leads", [2] * 40),
        ("Reach", [900 + 5 * day for day in range(40)]),  # people: never added up
    ],
)
def test_a_flow_that_rises_or_stays_is_no_running_total(write: Any, read: Any, column: str, values: list[int]) -> None:
    (found,) = read(write("stats.csv", dated_table(column, values)))
    assert "looks_running" not in {each.code for each in found.problems}
    assert len(found.series) == 1


def hours(rows: str, days: int = 5) -> str:
    return "".join(rows.format(day=f"2026-11-{day:02d}") for day in range(1, days + 1))


def points_of(found: Any) -> dict[str, list[int]]:
    return {each.metric: [int(value) for _day, value in each.points] for each in found.series}


def test_hours_are_summed_and_of_a_level_the_last_counts(write: Any, read: Any) -> None:
    rows = "{day} 20:00,1,105,9\n{day} 08:00,1,101,8\n{day} 12:00,1,103,7\n"
    (found,) = read(write("hours.csv", "Date,Leads,Followers,Reach\n" + hours(rows)))
    assert points_of(found) == {"leads": [3] * 5, "followers": [105] * 5}
    codes = [each.code for each in found.problems]
    assert "doubled_day" not in codes
    assert {"several_rows_a_day", "parts_not_added"} <= set(codes)


def test_as_many_rows_on_each_day_are_its_parts(write: Any, read: Any) -> None:
    rows = "{day},8,1\n{day},12,2\n{day},20,1\n"
    (found,) = read(write("hours.csv", "Date,Hour,Leads\n" + hours(rows)))
    assert points_of(found) == {"leads": [4] * 5}


def test_parts_of_days_may_be_alike(write: Any, read: Any) -> None:
    (found,) = read(write("hours.csv", "Date,Leads\n" + hours("{day},1\n{day},0\n{day},1\n")))
    assert points_of(found) == {"leads": [2] * 5}


@pytest.mark.parametrize(
    "rows",
    [
        hours("{day},4\n") + hours("{day},4\n"),  # an export pasted twice
        hours("{day},4\n{day},4\n"),
        hours("{day},4\n") + "2026-11-03,9\n",  # one day that came twice
        hours("{day},4\n") + hours("{day},9\n"),  # two pages one below the other
    ],
)
def test_a_day_that_came_twice_is_not_summed(write: Any, read: Any, rows: str) -> None:
    (found,) = read(write("days.csv", "Date,Leads\n" + rows))
    assert {value for values in points_of(found).values() for value in values} <= {4}
    assert "doubled_day" in {each.code for each in found.problems}


def test_two_readings_of_one_day_among_many_are_no_parts(write: Any, read: Any) -> None:
    rows = hours("{day} 23:00,4,100\n") + "2026-11-05 12:00,2,99\n"
    (found,) = read(write("days.csv", "Date,Leads,Followers\n" + rows))
    assert points_of(found)["leads"] == [4] * 4


def test_a_clock_without_hours_among_others_with_hours_is_told_and_left_out(write: Any, read: Any) -> None:
    rows = "2026-11-01,0:45\n2026-11-02,01:05:00\n2026-11-03,38\n"
    (found,) = read(write("answers.csv", "Date,Response time\n" + rows))
    assert points_of(found) == {"response_time": [65, 38]}
    assert [each.line for each in found.problems if each.code == "clock_unclear"] == [2]
    (alike,) = read(write("alike.csv", "Date,Response time\n2026-11-01,2:30\n2026-11-02,12:00\n"))
    assert [each.code for each in alike.problems if each.code.startswith("clock")] == ["clock_as_minutes"]
    (whole,) = read(write("whole.csv", "Date,Response time\n2026-11-01,0:02:30\n2026-11-02,0:12:00\n"))
    assert not [each.code for each in whole.problems if each.code.startswith("clock")]


def test_a_folder_without_files_is_told(tmp_path: Path, read: Any) -> None:
    (found,) = read(tmp_path)
    assert (found.failed, [each.code for each in found.problems]) == (True, ["empty_folder"])
