"""What is typed at a number counts as typed: its period, its unit, its currency."""

from decimal import Decimal

import pytest
from tests.interview.walking import given, new_state, walk

from smartgoal.interview.question import Refusal
from smartgoal.interview.script import answer, next_question
from smartgoal.interview.state import State
from smartgoal.model.plan import Measure

PAGE = {"point_a.way": "numbers", "goal.line": "100 заявок за два месяца"}


def asked_for(line: str, question_id: str, **answers: str) -> State:
    """The state in which that question is asked."""
    given_before = {"goal.line": line, **answers}
    return next(each.before for each in walk(new_state("ru"), given_before) if each.question.id == question_id)


@pytest.mark.parametrize(
    ("page", "metric", "text", "measure"),
    [
        ("whatsapp", "sales", "700 в месяц", Measure(Decimal(700), "month")),
        ("whatsapp", "sales", "700", Measure(Decimal(700), "week")),
        ("instagram", "likes", "5400 в неделю", Measure(Decimal(5400), "week")),
        ("instagram", "likes", "5400/неделю", Measure(Decimal(5400), "week")),
        ("vk", "reach", "12 тыс за месяц", Measure(Decimal(12000), "month")),
    ],
)
def test_a_typed_period_is_kept(page: str, metric: str, text: str, measure: Measure) -> None:
    answers = {**PAGE, "point_a.platform": page, f"point_a.number.{metric}": text}
    (snapshot,) = walk(new_state("ru"), answers)[-1].after.plan.point_a
    assert snapshot.metrics[metric] == measure


def test_an_unknown_period_is_refused_in_the_readers_language() -> None:
    state = asked_for(PAGE["goal.line"], "point_a.number.reach", **PAGE, **{"point_a.platform": "vk"})
    question = next_question(state)
    assert question is not None
    refusal = answer(state, question, "5400/декаду")
    assert isinstance(refusal, Refusal)
    assert [each.kind for each in refusal.message.values["periods"]] == ["period"] * 6


def test_a_start_value_of_another_period_is_brought_to_that_of_the_goal() -> None:
    state = asked_for("20 заявок в неделю до конца марта", "goal.baseline")
    question = next_question(state)
    assert question is not None
    goal = given(state, question, "40 в месяц").goal
    assert goal.baseline == Decimal("9.2")


def test_the_start_of_a_share_of_a_flow_is_asked_for_a_month_and_keeps_its_currency() -> None:
    state = asked_for("поднять выручку на 20% до конца марта", "goal.baseline")
    question = next_question(state)
    assert question is not None
    assert "in the last month" in question.prompt.text
    plan = given(state, question, "150 тыс ₽").plan
    assert plan.point_a[0].metrics["revenue"] == Measure(Decimal(150000), "month")
    assert (plan.goal.baseline, plan.economics["currency"]) == (Decimal(150000), "RUB")


def test_times_that_can_be_read_in_two_units_are_asked_again() -> None:
    state = asked_for("сократить время ответа до 10 минут к концу апреля", "goal.baseline")
    question = next_question(state)
    assert question is not None
    assert isinstance(answer(state, question, "45, 12, 33, 1ч"), Refusal)
    after = given(state, question, "45, 12, 33")
    assert after.goal.baseline == Decimal(33)
    day = next_question(after)
    assert day is not None
    assert day.hint is not None
    assert "median" in day.hint.text


@pytest.mark.parametrize(
    ("line", "text", "target"),
    [
        ("250 новых подписчиков ВКонтакте за две недели", "300", ("gain", Decimal(300), "count")),
        ("250 новых подписчиков ВКонтакте за две недели", "до 2000", ("level", Decimal(2000), "count")),
        ("250 новых подписчиков ВКонтакте за две недели", "+10%", ("percent", Decimal(10), "percent")),
        ("поднять выручку на 20% до конца марта", "30", ("percent", Decimal(30), "percent")),
        ("20 заявок в неделю до конца марта", "30", ("rate", Decimal(30), "count")),
        ("сократить время ответа до 10 минут к концу апреля", "1 час", ("level", Decimal(1), "hour")),
    ],
)
def test_a_bare_number_keeps_the_kind_of_the_target_it_replaces(
    line: str, text: str, target: tuple[str, Decimal, str]
) -> None:
    state = given_at(asked_for(line, "goal.understood"), "goal.number", text)
    assert (state.goal.kind, state.goal.value, state.goal.unit) == target


def given_at(state: State, *texts: str) -> State:
    for text in texts:
        question = next_question(state)
        assert question is not None
        state = given(state, question, text)
    return state


def test_money_of_another_currency_is_not_taken_for_the_goals_own() -> None:
    state = asked_for("выручка 300 000 рублей до конца января", "goal.pace")
    question = next_question(state)
    assert question is not None
    assert isinstance(answer(state, question, "2000 USD"), Refusal)
    plan = given(state, question, "150 тыс ₽").plan
    assert plan.point_a[0].metrics["revenue"] == Measure(Decimal(150000), "month")
    assert plan.economics["currency"] == "RUB"


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("20 заявок в неделю до конца марта", "20 в неделю"),
        ("поднять выручку на 20% до конца марта", "+20\u00a0%"),
        ("снизить время ответа на 15 минут до конца апреля", "−15 минут"),
    ],
)
def test_the_target_that_is_replaced_is_shown_in_words(line: str, words: str) -> None:
    question = next_question(given_at(asked_for(line, "goal.understood"), "goal.number"))
    assert question is not None
    assert question.hint is not None
    assert question.hint.values["target"] == words


@pytest.mark.parametrize("text", ["9" * 20, "0," + "1" * 20, "1" + "0" * 400])
@pytest.mark.parametrize("asked", ["goal.baseline", "goal.pace", "goal.number"])
def test_a_number_that_no_plan_can_hold_is_refused_where_it_is_typed(text: str, asked: str) -> None:
    line = "подписчиков ВКонтакте до конца января" if asked == "goal.number" else "+250 подписчиков ВКонтакте за месяц"
    state = asked_for(line, asked, **{"goal.baseline": "1840", "goal.number": "+100"})
    question = next_question(state)
    assert question is not None
    assert isinstance(answer(state, question, text), Refusal)


def test_a_sentence_with_a_number_that_no_plan_can_hold_is_refused() -> None:
    state = asked_for("+250 подписчиков ВКонтакте за месяц", "goal.line")
    question = next_question(state)
    assert question is not None
    assert isinstance(answer(state, question, f"+{'9' * 20} подписчиков ВКонтакте за месяц"), Refusal)
