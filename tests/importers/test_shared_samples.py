"""Real samples beside the project, where they are at hand: each is counted here once more, without the importers."""

import csv
import io
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

SHARED = Path(__file__).parents[3] / "shared" / "exports"
pytestmark = pytest.mark.skipif(not SHARED.exists(), reason="real samples are not at hand")

Numbers = dict[date, Decimal]
ONE = date.resolution


def rows(name: str, delimiter: str = ",", encoding: str = "utf-8-sig") -> list[list[str]]:
    text = (SHARED / name).read_text(encoding=encoding)
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))


def column(name: str, header: str, form: str = "%Y-%m-%d", **reading: str) -> Numbers:
    """A column by its first name, days in the first column."""
    table = rows(name, **reading)
    start = next(place for place, row in enumerate(table) if header in row)
    at, day_at = table[start].index(header), table[start].index("Date")
    found: Numbers = {}
    for row in table[start + 1 :]:
        if row and row[day_at] and row[at] not in {"", "NAN", "--"}:
            found[datetime.strptime(row[day_at], form).date()] = Decimal(row[at])
    return found


def block(name: str, title: str, delimiter: str = ",", encoding: str = "utf-16") -> Numbers:
    """A block of a Meta file."""
    table = rows(name, delimiter, encoding)
    start = next(place for place, row in enumerate(table) if row and row[0] == title)
    found: Numbers = {}
    for row in table[start + 2 :]:
        if not any(row):
            break
        found[date.fromisoformat(row[0][:10])] = Decimal(row[1])
    return found


def filled(numbers: Numbers) -> Numbers:
    span = (max(numbers) - min(numbers)).days + 1
    return {day: numbers.get(day, Decimal(0)) for day in (min(numbers) + each * ONE for each in range(span))}


def vk(criterion: str, label: str = "") -> Numbers:
    table = rows("vk_community_stats/vkontakte_group_2018-12-01_2020-03-15.csv")[1:]
    days = {datetime.strptime(row[0], "%d.%m.%Y").date() for row in table}
    found = dict.fromkeys(days, Decimal(0))
    for row in table:
        if row[1:3] == [criterion, label]:
            found[datetime.strptime(row[0], "%d.%m.%Y").date()] += Decimal(row[4])
    return found


def posts(name: str, header: str, at: str, form: str) -> Numbers:
    table = rows(name)
    value_at, day_at = table[0].index(header), table[0].index(at)
    found: Numbers = {}
    for row in table[1:]:
        if row[day_at] and row[value_at]:
            day = datetime.strptime(row[day_at], form).date()
            found[day] = found.get(day, Decimal(0)) + Decimal(row[value_at])
    return found


def yearless(name: str, months: list[str], header: str) -> Numbers:
    table = rows(name)
    at = table[0].index(header)
    found: Numbers = {}
    for row in table[1:]:
        words = row[0].replace(" de ", " ").split()
        month = next(each for each in words if not each.isdecimal())
        day = next(int(each) for each in words if each.isdecimal())
        found[date(2026, months.index(month) + 1, day)] = Decimal(row[at])
    return found


def spreadsheetml(header: str) -> Numbers:
    name = "{urn:schemas-microsoft-com:office:spreadsheet}"
    root = ET.fromstring((SHARED / "facebook_insights_page_old/fb_page_level_2017_keymetrics.xls").read_text())
    table = [[cell.text or "" for cell in row.iter(f"{name}Data")] for row in root.iter(f"{name}Row")]
    at = table[0].index(header)
    return {date.fromisoformat(row[0][:10]): Decimal(row[at]) for row in table[2:]}


def chart() -> Numbers:
    found: Numbers = {}
    for row in rows("youtube_studio/Chart_data_by_subscription_status.csv")[1:]:
        day = date.fromisoformat(row[0])
        found[day] = found.get(day, Decimal(0)) + Decimal(row[2])
    return found


META = "meta_metric_instagram/"
FB14 = "facebook_insights_page_old/fb_page_level_2014_177d.csv"
FB17 = "facebook_insights_page_old/fb_page_level_2017_keymetrics.xls"
X = "x_twitter/account_overview_analytics_50d.csv"
XDAY = "%a, %b %d, %Y"
TT = "tiktok/tiktok_business_overview_62d.csv"
IG = "meta_content_instagram/ig_content_2025_redacted.csv"
IGDAY = "%m/%d/%Y %H:%M"
EN = ["", "", "", "April"]
ES = ["", "", "marzo"]
VK = "vk_community_stats/vkontakte_group_2018-12-01_2020-03-15.csv"

SERIES: list[tuple[str, str | None, str, Callable[[], Numbers]]] = [
    (META + "follows_fb+ig_2blocks_242d.csv", "facebook", "new_followers", lambda: block(
        META + "follows_fb+ig_2blocks_242d.csv", "Follows")),
    (META + "follows_fb+ig_2blocks_242d.csv", "instagram", "new_followers", lambda: filled(block(
        META + "follows_fb+ig_2blocks_242d.csv", "Instagram follows"))),
    (META + "reach_fb+ig_2blocks_excel_tab.csv", "facebook", "reach", lambda: block(
        META + "reach_fb+ig_2blocks_excel_tab.csv", "Facebook reach", "\t")),
    (META + "reach_fb+ig_2blocks_excel_tab.csv", "instagram", "reach", lambda: block(
        META + "reach_fb+ig_2blocks_excel_tab.csv", "Instagram reach", "\t")),
    (META + "ig_follows_62d_gaps.csv", "instagram", "new_followers", lambda: filled(block(
        META + "ig_follows_62d_gaps.csv", "Instagram follows"))),
    (META + "ig_follows_pt_161rows.csv", "instagram", "new_followers", lambda: filled(block(
        META + "ig_follows_pt_161rows.csv", "Seguidores no Instagram"))),
    (META + "ig_views_2026_28d.csv", None, "views", lambda: block(META + "ig_views_2026_28d.csv", "Views")),
    (META + "ig_views_pt_366d_leading_zeros.csv", None, "views", lambda: dict(sorted(block(
        META + "ig_views_pt_366d_leading_zeros.csv", "Visualizações").items())[167:])),
    ("meta_metric_facebook/fb_follows_105d.csv", None, "new_followers", lambda: block(
        "meta_metric_facebook/fb_follows_105d.csv", "Follows")),
    ("meta_metric_facebook/fb_visits_62d_semicolon_resaved.csv", "facebook", "profile_visits", lambda: block(
        "meta_metric_facebook/fb_visits_62d_semicolon_resaved.csv", "Facebook visits", ";", "utf-8")),
    (FB14, "facebook", "followers", lambda: column(FB14, "Lifetime Total Likes", "%m/%d/%Y", encoding="cp1252")),
    (FB14, "facebook", "reach", lambda: column(FB14, "Daily Total Reach", "%m/%d/%Y", encoding="cp1252")),
    (FB17, "facebook", "followers", lambda: spreadsheetml("page_fans:lifetime")),
    (FB17, "facebook", "new_followers", lambda: dict(
        sorted(spreadsheetml("page_fan_adds_unique:day").items())[:-1])),
    (VK, "vk", "new_followers", lambda: vk("members", "Новые участники")),
    (VK, "vk", "lost_followers", lambda: vk("members", "Вышедшие участники")),
    (VK, "vk", "reach", lambda: vk("reach")),
    (VK, "vk", "likes", lambda: vk("feedback", "Нравится")),
    ("tiktok/studio_Overview_en_7d.csv", "tiktok", "views", lambda: yearless(
        "tiktok/studio_Overview_en_7d.csv", EN, "Video Views")),
    ("tiktok/studio_Overview_es_7d.csv", "tiktok", "views", lambda: yearless(
        "tiktok/studio_Overview_es_7d.csv", ES, "Video Views")),
    (TT, "tiktok", "views", lambda: column(TT, "Video views", "%Y/%m/%d")),
    (TT, "tiktok", "reach", lambda: column(TT, "Reached audience", "%Y/%m/%d")),
    (TT, "tiktok", "lost_followers", lambda: column(TT, "Lost followers", "%Y/%m/%d")),
    ("tiktok/tiktok_business_audience_62d.csv", "tiktok", "new_followers", lambda: column(
        "tiktok/tiktok_business_audience_62d.csv", "New followers", "%Y/%m/%d")),
    (X, "x", "impressions", lambda: column(X, "Impressions", XDAY)),
    (X, "x", "new_followers", lambda: column(X, "New follows", XDAY)),
    (X, "x", "lost_followers", lambda: column(X, "Unfollows", XDAY)),
    ("x_twitter/account_analytics_content_redacted.csv", "x", "impressions", lambda: posts(
        "x_twitter/account_analytics_content_redacted.csv", "Impressions", "Date", "%a %b %d %Y")),
    ("youtube_studio/Totals_subscribers_daily.csv", "youtube", "new_followers", lambda: column(
        "youtube_studio/Totals_subscribers_daily.csv", "Subscribers")),
    ("youtube_studio/Chart_data_by_subscription_status.csv", "youtube", "views", chart),
    ("youtube_studio/Table_data_content_redacted.csv", "youtube", "views", lambda: posts(
        "youtube_studio/Table_data_content_redacted.csv", "Views", "Video publish time", "%b %d, %Y")),
    ("linkedin_page/new_followers_366d_converted.csv", "linkedin", "new_followers", lambda: column(
        "linkedin_page/new_followers_366d_converted.csv", "Total followers")),
    ("google_analytics/ga4_report_export_241d.csv", "website", "traffic", lambda: column(
        "google_analytics/ga4_report_export_241d.csv", "Total users", "%Y%m%d")),
    (IG, "instagram", "likes", lambda: posts(IG, "Likes", "Publish time", IGDAY)),
    (IG, "instagram", "new_followers", lambda: posts(IG, "Follows", "Publish time", IGDAY)),
    ("meta_content_facebook/fb_content_2025_redacted.csv", "facebook", "likes", lambda: posts(
        "meta_content_facebook/fb_content_2025_redacted.csv", "Reactions", "Publish time", IGDAY)),
]  # fmt: skip

OTHERS = {
    "meta_metric_facebook/audience_snapshot_excel_tab.csv": (
        "meta_metric",
        {"total_without_date", "nothing_over_time"},
    ),
    "instagram_download_json/followers_1.skeleton.json": ("instagram_followers", {"still_here"}),
    "instagram_download_json/audience_insights.skeleton.json": ("instagram_audience", {"year_assumed"}),
    "meta_ads/ads_report_region_month.xlsx": ("meta_ads_report", set()),
    "meta_content_instagram/ig_content_wholeline_quoted_redacted.csv": ("meta_content_instagram", {"unwrapped"}),
    "vk_community_stats/stats.get.skeleton.json": ("vk_api_stats", {"no_level_given"}),
}


@pytest.mark.parametrize(
    ("name", "platform", "metric", "counted"), SERIES, ids=lambda value: "" if callable(value) else str(value)
)
def test_series_is_what_plain_counting_gives(
    name: str, platform: str | None, metric: str, counted: Callable[[], Numbers], read: Any
) -> None:
    (imported,) = read(SHARED / name)
    (series,) = (each for each in imported.series if (each.platform, each.metric) == (platform, metric))
    assert dict(series.points) == counted()


@pytest.mark.parametrize("name", OTHERS)
def test_what_has_no_days_gets_a_clear_answer(name: str, read: Any) -> None:
    (imported,) = read(SHARED / name)
    assert (imported.format, {each.code for each in imported.problems}) == OTHERS[name]


def test_every_sample_is_recognised_by_name(read: Any) -> None:
    imports = read(SHARED)
    unknown = [each.file for each in imports if each.format in {None, "table"}]
    assert [Path(each).name for each in unknown] == ["SOURCES.tsv"]


def test_spend_of_the_ads_report_adds_up_to_its_totals_row(read: Any) -> None:
    (imported,) = read(SHARED / "meta_ads/ads_report_region_month.xlsx")
    assert imported.economics["currency"] == "UAH"
    assert imported.economics["spend"] == Decimal("77818.01")


def test_no_whole_sample_is_taken_for_a_cut_one(read: Any) -> None:
    assert [each.file for each in read(SHARED) if "open_end" in {problem.code for problem in each.problems}] == []
