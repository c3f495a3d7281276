"""Plans side by side."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from tests.planning.tracked import END, FOLLOWERS, plan, values

from smartgoal.model.plan import Outcome, Plan
from smartgoal.planning.conflicts import Conflict, conflicts

ONE = replace(plan(**FOLLOWERS, value=250), client="Bakery")


def found(*plans: Plan, budget: int | None = None) -> list[Conflict]:
    named = [(Path(str(index)), each) for index, each in enumerate(plans)]
    return list(conflicts(named, {} if budget is None else {"Bakery": Decimal(budget)}))


def spending(text: str) -> Plan:
    return replace(ONE, goal=replace(ONE.goal, metric="leads" if "1" in text else "sales", limits=(text,)))


def test_two_plans_on_one_number_at_one_time_are_told() -> None:
    (told,) = found(ONE, ONE, ONE)
    assert (told.code, told.metric, len(told.files)) == ("same_metric", "followers", 3)


def test_another_platform_client_metric_or_time_is_no_conflict() -> None:
    later = replace(ONE.goal, start=date(2026, 12, 1), deadline=date(2026, 12, 31))
    others = (
        replace(ONE, client="Gym"), replace(ONE, goal=replace(ONE.goal, platform="telegram")),
        replace(ONE, goal=replace(ONE.goal, metric="likes")), replace(ONE, goal=later),
        replace(ONE, outcome=Outcome(date=END)),
    )  # fmt: skip
    assert found(ONE, *others) == []


def test_limits_above_the_clients_budget_are_told_with_their_sum() -> None:
    both = (spending("ad_spend <= 10000 RUB"), spending("ad_spend <= 6 000 RUB"))
    (told,) = found(*both, budget=15000)
    assert (told.code, told.total, told.budget) == values("over_budget", 16000, 15000)
    assert found(*both, budget=16000) == []
    assert found(*both) == []


def test_plans_one_after_the_other_may_each_spend_the_budget() -> None:
    first = spending("ad_spend <= 10000 RUB")
    later = replace(first.goal, start=date(2026, 12, 1), deadline=date(2026, 12, 31))
    assert found(first, replace(first, goal=later), budget=10000) == []
    assert [each.code for each in found(first, budget=9000)] == ["over_budget"]
