"""The sums behind the calendar: lengths of months, Easter, quarters of the year, ranges of one scale."""

import calendar
from datetime import date, timedelta
from decimal import Decimal

import pytest

from smartgoal.parsing import read
from smartgoal.parsing.periods import days_in, easter

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize("year", [1900, 2000, 2023, 2024, 2026, 2100, 2400])
def test_months_are_as_long_as_the_calendar_says(year: int) -> None:
    assert [days_in(year, month) for month in range(1, 13)] == [calendar.monthrange(year, n)[1] for n in range(1, 13)]


@pytest.mark.parametrize(
    ("year", "western", "orthodox"),
    [
        (1954, "04-18", "04-25"),
        (1981, "04-19", "04-26"),
        (1999, "04-04", "04-11"),
        (2000, "04-23", "04-30"),
        (2024, "03-31", "05-05"),
        (2025, "04-20", "04-20"),
        (2026, "04-05", "04-12"),
        (2027, "03-28", "05-02"),
        (2038, "04-25", "04-25"),
        (2049, "04-18", "04-25"),
        (2076, "04-19", "04-26"),
    ],
)
def test_easter_falls_as_the_tables_say(year: int, western: str, orthodox: str) -> None:
    found = (easter(year, orthodox=False), easter(year, orthodox=True))
    assert found == (date.fromisoformat(f"{year}-{western}"), date.fromisoformat(f"{year}-{orthodox}"))


@pytest.mark.parametrize("year", range(1900, 2200))
def test_easter_is_a_sunday_of_spring_and_the_eastern_one_is_never_earlier(year: int) -> None:
    western, orthodox = easter(year, orthodox=False), easter(year, orthodox=True)
    assert western.isoweekday() == orthodox.isoweekday() == 7
    assert date(year, 3, 22) <= western <= date(year, 4, 25)
    assert timedelta(0) <= orthodox - western <= timedelta(days=35)


@pytest.mark.parametrize(
    ("number", "last"), [(1, "2027-03-31"), (2, "2027-06-30"), (3, "2027-09-30"), (4, "2027-12-31")]
)
def test_every_quarter_ends_on_its_last_day(number: int, last: str) -> None:
    roman = ("I", "II", "III", "IV")[number - 1]
    russian = (f"до конца {number} квартала 2027", f"до конца {roman} квартала 2027", f"за {number} кв. 2027")
    for words in (*russian, f"by the end of Q{number} 2027"):
        subject = "500 подписчиков" if words in russian else "gain 500 followers"
        goal = read(f"{subject} {words}", today=TODAY).goal
        assert (goal.value, goal.deadline) == (Decimal(500), date.fromisoformat(last))


@pytest.mark.parametrize(
    ("words", "day"), [("к 25-му декабря", "2026-12-25"), ("к 5-му числу", "2026-12-05"), ("by 2028", "2028-12-31")]
)
def test_ordinals_and_bare_years_end_a_goal(words: str, day: str) -> None:
    goal = read(f"gain 500 followers {words}" if words[0] == "b" else f"500 подписчиков {words}", today=TODAY).goal
    assert (goal.value, goal.deadline) == (Decimal(500), date.fromisoformat(day))


def test_there_is_no_fifth_quarter() -> None:
    assert read("gain 500 followers by the end of Q5 2027", today=TODAY).goal.deadline != date(2028, 3, 31)


@pytest.mark.parametrize(
    ("words", "other"),
    [
        ("by 12/11/2026", "2026-11-12"),
        ("by 11/12/2026", "2026-12-11"),
        ("by 12/12/2026", None),
        ("by 12/25/2026", None),
    ],
)
def test_a_date_that_could_be_another_is_asked_about(words: str, other: str | None) -> None:
    remarks = read(f"gain 500 followers {words}", today=date(2026, 10, 1)).remarks
    asked = [remark.values["other"] for remark in remarks if remark.code == "day_or_month"]
    assert asked == ([date.fromisoformat(other)] if other else [])


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("cut response time from 5 minutes to 30 seconds in a month", "300"),
        ("сократить время ответа с 2 часов до 30 минут за месяц", "120"),
        ("сократить время ответа с 90 секунд до 1 минуты за месяц", "1.5"),
    ],
)
def test_a_start_stands_in_the_unit_of_its_target(text: str, start: str) -> None:
    assert read(text, today=TODAY).goal.baseline == Decimal(start)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("набрать 2-3 тыс. подписчиков за месяц", "2000"),
        ("набрать 1-1,5 млн просмотров за месяц", "1000000"),
        ("набрать 900-1000 подписчиков за месяц", "900"),
        ("gain 5-10k followers in a month", "5000"),
        ("get 1-2 million views in a month", "1000000"),
    ],
)
def test_both_ends_of_a_range_have_its_scale(text: str, value: str) -> None:
    assert read(text, today=TODAY).goal.value == Decimal(value)
