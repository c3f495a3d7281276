"""How a goal is counted holds for start value and target alike, and for every sentence about it."""

from dataclasses import replace
from decimal import Decimal
from typing import get_args

import pytest
from tests.interview.walking import TODAY, Asked, given, new_state, walk

from smartgoal import catalog
from smartgoal.cli.answers.given import Given
from smartgoal.cli.answers.goal import goal_of
from smartgoal.criteria import judge
from smartgoal.exporters import AUDIENCES, Source, write
from smartgoal.exporters.sentence import plan_sentence
from smartgoal.interview.script import next_question
from smartgoal.interview.state import State
from smartgoal.language import load
from smartgoal.model.goal import Goal, Kind
from smartgoal.model.plan import Progress
from smartgoal.planning.counting import fitting_ways
from smartgoal.planning.tracking import standing

PER_POST = [each.id for each in catalog.metrics().values() if each.per_post]


def prompts(walked: list[Asked]) -> dict[str, str]:
    speech = load("en")
    return {each.question.id: speech.text(each.question.prompt.text, **each.question.prompt.values) for each in walked}


def play(line: str, **answers: str) -> list[Asked]:
    return walk(new_state("en"), {"goal.line": line, **answers})


@pytest.mark.parametrize(
    ("way", "per", "words"),
    [("1", "week", "in a week"), ("2", "post", "per post"), ("3", "post", "per post"), ("none", "post", "per post")],
)
def test_start_value_and_target_are_told_over_the_same_time(way: str, per: str, words: str) -> None:
    walked = play("raise reach on Instagram to 900 by 1 February", **{"goal.counted_as": way, "goal.baseline": "400"})
    goal = walked[-1].after.goal
    assert (goal.per, goal.value, goal.baseline) == (per, Decimal(900), Decimal(400))
    assert words in prompts(walked)["goal.baseline"]
    told = plan_sentence(walked[-1].after.plan, load("en"))
    assert "from 400 to 900" in told
    assert ("per post" in told) == (per == "post")


@pytest.mark.parametrize("metric", PER_POST)
def test_whatever_way_is_chosen_its_period_is_that_of_the_goal(metric: str) -> None:
    for number, way in enumerate(catalog.metric(metric).ways, start=1):
        picked = {"goal.way": "category", "goal.category": catalog.metric(metric).categories[0], "goal.metric": metric}
        told = {"goal.kind": "reach", "goal.number": "900", "goal.deadline": "2 weeks", "goal.baseline": "400"}
        walked = walk(new_state("en"), {**picked, **told, "goal.counted_as": str(number)})
        goal = walked[-1].after.goal
        assert goal.per is not None
        assert goal.per == way.per or way.per is None
        assert not (way.summed and goal.per == "post")
        assert ("goal.per" in prompts(walked)) == (way.per is None)


def test_the_question_for_the_target_says_over_which_time_it_is_told() -> None:
    way = {"goal.way": "category", "goal.category": "awareness", "goal.metric": "reach", "goal.kind": "reach"}
    more = {"goal.number": "900", "goal.deadline": "2 weeks", "goal.baseline": "400"}
    weekly = walk(new_state("en"), {**way, **more, "goal.counted_as": "1"})
    assert "in a week" in prompts(weekly)["goal.number"]
    mean = walk(new_state("en"), {**way, **more, "goal.counted_as": "2"})
    assert "per post" in prompts(mean)["goal.number"]
    assert [each[-1].after.goal.per for each in (weekly, mean)] == ["week", "post"]


def test_ways_that_contradict_the_sentence_are_not_offered() -> None:
    walked = play("raise reach on Instagram to 900 per post by 1 February")
    question = next(each.question for each in walked if each.question.id == "goal.counted_as")
    assert "1" not in {choice.value for choice in question.choices}
    assert question.default == "2"


def changed(state: State, *answers: str) -> State:
    for text in answers:
        question = next_question(state)
        assert question is not None
        state = given(state, question, text)
    return state


def at_review(line: str, **answers: str) -> State:
    return next(each.before for each in play(line, **answers) if each.question.id == "review")


def test_another_way_over_another_time_asks_for_the_start_value_anew() -> None:
    line = "raise reach on Instagram to 900 by 1 February"
    state = at_review(line, **{"goal.counted_as": "1", "goal.baseline": "400"})
    state = changed(state, "change", "goal.counted_as", "2")
    question = next_question(state)
    assert question is not None
    assert question.id == "goal.baseline"
    assert (state.goal.per, state.goal.baseline) == ("post", None)


def test_a_number_that_contradicts_the_way_asks_for_the_way_anew() -> None:
    line = "250 new followers on VK by 1 February"
    state = at_review(line, **{"goal.counted_as": "2", "goal.pace": "60"})
    state = changed(state, "change", "goal.number", "to 2000")
    question = next_question(state)
    assert question is not None
    assert question.id == "goal.counted_as"
    assert "2" not in {choice.value for choice in question.choices}


GROSS = {
    "en": ("250 new followers on VK by 1 February", "from 1,000", "1,250", "250 new followers"),
    "ru": ("250 новых подписчиков ВКонтакте к 1 февраля", "с 1\u00a0000", "1\u00a0250", "250 новых подписчиков"),
}


@pytest.mark.parametrize("language", GROSS)
def test_new_followers_of_whom_nobody_is_taken_off_are_never_told_as_levels(language: str) -> None:
    line, start, target, told = GROSS[language]
    walked = walk(new_state(language), {"goal.line": line, "goal.counted_as": "2", "goal.pace": "60"})
    assert "goal.baseline" not in {each.question.id for each in walked}
    plan = replace(walked[-1].after.plan, goal=replace(walked[-1].after.goal, baseline=Decimal(1000)), title=None)
    speech = load(language)
    assert told in plan_sentence(plan, speech)
    logged = replace(plan, progress=(Progress(date=TODAY.replace(day=29), value=Decimal(40)),))
    for audience in AUDIENCES:
        source = Source(logged, speech, judge(logged, today=TODAY))
        text = write(source, "md", audience)
        assert start not in text
        assert target not in text
    assert standing(logged, today=TODAY.replace(day=29)).value == Decimal(40)


def test_where_new_followers_are_read_is_no_counter_of_the_page() -> None:
    walked = play("250 new followers on VK by 1 February", **{"goal.counted_as": "2", "goal.pace": "60"})
    net = play("250 new followers on VK by 1 February", **{"goal.counted_as": "1", "goal.baseline": "1000"})
    assert walked[-1].after.goal.measured_by != net[-1].after.goal.measured_by


@pytest.mark.parametrize("kind", get_args(Kind))
def test_who_left_is_left_in_only_where_a_gain_is_asked_for(kind: Kind) -> None:
    goal = Goal(metric="followers", kind=kind, value=Decimal(250))
    assert any(way.gross for _, way in fitting_ways(goal)) == (kind in {"gain", "rate"})


def test_flags_count_over_the_time_that_their_way_names() -> None:
    weekly, mean, *_ = catalog.metric("reach").counted_as["en"]
    for way, per in ((weekly, "week"), (mean, "post")):
        told = Given(metric="reach", target="900", counted_as=way, by="2027-02-01")
        goal, _ = goal_of(told, today=TODAY, language="en")
        assert (goal.kind, goal.per) == ("level", per)


def test_a_number_over_another_period_takes_its_start_value_along_or_asks_anew() -> None:
    state = at_review("10 leads a week from VK by 1 March", **{"goal.counted_as": "1", "goal.baseline": "7"})
    brought = changed(state, "change", "goal.number", "60/month")
    assert (brought.goal.per, brought.goal.baseline) == ("month", Decimal("30.44"))
    reach = at_review("raise reach to 900 a week by 1 March", **{"goal.counted_as": "3", "goal.baseline": "400"})
    anew = changed(reach, "change", "goal.number", "4000/month")
    question = next_question(anew)
    assert question is not None
    assert question.id == "goal.baseline"
    same = changed(reach, "change", "goal.number", "1000")
    assert (same.goal.per, same.goal.baseline) == ("week", Decimal(400))


@pytest.mark.parametrize(
    ("target", "per", "start"), [("45", "post", Decimal(20)), ("300/week", "week", None), ("+5", "post", Decimal(20))]
)
def test_a_target_by_flag_keeps_the_start_value_of_the_sentence_only_over_the_same_time(
    target: str, per: str, start: Decimal | None
) -> None:
    told = Given(goal="raise comments on VK from 20 to 40 by March", target=target)
    goal, _ = goal_of(told, today=TODAY, language="en")
    assert (goal.per, goal.baseline) == (per, start)


@pytest.mark.parametrize("line", ["raise reach by 20% by 1 March", "raise reach to 900 by 1 March"])
def test_a_number_of_point_a_over_another_time_is_no_start_value(line: str) -> None:
    page = {"point_a.way": "numbers", "point_a.platform": "vk", "point_a.number.reach": "350"}
    weekly = walk(new_state("en"), {**page, "goal.line": line, "goal.counted_as": "1", "goal.baseline": "500"})
    assert "goal.baseline" in prompts(weekly)
    assert weekly[-1].after.goal.baseline == Decimal(500)
    mean = walk(new_state("en"), {**page, "goal.line": line, "goal.counted_as": "2"})
    assert "goal.baseline" not in prompts(mean)
    assert mean[-1].after.goal.baseline == Decimal(350)
