"""A number with its noun, in the right form."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartgoal import catalog
from smartgoal.language import load
from smartgoal.model.quantity import Period

RU, EN = load("ru"), load("en")
SPACE = "\u00a0"
FOLLOWER = catalog.metric("followers").nouns["ru"]


@pytest.mark.parametrize(
    ("value", "nominative", "genitive"),
    [
        ("1", "1 подписчик", "1 подписчика"),
        ("2", "2 подписчика", "2 подписчиков"),
        ("5", "5 подписчиков", "5 подписчиков"),
        ("11", "11 подписчиков", "11 подписчиков"),
        ("21", "21 подписчик", "21 подписчика"),
        ("1.5", "1,5 подписчика", "1,5 подписчика"),
        ("17.857142", "17,9 подписчика", "17,9 подписчика"),
        ("1000000", f"1{SPACE}000{SPACE}000 подписчиков", f"1{SPACE}000{SPACE}000 подписчиков"),
    ],
)
def test_russian_nouns_follow_the_number_and_the_case(value: str, nominative: str, genitive: str) -> None:
    number = Decimal(value)
    assert RU.counted(number, FOLLOWER) == nominative
    assert RU.counted(number, FOLLOWER, case="gen") == genitive


@pytest.mark.parametrize(
    ("value", "english"),
    [("1", "1 follower"), ("2", "2 followers"), ("21", "21 followers"), ("1.5", "1.5 followers"), ("0", "0 followers")],
)
def test_english_nouns_know_one_and_other_whatever_the_case(value: str, english: str) -> None:
    forms = catalog.metric("followers").nouns["en"]
    assert EN.counted(Decimal(value), forms) == EN.counted(Decimal(value), forms, case="gen") == english


@pytest.mark.parametrize(("value", "text"), [(1, "1 заявку"), (2, "2 заявки"), (21, "21 заявку"), (5, "5 заявок")])
def test_the_accusative_differs_for_one(value: int, text: str) -> None:
    assert RU.quantity(value, "count", "leads", case="acc") == text


def test_a_whole_number_with_zeros_behind_the_point_counts_as_whole() -> None:
    assert RU.quantity(Decimal("21.0"), "count", "followers") == "21 подписчик"


@pytest.mark.parametrize(
    ("unit", "metric", "per", "russian", "english"),
    [
        ("count", "followers", "day", "17,9 подписчика в день", "17.9 followers a day"),
        ("count", "comments", "post", "17,9 комментария на пост", "17.9 comments per post"),
        ("count", None, "week", "17,9 в неделю", "17.9 a week"),
        ("count", None, None, "17,9", "17.9"),
        ("count", "other:walks", None, "17,9", "17.9"),
        ("count", "no_such_metric", None, "17,9", "17.9"),
        ("minute", "response_time", None, "17,9 минуты", "17.9 minutes"),
        ("second", "response_time", None, "17,9 секунды", "17.9 seconds"),
        ("percent", "engagement_rate", None, f"17,9{SPACE}%", "17.9%"),
        ("RUB", "cost_per_lead", None, f"17,90{SPACE}₽", f"RUB{SPACE}17.90"),
        ("ratio", "roas", None, "17,9", "17.9"),
        ("point", "nps", None, "17,9 балла", "17.9 points"),
    ],
)
def test_a_quantity_speaks_of_what_it_counts(
    unit: str, metric: str | None, per: Period | None, russian: str, english: str
) -> None:
    value = Decimal("17.9")
    assert RU.quantity(value, unit, metric, per) == russian
    assert EN.quantity(value, unit, metric, per) == english


@pytest.mark.parametrize(("days", "russian", "english"), [(1, "1 день", "1 day"), (14, "14 дней", "14 days")])
def test_a_span_of_days(days: int, russian: str, english: str) -> None:
    assert (RU.days(days), EN.days(days)) == (russian, english)


@pytest.mark.parametrize(
    ("items", "russian", "english"),
    [([], "", ""), (["a"], "a", "a"), (["a", "b"], "a и b", "a and b"), (["a", "b", "c"], "a, b и c", "a, b and c")],
)
def test_items_are_joined(items: list[str], russian: str, english: str) -> None:
    assert (RU.joined(items), EN.joined(items)) == (russian, english)


@given(
    value=st.decimals(min_value=0, max_value=10**9, places=3),
    metric=st.sampled_from([metric.id for metric in catalog.metrics().values() if metric.nouns]),
    case=st.sampled_from(["nom", "gen", "acc"]),
)
def test_every_count_of_every_metric_has_a_noun(value: Decimal, metric: str, case: str) -> None:
    for language in (RU, EN):
        text = language.quantity(value, "count", metric, case=case)
        assert any(text.endswith(" " + form) for form in catalog.metric(metric).nouns[language.code].values())
