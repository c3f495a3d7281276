"""Numbers per period: a pace of a level counts its gain, a falling flow is no growth."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from tests.criteria.cases import TODAY, plan

from smartgoal.criteria import judge
from smartgoal.model.finding import Verdict
from smartgoal.model.plan import Measure, Snapshot


def judged(goal: dict[str, Any], **measures: Measure) -> Verdict:
    point_a = (Snapshot(platform="vk", date=TODAY, metrics=measures),)
    return judge(replace(plan(**{"kind": "rate", "per": "week", **goal}), point_a=point_a, steps=()), today=TODAY)


def told(verdict: Verdict) -> set[str]:
    return {each.rule for each in verdict.findings}


FOLLOWERS_A_WEEK: dict[str, Any] = {"value": Decimal(5)}
SIZE = Measure(Decimal(1840))


def test_a_pace_of_followers_is_not_compared_with_how_many_there_are() -> None:
    verdict = judged(FOLLOWERS_A_WEEK, followers=SIZE)
    assert not told(verdict) & {"A02", "A05", "A09", "A12"}
    assert verdict.criteria["achievable"] == "cannot_tell"


@pytest.mark.parametrize(("a_month", "rule"), [(13, "A05"), (44, "A02")])
def test_a_pace_of_followers_starts_from_the_gain_of_last_month(a_month: int, rule: str) -> None:
    verdict = judged(FOLLOWERS_A_WEEK, followers=SIZE, new_followers=Measure(Decimal(a_month), "month"))
    assert told(verdict) & {"A02", "A05"} == {rule}
    assert "M07" not in told(verdict)
