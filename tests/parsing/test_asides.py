"""What a sentence tells beside the goal: what it is for, how the number is counted."""

from datetime import date
from decimal import Decimal

import pytest

from smartgoal.catalog import metrics
from smartgoal.model.goal import Goal
from smartgoal.parsing import read

TODAY = date(2026, 11, 22)


def goal(text: str) -> Goal:
    return read(text, today=TODAY).goal


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("100 leads by 31 January so that the spring course is full", "so that the spring course is full"),
        ("100 заявок до 31 января, чтобы наполнить группу.", "чтобы наполнить группу"),
    ],
)
def test_a_clause_of_purpose_behind_the_number_is_the_reason(text: str, why: str) -> None:
    assert goal(text).why == why


@pytest.mark.parametrize(
    "text",
    [
        "100 leads by 31 January",
        "Хочу, чтобы подписчиков стало 1000",
        "post 3 times a week so that followers reach 1000",
    ],
)
def test_a_purpose_that_holds_the_goal_itself_is_no_reason(text: str) -> None:
    assert goal(text).why is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("250 new followers, net of unfollows", "net of unfollows"),
        ("250 новых подписчиков за вычетом отписок", "за вычетом отписок"),
        ("Response time of 10 minutes, median, in working hours", "median, in working hours"),
        ("Медиана времени ответа в рабочие часы – 10 минут", "Медиана, в рабочие часы"),
        ("250 new followers, unfollows not subtracted", "new follows, unfollows not subtracted"),
    ],
)
def test_words_that_tell_how_it_is_counted_are_kept(text: str, told: str) -> None:
    reading = read(text, today=TODAY)
    assert reading.goal.counted_as == told
    assert not {"gross_or_net", "not_understood"} & {remark.code for remark in reading.remarks}


WAYS = [
    (name, words)
    for name in ("followers", "leads", "customers")
    for way in metrics()[name].ways
    for words in way.texts.values()
]


@pytest.mark.parametrize(("name", "words"), WAYS)
def test_a_way_of_the_catalogue_written_behind_the_goal_is_how_it_is_counted(name: str, words: str) -> None:
    russian = any("а" <= letter <= "я" for letter in words)
    nouns = {"followers": "подписчиков", "leads": "лидов", "customers": "клиентов"}
    noun = nouns[name] if russian else name
    found = goal(f"250 {noun}, {words}")
    assert (found.metric, found.counted_as) == (name, words)
    assert found.value == Decimal(250)
