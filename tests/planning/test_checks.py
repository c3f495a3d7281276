"""Weak rows of steps and what is said about them."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from tests.strategies import plans

from smartgoal.model.goal import Goal
from smartgoal.model.plan import Plan, Step
from smartgoal.planning.checks import STEP_PROBLEMS, check_steps

GOAL = Goal(
    statement="Увеличить число подписчиков на 250 к 6 декабря",
    metric="followers",
    kind="gain",
    value=Decimal(250),
    start=date(2026, 11, 22),
    deadline=date(2026, 12, 6),
)


def step(title: str, due: int, result: str | None = "+80", **parts: Any) -> Step:
    filled = {"owner": "Вера", "indicator": "заявки", "if_then": "если меньше 5, то звоним"}
    return Step(title=title, due=date(2026, 11, due), result=result, **{**filled, **parts})


GOOD = Plan(
    goal=GOAL,
    steps=(
        step("Обновить обложку", 24, "обложка готова"),
        step("Договориться с двумя соседями", 26),
        step("Провести розыгрыш", 30, "+170"),
    ),
)


def codes(plan: Plan) -> set[tuple[str, int | None]]:
    return {(problem.code, problem.step) for problem in check_steps(plan)}


def test_a_good_row_of_steps_has_no_problems() -> None:
    assert codes(GOOD) == set()


@pytest.mark.parametrize(
    ("index", "change", "code"),
    [
        (0, {"result": ""}, "no_result"),
        (1, {"result": None}, "no_result"),
        (1, {"title": "Увеличить число подписчиков на 250"}, "repeats_goal"),
        (2, {"title": "Обновить обложку"}, "repeated_title"),
        (1, {"due": None}, "no_due"),
        (1, {"due": date(2026, 12, 9)}, "outside_window"),
        (1, {"due": date(2026, 11, 2)}, "outside_window"),
        (1, {"start": date(2026, 11, 29)}, "starts_after_due"),
        (2, {"due": date(2026, 11, 25)}, "out_of_order"),
        (0, {"owner": None}, "no_owner"),
        (0, {"indicator": None}, "no_indicator"),
        (0, {"if_then": ""}, "no_if_then"),
    ],
)
def test_a_weak_step_is_named_with_its_index(index: int, change: dict[str, Any], code: str) -> None:
    steps = tuple(replace(each, **change) if at == index else each for at, each in enumerate(GOOD.steps))
    assert (code, index) in codes(replace(GOOD, steps=steps))


@pytest.mark.parametrize(("count", "code"), [(0, "no_steps"), (2, "few_steps"), (5, "many_steps")])
def test_another_number_than_three_or_four_is_told(count: int, code: str) -> None:
    words = ("обложку", "афишу", "видео", "опрос", "встречу")
    steps = tuple(step(f"Сделать {words[at]}", 24 + at) for at in range(count))
    assert (code, None) in codes(replace(GOOD, steps=steps))


def test_all_steps_on_the_last_day_are_told() -> None:
    steps = tuple(replace(each, due=GOAL.deadline) for each in GOOD.steps)
    assert ("all_on_last_day", None) in codes(replace(GOOD, steps=steps))


def test_deliverables_only_are_told_for_a_goal_with_a_number() -> None:
    steps = tuple(replace(each, result="сделано") for each in GOOD.steps)
    assert ("no_numbers", None) in codes(replace(GOOD, steps=steps))


def test_the_plans_owner_stands_in_for_a_steps_own() -> None:
    steps = tuple(replace(each, owner=None) for each in GOOD.steps)
    assert codes(replace(GOOD, owner="Вера", steps=steps)) == set()


@pytest.mark.parametrize("title", ["Договориться с тремя соседями о розыгрыше", "Спросить 250 покупателей о сайте"])
def test_a_step_of_ones_own_does_not_repeat_the_goal(title: str) -> None:
    steps = (step(title, 24), *GOOD.steps[1:])
    assert not {code for code, _ in codes(replace(GOOD, steps=steps))} & {"repeats_goal"}


@given(plans)
def test_every_problem_has_a_listed_code(plan: Plan) -> None:
    assert {problem.code for problem in check_steps(plan)} <= set(STEP_PROBLEMS)
