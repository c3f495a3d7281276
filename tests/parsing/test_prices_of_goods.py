"""What the goods sell for is no limit of the advertising; a cost or a cap is one."""

from datetime import date

import pytest

from smartgoal.model.goal import Reading
from smartgoal.parsing import read

TODAY = date(2026, 11, 22)


def parsed(text: str) -> Reading:
    return read(text, today=TODAY)


@pytest.mark.parametrize(
    ("text", "price"),
    [
        ("50 orders of 2000 rub each by Dec 31", "2000"),
        ("50 заказов по 2000 рублей", "2000"),
        ("10 sales at $50", "50"),
        ("10 customers at $50 each", "50"),
        ("10 клиентов по 5000 рублей", "5000"),
        ("sell 10 courses for $2000", "2000"),
        ("продать 10 курсов за 5000 рублей", "5000"),
    ],
)
def test_the_price_of_the_goods_is_no_limit_and_is_told_to_be_unused(text: str, price: str) -> None:
    reading = parsed(text)
    assert reading.goal.limits == ()
    assert [each.values["words"] for each in reading.remarks if each.code == "not_understood"] == [price]


@pytest.mark.parametrize(
    ("text", "limit"),
    [
        ("50 leads at $5", "cost_per_lead <= 5 USD"),
        ("30 заявок по 300 рублей", "cost_per_lead <= 300 RUB"),
        ("10 sales at no more than $50 each", "cost_per_sale <= 50 USD"),
        ("20 orders at a cost of $5 each", "cost_per_sale <= 5 USD"),
        ("10 продаж не дороже 500 рублей", "cost_per_sale <= 500 RUB"),
        ("10 клиентов по цене не выше 500 рублей", "cost_per_sale <= 500 RUB"),
        ("20 продаж с бюджетом 10000 рублей", "ad_spend <= 10000 RUB"),
    ],
)
def test_a_cost_a_cap_and_a_budget_are_limits(text: str, limit: str) -> None:
    assert parsed(text).goal.limits == (limit,)


def test_money_from_sales_is_revenue() -> None:
    goal = parsed("100 тысяч рублей с продаж").goal
    assert (goal.metric, goal.unit) == ("revenue", "RUB")
