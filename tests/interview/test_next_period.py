"""The wizard on a plan that goes on from another one: number and last day are open, the steps are taken over."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from smartgoal.interview.goal import accept_deadline, accept_number
from smartgoal.interview.question import Refusal
from smartgoal.interview.state import State
from smartgoal.model.goal import Goal
from smartgoal.model.plan import Plan, Step

TODAY = date(2027, 1, 2)
GOAL = Goal(metric="customers", kind="rate", per="week", baseline=Decimal(9))
PLAN = Plan(goal=GOAL, steps=tuple(Step(title=title) for title in ("Measure", "Test", "Scale", "Hold")))
STATE = State(plan=PLAN, today=TODAY, language="en")


def test_a_bare_number_keeps_the_kind_that_was_taken_over() -> None:
    after = accept_number(STATE, "12")
    assert not isinstance(after, Refusal)
    assert (after.goal.kind, after.goal.per, str(after.goal.value)) == ("rate", "week", "12")


def test_the_last_day_dates_steps_that_were_taken_over() -> None:
    after = accept_deadline(STATE, "2027-03-31")
    assert not isinstance(after, Refusal)
    assert all(step.due is not None for step in after.plan.steps)
    saved = accept_deadline(replace(STATE, saved=True), "2027-03-31")
    assert not isinstance(saved, Refusal)
    assert all(step.due is None for step in saved.plan.steps)
