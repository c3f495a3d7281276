"""How people say it: shares in words, sums in lakhs, prices of one result, times of the day, dates told twice."""

from datetime import date
from decimal import Decimal

import pytest

from smartgoal.parsing import read

TODAY = date(2026, 11, 23)


def codes(text: str) -> set[str]:
    return {remark.code for remark in read(text, today=TODAY).remarks}


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("Сократить отписки на две трети", "percent", 67),
        ("Cut complaints by two thirds", "percent", 67),
        ("сократить отписки на три четверти", "percent", 75),
        ("three quarters of a million views", "total", 750_000),
        ("четверть миллиона просмотров", "total", 250_000),
        ("1 миллион двести тысяч рублей выручки", "total", 1_200_000),
        ("2 million 500 thousand views", "total", 2_500_000),
        ("1,00,000 followers", "level", 100_000),
        ("Attract 1.5 lakh views", "total", 150_000),
        ("90% отзывов с ответом", "level", 90),
        ("конверсия 1 к 5", "level", 20),
        ("conversion 1 : 4", "level", 25),
        ("чтобы вовлечённость постов была 4%", "level", 4),
    ],
)
def test_numbers_in_words_and_groups(text: str, kind: str, value: int) -> None:
    goal = read(text, today=TODAY).goal
    assert [goal.kind, goal.value] == [kind, Decimal(value)]


@pytest.mark.parametrize(
    "text", ["₹3 lakh revenue by May", "Rs 500 per lead", "500 INR per lead", "5000 рупий выручки"]
)
def test_rupees_are_a_currency(text: str) -> None:
    assert read(text, today=TODAY).goal.unit == "INR"


@pytest.mark.parametrize("text", ["за 2 тысячи 300 подписчиков", "3 thousand 200 followers"])
def test_two_numbers_in_a_row_are_no_sum_without_a_second_scale(text: str) -> None:
    assert read(text, today=TODAY).goal.value in {300, 200}


@pytest.mark.parametrize(
    ("text", "limits"),
    [
        ("30 заявок с ценой лида не выше 300 рублей", ("cost_per_lead <= 300 RUB",)),
        ("30 leads at 300 RUB or less", ("cost_per_lead <= 300 RUB",)),
        ("50 заявок, лид не выше 400 рублей", ("cost_per_lead <= 400 RUB",)),
        ("Gain 250 followers, but lose no more than 50", ("lost_followers <= 50",)),
        ("30 leads on a budget of 300 dollars", ("ad_spend <= 300 USD",)),
    ],
)
def test_conditions_name_what_they_limit(text: str, limits: tuple[str, ...]) -> None:
    assert read(text, today=TODAY).goal.limits == limits


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("Need a lead under $35", "cost_per_lead"),
        ("Reduce our advertising costs per lead", "cost_per_lead"),
        ("Raise the share of visitors who leave their email from 2% to 4%", "lead_conversion"),
        ("поднять долю посетителей, оставляющих контакт, с 2% до 4%", "lead_conversion"),
        ("grow the audience of our page by 300 people", "followers"),
        ("Охватить 90 тысяч жителей постами", "reach"),
        ("fill 9 spots, that is 9 registrations", "leads"),
        ("grow trafic by 30%", "traffic"),
    ],
)
def test_what_is_counted(text: str, metric: str) -> None:
    assert read(text, today=TODAY).goal.metric == metric


@pytest.mark.parametrize("text", ["Чистая прибыль 300 тысяч", "increase profit by 20%", "прибыль вырасти на 20%"])
def test_profit_is_no_revenue(text: str) -> None:
    assert read(text, today=TODAY).goal.metric is None
    assert "uncatalogued" in codes(text)


@pytest.mark.parametrize("text", ["Save 5 hours a week on posting", "экономить 5 часов в неделю на постинге"])
def test_hours_of_work_are_no_posts(text: str) -> None:
    reading = read(text, today=TODAY)
    assert [reading.goal.metric, reading.goal.value, reading.goal.unit] == [None, 5, "hour"]
    assert "uncatalogued" in codes(text)


@pytest.mark.parametrize(
    "text",
    [
        "we post at 8 am and grow our followers by 15%",
        "post at 18:30 and grow our followers by 15%",
        "публикуем в 8 утра и увеличим подписчиков на 15%",
        "посты в 19:00, увеличить подписчиков на 15%",
        "one number only: grow followers by 15%",
    ],
)
def test_a_time_of_the_day_is_no_target(text: str) -> None:
    assert read(text, today=TODAY).goal.value == 15
    assert "not_understood" not in codes(text)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("50 sales by Sunday 6 December", "2026-12-06"),
        ("50 sales by Friday, December 11", "2026-12-11"),
        ("50 продаж к пятнице, 11 декабря", "2026-12-11"),
        ("50 sales by Mother's Day (14 March)", "2027-03-14"),
        ("50 продаж ко Дню матери (14 марта)", "2027-03-14"),
        ("50 sales Jan 10-20", "2027-01-20"),
        ("50 продаж весной", "2027-05-31"),
        ("50 продаж летом 2027", "2027-08-31"),
    ],
)
def test_dates_told_twice_or_without_a_preposition(text: str, day: str) -> None:
    assert read(text, today=TODAY).goal.deadline == date.fromisoformat(day)


@pytest.mark.parametrize(("text", "words"), [("1e6 followers", "1e6"), ("5O0 leads by May", "5O0")])
def test_a_number_that_cannot_be_read_is_told(text: str, words: str) -> None:
    reading = read(text, today=TODAY)
    assert ("not_understood", words) in [(remark.code, remark.values.get("words")) for remark in reading.remarks]
    assert "vague" not in codes(text)


def test_a_name_with_a_figure_is_no_number() -> None:
    assert "not_understood" not in codes("get 2GIS reviews")


def test_a_change_and_a_level_that_disagree_are_told() -> None:
    assert "not_understood" in codes("grow followers by 250 to 2,100 from 1,840")
    assert "not_understood" not in codes("grow followers by 260 to 2,100 from 1,840")
    assert "not_understood" not in codes("увеличить продажи на 20% с 50 до 60")


@pytest.mark.parametrize(
    ("text", "per"),
    [
        ("Increase weekly reach on VK from 5000 to 8000", "week"),
        ("Средний охват поста 1500", "post"),
        ("lift daily likes from 30 to 50", "day"),
        ("еженедельные продажи с 5 до 10", "week"),
    ],
)
def test_an_adjective_tells_the_period(text: str, per: str) -> None:
    assert read(text, today=TODAY).goal.per == per


def test_the_base_of_a_rate_stands_in_its_name() -> None:
    assert read("Increase ER by reach from 3% to 5%", today=TODAY).base == "reach"


def test_a_limit_kept_tells_which_way_is_good() -> None:
    goal = read("Keep ad spend below 300 dollars a month", today=TODAY).goal
    assert [goal.hold, goal.direction] == [True, "decrease"]


@pytest.mark.parametrize(
    ("text", "kind", "value", "direction"),
    [
        ("две трети отзывов с ответом", "level", 67, None),
        ("two thirds of reviews with a reply", "level", 67, None),
        ("cut two thirds of complaints", "percent", 67, "decrease"),
        ("сократить две трети жалоб", "percent", 67, "decrease"),
    ],
)
def test_parts_of_a_whole_are_shares(text: str, kind: str, value: int, direction: str | None) -> None:
    goal = read(text, today=TODAY).goal
    assert [goal.kind, goal.value, goal.unit, goal.direction] == [kind, value, "percent", direction]
