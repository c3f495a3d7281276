"""The lesson's six goals are read as the lesson means them."""

from datetime import date
from decimal import Decimal

import pytest

from smartgoal.model.goal import Goal
from smartgoal.parsing import read

TODAY = date(2026, 11, 22)


def goal(text: str) -> Goal:
    return read(text, today=TODAY).goal


def test_new_followers_of_a_vk_group() -> None:
    got = goal("250 новых подписчиков в группе ВКонтакте за две недели")
    assert (got.category, got.platform, got.metric) == ("awareness", "vk", "followers")
    assert (got.kind, got.value, got.unit, got.direction) == ("gain", Decimal(250), "count", "increase")
    assert got.deadline == date(2026, 12, 6)


def test_leads_through_targeted_ads_have_no_date() -> None:
    got = goal("100 лидов с помощью таргетированной рекламы")
    assert (got.category, got.metric, got.kind, got.value) == ("leads", "leads", "total", Decimal(100))
    assert got.deadline is None


def test_sales_in_a_month_through_instagram() -> None:
    got = goal("10 продаж за месяц через Instagram")
    assert (got.category, got.platform, got.metric, got.value) == ("sales", "instagram", "sales", Decimal(10))
    assert got.deadline == date(2026, 12, 22)


def test_mean_comments_on_facebook() -> None:
    got = goal("Среднее количество комментариев в Facebook до 10 за 2 месяца")
    assert (got.category, got.platform, got.metric) == ("engagement", "facebook", "comments")
    assert (got.kind, got.value, got.deadline) == ("level", Decimal(10), date(2027, 1, 22))


def test_the_prometheus_badge_is_a_milestone_that_the_platform_decides() -> None:
    reading = read("Получить «Прометея» ВКонтакте за 3 месяца", today=TODAY)
    assert (reading.goal.metric, reading.goal.kind, reading.goal.platform) == ("milestone", "milestone", "vk")
    assert reading.event is not None
    assert "platform_decides" in {remark.code for remark in reading.remarks}


@pytest.mark.parametrize(
    "text",
    [
        "Сократить время ответа поддержки до 10 минут к концу апреля",
        "Reduce support response time to 10 minutes by the end of April",
    ],
)
def test_response_time_falls_to_ten_minutes(text: str) -> None:
    got = goal(text)
    assert (got.category, got.metric, got.direction) == ("service", "response_time", "decrease")
    assert (got.kind, got.value, got.unit, got.deadline) == ("level", Decimal(10), "minute", date(2027, 4, 30))
