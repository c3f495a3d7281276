"""Numbers per period: a pace of a level counts its gain, a falling flow is no growth."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from tests.criteria.cases import LEADS, TODAY, plan

from smartgoal.criteria import judge
from smartgoal.model.finding import Verdict
from smartgoal.model.plan import Measure, Progress, Snapshot


def judged(goal: dict[str, Any], **measures: Measure) -> Verdict:
    point_a = (Snapshot(platform="vk", date=TODAY, metrics=measures),)
    return judge(replace(plan(**{"kind": "rate", "per": "week", **goal}), point_a=point_a, steps=()), today=TODAY)


def told(verdict: Verdict) -> set[str]:
    return {each.rule for each in verdict.findings}


FOLLOWERS_A_WEEK: dict[str, Any] = {"value": Decimal(5)}
SIZE = Measure(Decimal(1840))


@pytest.mark.parametrize("kind", ["rate", "level"])
def test_a_pace_of_followers_is_not_compared_with_how_many_there_are(kind: str) -> None:
    verdict = judged({**FOLLOWERS_A_WEEK, "kind": kind}, followers=SIZE)
    assert not told(verdict) & {"A02", "A05", "A09", "A12"}
    assert verdict.criteria["achievable"] == "cannot_tell"


@pytest.mark.parametrize(("a_month", "rule"), [(13, "A05"), (44, "A02")])
def test_a_pace_of_followers_starts_from_the_gain_of_last_month(a_month: int, rule: str) -> None:
    verdict = judged(FOLLOWERS_A_WEEK, followers=SIZE, new_followers=Measure(Decimal(a_month), "month"))
    assert told(verdict) & {"A02", "A05"} == {rule}
    assert "M07" not in told(verdict)


WEEK = Measure(Decimal(8), "week")


@pytest.mark.parametrize(
    ("goal", "measure", "share"),
    [
        ({"value": Decimal(11)}, WEEK, 23),
        ({"value": Decimal(10)}, Measure(Decimal(40), "month"), 33),
        ({"value": Decimal(20)}, WEEK, 11),
        ({"value": Decimal(44), "kind": "total", "per": None}, WEEK, 23),
        ({"value": Decimal(150), "kind": "percent", "unit": "percent", "per": None}, WEEK, 11),
    ],
)
@pytest.mark.parametrize("metric", ["customers", "reach", "leads"])
def test_two_typed_numbers_are_enough_for_any_flow(
    metric: str, goal: dict[str, Any], measure: Measure, share: int
) -> None:
    verdict = judged({"metric": metric, **goal}, **{metric: measure})
    assert verdict.criteria["achievable"] == "yes"
    told = next((each for each in verdict.findings if each.rule == "A05"), None)
    assert (told.values["share"].value if told else 33) == share


def test_a_start_typed_into_the_goal_is_one_of_the_two_numbers() -> None:
    verdict = judged({"metric": "customers", "value": Decimal(10), "baseline": Decimal(2)})
    assert "A05" in told(verdict)


def test_a_falling_flow_is_not_read_as_growth() -> None:
    fewer = {"metric": "questions", "direction": "decrease", "value": Decimal(60)}
    verdict = judged(fewer, questions=Measure(Decimal(100), "week"))
    found = next(each for each in verdict.findings if each.rule == "A05")
    assert found.variant == "falling"
    assert (found.values["needed"].value, found.values["usual"].value) == (60, 100)
    assert not found.cures
    assert "A05" not in told(judged({**fewer, "value": Decimal(90)}, questions=Measure(Decimal(100), "week")))


@pytest.mark.parametrize(
    ("value", "variant", "answer"), [(9, "", "yes"), (20, "beyond", "yes"), (90, "beyond", "cannot_tell")]
)
def test_no_share_is_quoted_beyond_what_was_measured(value: int, variant: str, answer: str) -> None:
    verdict = judged({"metric": "leads", "value": Decimal(value)}, leads=Measure(Decimal(3), "week"))
    found = next(each for each in verdict.findings if each.rule == "A05")
    assert (found.variant, "share" in found.values) == (variant, not variant)
    assert verdict.criteria["achievable"] == answer
    assert "A01" not in told(verdict)


def test_a_plan_under_way_is_judged_by_what_is_left() -> None:
    point_a = (Snapshot(platform="vk", date=TODAY, metrics={"leads": Measure(Decimal(7), "week")}),)
    begun = replace(plan(**LEADS), point_a=point_a, steps=())
    later = TODAY + dt.timedelta(days=14)
    told = {each.rule: each for each in judge(begun, today=later).findings}
    assert told["A05"].values["needed"].value == Decimal("7.1")
    slow = replace(begun, progress=(Progress(date=later, value=Decimal(30)),))
    (left,) = (each for each in judge(slow, today=later).findings if each.rule == "A05")
    assert (left.values["needed"].value, left.values["usual"].value) == (5, Decimal("2.1"))
    nearly = replace(begun, progress=(Progress(date=later, value=Decimal(90)),))
    assert "A05" not in {each.rule for each in judge(nearly, today=later).findings}


def test_a_pace_that_has_to_be_bought_is_bought_all_along() -> None:
    table = {"currency": "RUB", "spend": Decimal(9000), "results": Decimal(30), "budget": Decimal(1000)}
    rate = replace(plan(metric="leads", kind="rate", value=Decimal(10), per="week"), point_a=(), economics=table)
    short = next(each for each in judge(rate, today=TODAY).findings if each.rule == "A10")
    assert (short.values["needed"].value, short.values["cost"].value) == (40, 12_000)


COMMENTS: dict[str, Any] = {"metric": "comments", "kind": "level", "per": None, "value": Decimal(10)}


def test_a_level_of_what_is_counted_per_post_is_a_mean() -> None:
    verdict = judged(COMMENTS, comments=Measure(Decimal(4)))
    assert not told(verdict) & {"M02", "M12", "A01"}
    found = next(each for each in verdict.findings if each.rule == "A05")
    assert (found.values["needed"].per, found.values["usual"].value) == ("post", 4)


@pytest.mark.parametrize("kind", ["gain", "total"])
def test_more_leads_of_no_period_are_counted_from_zero(kind: str) -> None:
    more = {"metric": "leads", "category": "leads", "kind": kind, "per": None, "value": Decimal(40)}
    found = next(each for each in judged(more, leads=Measure(Decimal(14), "month")).findings if each.rule == "A05")
    assert found.values["needed"].value == Decimal("1.4")
