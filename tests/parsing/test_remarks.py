"""What the words show beside the goal: each remark with a sentence that has it and one that has not."""

from datetime import date
from typing import Any

import pytest

from smartgoal.model.goal import REMARKS, Remark
from smartgoal.parsing import read

TODAY = date(2026, 11, 22)


def remarks(text: str) -> dict[str, Remark]:
    return {remark.code: remark for remark in read(text, today=TODAY).remarks}


SHOWN = [
    ("vague", "повысить узнаваемость", "повысить охват"),
    ("vague", "be more popular", "get more followers"),
    ("vague", "вовлечённость +20%", "уровень вовлечённости 5 %"),
    ("uncatalogued", "10 000 установок приложения", "10 000 подписчиков"),
    ("second_metric", "30 заказов и 500 подписчиков за месяц", "30 заказов за месяц"),
    ("activity", "5 постов в неделю", "5 заявок в неделю"),
    ("no_base", "ER 5 %", "ER по охвату 5 %"),
    ("percent_or_points", "поднять конверсию на 2 %", "поднять продажи на 2 %"),
    ("past_date", "500 followers by December 2024", "500 followers by December 2027"),
    ("day_or_month", "500 подписчиков до 04/05/2027", "500 подписчиков до 04.05.2027"),
    ("last_day", "500 подписчиков к августу", "500 подписчиков к концу августа"),
    ("not_a_date", "500 подписчиков скоро", "500 подписчиков к маю"),
    ("no_such_date", "500 подписчиков к 31 июня", "500 подписчиков к 30 июня"),
    ("no_such_date", "500 подписчиков до 32 мая", "32 мая собака подписалась"),
    ("no_such_date", "500 followers by February 30", "500 followers by February"),
    ("no_such_date", "500 followers by 30.02.2027", "500 followers by 28.02.2027"),
    ("no_such_date", "500 followers by the fifth Monday of June", "500 followers by the fifth Monday of March"),
    ("counted_back", "500 подписчиков за неделю до 8 Марта", "500 подписчиков через неделю после 8 Марта"),
    ("event_deadline", "500 followers before the launch", "500 followers before May"),
    ("placeholder", "gain X followers by May", "gain 10 followers by May"),
    ("several_platforms", "500 подписчиков ВК и в телеграме", "500 подписчиков ВК"),
    ("platform_decides", "получить синюю галочку", "запустить канал"),
    ("range", "5-10 заявок в день", "5 заявок в день"),
    ("staged", "100 подписчиков, затем 500 подписчиков", "500 подписчиков"),
    ("gross_or_net", "+250 подписчиков", "2500 подписчиков"),
    ("not_understood", "500 подписчиков, 12", "500 подписчиков"),
    ("not_understood", "+200 подписчиков, 2000 подписчиков к марту", "+200 подписчиков к марту 2027"),
    ("not_understood", "250 followers by March and 500 by June", "250 followers by March and no later"),
    ("not_understood", "+200 followers to 2000 by March", "200 followers by March 2027"),
]


@pytest.mark.parametrize(("code", "with_it", "without"), SHOWN)
def test_a_remark_is_made_where_the_words_show_it(code: str, with_it: str, without: str) -> None:
    assert code in remarks(with_it)
    assert code not in remarks(without)


def test_every_code_has_an_example() -> None:
    assert {code for code, *_ in SHOWN} == set(REMARKS)


@pytest.mark.parametrize(
    ("text", "code", "values"),
    [
        ("повысить узнаваемость бренда", "vague", {"word": "узнаваемость"}),
        ("30 заказов и 500 подписчиков за месяц", "second_metric", {"metric": "followers", "words": "подписчиков"}),
        ("10 000 установок приложения", "uncatalogued", {"thing": "установок", "nearest": "leads"}),
        ("500 подписчиков скоро", "not_a_date", {"words": "скоро"}),
        ("500 followers by 31 June", "no_such_date", {"words": "31 June"}),
        ("500 подписчиков к 29 февраля 2027 года", "no_such_date", {"words": "29 февраля 2027 года"}),
        ("500 followers a week before Easter", "counted_back", {"date": date(2027, 3, 21), "other": date(2027, 3, 28)}),
    ],
)
def test_a_remark_quotes_the_words(text: str, code: str, values: dict[str, Any]) -> None:
    remark = remarks(text)[code]
    assert {name: remark.values[name] for name in values} == values
    assert remark.span is not None
    assert 0 <= remark.span[0] < remark.span[1] <= len(text)


def test_a_condition_is_no_second_goal() -> None:
    assert "second_metric" not in remarks("30 заявок за месяц не дороже 350 ₽ за заявку")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("1000 subscribers and 4000 hours on YouTube by June 2027", "4000 hours"),
        ("1000 подписчиков и 4000 часов на YouTube к июню 2027", "4000 часов"),
        ("get 100 followers by posting 5 reels", "5"),
        ("20 sales by March with a budget of 5000", "5000"),
    ],
)
def test_a_number_beside_the_target_that_is_not_used_is_told(text: str, words: str) -> None:
    found = read(text, today=date(2026, 11, 22)).remarks
    assert [remark.values["words"] for remark in found if remark.code == "not_understood"] == [words]


@pytest.mark.parametrize("text", ["reply within 10 minutes, now 2 hours", "answer 90% of comments within 2 hours"])
def test_a_length_of_time_that_is_measured_or_a_start_is_used(text: str) -> None:
    assert "not_understood" not in {remark.code for remark in read(text, today=date(2026, 11, 22)).remarks}
