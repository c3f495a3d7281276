from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from smartgoal.catalog import metric
from smartgoal.exporters.sentence import goal_sentence
from smartgoal.language import load
from smartgoal.model.goal import Goal, Kind
from smartgoal.parsing import read

TODAY = date(2026, 11, 22)
DEADLINE = date(2026, 12, 6)
FOLLOWERS = Goal(
    category="awareness", platform="vk", metric="followers", direction="increase", kind="gain", value=Decimal(250),
    unit="count", baseline=Decimal(1840), deadline=DEADLINE,
)  # fmt: skip
ANSWER_TIME = Goal(
    category="service", platform="vk", metric="response_time", direction="decrease", kind="level", value=Decimal(10),
    unit="minute", baseline=Decimal(45), deadline=DEADLINE,
)  # fmt: skip


@pytest.mark.parametrize(
    ("goal", "language", "expected"),
    [
        (FOLLOWERS, "ru", "+250 подписчиков во ВКонтакте, с 1\u00a0840 до 2\u00a0090, до 6 декабря 2026"),
        (FOLLOWERS, "en", "+250 followers on VK, from 1,840 to 2,090, by 6 December 2026"),
        (replace(FOLLOWERS, baseline=None), "en", "+250 followers on VK, by 6 December 2026"),
    ],
)
def test_a_goal_reads_as_one_sentence(goal: Goal, language: str, expected: str) -> None:
    assert goal_sentence(goal, load(language)) == expected


def test_a_goal_with_too_many_holes_is_the_statement_as_typed() -> None:
    assert goal_sentence(Goal(statement="more likes"), load("en")) == "more likes"


def test_a_kept_level_says_that_it_is_kept() -> None:
    kept = replace(ANSWER_TIME, hold=True)
    assert "не больше 10 минут" in goal_sentence(kept, load("ru")).replace("\u00a0", " ")


RISING = (
    "followers", "reach", "impressions", "views", "mentions", "shares", "subscribers", "leads", "site_clicks",
    "traffic", "contest_entries", "sales", "customers", "revenue", "ad_revenue", "likes", "comments", "saves",
    "members", "active_members", "messages", "posts", "reviews",
)  # fmt: skip
FALLING = ("response_time", "cost_per_lead", "cost_per_sale", "drr")
PLATFORMS = st.sampled_from(["vk", "instagram", "telegram", "youtube", "facebook", "tiktok", "ok", "x"])
UNITS = {"money": "RUB", "minute": "minute", "percent": "percent", "count": "count"}


@st.composite
def goals(draw: st.DrawFn) -> Goal:
    name = draw(st.sampled_from([*RISING, *FALLING]))
    counted = metric(name).form == "flow" and metric(name).unit == "count" and name != "active_members"
    kinds: list[Kind] = ["percent", "level"] if name == "drr" else ["gain", "percent", "level"]
    kind = draw(st.sampled_from([*kinds, "total", "rate"] if counted else kinds))
    unit = UNITS["percent" if kind == "percent" else metric(name).unit]
    return Goal(
        platform=draw(PLATFORMS), metric=name, direction="decrease" if name in FALLING else "increase", kind=kind,
        value=Decimal(draw(st.integers(2, 100 if unit == "percent" else 900_000))), unit=unit,
        per=draw(st.sampled_from(["day", "week", "month"])) if kind == "rate" else None,
        deadline=draw(st.dates(date(2026, 12, 1), date(2028, 12, 31))),
    )  # fmt: skip


@given(goal=goals(), language=st.sampled_from(["ru", "en"]))
@settings(max_examples=300, deadline=None)
def test_reading_the_sentence_back_gives_the_same_goal(goal: Goal, language: str) -> None:
    assume((goal.metric, goal.platform) != ("likes", "facebook"))  # "likes on Facebook" are fans of the page
    again = read(goal_sentence(goal, load(language)), today=TODAY, language=language).goal
    kept = ["platform", "metric", "kind", "value", "unit", "per", "deadline"]
    told = kept if goal.kind in ("total", "rate") else [*kept, "direction"]  # "90 leads" tells no way
    assert [getattr(again, name) for name in told] == [getattr(goal, name) for name in told]


@given(name=st.sampled_from(RISING), factor=st.integers(2, 20), language=st.sampled_from(["ru", "en"]))
def test_a_factor_reads_back(name: str, factor: int, language: str) -> None:
    goal = replace(FOLLOWERS, metric=name, kind="factor", value=Decimal(factor), unit="ratio", baseline=None)
    again = read(goal_sentence(goal, load(language)), today=TODAY, language=language).goal
    assert (again.metric, again.kind, again.value) == (name, "factor", Decimal(factor))


@pytest.mark.parametrize(
    ("statement", "sentence"),
    [
        ("Get the badge by 31 December", "Get the badge by 31 December"),
        ("Get the badge", "Get the badge, by 31 December 2026"),
        ("Get the badge by 15 December", "Get the badge, by 31 December 2026"),
    ],
)
def test_an_event_that_names_its_day_is_not_told_it_twice(statement: str, sentence: str) -> None:
    event = Goal(kind="milestone", metric="milestone", statement=statement, deadline=date(2026, 12, 31))
    assert goal_sentence(event, load("en")) == sentence
