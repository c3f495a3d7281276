"""From a line to a plan: how many questions, which defaults, what the plan holds."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

import pytest
from tests.interview.walking import LINES, SENSIBLE, Asked, given, new_state, walk, walk_from_line

from smartgoal.interview.question import Refusal
from smartgoal.interview.script import answer, next_question
from smartgoal.interview.state import with_goal

MOST_QUESTIONS = 18
FEWEST_ENTERS = 9


@pytest.mark.parametrize("language", LINES)
def test_a_readable_line_takes_few_questions_most_answered_by_enter(language: str) -> None:
    asked = walk_from_line(language)
    assert len(asked[-1].after.plan.steps) == 4
    assert len(asked) <= MOST_QUESTIONS
    assert sum(each.text == "" for each in asked) >= FEWEST_ENTERS


@pytest.mark.parametrize("language", LINES)
def test_four_own_steps_still_take_few_questions(language: str) -> None:
    titles = {f"step.{number}.title": f"Deed {number}; +60" for number in range(1, 5)}
    state = walk_from_line(language)[0].before
    asked = []
    answers = {"goal.line": LINES[language], **SENSIBLE, **titles}
    turns = iter(["own", ""])
    while (question := next_question(state)) is not None:
        text = next(turns) if question.id == "steps" else answers.get(question.id, "")
        after = given(state, question, text)
        asked.append(Asked(question, text, state, after))
        state = after
    assert [step.title for step in state.plan.steps] == [f"Deed {number}" for number in range(1, 5)]
    assert [step.result for step in state.plan.steps] == ["+60"] * 4
    assert len(asked) <= MOST_QUESTIONS
    assert sum(each.text == "" for each in asked) >= FEWEST_ENTERS


@pytest.mark.parametrize("language", LINES)
def test_the_plan_holds_what_the_line_says(language: str) -> None:
    goal = walk_from_line(language)[-1].after.goal
    assert goal.statement == LINES[language]
    assert (goal.metric, goal.platform, goal.kind, goal.value) == ("followers", "vk", "gain", Decimal(250))
    assert (goal.baseline, goal.deadline) == (Decimal(1840), date(2026, 12, 6))


CASES: Mapping[str, tuple[str, dict[str, str]]] = {
    "chosen step by step": ("en", {"goal.line": "", "goal.way": "category", "goal.number": "300",
                                   "goal.deadline": "6 weeks"}),
    "helped": ("ru", {"goal.line": "", "goal.way": "helper", "goal.category": "service", "goal.metric": "response_time",
                      "goal.number": "10 минут", "goal.deadline": "30 апреля", "goal.baseline": "45 мин"}),
    "an example adapted": ("ru", {"goal.way": "example", "goal.example": "2", "goal.deadline": "2 месяца"}),
    "a vague wish": ("ru", {"goal.line": "хотим больше жизни в соцсетях", "goal.category": "engagement",
                            "goal.number": "10", "goal.deadline": "6 недель", "goal.baseline": ""}),
    "an event": ("ru", {"goal.line": "Получить огонь Прометея ВКонтакте за 3 месяца"}),
    "a list of times": ("en", {"goal.line": "Answer within 10 minutes by 30 April", "goal.baseline": "12, 45, 7 min"}),
    "numbers of a page": ("ru", {"point_a.way": "numbers", "point_a.platform": "vk",
                                 "point_a.number.followers": "1840", "point_a.number.reach": "5400/week"}),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_every_way_to_a_goal_ends_in_a_plan_with_steps(case: str) -> None:
    language, answers = CASES[case]
    line = {} if answers.get("goal.line") == "" or "goal.way" in answers else {"goal.line": LINES[language]}
    asked = walk(new_state(language), {**line, **answers})
    plan = asked[-1].after.plan
    assert plan.goal.deadline is not None
    assert len(plan.steps) in {3, 4}


def test_a_list_of_times_gives_its_median_as_start_value() -> None:
    language, answers = CASES["a list of times"]
    goal = walk(new_state(language), answers)[-1].after.goal
    assert goal.baseline == Decimal(12)
    assert goal.direction == "decrease"


def test_a_number_of_the_page_is_the_start_value_and_is_not_asked_again() -> None:
    language, answers = CASES["numbers of a page"]
    asked = walk(new_state(language), {"goal.line": LINES[language], **answers})
    assert "goal.baseline" not in {each.question.id for each in asked}
    assert asked[-1].after.goal.baseline == Decimal(1840)
    (snapshot,) = asked[-1].after.plan.point_a
    assert snapshot.metrics["reach"].per == "week"


def test_a_start_value_nobody_knows_stays_open_and_measuring_is_the_first_step() -> None:
    asked = walk_from_line("en", **{"goal.line": "Response time down to 10 minutes by 30 April", "goal.baseline": ""})
    plan = asked[-1].after.plan
    assert plan.goal.baseline is None
    assert plan.steps[0].due is not None
    assert plan.steps[0].result


def test_an_example_comes_back_as_a_line_to_adapt() -> None:
    asked = walk(new_state("en"), {"goal.way": "example", "goal.example": "4"})
    lines = [each for each in asked if each.question.id == "goal.line"]
    assert lines[0].text == ""
    assert "10" in (lines[1].question.default or "")


def test_a_part_stated_by_a_flag_wins_over_the_sentence() -> None:
    state = with_goal(new_state("en"), deadline=date(2027, 1, 31))
    asked = walk(state, {"goal.line": LINES["en"], **SENSIBLE})
    assert asked[-1].after.goal.deadline == date(2027, 1, 31)
    assert asked[-1].after.goal.value == Decimal(250)


@pytest.mark.parametrize(("text", "day"), [
    ("15 November", date(2026, 11, 15)), ("2026-11-20", date(2026, 11, 20)), ("yesterday", date(2026, 11, 21)),
    ("2 weeks", date(2026, 11, 8)), ("3 days ago", date(2026, 11, 19)), ("Friday", date(2026, 11, 20)),
])  # fmt: skip
def test_the_day_of_the_start_value_lies_behind(text: str, day: date) -> None:
    plan = walk_from_line("en", **{"goal.baseline_day": text})[-1].after.plan
    assert [snapshot.date for snapshot in plan.point_a if "followers" in snapshot.metrics] == [day]


def test_a_day_ahead_is_no_day_of_a_start_value() -> None:
    state = next(each.before for each in walk_from_line("en") if each.question.id == "goal.baseline_day")
    question = next_question(state)
    assert question is not None
    assert isinstance(answer(state, question, "2027-01-01"), Refusal)
