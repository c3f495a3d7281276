"""What a number is: so many on top of now, a share, what is and what is wanted instead, what one result costs."""

from datetime import date

import pytest

from smartgoal.parsing import read

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("text", "kind", "value", "direction"),
    [
        ("100 followers more than now", "gain", 100, "increase"),
        ("100 followers more than we have", "gain", 100, "increase"),
        ("на 100 подписчиков больше, чем сейчас", "gain", 100, "increase"),
        ("подписчиков на 300 больше чем есть", "gain", 300, "increase"),
        ("200 заявок больше чем в прошлом месяце", "gain", 200, "increase"),
        ("50 orders more by May", "gain", 50, "increase"),
        ("revenue 20% higher than now", "percent", 20, "increase"),
        ("выручка на 20% выше текущей", "percent", 20, "increase"),
        ("на 10 жалоб меньше, чем сейчас", "gain", 10, "decrease"),
        ("50 заявок сверху к текущим 100", "gain", 50, "increase"),
        ("100 followers on top of what we have", "gain", 100, "increase"),
        ("a third more orders than last quarter", "percent", 33, "increase"),
        ("жалоб меньше в 2 раза", "factor", 2, "decrease"),
        ("минус 30 % заявок", "percent", 30, "decrease"),
        ("more than 100 followers", "level", 100, None),
        ("больше 100 подписчиков", "level", 100, None),
        ("100 leads more efficiently", "total", 100, None),
    ],
)
def test_what_is_compared_with_now_is_a_change(text: str, kind: str, value: int, direction: str | None) -> None:
    goal = read(text, today=TODAY).goal
    assert [goal.kind, goal.value, goal.direction] == [kind, value, direction]


@pytest.mark.parametrize(
    ("text", "metric", "value"),
    [
        ("1 in 5 leads becomes a client", "lead_conversion", 20),
        ("one in five leads buys", "lead_conversion", 20),
        ("1 out of 5 leads converts to a sale", "lead_conversion", 20),
        ("convert every 4th lead", "lead_conversion", 25),
        ("every other lead buys", "lead_conversion", 50),
        ("one lead in four should become a client", "lead_conversion", 25),
        ("чтобы 70 % клиентов возвращались", None, 70),
        ("каждый пятый лид становится клиентом", "lead_conversion", 20),
        ("один из пяти лидов становится клиентом", "lead_conversion", 20),
        ("закрывать каждую десятую заявку", "lead_conversion", 10),
        ("закрывать 30 % заявок", "lead_conversion", 30),
        ("every tenth follower buys from us", None, 10),
        ("20 % of followers buy from us", None, 20),
        ("reach 30% of followers", None, 30),
        ("ER 5% of followers", "engagement_rate", 5),
        ("каждый десятый подписчик покупает", None, 10),
    ],
)
def test_one_of_so_many_is_a_share(text: str, metric: str | None, value: int) -> None:
    reading = read(text, today=TODAY)
    assert [reading.goal.metric, reading.goal.kind, reading.goal.value] == [metric, "level", value]
    assert reading.goal.unit == "percent"
    assert metric is not None or reading.thing is not None


@pytest.mark.parametrize("text", ["постить каждый второй день", "post every second day", "one of 3 shops"])
def test_every_second_day_is_no_share(text: str) -> None:
    assert read(text, today=TODAY).goal.unit != "percent"


@pytest.mark.parametrize(
    ("text", "metric", "baseline", "value"),
    [
        ("ER 2%, хотим 5%", "engagement_rate", 2, 5),
        ("у нас 500 подписчиков, надо 1000 к маю", "followers", 500, 1000),
        ("есть 500 подписчиков, надо 1000", "followers", 500, 1000),
        ("500 followers, grow to 1000 by May", "followers", 500, 1000),
        ("we get 10 leads a week, want 25 by June", "leads", 10, 25),
        ("отвечаем за 3 часа, хотим за 30 минут", "response_time", 180, 30),
        ("заявка стоит 400, хотим 300", "cost_per_lead", 400, 300),
        ("одна заявка стоит 500 руб., хочу 300 руб. за заявку", "cost_per_lead", 500, 300),
        ("лид в среднем обходится нам в 700 ₽, надо 500 ₽", "cost_per_lead", 700, 500),
        ("платим 400 за заявку, хотим 300", "cost_per_lead", 400, 300),
        ("a lead costs us 400 now, want 300", "cost_per_lead", 400, 300),
        ("we pay $12 per lead, want $8", "cost_per_lead", 12, 8),
        ("a new customer costs us $50; get it down to $35", "cost_per_sale", 50, 35),
        ("хочу 30 заявок, нужно 500 подписчиков", "followers", None, 500),
        ("20 постов в месяц, хочу 500 подписчиков", "followers", None, 500),
        ("сейчас заявка 500 руб, хочу 350", "cost_per_lead", 500, 350),
        ("дорого: 1200 за клиента, надо 800", "cost_per_sale", 1200, 800),
        ("lead price now $50, target $35", "cost_per_lead", 50, 35),
        ("1 из 5 лидов покупает, хотим 1 из 4", "lead_conversion", 20, 25),
        ("охват упал с 900 до 400, вернуть 900", "reach", 400, 900),
        ("reach fell from 900 to 400, get it back to 900", "reach", 400, 900),
        ("leads 30/mo -> 60/mo", "leads", 30, 60),
        ("conversion is 20%, need 35%", "lead_conversion", 20, 35),
        ("$5000 from 10 clients by may", "revenue", None, 5000),
        ("снизить время ответа с 2 дней до 1 часа", "response_time", 48, 1),
        ("есть чат на 50 человек, вырастить до 200", "active_members", 50, 200),
        ("билет стоит 500 ₽, продать 100 билетов", "sales", None, 100),
    ],
)
def test_what_is_and_what_is_wanted_instead(text: str, metric: str, baseline: int | None, value: int) -> None:
    goal = read(text, today=TODAY).goal
    assert goal.metric == metric
    assert [goal.baseline, goal.value] == [baseline, value]


@pytest.mark.parametrize(
    ("text", "thing", "baseline", "value", "per"),
    [
        ("fewer refunds: from 12 to 5 a month", "refunds", 12, 5, "month"),
        ("снизить возвраты с 12 до 5 в месяц", "возвраты", 12, 5, "month"),
        ("сократить отмены записи с 10 до 3 в месяц", "отмены записи", 10, 3, "month"),
        ("cut no-shows from 8 to 2 a week", "no shows", 8, 2, "week"),
        ("меньше неявок: было 8 в неделю, хотим 2", "неявок", 8, 2, "week"),
        ("cancellations from 10 to 4 a month", "cancellations", 10, 4, "month"),
    ],
)
def test_what_shall_not_happen_is_a_metric_of_its_own(
    text: str, thing: str, baseline: int, value: int, per: str
) -> None:
    reading = read(text, today=TODAY)
    goal = reading.goal
    assert [reading.thing, goal.per, goal.direction] == [thing, per, "decrease"]
    assert [goal.baseline, goal.value] == [baseline, value]
    assert "uncatalogued" in {remark.code for remark in reading.remarks}


def test_a_price_of_one_beside_the_goal_is_not_to_be_passed() -> None:
    assert read("50 заявок по 300 за заявку", today=TODAY).goal.limits == ("cost_per_lead <= 300",)
