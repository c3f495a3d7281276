"""Dates that a spreadsheet read with day and month the wrong way round."""

from datetime import date, timedelta
from typing import Any

import pytest

DAYS = [date(2026, 3, 1) + timedelta(days=each) for each in range(31)]
POSTS = "Post ID,Account username,Publish time,Permalink,Views,Likes\n"


def codes(imported: Any) -> set[str]:
    return {each.code for each in imported.problems}


def damaged(day: date, style: str = "%d.%m.%Y") -> str:
    """What a spreadsheet of another language makes of mm/dd/yyyy."""
    return day.replace(month=day.day, day=day.month).strftime(style) if day.day <= 12 else f"{day:%m/%d/%Y}"


@pytest.mark.parametrize("style", ["%d.%m.%Y", "%Y-%m-%d"])
def test_months_that_became_days_are_swapped_back_and_told(write: Any, read: Any, style: str) -> None:
    table = "".join(f"{damaged(day, style)},{1000 + day.day}\n" for day in DAYS)
    (daily,) = read(write("a.csv", "Date,Followers\n" + table), platform="vk")
    rows = "".join(f"1,a,{damaged(day, style)} 9:48,https://a/b,9,1\n" for day in DAYS)
    (posts,) = read(write("b.csv", POSTS + rows))
    for imported in (daily, posts):
        assert [day for day, _value in imported.series[0].points] == DAYS
        assert codes(imported) == {"dates_swapped_back"}
    assert [int(value) for _day, value in daily.series[0].points] == list(range(1001, 1032))


def test_a_file_of_early_days_only_is_swapped_back_where_its_format_prints_months_first(write: Any, read: Any) -> None:
    rows = "".join(f"1,a,{damaged(day)} 9:48,https://a/b,9,1\n" for day in DAYS[:12])
    (imported,) = read(write("b.csv", POSTS + rows))
    assert [day for day, _value in imported.series[0].points] == DAYS[:12]
    assert codes(imported) == {"dates_swapped_back"}


def test_a_mixture_that_does_not_tell_is_refused(write: Any, read: Any) -> None:
    rows = "03.02.2026,1\n04.02.2026,2\n05.02.2026,3\n03/18/2026,4\n"
    (imported,) = read(write("a.csv", "Date,Followers\n" + rows), platform="vk")
    assert not imported.series
    assert codes(imported) == {"dates_mixed"}


@pytest.mark.parametrize("style", ["%m/%d/%Y", "%d.%m.%Y", "%Y-%m-%d"])
def test_whole_columns_are_left_as_they_are(write: Any, read: Any, style: str) -> None:
    rows = "".join(f"{day.strftime(style)},{1000 + day.day}\n" for day in DAYS)
    (imported,) = read(write("a.csv", "Date,Followers\n" + rows), platform="vk")
    assert [day for day, _value in imported.series[0].points] == DAYS
    assert not codes(imported)
