"""What is now or was, beside what is wanted: start values of earlier clauses, an explicit plus, changes of a rate."""

from datetime import date

import pytest

from smartgoal.parsing import read

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "baseline", "value"),
    [
        ("we currently have 55 shares per post and we want to get 80", 55, 80),
        ("Last year we had 300 newsletter readers, by Easter it has to be 900", 300, 900),
        ("In 2024 we got 60 leads, in 2027 I want 90", 60, 90),
        ("The choir received 40 comments per post in summer; by March we want 70", 40, 70),
        ("Engagement rate of 5 percent by May, up from the 2.8 we have now", 2.8, 5),
        ("By June I want 600 people on my mailing list, right now there are 240", 240, 600),
        ("We want 900 followers by May. Last month we had 650.", 650, 900),
        ("в прошлом году было 300 подписчиков рассылки, к Пасхе должно стать 900", 300, 900),
        ("сейчас у нас 55 репостов на пост, и хотим получать 80", 55, 80),
        ("В 2024 году мы получили 60 заявок, в 2027 хочу 90", 60, 90),
        ("летом собирали 40 комментариев на пост, к марту надо 70", 40, 70),
        ("Хочу 600 подписчиков рассылки к июню, сейчас их 240", 240, 600),
    ],
)
def test_a_number_of_an_earlier_or_later_clause_is_the_start(text: str, baseline: float, value: int) -> None:
    goal = read(text, today=TODAY).goal
    assert [float(goal.baseline or 0), goal.value, goal.direction] == [baseline, value, "increase"]


@pytest.mark.parametrize(
    "text",
    ["Get 30 leads and 40 followers", "Собрать 30 заявок, потом 40 отзывов", "followers +500, reach +20%"],
)
def test_two_targets_are_no_start_and_end(text: str) -> None:
    assert read(text, today=TODAY).goal.baseline is None


@pytest.mark.parametrize(
    ("text", "baseline", "value", "per"),
    [
        ("+120 подписчиков к 6 декабря, сейчас 900", 900, 120, None),
        ("+120 followers (900 now)", 900, 120, None),
        ("followers: 900 today, +120 by 1 March", 900, 120, None),
        ("было 900 подписчиков, прибавить 120 к 1 марта", 900, 120, None),
        ("900 followers, add 120 by 1 March", 900, 120, None),
        ("have 900 followers, want 120 more", 900, 120, None),
        ("orders +5 by 1 March, now 20 a month", 20, 5, "month"),
        ("20 заявок в месяц сейчас, плюс 5 к маю", 20, 5, "month"),
    ],
)
def test_an_explicit_plus_is_a_gain_whatever_is_now(text: str, baseline: int, value: int, per: str | None) -> None:
    goal = read(text, today=TODAY).goal
    assert [goal.kind, goal.direction, goal.baseline, goal.value, goal.per] == [
        "gain",
        "increase",
        baseline,
        value,
        per,
    ]


@pytest.mark.parametrize(
    ("text", "direction", "baseline"),
    [
        ("reduce ad spend by $500 a month", "decrease", None),
        ("Increase leads by 5 per week", "increase", None),
        ("Reduce unfollows from 40 a month by 5 a month", "decrease", 40),
        ("Increase leads by 5 per week, from 30 to 35", "increase", 30),
        ("Увеличить заявки на 5 в неделю", "increase", None),
        ("Сократить отписки с 40 в месяц на 5 в месяц", "decrease", 40),
    ],
)
def test_a_flow_changed_by_so_many_a_period_is_no_level(text: str, direction: str, baseline: int | None) -> None:
    goal = read(text, today=TODAY).goal
    assert [goal.kind, goal.direction, goal.baseline] == ["gain", direction, baseline]
    assert goal.per in {"week", "month"}


@pytest.mark.parametrize(
    "text",
    ["I have 3 children and want 500 followers", "У нас 3 магазина и нужно 500 подписчиков"],
)
def test_a_number_of_something_else_is_no_start(text: str) -> None:
    goal = read(text, today=TODAY).goal
    assert [goal.baseline, goal.value] == [None, 500]


@pytest.mark.parametrize(
    "text",
    [
        "Год назад было 100 продаж в месяц, сейчас 150, к маю хочу 200",
        "a year ago we had 100 followers, now 150, by May I want 200",
    ],
)
def test_of_three_numbers_the_present_one_is_the_start(text: str) -> None:
    reading = read(text, today=TODAY)
    assert [reading.goal.baseline, reading.goal.value] == [150, 200]
    assert "not_understood" in [remark.code for remark in reading.remarks]


@pytest.mark.parametrize(
    ("text", "deadline"),
    [
        ("Had 30 bookings in May, want 50 in December", date(2026, 12, 31)),
        ("В октябре было 12 заказов, хочу 20", None),
        ("from 30 leads in December to 50 in May", date(2027, 5, 31)),
        ("с 30 заявок в декабре до 50 в мае", date(2027, 5, 31)),
    ],
)
def test_the_time_of_the_start_is_no_deadline(text: str, deadline: date | None) -> None:
    assert read(text, today=TODAY).goal.deadline == deadline


def test_a_plus_behind_an_arrow_is_a_gain_and_a_score_above_zero_is_none() -> None:
    assert read("followers 4200 -> +300 by May", today=TODAY).goal.kind == "gain"
    assert read("raise NPS to +60", today=TODAY).goal.kind == "level"


def test_followers_by_so_many_a_month_are_a_pace() -> None:
    assert read("Grow followers by 200 per month", today=TODAY).goal.kind == "rate"


def test_money_is_no_start_of_a_count() -> None:
    assert read("30 leads from 300 dollars", today=TODAY).goal.baseline is None
