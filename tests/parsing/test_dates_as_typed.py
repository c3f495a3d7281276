"""Dates in figures and words that can be read in more than one way, or in none."""

from datetime import date

import pytest

from smartgoal.parsing import parse_day, parse_deadline, parse_past_day, read

TODAY = date(2026, 11, 23)  # a Monday


@pytest.mark.parametrize("text", ["2027-03", "2027-3", "03/2027", "3.2027"])
def test_a_month_in_figures_is_its_last_day_and_no_single_day(text: str) -> None:
    read_day = parse_deadline(text, today=TODAY, language="en")
    assert read_day is not None
    assert read_day.day == date(2027, 3, 31)
    assert parse_day(text, today=TODAY, language="en") is None
    assert parse_past_day(text, today=TODAY, language="en") is None
    assert read(f"2000 followers by {text}", today=TODAY).goal.deadline == date(2027, 3, 31)


@pytest.mark.parametrize("text", ["2027-03-005", "2026-12-010", "2026-13", "12/2026/5", "31.12.20266"])
def test_figures_that_are_no_date_are_refused(text: str) -> None:
    assert parse_deadline(text, today=TODAY, language="ru") is None
    assert parse_past_day(text, today=TODAY, language="ru") is None


def test_a_day_is_a_day_in_figures_and_words() -> None:
    assert parse_day("2026-12-06", today=TODAY, language="en") == date(2026, 12, 6)
    assert parse_day("завтра", today=TODAY, language="ru") == date(2026, 11, 24)
    assert parse_day("December", today=TODAY, language="en") is None


def codes(text: str) -> dict[str, dict[str, object]]:
    return {remark.code: dict(remark.values) for remark in read(text, today=TODAY).remarks}


@pytest.mark.parametrize("text", ["30 leads by 20 November", "30 заявок к 20 ноября", "30 заявок к 20.11"])
def test_a_day_that_passed_a_short_time_ago_is_shown_with_its_year(text: str) -> None:
    assert codes(text)["last_day"] == {"date": date(2027, 11, 20)}


@pytest.mark.parametrize("text", ["30 leads by 20 November 2027", "30 leads by 20 December", "30 leads by 20 August"])
def test_a_day_that_needs_no_word_on_its_year(text: str) -> None:
    assert "last_day" not in codes(text)


@pytest.mark.parametrize("text", ["30 leads by 12-05-2027", "30 leads by 12/05/2027"])
def test_day_and_month_may_be_the_other_way_round(text: str) -> None:
    assert "day_or_month" in codes(text)


def test_iso_and_dotted_dates_have_one_reading() -> None:
    assert "day_or_month" not in codes("30 leads by 2027-05-12")
    assert "day_or_month" not in codes("30 заявок к 12.05.2027")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2000 followers by next Friday", "2026-12-04"),
        ("2000 подписчиков к следующей пятнице", "2026-12-04"),
        ("2000 followers by this Friday", "2026-11-27"),
        ("2000 followers by the coming Friday", "2026-11-27"),
        ("2000 подписчиков к ближайшей пятнице", "2026-11-27"),
        ("30 leads in week 50", "2026-12-13"),
        ("30 заявок на 50-й неделе", "2026-12-13"),
        ("30 leads by the end of week 50", "2026-12-13"),
        ("30 leads by week 10 of 2027", "2027-03-14"),
        ("Публиковать 3 поста в неделю три месяца", "2027-02-23"),
        ("2000 followers by the day after tomorrow", "2026-11-25"),
    ],
)
def test_days_and_weeks_in_words(text: str, day: str) -> None:
    assert read(text, today=TODAY).goal.deadline == date.fromisoformat(day)


def test_the_next_friday_of_a_monday_may_be_the_nearer_one() -> None:
    assert codes("2000 followers by next Friday")["day_or_month"]["other"] == date(2026, 11, 27)


@pytest.mark.parametrize("text", ["Get 30 leads today", "хочу получить 30 заявок сегодня"])
def test_a_wish_for_today_ends_today(text: str) -> None:
    assert read(text, today=TODAY).goal.deadline == TODAY


@pytest.mark.parametrize("text", ["2000 followers today", "get to 2000 followers, 1840 today", "сегодня 30 заявок"])
def test_what_is_today_ends_nothing(text: str) -> None:
    assert read(text, today=TODAY).goal.deadline is None
