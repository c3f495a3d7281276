"""Metrics that only their words or their number tell from verbs, wishes and things outside the catalogue."""

from datetime import date

import pytest

from smartgoal.parsing import read

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("text", "metric", "kind"),
    [
        ("profile visits 2000 a month by March", "profile_visits", "rate"),
        ("2000 посещений профиля в месяц", "profile_visits", "rate"),
        ("reach 20000 a month on VK by Jan 31", "reach", "rate"),
        ("reach from 2000 to 5000 a week by March", "reach", "level"),
        ("Reach of 5,000 a week", "reach", "rate"),
        ("reach of 80,000 summed over posts", "reach", "total"),
        ("reach 5000 followers a month", "followers", "rate"),
        ("customer satisfaction 95% by end of January", "satisfaction", "level"),
        ("удовлетворённость клиентов 95%", "satisfaction", "level"),
    ],
)
def test_the_metric_and_the_kind_of_number(text: str, metric: str, kind: str) -> None:
    reading = read(text, today=TODAY)
    assert (reading.goal.metric, reading.goal.kind) == (metric, kind)
    assert not {"vague", "uncatalogued", "activity"} & {remark.code for remark in reading.remarks}


@pytest.mark.parametrize("text", ["reach 1000 by March", "improve customer satisfaction by 10%"])
def test_a_verb_and_a_wish_stay_what_they_are(text: str) -> None:
    assert "vague" in {remark.code for remark in read(text, today=TODAY).remarks}


@pytest.mark.parametrize(
    ("text", "name"), [("$20 per follower", "cost per follower"), ("50 рублей за подписчика", "цена подписчика")]
)
def test_a_price_that_the_catalogue_does_not_know_is_called_by_its_name(text: str, name: str) -> None:
    reading = read(text, today=TODAY)
    assert (reading.goal.metric, reading.thing) == (None, name)
    assert [remark.values for remark in reading.remarks] == [{"thing": name, "nearest": None}]


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("save 5000 rub on ads", "ad_spend"),
        ("сэкономить 5000 рублей на рекламе", "ad_spend"),
        ("заработать 5000 рублей на рекламе", "ad_revenue"),
        ("get 50 people to fill in the form on our website", "leads"),
        ("50 человек заполнят форму на сайте", "leads"),
        ("bring 50 people to our website", "traffic"),
        ("привести 50 человек на сайт", "traffic"),
        ("get 50 people to buy our course", "customers"),
        ("50 человек купят курс", "customers"),
        ("reply to messages within 10 minutes", "response_time"),
    ],
)
def test_people_are_counted_as_what_they_are_to_do_and_money_as_what_it_is_for(text: str, metric: str) -> None:
    assert read(text, today=TODAY).goal.metric == metric


@pytest.mark.parametrize("text", ["reply to 100 comments", "ответить на 100 комментариев"])
def test_so_many_answers_are_own_work(text: str) -> None:
    reading = read(text, today=TODAY)
    assert reading.goal.metric is None
    assert [remark.values for remark in reading.remarks] == [{"words": text}]
