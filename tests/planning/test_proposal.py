"""Proposals hold up: number of steps, dates, sums, money, platform, market."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.planning.scenarios import SCENARIOS, TODAY, Scenario

from smartgoal import language
from smartgoal.catalog.examples import examples
from smartgoal.catalog.tactics import reasons, tactics
from smartgoal.errors import UsageError
from smartgoal.model.arithmetic import gap
from smartgoal.model.goal import Goal
from smartgoal.model.plan import Measure, Plan, Snapshot
from smartgoal.planning.checks import check_steps
from smartgoal.planning.proposal import Proposal, propose, render
from smartgoal.planning.resources import Resources
from smartgoal.planning.risks import recognise, risks_of
from smartgoal.planning.sums import coverage

CASES = [pytest.param(each, id=each.name) for each in SCENARIOS]


def with_steps(plan: Plan, resources: Resources, code: str = "ru") -> tuple[Plan, Proposal]:
    proposal = propose(plan, resources, today=TODAY)
    spoken = language.load(code)
    steps = render(proposal, lambda texts, values: spoken.fill(texts[code], values))
    return replace(plan, steps=steps), proposal


@pytest.mark.parametrize("case", CASES)
def test_a_proposal_has_three_or_four_steps_that_pass_every_check(case: Scenario) -> None:
    plan, _ = with_steps(case.plan, case.resources)
    assert 3 <= len(plan.steps) <= 4
    complaints = {problem.code for problem in check_steps(plan)}
    assert complaints <= ({"no_numbers"} if case.plan.goal.value is None else set())


@pytest.mark.parametrize("case", CASES)
def test_the_steps_cover_the_gap_exactly_as_far_as_the_budget_goes(case: Scenario) -> None:
    plan, proposal = with_steps(case.plan, case.resources)
    covered = coverage(plan)
    assert not covered.problems
    if "budget_short" in {reason.code for reason in proposal.reasons}:
        assert covered.missing
        return
    if covered.sum is not None and covered.gap is not None and not case.plan.goal.hold:
        assert covered.sum == covered.gap
    if case.plan.goal.value is not None:
        assert covered.missing == 0


@pytest.mark.parametrize("case", CASES)
def test_money_of_the_steps_stays_within_the_budget(case: Scenario) -> None:
    plan, proposal = with_steps(case.plan, case.resources)
    budget = case.resources.budget
    if budget is None:
        return
    assert sum((step.cost or Decimal(0) for step in plan.steps), Decimal(0)) <= budget
    if budget == 0:
        assert all(step.tactic.cost == "none" for step in proposal.steps)


@pytest.mark.parametrize("case", CASES)
def test_no_step_breaks_a_rule_or_a_law(case: Scenario) -> None:
    plan, _ = with_steps(case.plan, case.resources)
    assert not [risk.caution.id for risk in risks_of(plan) if risk.caution.severity == "error"]
    warned = {risk.caution.id for risk in risks_of(plan) if risk.caution.severity == "warning"}
    assert warned <= {"platform_badge"}


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("code", ["ru", "en"])
def test_every_sentence_is_filled_in_both_languages(case: Scenario, code: str) -> None:
    plan, _ = with_steps(case.plan, case.resources, code)
    for step in plan.steps:
        texts = [step.title, step.result, step.indicator, step.if_then, step.needs or ""]
        assert not any("{" in (text or "") for text in texts)
        assert step.owner == "Вера"


@pytest.mark.parametrize("case", CASES)
def test_every_choice_tells_a_reason(case: Scenario) -> None:
    _, proposal = with_steps(case.plan, case.resources)
    told = [reason for step in proposal.steps for reason in step.reasons] + list(proposal.reasons)
    assert all(step.reasons for step in proposal.steps)
    for code in ("ru", "en"):
        spoken = language.load(code)
        assert all("{" not in spoken.fill(reasons()[reason.code][code], reason.values) for reason in told)


@pytest.mark.parametrize("index", range(6))
def test_the_lessons_goals_get_steps_that_add_up(index: int) -> None:
    example = examples()[index]
    parts = {**example.parts, "deadline": TODAY + timedelta(days=60), "category": example.category}
    typed: dict[str, Any] = {key: Decimal(str(part)) if key == "value" else part for key, part in parts.items()}
    plan, _ = with_steps(Plan(goal=Goal(**typed), created=TODAY, owner="Вера", market="RU"), Resources())
    assert 3 <= len(plan.steps) <= 4
    assert {problem.code for problem in check_steps(plan)} <= {"no_numbers"}
    assert coverage(plan).missing in {Decimal(0), None}
    assert not [risk for risk in risks_of(plan) if risk.caution.severity == "error"]


def planned(days: int = 30, **parts: Any) -> Plan:
    goal = {"direction": "increase", "unit": "count", "deadline": TODAY + timedelta(days=days)}
    return Plan(goal=Goal(**{**goal, **parts}), created=TODAY)


def test_unknown_start_is_measured_first_and_known_start_is_not() -> None:
    plan = planned(metric="followers", platform="vk", kind="gain", value=Decimal(90))
    assert propose(plan, Resources(), today=TODAY).steps[0].tactic.id == "start_from_statistics"
    point = Snapshot(platform="vk", date=TODAY, metrics={"followers": Measure(Decimal(500))})
    assert propose(replace(plan, point_a=(point,)), Resources(), today=TODAY).steps[0].tactic.id == "profile_packaging"


def test_a_badge_gets_steps_about_what_depends_on_the_user() -> None:
    plan = planned(statement="Prometheus badge for our group", platform="vk", metric="milestone", kind="milestone")
    proposal = propose(plan, Resources(), today=TODAY)
    assert {step.tactic.situation for step in proposal.steps} == {"badge"}
    assert "platform_decides" in {reason.code for reason in proposal.reasons}


def test_results_bought_at_a_known_price_say_so_and_a_short_budget_is_told() -> None:
    plan = planned(metric="leads", platform="vk", category="leads", kind="total", value=Decimal(100))
    resources = Resources(budget=Decimal(10000), currency="RUB", price=Decimal(520))
    proposal = propose(plan, resources, today=TODAY)
    assert "price" in {step.basis for step in proposal.steps}
    short = next(reason for reason in proposal.reasons if reason.code == "budget_short")
    assert (short.values["needed"].value, short.values["bought"].value) == (52000, 19)


def test_paid_steps_promise_no_more_than_their_money_buys() -> None:
    plan = planned(metric="leads", platform="vk", category="leads", kind="total", value=Decimal(100))
    steps = propose(plan, Resources(budget=Decimal(20_000), currency="RUB", price=Decimal(300)), today=TODAY).steps
    paid = [step for step in steps if step.tactic.cost == "paid"]
    assert paid
    for step in paid:
        assert step.result is not None
        assert (step.result.value or 0) * 300 <= (step.cost or 0)


def test_the_accounts_own_pace_is_named_as_the_basis() -> None:
    plan = planned(metric="followers", platform="vk", kind="gain", value=Decimal(20), baseline=Decimal(900))
    proposal = propose(plan, Resources(usual_per_day=Decimal(3)), today=TODAY)
    assert {step.basis for step in proposal.steps if step.result is not None} == {"history"}


def test_a_deal_cycle_leaves_the_last_days_for_leads_to_become_sales() -> None:
    plan = planned(days=60, metric="sales", platform="vk", kind="total", value=Decimal(10))
    scaling = propose(plan, Resources(deal_cycle_days=20), today=TODAY).steps[2]
    assert scaling.slot.due <= TODAY + timedelta(days=40)


def test_means_are_read_out_of_the_economics_of_a_plan() -> None:
    table = {"currency": "RUB", "spend": 900, "results": Decimal(3), "budget": 6000, "deal_cycle_days": 14}
    means = Resources.of_economics(table, "leads")
    assert (means.budget, means.currency, means.price, means.deal_cycle_days) == (
        Decimal(6000),
        "RUB",
        Decimal(300),
        14,
    )
    unreadable = {"budget": "much", "deal_cycle_days": "long"}
    assert Resources.of_economics(unreadable, None) == Resources()


@pytest.mark.parametrize("code", ["ru", "en"])
def test_the_words_of_a_tactic_call_the_cautions_of_its_row(code: str) -> None:
    for tactic in tactics().values():
        called = {match.caution.id for match in recognise(tactic.title[code], "RU", "vk")}
        if tactic.means in {"paid", "barter"}:
            assert "ad_labelling" in called, tactic.title[code]
        else:
            assert called <= {*tactic.cautions, "lead_consent"}, tactic.title[code]


@pytest.mark.parametrize("market", ["RU", None])
@pytest.mark.parametrize("platform", ["instagram", "facebook", "telegram", "youtube", "whatsapp"])
def test_paid_steps_are_proposed_only_where_they_are_lawful(platform: str, market: str | None) -> None:
    plan = replace(planned(metric="leads", platform=platform, kind="total", value=Decimal(50)), market=market)
    proposal = propose(plan, Resources(budget=Decimal(9000)), today=TODAY)
    paid = any(step.tactic.means == "paid" for step in proposal.steps)
    assert paid == (market is None)


@pytest.mark.parametrize("deadline", [None, date(2026, 11, 21)])
def test_without_days_ahead_there_are_no_steps(deadline: date | None) -> None:
    plan = planned(metric="followers", kind="gain", value=Decimal(5), deadline=deadline)
    with pytest.raises(UsageError):
        propose(plan, Resources(), today=TODAY)


@given(
    value=st.integers(1, 10**7).map(Decimal),
    baseline=st.integers(0, 10**7).map(Decimal),
    days=st.integers(0, 800),
    kind=st.sampled_from(["gain", "level", "percent", "factor", "total", "rate"]),
    metric=st.sampled_from(["followers", "leads", "revenue", "response_time", "engagement_rate", "comments", None]),
    direction=st.sampled_from(["increase", "decrease"]),
    budget=st.none() | st.integers(0, 10**6).map(Decimal),
)
def test_whatever_the_goal_the_steps_sum_to_what_is_asked(days: int, budget: Decimal | None, **parts: Any) -> None:
    plan, _ = with_steps(planned(days, **parts), Resources(budget=budget))
    covered, asked = coverage(plan), gap(plan.goal)
    if asked:
        assert covered.missing == 0
        assert covered.sum is not None
        assert abs(covered.sum - asked) < 1
        assert covered.sum == asked or asked != asked.to_integral_value()
    dues = [step.due or date.max for step in plan.steps]
    assert dues == sorted(dues)
    assert dues[0] >= TODAY
    assert dues[-1] == TODAY + timedelta(days=days)
    assert days == 0 or len(set(dues)) > 1


def test_steps_of_a_mean_per_post_name_the_level_after_them() -> None:
    plan = planned(metric="comments", platform="vk", kind="level", value=Decimal(10), baseline=Decimal(4))
    results = [step.result for step in propose(plan, Resources(), today=TODAY).steps if step.result]
    assert {result.kind for result in results} == {"level"}


def test_fewer_unfollows_are_not_sought_by_what_brings_followers() -> None:
    goal: dict[str, Any] = {"metric": "lost_followers", "category": "awareness", "platform": "vk", "per": "month"}
    plan = planned(**goal, kind="level", direction="decrease", value=Decimal(60), baseline=Decimal(80))
    used = [step.tactic for step in propose(plan, Resources(partners=True, budget=Decimal(9000)), today=TODAY).steps]
    assert not any("followers" in tactic.metrics for tactic in used)


@pytest.mark.parametrize("code", ["ru", "en"])
def test_a_step_that_measures_names_what_even_where_nobody_said_it(code: str) -> None:
    plan, _ = with_steps(planned(kind="percent", value=Decimal(20), unit="percent"), Resources(), code)
    assert not plan.steps[0].title.rstrip().endswith(":")


@pytest.mark.parametrize("unit", ["RUB", "count", None])
def test_an_early_sign_of_a_goal_in_money_counts_no_money(unit: str | None) -> None:
    plan = planned(metric="revenue", kind="total", value=Decimal(500_000), unit=unit)
    proposal = propose(plan, Resources(), today=TODAY)
    assert all(step.threshold == step.tactic.threshold for step in proposal.steps)


def test_fewer_reviews_of_the_bad_kind_are_not_sought_by_asking_for_reviews() -> None:
    goal: dict[str, Any] = {"metric": "reviews", "category": "service", "platform": "vk", "per": "month"}
    plan = planned(**goal, kind="level", direction="decrease", value=Decimal(5), baseline=Decimal(20))
    used = [step.tactic for step in propose(plan, Resources(), today=TODAY).steps]
    assert not any("reviews" in tactic.metrics for tactic in used)


def test_a_kept_level_promises_and_guesses_nothing() -> None:
    plan = planned(
        metric="rating", kind="level", value=Decimal("4.8"), baseline=Decimal("4.9"), unit="point", hold=True
    )
    proposal = propose(plan, Resources(), today=TODAY)
    assert {step.basis for step in proposal.steps} == {None}
    assert "own_figures" not in {reason.code for reason in proposal.reasons}


def test_the_early_sign_asks_for_no_more_orders_than_the_goal() -> None:
    goal = Goal(category="sales", metric="sales", direction="increase", kind="total", value=Decimal(3), unit="count",
                deadline=TODAY + timedelta(days=7))  # fmt: skip
    steps = propose(Plan(created=TODAY, goal=goal), Resources(), today=TODAY).steps
    counting = [step for step in steps if step.tactic.counts_results]
    assert counting
    assert all(step.threshold <= 2 for step in counting)


def test_the_early_sign_of_ads_asks_for_what_the_money_can_buy() -> None:
    deadline = TODAY + timedelta(days=38)
    goal = Goal(category="sales", metric="customers", direction="increase", kind="total", value=Decimal(10),
                unit="count", deadline=deadline, platform="vk")  # fmt: skip
    means = Resources(budget=Decimal(3000), currency="RUB", price=Decimal(300))
    steps = propose(Plan(created=TODAY, goal=goal), means, today=TODAY).steps
    paid = [step for step in steps if step.tactic.means == "paid" and step.tactic.counts_results]
    assert paid
    for step in paid:
        assert step.cost is not None
        assert step.threshold <= max(Decimal(1), step.cost / 600)
