from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartgoal.importers.date_columns import resolve
from smartgoal.importers.dates import Shape, known_day, shape

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    "text",
    [
        "2025-03-18",
        "2025-03-18T00:00:00",
        "2025-03-18T01:00:00.000",
        "2025-03-18 09:48",
        "2025/03/18",
        "20250318",
        "18.03.2025",
        "18.03.25",
        "18.03.2025 09:48",
        "18.03.2025 г.",
        "Tue, Mar 18, 2025",
        "Tue Mar 18 2025",
        "Mar 18, 2025",
        "18 March 2025",
        "18 de marzo de 2025",
        "18 de março de 2025",
        "18 марта 2025 г.",
        "18 мар. 2025",
        "вт, 18 марта 2025",
        "18 березня 2025",
        "18.\u00a0März 2025",
        "2025-03-18 09:48 +0000",
        "2025-03-18 - 2025-03-24",
        "18.03.2025 (вт)",
        "вт 18.03.2025",
        "18.03.2025 – 24.03.2025",
        "18.03–24.03.2025",
        "18–24.03.2025",
        "18.03.2025-24.03.2025",
        "18.03 - 24.03.2025",
        "с 18.03.2025 по 24.03.2025",
        "18 marca 2025",
        "18 березня 2025 р.",
    ],
)
def test_a_full_date_is_read(text: str) -> None:
    found = shape(text)
    assert found is not None
    assert known_day(found) == date(2025, 3, 18)


@pytest.mark.parametrize(
    "text",
    ["", "4.3", "17.6", "12400", "2025-02-30", "2025-02-00", "32.01.2025", "1018-03-18", "20251399", "Lifetime", "May"],
)
def test_what_is_no_date_is_none(text: str) -> None:
    assert shape(text) is None


def test_a_weekday_that_does_not_fit_the_date_makes_it_none() -> None:
    assert shape("Tue, Feb 18, 2025") is not None
    assert shape("Tue, Feb 19, 2025") is None


@pytest.mark.parametrize(
    ("texts", "order"),
    [
        (["03/04/2025", "03/18/2025"], "month_first"),
        (["03/04/2025", "18/03/2025"], "day_first"),
        (["03/04/2025", "05/06/2025"], None),
        (["12/11/2026", "01/10/2026"], "day_first"),  # 11 December 2026 has not come yet
    ],
)
def test_the_whole_column_decides_what_comes_first(texts: list[str], order: str | None) -> None:
    shapes = [found for each in texts if (found := shape(each))]
    assert resolve(shapes, today=TODAY).order == order


def test_what_the_user_says_decides_an_open_column() -> None:
    open_shape = shape("03/04/2025")
    assert open_shape is not None
    assert resolve([open_shape], today=TODAY, order="month_first").dates[open_shape] == date(2025, 3, 4)
    assert resolve([open_shape], today=TODAY, order="day_first").dates[open_shape] == date(2025, 4, 3)


def test_a_day_that_fits_only_the_other_way_is_left_out() -> None:
    shapes = [Shape(2025, month, day, swappable=True) for month, day in ((13, 3), (14, 3), (3, 14))]
    found = resolve(shapes, today=TODAY)
    assert found.order == "month_first"
    assert shapes[2] not in found.dates


def test_years_are_rolled_back_over_new_year_in_either_order() -> None:
    texts = ["December 30", "December 31", "January 1", "January 2"]
    for ordered in (texts, texts[::-1]):
        shapes = [found for each in ordered if (found := shape(each))]
        rolled = resolve(shapes, today=date(2026, 1, 5))
        assert sorted(rolled.dates.values()) == [date(2025, 12, 30) + timedelta(days=each) for each in range(4)]
        assert rolled.year_assumed


def test_the_year_of_the_last_day_can_be_given() -> None:
    april = shape("April 12")
    assert april is not None
    assert resolve([april], today=TODAY, year=2024).dates[april] == date(2024, 4, 12)


@given(st.dates(date(2000, 1, 1), date(2026, 11, 22)))
def test_every_form_of_a_day_gives_that_day(day: date) -> None:
    forms = [day.isoformat(), f"{day:%Y%m%d}", f"{day:%d.%m.%Y}", f"{day:%a, %b} {day.day}, {day.year}"]
    assert {known_day(found) if (found := shape(form)) else None for form in forms} == {day}


@given(st.text(max_size=40))
def test_any_text_is_a_date_or_none(text: str) -> None:
    found = shape(text)
    assert found is None or 1 <= found.month <= 31


def resolved(texts: list[str], year: int | None = None) -> list[date]:
    shapes = [found for each in texts if (found := shape(each))]
    return sorted(resolve(shapes, today=TODAY, year=year).dates.values())


def test_a_period_over_new_year_begins_in_the_old_one() -> None:
    found = shape("28.12–03.01.2026")
    assert found is not None
    assert known_day(found) == date(2025, 12, 28)


@pytest.mark.parametrize(
    "texts", [["Nov-25", "Dec-25", "Jan-26"], ["ноя.25", "дек.25", "янв.26"], ["ноябрь 25", "декабрь 25", "январь 26"]]
)
def test_numbers_behind_months_that_follow_each_other_are_years(texts: list[str]) -> None:
    assert resolved(texts) == [date(2025, 11, 1), date(2025, 12, 1), date(2026, 1, 1)]


def test_numbers_behind_months_are_days_otherwise() -> None:
    assert resolved(["Oct 25", "Oct 26", "Oct 27"], year=2026) == [date(2026, 10, day) for day in (25, 26, 27)]


def test_two_digits_of_the_year_may_stand_first() -> None:
    assert resolved(["26.09.01", "26.09.02", "26.09.03"]) == [date(2026, 9, day) for day in (1, 2, 3)]
    assert resolved(["26.09.24", "27.09.24", "28.09.24"]) == [date(2024, 9, day) for day in (26, 27, 28)]


def test_a_leap_day_tells_the_year() -> None:
    assert resolved(["February 28", "February 29", "March 1"])[1] == date(2024, 2, 29)
