"""A date and a number that stand side by side are told apart: days, years, start values, sources, rhythms."""

from datetime import date
from decimal import Decimal

import pytest

from smartgoal.parsing import read

TODAY = date(2026, 11, 23)  # a Monday


def parts(text: str) -> tuple[str, str]:
    """The target and the deadline as text."""
    goal = read(text, today=TODAY).goal
    return str(goal.value), str(goal.deadline)


@pytest.mark.parametrize(
    ("text", "value", "deadline"),
    [
        ("by Dec 20 100 leads", "100", "2026-12-20"),
        ("by January 15 200 followers", "200", "2027-01-15"),
        ("by Dec 20 100 000 views", "100000", "2026-12-20"),
        ("by Dec. 20 sell 50 cakes", "50", "2026-12-20"),
        ("by Dec 20 orders 50", "50", "2026-12-20"),
        ("by Dec 20 1 200 followers", "1200", "2026-12-20"),
        ("by the 20th of December 1 200 followers", "1200", "2026-12-20"),
        ("by March 20 followers", "20", "2027-03-31"),
        ("by December 5 000 views", "5000", "2026-12-31"),
        ("к декабрю 20 100 подписчиков", "20100", "2026-12-31"),
        ("к 20 декабря 1 200 подписчиков", "1200", "2026-12-20"),
    ],
)
def test_the_day_of_a_month_is_not_glued_to_the_target(text: str, value: str, deadline: str) -> None:
    assert parts(text) == (value, deadline)


@pytest.mark.parametrize(
    ("text", "value", "deadline"),
    [
        ("followers on VK 2000 by March 1", "2000", "2027-03-01"),
        ("подписчики ВК 2000 к 1 марта", "2000", "2027-03-01"),
        ("к 1 марта подписчики ВК 2000", "2000", "2027-03-01"),
        ("подписчики – 2030 к 31.12", "2030", "2026-12-31"),
        ("website visits 2000 a month by March", "2000", "2027-03-31"),
        ("трафик на сайт 2000 в месяц к марту", "2000", "2027-03-31"),
        ("site visits 2100 weekly by June", "2100", "2027-06-30"),
        ("increase followers by 2000 by March 1", "2000", "2027-03-01"),
        ("увеличить число подписчиков на 2100 к 1 марта", "2100", "2027-03-01"),
        ("followers on VK 2000 by 2027", "2000", "2027-12-31"),
        ("followers on VK 2000 by the end of 2027", "2000", "2027-12-31"),
    ],
)
def test_a_target_that_looks_like_a_year_is_the_target(text: str, value: str, deadline: str) -> None:
    assert parts(text) == (value, deadline)


@pytest.mark.parametrize(
    ("text", "deadline"),
    [
        ("1000 followers by 2027", "2027-12-31"),
        ("1000 followers by March 2027", "2027-03-31"),
        ("1000 followers by March 1, 2028", "2028-03-01"),
        ("к 2027 году 1000 подписчиков", "2027-12-31"),
        ("increase followers by 2027", "2027-12-31"),
    ],
)
def test_a_year_is_still_a_year(text: str, deadline: str) -> None:
    assert str(read(text, today=TODAY).goal.deadline) == deadline


def test_the_end_of_a_rise_is_no_year() -> None:
    goal = read("increase followers from 1500 to 2030", today=TODAY).goal
    assert (goal.baseline, goal.value, goal.deadline) == (Decimal(1500), Decimal(2030), None)


@pytest.mark.parametrize(
    ("text", "start", "deadline"),
    [
        ("100 подписчиков с 01.12 по 20.12", "2026-12-01", "2026-12-20"),
        ("100 подписчиков с 20.11 по 20.12", "2026-11-20", "2026-12-20"),
        ("100 leads from 12/01 to 12/20", "2026-12-01", "2026-12-20"),
        ("15 leads from Nov 1 to Nov 30", "2026-11-01", "2026-11-30"),
        ("15 заявок с 20 ноября по 20 декабря", "2026-11-20", "2026-12-20"),
        ("15 leads from Monday to Friday", "2026-11-23", "2026-11-27"),
        ("15 заявок с понедельника по пятницу", "2026-11-23", "2026-11-27"),
        ("15 leads from Dec 1 to Jan 31", "2026-12-01", "2027-01-31"),
        ("40 leads from 1-20 December", "2026-12-01", "2026-12-20"),
        ("15 leads from Nov 1 2027 to Nov 30 2026", "2027-11-01", "2026-11-30"),
    ],
)
def test_a_stretch_begins_before_it_ends(text: str, start: str, deadline: str) -> None:
    goal = read(text, today=TODAY).goal
    assert (str(goal.start), str(goal.deadline), goal.baseline) == (start, deadline, None)


def test_two_marks_are_no_dates() -> None:
    goal = read("рейтинг с 4.05 до 4.10", today=TODAY).goal
    assert (goal.baseline, goal.value, goal.deadline) == (Decimal("4.05"), Decimal("4.1"), None)


@pytest.mark.parametrize(
    "text",
    [
        "100 отзывов с 5 звёздами",
        "100 отзывов с пятью звёздами",
        "30 заявок с 3 постов",
        "30 заявок с 5 магазинов",
        "20 продаж с 1000 подписчиков",
        "20 leads from 3 posts",
        "20 sales from 50 leads",
        "from 3 posts get 20 leads",
    ],
)
def test_where_results_come_from_is_no_start_value(text: str) -> None:
    goal = read(text, today=TODAY).goal
    assert (goal.kind, goal.baseline, goal.direction) in {("total", None, None), ("total", None, "increase")}


@pytest.mark.parametrize("text", ["100 подписчиков с 50", "100 followers from 50 followers"])
def test_a_start_value_has_no_noun_of_its_own(text: str) -> None:
    assert read(text, today=TODAY).goal.baseline == 50


@pytest.mark.parametrize(
    "text",
    [
        "продажи с рекламы 100 тысяч рублей при бюджете 20 тысяч до 31 декабря",
        "20 заявок при бюджете 5000 до 31 декабря",
        "выручка 100000 рублей при расходах 20000 до 31 декабря",
    ],
)
def test_a_budget_before_the_deadline_is_no_start_value(text: str) -> None:
    goal = read(text, today=TODAY).goal
    assert (goal.baseline, goal.deadline) == (None, date(2026, 12, 31))
    assert goal.limits


@pytest.mark.parametrize(
    ("text", "per", "deadline"),
    [
        ("40 leads a month from January to March", "month", "2027-03-31"),
        ("20 leads a week from 1 Dec to 31 Dec", "week", "2026-12-31"),
        ("5 sales a week from Monday to Friday until Dec 31", "week", "2026-12-31"),
        ("100 leads a month from March", "month", "None"),
        ("40 заявок в месяц с января по март", "month", "2027-03-31"),
        ("get 100 leads a month from now", "None", "2026-12-23"),
    ],
)
def test_how_often_is_no_length_of_time_from_a_day(text: str, per: str, deadline: str) -> None:
    goal = read(text, today=TODAY).goal
    assert (str(goal.per), str(goal.deadline)) == (per, deadline)


def test_day_and_month_without_a_year_can_be_read_both_ways() -> None:
    told = {remark.code: remark.values for remark in read("100 leads by 04/05", today=TODAY).remarks}
    assert told["day_or_month"]["other"] == date(2027, 5, 4)
    assert not read("100 leads by 12/25", today=TODAY).remarks


@pytest.mark.parametrize(
    ("text", "deadline"),
    [
        ("100 likes on our New Year post by January 10", "2027-01-10"),
        ("100 likes on the Christmas post by Jan 10", "2027-01-10"),
        ("100 лайков на пост к 8 марта до 20 марта", "2027-03-20"),
        ("100 заявок на акцию к Новому году до 10 января", "2027-01-10"),
        ("reach 5000 people with our Christmas post", "None"),
        ("100 orders by Christmas", "2026-12-25"),
        ("100 продаж к 8 марта", "2027-03-08"),
    ],
)
def test_a_holiday_that_tells_what_a_thing_is_for_ends_nothing(text: str, deadline: str) -> None:
    assert str(read(text, today=TODAY).goal.deadline) == deadline


@pytest.mark.parametrize(
    ("text", "deadline"),
    [
        ("30 leads by end of day Wednesday", "2026-11-25"),
        ("30 leads by the end of the day, Dec 5", "2026-12-05"),
        ("30 leads eod on Friday", "2026-11-27"),
        ("30 заявок до конца дня пятницы", "2026-11-27"),
        ("30 заявок до конца дня 5 декабря", "2026-12-05"),
        ("30 leads by end of day on Instagram", "2026-11-23"),
        ("40 leads today", "2026-11-23"),
        ("40 заявок сегодня", "2026-11-23"),
        ("1840 followers today", "None"),
        ("у нас 40 заявок сегодня", "None"),
    ],
)
def test_the_day_that_ends_a_goal(text: str, deadline: str) -> None:
    assert str(read(text, today=TODAY).goal.deadline) == deadline


@pytest.mark.parametrize("text", ["8000 followers, +40 a month until June 30", "8 000 подписчиков, +40 в месяц"])
def test_what_there_is_now_is_no_pace(text: str) -> None:
    reading = read(text, today=TODAY)
    goal = reading.goal
    assert (goal.kind, goal.value, goal.per, goal.baseline) == ("rate", Decimal(40), "month", None)
    assert "not_understood" in {remark.code for remark in reading.remarks}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("200 подписок за месяц", "gain"),
        ("200 человек подписались за месяц", "gain"),
        ("200 people subscribed in a month", "gain"),
        ("500 подписчиков к марту", "level"),
    ],
)
def test_people_who_join_are_a_gain(text: str, kind: str) -> None:
    assert read(text, today=TODAY).goal.kind == kind
