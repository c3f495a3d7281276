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


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("between 100 and 150 subscribers a month", 100, 150, "count"),
        ("gain 100 to 150 followers", 100, 150, "count"),
        ("от 20 до 30 заявок в неделю", 20, 30, "count"),
        ("выручка $500-$700 в месяц", 500, 700, "USD"),
        ("open rate 70%-80%", 70, 80, "percent"),
    ],
)
def test_of_a_range_the_lower_end_is_the_target(text: str, low: int, high: int, unit: str) -> None:
    reading = read(text, today=TODAY)
    assert (reading.goal.value, reading.goal.unit, reading.goal.baseline) == (Decimal(low), unit, None)
    assert [remark.values["high"] for remark in reading.remarks if remark.code == "range"] == [Decimal(high)]


@pytest.mark.parametrize(
    ("text", "baseline"),
    [("grow from 40 to 60 leads", 40), ("увеличить от 20 до 30 заявок", 20), ("followers 500 to 700 by June", 500)],
)
def test_a_change_from_one_number_to_another_is_no_range(text: str, baseline: int) -> None:
    assert read(text, today=TODAY).goal.baseline == Decimal(baseline)


@pytest.mark.parametrize(
    ("text", "kind", "value", "per"),
    [
        ("post 4x a week", "rate", 4, "week"),
        ("2x/day reels", "rate", 2, "day"),
        ("3x monthly sales", "factor", 3, None),
        ("продажи в 3 раза за год", "factor", 3, None),
        ("20,000 visitors through Pinterest each month", "rate", 20000, "month"),
        ("500 просмотров через дзен ежемесячно", "rate", 500, "month"),
    ],
)
def test_times_a_period_and_times_as_many(text: str, kind: str, value: int, per: str | None) -> None:
    goal = read(text, today=TODAY).goal
    assert (goal.kind, goal.value) == (kind, Decimal(value))
    assert per is None or goal.per == per


@pytest.mark.parametrize(("text", "limits"), [("100 лидов, не тратить больше 5 т.р.", ("ad_spend <= 5000 RUB",))])
def test_a_negated_verb_turns_the_bound_round(text: str, limits: tuple[str, ...]) -> None:
    assert read(text, today=TODAY).goal.limits == limits
