import datetime as dt
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.criteria.cases import FAILING, HELD, RESPONSE, SOUND, TODAY, Case, bare, growing, plan

from smartgoal.catalog import metrics
from smartgoal.criteria import judge
from smartgoal.model.finding import Verdict
from smartgoal.model.goal import Goal
from smartgoal.model.plan import Measure, Plan, Snapshot
from smartgoal.parsing import read

AMOUNTS = st.none() | st.decimals(min_value=0, max_value=100_000, places=1)
DAYS = st.none() | st.dates(dt.date(2026, 1, 1), dt.date(2029, 1, 1))
GOALS = st.builds(
    Goal,
    category=st.sampled_from([None, "awareness", "sales", "service"]),
    platform=st.sampled_from([None, "vk", "instagram", "other:snapchat"]),
    metric=st.sampled_from([None, *metrics(), "other:selfies", "folowers"]),
    direction=st.sampled_from([None, "increase", "decrease"]),
    kind=st.sampled_from([None, "gain", "level", "percent", "factor", "total", "rate", "milestone"]),
    value=AMOUNTS,
    unit=st.sampled_from([None, "count", "percent", "minute", "hour", "RUB", "point"]),
    per=st.sampled_from([None, "day", "week", "post"]),
    hold=st.booleans(),
    baseline=AMOUNTS,
    start=DAYS,
    deadline=DAYS,
)


def rules_of(verdict: Verdict, letter: str = "") -> set[str]:
    return {each.rule for each in verdict.findings if each.rule.startswith(letter)}


def test_a_sentence_without_errors_is_right_in_form_and_no_more() -> None:
    verdict = judge(
        bare(metric="followers", platform="vk", kind="gain", value=Decimal(250), deadline=dt.date(2026, 12, 6)),
        today=TODAY,
    )
    assert [*verdict.criteria.values()] == ["yes", "yes", "cannot_tell", "cannot_tell", "yes"]
    assert verdict.state == "form_ok"


def test_one_error_makes_the_whole_weak() -> None:
    assert judge(plan(deadline=None), today=TODAY).state == "weak"


def test_five_times_yes_is_smart() -> None:
    assert judge(SOUND, today=TODAY).state == "smart"


def test_findings_come_by_weight() -> None:
    order = {"error": 0, "warning": 1, "note": 2}
    verdict = judge(plan(keep=False, deadline=None, platform=None, metric="folowers", counted_as=None), today=TODAY)
    weights = [order[each.severity] for each in verdict.findings]
    assert weights == sorted(weights)
    assert {0, 1, 2} <= set(weights)


@pytest.mark.parametrize("case", [case for _, _, case in FAILING], ids=lambda _: "")
def test_same_plan_same_verdict(case: Case) -> None:
    first = judge(case.plan, today=TODAY, reading=case.reading)
    assert judge(case.plan, today=TODAY, reading=case.reading) == first


@given(GOALS, st.booleans())
def test_words_alone_decide_s_m_and_t_for_any_goal(goal: Goal, with_point_a: bool) -> None:
    measures = {goal.metric: Measure(Decimal(40), "week")} if goal.metric and with_point_a else {}
    snapshots = (Snapshot(platform="vk", date=TODAY, metrics=measures),) if measures else ()
    verdict = judge(Plan(created=TODAY, goal=goal, point_a=snapshots), today=TODAY)
    for name in ("specific", "measurable", "time_bound"):
        assert verdict.criteria[name] in {"yes", "no"}


def test_a_falling_goal_below_its_start_value_lies_ahead() -> None:
    assert not rules_of(judge(plan(**RESPONSE), today=TODAY), "A02")
    assert rules_of(judge(plan(**{**RESPONSE, "baseline": Decimal(8)}), today=TODAY), "A02")


def test_a_falling_goal_typed_in_hours_is_compared_with_minutes_of_point_a() -> None:
    measured = Snapshot(platform="vk", date=TODAY, metrics={"response_time": Measure(Decimal(45))})
    goal = {**RESPONSE, "baseline": None, "unit": "hour", "direction": None}
    ahead = replace(plan(**{**goal, "value": Decimal("0.5")}), point_a=(measured,))
    reached = replace(plan(**{**goal, "value": Decimal(1)}), point_a=(measured,))
    assert not rules_of(judge(ahead, today=TODAY), "A02")
    assert rules_of(judge(reached, today=TODAY), "A02")


def test_a_kept_level_that_holds_today_is_achievable() -> None:
    verdict = judge(plan(keep=False, **{**HELD, "baseline": Decimal(12)}), today=TODAY)
    assert verdict.criteria["achievable"] == "yes"
    assert not rules_of(verdict, "A02") | rules_of(verdict, "M02")


def test_the_direction_of_a_level_without_a_verb_follows_what_is_better() -> None:
    no_verb = {**RESPONSE, "baseline": None, "direction": None}
    told = judge(plan(keep=False, **no_verb), today=TODAY)
    assert ("M02", "falling") in {(each.rule, each.variant) for each in told.findings}


@pytest.mark.parametrize("language", ["ru", "en"])
def test_a_start_value_nobody_knows_becomes_the_first_step(language: str) -> None:
    unknown = replace(plan(**{**RESPONSE, "baseline": None}), language=language)
    found = next(each for each in judge(unknown, today=TODAY).findings if each.rule == "M02")
    mended = found.cures[0].plan
    assert len(mended.steps) == len(unknown.steps) + 1
    assert "M02" not in rules_of(judge(mended, today=TODAY))


def test_own_history_goes_before_the_typed_pace() -> None:
    both = replace(plan(value=Decimal(60)), point_a=(*SOUND.point_a, growing(2, 200)))
    assert "A05" not in rules_of(judge(both, today=TODAY))
    assert rules_of(judge(both, today=TODAY)) & {"A06", "A07", "A08"}


def test_something_new_without_a_price_leaves_achievable_open() -> None:
    out_of_reach = replace(plan(value=Decimal(5000)), point_a=(growing(2, 200),))
    assert judge(out_of_reach, today=TODAY).criteria["achievable"] == "cannot_tell"
    nothing_new = replace(out_of_reach, steps=())
    assert judge(nothing_new, today=TODAY).criteria["achievable"] == "no"


def test_a_budget_that_pays_for_the_rest_makes_it_achievable() -> None:
    numbers = {"currency": "RUB", "spend": Decimal(6000), "results": Decimal(60), "budget": Decimal(30_000)}
    paid = replace(plan(value=Decimal(300), limits=()), point_a=(growing(2, 200),), economics=numbers)
    verdict = judge(paid, today=TODAY)
    assert verdict.criteria["achievable"] == "yes"
    assert not rules_of(verdict) & {"A03", "A06", "A10"}


@pytest.mark.parametrize(("market", "told"), [(None, True), ("RU", False)])
def test_no_paid_trial_is_advised_where_ads_are_against_the_law(market: str | None, told: bool) -> None:
    leads = {"metric": "leads", "category": "leads", "kind": "total", "platform": "instagram"}
    banned = replace(plan(keep=False, **leads), market=market, economics={"budget": Decimal(30_000)})
    assert ("A16" in rules_of(judge(banned, today=TODAY))) == told


def test_the_pace_of_two_typed_numbers_is_enough() -> None:
    verdict = judge(replace(plan(value=Decimal(500)), steps=()), today=TODAY)
    assert "A05" in rules_of(verdict)
    assert verdict.criteria["achievable"] == "yes"


def test_arithmetic_that_closes_while_each_sale_loses_money_is_caught() -> None:
    funnel = {"aov": "3000", "cr_lead_sale": "0.1", "cr_click_lead": "0.08", "ctr": "0.005", "cpm": "150"}
    numbers = {name: Decimal(text) for name, text in funnel.items()}
    goal: dict[str, Any] = {
        "metric": "revenue",
        "category": "sales",
        "kind": "total",
        "value": Decimal(300_000),
        "unit": "RUB",
    }
    paid = replace(plan(keep=False, **goal), economics={**numbers, "currency": "RUB", "budget": Decimal(375_000)})
    verdict = judge(paid, today=TODAY)
    assert verdict.criteria["achievable"] == "no"
    assert "A04" in rules_of(verdict)


def test_one_customer_is_thin_evidence_for_a_price() -> None:
    numbers = {"currency": "RUB", "spend": Decimal(300), "results": Decimal(1)}
    goal: dict[str, Any] = {"metric": "customers", "category": "sales", "kind": "total", "value": Decimal(40)}
    found = next(
        each
        for each in judge(replace(plan(keep=False, **goal), economics=numbers), today=TODAY).findings
        if each.rule == "A11"
    )
    assert (found.values["low"].value, round(found.values["high"].value, -1)) == (54, 11_850)


def test_steps_are_spread_from_the_day_they_are_mended_and_never_before_the_start() -> None:
    undated = replace(SOUND, steps=tuple(replace(each, start=None, due=None) for each in SOUND.steps))
    assert spread(undated, TODAY)[0] == TODAY
    assert spread(undated, TODAY + dt.timedelta(days=10))[0] == TODAY + dt.timedelta(days=10)
    begins = TODAY + dt.timedelta(days=5)
    assert spread(replace(undated, goal=replace(undated.goal, start=begins)), TODAY)[0] == begins


def spread(made: Plan, mended: dt.date) -> list[dt.date | None]:
    """The first days of the steps when they are spread evenly on the day `mended`."""
    found = next(each for each in judge(made, today=TODAY, mended=mended).findings if each.rule == "T13")
    return [step.start for step in next(cure for cure in found.cures if cure.name == "spread").plan.steps]


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("Customer satisfaction from 80% to 95% by 1 July 2027", set()),
        ("Удовлетворённость клиентов с 7 из 10 до 9 из 10 к 1 июля 2027", set()),
        ("Better customer satisfaction by 1 July 2027", {"S01"}),
    ],
)
def test_a_satisfaction_with_its_number_is_no_wish(text: str, rules: set[str]) -> None:
    plan_said = Plan(created=TODAY, goal=replace(read(text, today=TODAY).goal, statement=text))
    assert rules_of(judge(plan_said, today=TODAY)) & {"S01"} == rules


@pytest.mark.parametrize(
    ("platform", "value", "told"), [("avito", "5.5", True), ("avito", "4.8", False), (None, "9", False)]
)
def test_a_rating_ends_where_the_scale_of_its_platform_ends(platform: str | None, value: str, told: bool) -> None:
    goal = Goal(metric="rating", platform=platform, direction="increase", kind="level", value=Decimal(value),
                unit="point", baseline=Decimal("4.2"), deadline=TODAY + dt.timedelta(days=60))  # fmt: skip
    findings = [each for each in judge(Plan(created=TODAY, goal=goal), today=TODAY).findings if each.rule == "M04"]
    assert bool(findings) is told
    assert all(each.values["high"].value == 5 for each in findings)
