"""An absent day, a zero and an unknown day are three things; what is doubtful is told."""

import zipfile
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from smartgoal.importers import Import
from smartgoal.model.series import Problem, Series

START = date(2026, 10, 1)


def days(count: int, start: date = START) -> list[date]:
    return [start + timedelta(days=each) for each in range(count)]


def meta(title: str, rows: list[tuple[date, str]]) -> str:
    return f'sep=,\n"{title}"\n"Date","Primary"\n' + "".join(f'"{day}T00:00:00","{value}"\n' for day, value in rows)


def overview(rows: list[tuple[str, str]]) -> str:
    header = "Date,Impressions,Likes,Engagements,New follows,Unfollows\n"
    return header + "".join(f'"{day}",{numbers}\n' for day, numbers in rows)


def told(imported: Import, code: str) -> list[Problem]:
    return [each for each in imported.problems if each.code == code]


def only(imported: Import, metric: str) -> Series:
    (series,) = (each for each in imported.series if each.metric == metric)
    return series


def test_a_hole_in_a_metric_that_prints_zeros_stays_unknown_and_is_told(write: Any, read: Any) -> None:
    rows = [(day, "5") for day in days(10)]
    del rows[3:5]
    (imported,) = read(write("Reach.csv", meta("Instagram reach", rows)))
    assert len(only(imported, "reach").points) == 8
    (problem,) = told(imported, "missing_days")
    assert problem.values == {"count": 2, "first": date(2026, 10, 4), "last": date(2026, 10, 5)}


def test_follows_that_print_zeros_do_not_get_zeros_for_their_holes(write: Any, read: Any) -> None:
    rows = [(day, "0" if place % 3 else "2") for place, day in enumerate(days(10))]
    del rows[4]
    (imported,) = read(write("Follows.csv", meta("Facebook follows", rows)))
    assert len(only(imported, "new_followers").points) == 9
    assert told(imported, "missing_days")
    assert not told(imported, "zero_days_filled")


def test_an_empty_cell_is_missing_and_not_zero(write: Any, read: Any) -> None:
    (imported,) = read(write("x.csv", overview([("2026-10-01", "5,1,2,3,0"), ("2026-10-02", "6,1,2,,")])))
    assert len(only(imported, "new_followers").points) == 1
    assert len(only(imported, "impressions").points) == 2


def test_a_doubled_day_with_two_numbers_is_used_by_neither(write: Any, read: Any) -> None:
    rows = [(day, str(place)) for place, day in enumerate(days(6))]
    rows.insert(4, (rows[3][0], "99"))
    (imported,) = read(write("Reach.csv", meta("Instagram reach", rows)))
    assert rows[3][0] not in dict(only(imported, "reach").points)
    (problem,) = told(imported, "doubled_day")
    assert (problem.line, problem.values["first"]) == (8, 7)


def test_a_day_out_of_order_is_told_with_its_line(write: Any, read: Any) -> None:
    rows = [(day, "1") for day in days(20)]
    rows[7] = (date(2026, 1, 8), "1")  # a changed digit in the month
    (imported,) = read(write("Reach.csv", meta("Instagram reach", rows)))
    assert [each.line for each in told(imported, "unordered_day")] == [11]
    assert told(imported, "missing_days")


def test_a_day_ahead_is_left_out_and_told(write: Any, read: Any) -> None:
    rows = [(day, "1") for day in days(5)]
    rows[2] = (date(2062, 10, 3), "1")
    (imported,) = read(write("Reach.csv", meta("Instagram reach", rows)))
    assert max(day for day, _value in only(imported, "reach").points) == date(2026, 10, 5)
    assert told(imported, "impossible_day")


def test_a_row_of_the_wrong_width_never_shifts_columns(write: Any, read: Any) -> None:
    text = overview([("2026-10-01", "5,1,2,3,0"), ("2026-10-02", "6,1,2,3"), ("2026-10-03", "7,1,2,3,0,9")])
    (imported,) = read(write("x.csv", text))
    assert only(imported, "impressions").points == ((date(2026, 10, 1), Decimal(5)),)
    assert [each.line for each in told(imported, "bad_row")] == [3, 4]


def test_a_number_that_a_spreadsheet_turned_into_a_date_is_refused_and_told(write: Any, read: Any) -> None:
    text = "Дата;Подписчики;ER, %\n" + "".join(f"{day:%d.%m.%Y};100;4,{day.day}\n" for day in days(5))
    (imported,) = read(write("a.csv", text.replace("4,3", "3.апр")), platform="vk")
    assert len(only(imported, "engagement_rate").points) == 4
    (problem,) = told(imported, "number_became_date")
    assert problem.line == 4
    assert problem.values["text"] == "3.апр"


def test_leading_zeros_are_cut_only_where_a_metric_came_late(write: Any, read: Any) -> None:
    rows = [(day, "0" if place < 40 else "70") for place, day in enumerate(days(50))]
    (views,) = read(write("Views.csv", meta("Instagram views", rows)))
    (visits,) = read(write("Visits.csv", meta("Instagram profile visits", rows)))
    (few,) = read(write("Few.csv", meta("Instagram views", rows[30:])))
    assert [len(each.series[0].points) for each in (views, visits, few)] == [10, 50, 20]
    assert [bool(told(each, "leading_zeros")) for each in (views, visits, few)] == [True, False, False]


def test_views_across_the_break_of_2024_are_told(write: Any, read: Any) -> None:
    rows = [(day, "9") for day in days(200, date(2024, 6, 1))]
    (imported,) = read(write("Views.csv", meta("Instagram views", rows)))
    (later,) = read(write("Later.csv", meta("Instagram views", [(day, "9") for day in days(30)])))
    assert told(imported, "series_break")
    assert not told(later, "series_break")


def test_bare_titles_leave_the_platform_open_until_it_is_given(write: Any, read: Any) -> None:
    path = write("Views.csv", meta("Views", [(day, "9") for day in days(9)]))
    (asked,), (given,) = read(path), read(path, platform="facebook")
    assert asked.series[0].platform is None
    assert told(asked, "platform_unknown")
    assert given.series[0].platform == "facebook"
    assert not told(given, "platform_unknown")


def test_a_platform_in_the_file_is_not_overruled(write: Any, read: Any) -> None:
    path = write("Reach.csv", meta("Instagram reach", [(day, "9") for day in days(9)]))
    (imported,) = read(path, platform="facebook")
    assert imported.series[0].platform == "instagram"


@pytest.mark.parametrize(("order", "first"), [("day_first", date(2026, 4, 3)), ("month_first", date(2026, 3, 4))])
def test_open_dates_are_a_question_and_the_answer_reads_them(write: Any, read: Any, order: Any, first: date) -> None:
    path = write("a.csv", "Date,Followers\n03/04/2026,10\n05/06/2026,12\n")
    (asked,), (answered,) = read(path), read(path, date_order=order)
    assert asked.failed
    assert told(asked, "day_or_month")
    assert answered.series[0].points[0] == (first, Decimal(10))


def test_subscribers_of_youtube_are_asked_when_neither_gain_nor_total_shows(write: Any, read: Any) -> None:
    path = write("Totals.csv", "Date,Subscribers\n" + "".join(f"{day},{day.day % 4}\n" for day in days(20)))
    (asked,) = read(path)
    (gains,) = read(path, mapping={"Subscribers": "new_followers"})
    (level,) = read(path, mapping={"Subscribers": "followers"})
    assert told(asked, "gains_or_level")
    assert (gains.series[0].metric, level.series[0].metric) == ("new_followers", "followers")


def test_totals_of_ads_that_do_not_add_up_are_told(write: Any, read: Any) -> None:
    rows = "Ad name,Results,Impressions,Amount spent (EUR)\n,9,900,90\nA,4,400,40\nB,4,400,40\n"
    (imported,) = read(write("ads.csv", rows))
    assert told(imported, "totals_differ")
    assert imported.economics["spend"] == 80


def test_an_open_last_line_is_told(write: Any, read: Any) -> None:
    text = meta("Instagram reach", [(day, "12") for day in days(9)])
    (whole,) = read(write("a.csv", text))
    (cut,) = read(write("b.csv", text[:-1]))
    (broken,) = read(write("c.csv", text[:-3]))
    assert not told(whole, "open_end")
    assert told(cut, "open_end")
    assert told(broken, "broken_row")
    assert len(broken.series[0].points) == 8


def test_a_name_of_a_column_that_is_almost_known_is_told(write: Any, read: Any) -> None:
    text = overview([("2026-10-01", "5,1,2,3,0"), ("2026-10-02", "5,1,2,3,0")]).replace("Engagements", "Engagemants")
    (imported,) = read(write("x.csv", text))
    assert told(imported, "misspelt_column")
    golden = Path(__file__).with_name("golden")
    posts = (golden / "meta" / "Публикации.csv").read_text(encoding="utf-8").replace("Сохранения", "Сохранҵния")
    (russian,) = read(write("y.csv", posts))
    assert told(russian, "misspelt_column")


def test_followers_of_a_personal_download_are_joins_of_those_still_here(write: Any, read: Any) -> None:
    entry = '{"string_list_data": [{"value": "secret_name", "timestamp": %d}]}'
    one = write("f/followers_1.json", f"[{entry % 1790000000}, {entry % 1789900000}]")
    write("f/followers_2.json", f"[{entry % 1789800000}]")
    (imported,) = read(one.parent)
    level = only(imported, "followers")
    assert level.points[0][1] == 3
    assert (only(imported, "new_followers").exact, only(imported, "new_followers").bound) == (False, "lower")
    assert "secret_name" not in repr(imported)


def test_names_and_texts_of_a_chat_are_not_kept(write: Any, read: Any) -> None:
    message = (
        '{"type": "message", "date": "2026-10-05T10:00:00", "date_unixtime": "1791194400", '
        '"from": "Secret Name", "from_id": "user7", "text": "secret words"}'
    )
    (imported,) = read(write("result.json", f'{{"name": "Secret Club", "type": "group", "messages": [{message}]}}'))
    assert imported.format == "telegram_export"
    assert "ecret" not in repr(imported)
    assert only(imported, "messages").points == ((date(2026, 10, 5), Decimal(1)),)


@pytest.mark.parametrize(
    ("title", "metric", "platform"),
    [
        ("Охват Instagram", "reach", "instagram"),
        ("Подписки на страницу Facebook", "new_followers", "facebook"),
        ("Клики по ссылке в Instagram", "site_clicks", "instagram"),
        ("Alcance do Facebook", "reach", "facebook"),
        ("Instagram profile visits", "profile_visits", "instagram"),
        ("Viewers", "viewers", None),
        ("Content interactions", "interactions", None),
        ("Unfollows", "lost_followers", None),
        ("Instagram unfollows", "lost_followers", "instagram"),
        ("Отписки в Instagram", "lost_followers", "instagram"),
        ("Instagram-Entfolgungen", "lost_followers", "instagram"),
        ("Dejaron de seguir en Instagram", "lost_followers", "instagram"),
        ("Instagram-Profilaufrufe", "profile_visits", "instagram"),
        ("Wizyty na profilu na Instagramie", "profile_visits", "instagram"),
        ("Visitas ao Facebook", "profile_visits", "facebook"),
    ],
)
def test_titles_of_meta_tell_metric_and_network(
    write: Any, read: Any, title: str, metric: str, platform: str | None
) -> None:
    (imported,) = read(write("a.csv", meta(title, [(day, "3") for day in days(5)])))
    assert [(each.metric, each.platform) for each in imported.series] == [(metric, platform)]


@pytest.mark.parametrize(
    "title", ["Paid reach", "Reach from ads", "Organic reach", "3-second video views", "Views from ads", "Net follows"]
)
def test_a_title_with_one_more_word_is_another_metric(write: Any, read: Any, title: str) -> None:
    (imported,) = read(write("a.csv", meta(title, [(day, "3") for day in days(5)])))
    assert not imported.series
    assert told(imported, "unknown_title")


def test_an_unknown_title_of_meta_is_told_and_can_be_mapped(write: Any, read: Any) -> None:
    path = write("a.csv", meta("Instagram something", [(day, "3") for day in days(5)]))
    (asked,), (told_so,) = read(path), read(path, mapping={"Instagram something": "saves"})
    assert told(asked, "unknown_title")
    assert told_so.series[0].metric == "saves"


def test_the_day_of_an_archive_tells_the_year_of_dates_without_one(tmp_path: Any, read: Any) -> None:
    rows = "".join(f'"April {day}","5","1","2","0","0"\n' for day in range(12, 19))
    header = '"Date","Video Views","Profile Views","Likes","Comments","Shares"\n'
    for stamp, year in (((2025, 4, 20, 0, 0, 0), 2025), ((1980, 1, 1, 0, 0, 0), 2026)):
        path = tmp_path / f"{year}.zip"
        with zipfile.ZipFile(path, "w") as packed:
            packed.writestr(zipfile.ZipInfo("Overview.csv", stamp), header + rows)
        (imported,) = read(path)
        assert imported.series[0].points[-1][0] == date(year, 4, 18)
        (named,) = read(path, year=2024)
        assert named.series[0].points[-1][0] == date(2024, 4, 18)


def test_dates_without_a_year_and_without_order_are_not_guessed(write: Any, read: Any) -> None:
    months = ("April", "May", "December", "January", "November", "February", "March", "October")
    header = '"Date","Video Views","Profile Views","Likes","Comments","Shares"\n'
    (imported,) = read(write("a.csv", header + "".join(f'"{month} 3","5","1","2","0","0"\n' for month in months)))
    assert told(imported, "year_unsure")
    assert imported.failed


def test_the_last_of_several_readings_of_a_level_counts(write: Any, read: Any) -> None:
    text = "Дата;Подписчики\n01.10.2026 21:00;12\n01.10.2026 9:00;10\n02.10.2026 9:00;13\n02.10.2026 21:00;14\n"
    (imported,) = read(write("a.csv", text), platform="vk")
    assert [int(value) for _day, value in only(imported, "followers").points] == [12, 14]
    (flows,) = read(write("b.csv", text.replace("Подписчики", "Заявки")), platform="vk")
    assert [int(value) for _day, value in only(flows, "leads").points] == [22, 27]
    assert told(flows, "several_rows_a_day")


def test_a_file_of_another_kind_beside_read_ones_is_only_a_warning(write: Any, read: Any) -> None:
    reach = write("f/Reach.csv", meta("Instagram reach", [(day, "3") for day in days(5)]))
    write("f/other.json", "{}")
    found = read(reach.parent)
    assert [each.failed for each in found] == [False, False]
    assert told(found[1], "unknown_json")[0].severity == "warning"
    assert read(reach.parent / "other.json")[0].failed


def test_ads_of_one_day_each_make_a_series_without_a_column_of_days(write: Any, read: Any) -> None:
    header = "Campaign name,Impressions,Amount spent (RUB),Reporting starts,Reporting ends\n"
    daily = "".join(f"C,10,1.5,{day},{day}\n" for day in days(5))
    (imported,) = read(write("a.csv", header + daily))
    assert len(only(imported, "ad_spend").points) == 5
    (whole,) = read(write("b.csv", header + "C,10,1.5,2026-10-01,2026-10-31\n"))
    assert not whole.series


def test_what_a_channel_publishes_are_posts_and_several_chats_are_told(write: Any, read: Any) -> None:
    message = (
        '{"type": "message", "date": "2026-10-0%dT10:00:00", "date_unixtime": "%d", "from": "A", "from_id": "user7"}'
    )
    listed = ", ".join(message % (day, 1790848800 + 86400 * (day - 1)) for day in (1, 1, 3))
    chats = [f'{{"type": "{kind}", "id": 1, "messages": [{listed}]}}' for kind in ("public_channel", "private_group")]
    (imported,) = read(write("result.json", f'{{"chats": {{"list": [{", ".join(chats)}]}}}}'))
    assert [int(value) for _day, value in only(imported, "posts").points] == [2, 0, 1]
    assert only(imported, "messages").every == "week"
    assert told(imported, "several_chats")[0].values == {"groups": 1, "channels": 1, "dialogs": 0}
