from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartgoal.exporters.sentence import goal_sentence
from smartgoal.language import load
from smartgoal.model.goal import Goal
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
        (FOLLOWERS, "ru", "Подписчики во ВКонтакте: +250, с 1\u00a0840 до 2\u00a0090, до 6 декабря 2026"),
        (FOLLOWERS, "en", "Followers on VK: +250, from 1,840 to 2,090, by 6 December 2026"),
        (replace(FOLLOWERS, baseline=None), "en", "Followers on VK: +250, by 6 December 2026"),
    ],
)
def test_a_goal_reads_as_one_sentence(goal: Goal, language: str, expected: str) -> None:
    assert goal_sentence(goal, load(language)) == expected


def test_a_goal_with_too_many_holes_is_the_statement_as_typed() -> None:
    assert goal_sentence(Goal(statement="more likes"), load("en")) == "more likes"


def test_a_kept_level_says_that_it_is_kept() -> None:
    kept = replace(ANSWER_TIME, hold=True)
    assert "не больше 10 минут" in goal_sentence(kept, load("ru")).replace("\u00a0", " ")


KINDS = st.sampled_from(["gain", "percent", "level"])
METRICS = st.sampled_from(["followers", "members", "views", "reach", "subscribers"])
PLATFORMS = st.sampled_from(["vk", "instagram", "telegram", "youtube", "facebook", "tiktok"])


@given(
    kind=KINDS,
    metric=METRICS,
    platform=PLATFORMS,
    value=st.integers(2, 900_000),
    day=st.dates(date(2026, 12, 1), date(2028, 12, 31)),
    language=st.sampled_from(["ru", "en"]),
)
def test_reading_the_sentence_back_gives_the_same_goal(
    kind: str, metric: str, platform: str, value: int, day: date, language: str
) -> None:
    unit = "percent" if kind == "percent" else "count"
    goal = Goal(
        platform=platform, metric=metric, direction="increase", kind=kind, value=Decimal(value), unit=unit,  # type: ignore[arg-type]
        deadline=day,
    )  # fmt: skip
    again = read(goal_sentence(goal, load(language)), today=TODAY, language=language).goal
    kept = ("platform", "metric", "direction", "value", "unit", "deadline")
    assert [getattr(again, name) for name in kept] == [getattr(goal, name) for name in kept]
    assert again.kind == goal.kind
