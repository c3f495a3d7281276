"""Limits, start values, keeping, spans: the parts beside the number."""

from datetime import date
from decimal import Decimal

import pytest

from smartgoal.parsing import read

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("text", "metric", "limits"),
    [
        ("100 заявок не дороже 350 ₽ за заявку", "leads", ("cost_per_lead <= 350 RUB",)),
        ("40 заказов по цене до 250 рублей", "sales", ("cost_per_sale <= 250 RUB",)),
        ("20 клиентов при бюджете 10 000 ₽", "customers", ("ad_spend <= 10000 RUB",)),
        ("20 клиентов с бюджетом до 10 000 рублей", "customers", ("ad_spend <= 10000 RUB",)),
        ("40 заявок при CPL не выше 600 ₽", "leads", ("cost_per_lead <= 600 RUB",)),
        ("get 50 leads for under $5 a lead", "leads", ("cost_per_lead <= 5 USD",)),
        ("50 leads at no more than $6 each", "leads", ("cost_per_lead <= 6 USD",)),
        ("double newsletter subscribers while keeping 45% open rate", "subscribers", ("open_rate >= 45 percent",)),
        ("15 new customers with a budget of $1,000", "customers", ("ad_spend <= 1000 USD",)),
        ("CPL не выше 500 ₽", "cost_per_lead", ()),
        ("spend less than $500 on ads", "ad_spend", ()),
    ],
)
def test_conditions_stand_beside_the_target(text: str, metric: str, limits: tuple[str, ...]) -> None:
    goal = read(text, today=TODAY).goal
    assert goal.metric == metric
    assert goal.limits == limits


@pytest.mark.parametrize(
    ("text", "baseline", "value", "unit"),
    [
        ("с 1200 до 2000 подписчиков", "1200", "2000", "count"),
        ("увеличить выручку с 50 до 100 млн ₽", "50000000", "100000000", "RUB"),
        ("время ответа с 2 часов до 30 минут", "120", "30", "minute"),
        ("подписчики: было 2300, надо 3000", "2300", "3000", "count"),
        ("ER с 2,5 до 4 %", "2.5", "4", "percent"),
        ("729 -> 1029 subscribers", "729", "1029", "count"),
        ("reach 500 followers, currently at 74", "74", "500", "count"),
        ("raise average likes to 150 (we're at 90 now)", "90", "150", "count"),
        ("from $12 to $8 per lead", "12", "8", "USD"),
    ],
)
def test_start_values(text: str, baseline: str, value: str, unit: str) -> None:
    goal = read(text, today=TODAY).goal
    assert (goal.baseline, goal.value, goal.unit) == (Decimal(baseline), Decimal(value), unit)


@pytest.mark.parametrize(
    "text", ["удержать ER не ниже 4 %", "время ответа не дольше 10 минут", "maintain a 4.8 rating"]
)
def test_words_of_keeping(text: str) -> None:
    assert read(text, today=TODAY).goal.hold


@pytest.mark.parametrize("text", ["поднять ER до 4 %", "снизить время ответа до 10 минут", "reach a 4.8 rating"])
def test_words_of_reaching(text: str) -> None:
    assert not read(text, today=TODAY).goal.hold


def test_every_part_remembers_its_words() -> None:
    text = "Увеличить подписчиков ВКонтакте с 1 200 до 2 000 к 1 марта"
    reading = read(text, today=TODAY)
    words = {name: text[start:end] for name, (start, end) in reading.spans.items()}
    assert words == {
        "direction": "Увеличить",
        "metric": "подписчиков",
        "platform": "ВКонтакте",
        "baseline": "1 200",
        "value": "2 000",
        "deadline": "к 1 марта",
    }


def test_the_base_of_a_ratio() -> None:
    assert read("ER по охвату 5 %", today=TODAY).base == "reach"
    assert read("ER 5 %", today=TODAY).base is None


@pytest.mark.parametrize(
    "text",
    [
        "отдел продаж",
        "celebrate our customers",
        "топ 10 кофеен",
        "поддержка 24/7",
        "share our story",
        "Instagram 2026",
        "целевая аудитория 25–45 лет",
    ],
)
def test_look_alikes_are_no_targets(text: str) -> None:
    goal = read(text, today=TODAY).goal
    assert goal.kind is None
    assert goal.value is None
