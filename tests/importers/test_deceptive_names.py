"""Names of columns that look like a metric and are another one."""

from typing import Any

import pytest

from smartgoal.importers.columns import metric_of, platform_of


def sums(imported: Any) -> dict[str, float]:
    return {each.metric: float(sum(value for _day, value in each.points)) for each in imported.series}


def table(header: str, *cells: str) -> str:
    return f"{header}\n" + "".join(f"2026-10-{day:02d},{','.join(cells)}\n" for day in range(1, 9))


@pytest.mark.parametrize("metric", ["likes", "comments", "shares", "views", "followers", "reach", "leads", "saves"])
def test_the_word_total_never_decides_the_metric(metric: str) -> None:
    assert metric_of(f"Total {metric}") == metric


def test_the_plain_content_table_of_tiktok_goes_by_the_time_of_the_post(write: Any, read: Any) -> None:
    header = (
        '"Time","Video title","Video link","Post time","Total likes","Total comments","Total shares","Total views"\n'
    )
    rows = "".join(
        f'"November 20","a","https://www.tiktok.com/@a/video/1","October {n}","5","1","0","90"\n' for n in range(19, 29)
    )
    (imported,) = read(write("Content.csv", header + rows.rstrip()))
    assert imported.format == "tiktok_videos"
    assert sums(imported) == {"posts": 10, "views": 900, "likes": 50, "comments": 10, "shares": 0}
    assert {each.points[0][0].day for each in imported.series} == {19}
    assert [each.code for each in imported.problems] == ["year_assumed"]


@pytest.mark.parametrize(
    ("header", "cells", "wanted"),
    [
        ("Date,Sales,Orders,Revenue", ("1200.5", "3", "1200.5"), {"sales": 24, "revenue": 9604}),
        ("Date,Sales,Orders", ("1200.5", "3"), {"sales": 24, "revenue": 9604}),
        ("Date,Sales,Orders,Revenue", ("1200", "3", "1200"), {"sales": 24, "revenue": 9600}),
        ("Date,Sales", ("$1200",), {"revenue": 9600}),
        ("Date,Sales", ("12",), {"sales": 96}),
    ],
)
def test_sales_are_money_where_they_cannot_be_a_count(
    write: Any, read: Any, header: str, cells: tuple[str, ...], wanted: dict[str, float]
) -> None:
    (imported,) = read(write("a.csv", table(header, *cells)), platform="website")
    assert sums(imported) == wanted


@pytest.mark.parametrize("name", ["Бюджет", "Budget", "Рекламный бюджет", "Расходы", "Costs"])
def test_a_budget_and_bare_costs_are_no_ad_spend(write: Any, read: Any, name: str) -> None:
    (imported,) = read(write("a.csv", table(f"Date,Leads,{name}", "3", "500")), platform="vk")
    assert sums(imported) == {"leads": 24}
    assert "unknown_column" in {each.code for each in imported.problems}


def test_costs_beside_impressions_are_ad_spend(write: Any, read: Any) -> None:
    (imported,) = read(write("a.csv", table("Date,Показы,Расход", "900", "50.5")), platform="vk")
    assert sums(imported) == {"impressions": 7200, "ad_spend": 404}


def test_short_names_of_platforms_count_where_they_are_no_words() -> None:
    assert platform_of("Подписчики ИГ") == "instagram"
    assert platform_of("Подписчики ОК") == "ok"
    assert platform_of("всё ок с отчётом") is None


def test_gained_and_lost_subscribers_are_of_youtube(write: Any, read: Any) -> None:
    (imported,) = read(write("a.csv", table("Date,Subscribers gained,Subscribers lost,Views", "5", "2", "90")))
    assert imported.format == "youtube_days"
    assert sums(imported) == {"new_followers": 40, "lost_followers": 16, "views": 720}
    assert "net_gains" not in {each.code for each in imported.problems}


def test_subscribers_that_change_little_are_a_level_without_a_question(write: Any, read: Any) -> None:
    rows = "".join(f"2026-10-{day:02d},{12_000 + day * 7 % 50}\n" for day in range(1, 29))
    (imported,) = read(write("a.csv", "Date,Subscribers\n" + rows))
    assert [each.metric for each in imported.series] == ["followers"]
    assert [each.code for each in imported.problems] == ["taken_as_level"]


def test_subscribers_that_may_be_gains_are_asked(write: Any, read: Any) -> None:
    rows = "".join(f"2026-10-{day:02d},{100 + day * 37 % 90}\n" for day in range(1, 29))
    (imported,) = read(write("a.csv", "Date,Subscribers\n" + rows))
    assert [each.code for each in imported.problems] == ["gains_or_level"]


def test_large_sales_without_a_clearer_column_are_asked_about(write: Any, read: Any) -> None:
    (large,) = read(write("a.csv", table("Дата,Продажи", "45200")), platform="vk")
    (small,) = read(write("b.csv", table("Дата,Продажи", "12")), platform="vk")
    (said,) = read(write("c.csv", table("Дата,Продажи", "45200")), platform="vk", mapping={"Продажи": "revenue"})
    assert "count_or_money" in {each.code for each in large.problems}
    assert "count_or_money" not in {each.code for each in (*small.problems, *said.problems)}


@pytest.mark.parametrize(("beside", "metric"), [("Sessions", "traffic"), ("Followers", "profile_visits")])
def test_visits_are_of_a_profile_only_beside_its_numbers(write: Any, read: Any, beside: str, metric: str) -> None:
    (imported,) = read(write("a.csv", table(f"Date,{beside},Visits", "50", "9")))
    assert metric in sums(imported)
    assert ("profile_visits" in sums(imported)) is (metric == "profile_visits")
