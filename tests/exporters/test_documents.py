from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from smartgoal.criteria import judge
from smartgoal.exporters import AUDIENCES, Source, write
from smartgoal.exporters.history import chance_sentence
from smartgoal.language import load
from smartgoal.model.goal import Goal
from smartgoal.model.plan import Accepted, Measure, Outcome, Plan, Progress, Snapshot, Step
from smartgoal.planning.odds import odds

PLAN = Plan(
    title="Кофейня: 250 подписчиков",
    language="ru",
    created=date(2026, 11, 22),
    owner="Анна",
    market="RU",
    client="Кофейня на Лесной",
    goal=Goal(
        statement="250 новых подписчиков ВКонтакте за две недели", category="awareness", platform="vk",
        metric="followers", direction="increase", kind="gain", value=Decimal(250), unit="count",
        baseline=Decimal(1840), deadline=date(2026, 12, 6), limits=("ad_spend <= 10000 RUB",),
        measured_by="статистика сообщества", counted_as="за вычетом отписок",
    ),
    point_a=(
        Snapshot(platform="vk", date=date(2026, 11, 22), source="C:\\Users\\anna\\group.csv",
                 metrics={"followers": Measure(Decimal(1840))}),
    ),
    economics={"currency": "RUB", "budget": Decimal(10000), "margin": Decimal("0.4")},
    steps=(
        Step(title="Навести порядок", start=date(2026, 11, 22), due=date(2026, 11, 24), owner="Анна",
             result="страница обновлена", if_then="Если к 23 ноября не готово, то оставляем обложку"),
        Step(title="Проба", start=date(2026, 11, 25), due=date(2026, 11, 28), result="+60", basis="guess",
             needs="доступ к кабинету", cost=Decimal(2500)),
        Step(title="Розыгрыш", start=date(2026, 11, 29), due=date(2026, 12, 6), result="+190", basis="guess"),
    ),
    accepted=(Accepted(rule="A04", reason="знаю"),),
)  # fmt: skip


def document(audience: str, language: str = "ru", plan: Plan = PLAN, *, chance: bool = False) -> str:
    verdict = judge(plan, today=date(2026, 11, 22))
    return write(Source(plan, load(language), verdict, chance=chance), "md", audience)


def test_the_client_reads_what_was_agreed() -> None:
    text = document("client").replace("\u00a0", " ")
    for expected in ("Кофейня на Лесной", "с 1 840 до 2 090", "статистика сообщества", "10 000 ₽", "доступ к кабинету",
                     "Если к 23 ноября", "не гарантия", "28 ноября 2026", "ожидается"):  # fmt: skip
        assert expected in text


def test_the_client_never_reads_verdicts_codes_paths_or_margins() -> None:
    text = document("client")
    for forbidden in ("A04", "Достижимая", "знаю", "Users", "0,4", "smartgoal", "margin", "Готово"):
        assert forbidden not in text


def test_the_mentor_reads_point_a_goal_five_verdicts_and_steps() -> None:
    text = document("mentor")
    for expected in ("Точка А", "Цель", "Конкретная", "Измеримая", "Достижимая", "Уместная", "Со сроком", "Розыгрыш"):
        assert expected in text


def test_the_team_reads_of_each_step_when_it_is_done_and_whom_to_ask() -> None:
    text = document("team")
    assert text.count("**Кого спросить:** Анна") == 3
    assert "### 2" in text


@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("language", ["ru", "en"])
def test_an_almost_empty_plan_gives_a_document_without_empty_sections(audience: str, language: str) -> None:
    text = document(audience, language, Plan(language=language, goal=Goal(statement="more followers")))
    lines = [line for line in text.split("\n") if line]
    for line, following in zip(lines, [*lines[1:], "#"], strict=True):
        assert not (line.startswith("## ") and following.startswith("## "))


def test_the_same_plan_is_written_in_the_language_asked_for() -> None:
    text = document("client", "en")
    assert "Where we are now" in text
    assert "from 1,840 to 2,090" in text


def test_calendar_entries_keep_their_ids_when_the_plan_is_edited() -> None:
    moved = replace(PLAN, steps=(replace(PLAN.steps[0], due=date(2026, 11, 25), title="Иначе"), *PLAN.steps[1:]))

    def ids(plan: Plan) -> list[str]:
        text = write(Source(plan, load("ru")), "ics", "client")
        return [line for line in text.splitlines() if line.startswith("UID:")]

    assert ids(PLAN) == ids(moved)
    assert len(set(ids(PLAN))) == len(ids(PLAN)) == 3 + 1 + 1


@pytest.mark.parametrize(
    ("direction", "language", "told"),
    [("decrease", "ru", "держать не больше 15 минут"), ("decrease", "en", "keep at most 15 minutes"),
     ("increase", "ru", "держать не меньше 15 минут"), ("increase", "en", "keep at least 15 minutes")],
)  # fmt: skip
@pytest.mark.parametrize("audience", ["client", "mentor", "team"])
def test_a_step_to_a_level_that_is_kept_keeps_it(audience: str, direction: Any, language: str, told: str) -> None:
    goal = Goal(
        category="service", platform="vk", metric="response_time", direction=direction, kind="level", hold=True,
        value=Decimal(15), unit="minute", baseline=Decimal(12), deadline=date(2026, 12, 31),
    )  # fmt: skip
    steps = (Step(title="Rota", due=date(2026, 12, 24), result="=15m"),)
    text = document(audience, language, replace(PLAN, title="Rota", goal=goal, steps=steps)).replace("\\u00a0", " ")
    assert text.count(told) >= 2
    assert "reach 15" not in text
    assert "дойти до 15" not in text


def test_the_even_bet_is_told_in_the_measure_of_the_goal() -> None:
    days = [date(2026, 9, 1) + timedelta(days=each) for each in range(60)]
    rows = tuple((day, Decimal(1000 + 5 * index + index % 3)) for index, day in enumerate(days))
    snapshot = Snapshot(platform="vk", date=days[-1], metrics={}, history={"followers": rows})
    goal = replace(PLAN.goal, kind="percent", value=Decimal(20), unit="percent", baseline=rows[-1][1])
    plan = replace(PLAN, goal=goal, point_a=(snapshot,), created=days[-1])
    text = chance_sentence(Source(plan, load("en"), estimate=odds(plan, today=days[-1])))
    assert "An even bet would be +" in text
    assert "%." in text.partition("even bet")[2]


@pytest.mark.parametrize("audience", AUDIENCES)
def test_a_closed_plan_tells_how_it_ended_and_promises_nothing_more(audience: str) -> None:
    ended = replace(PLAN, outcome=Outcome(date=date(2026, 12, 6), value=Decimal(2101), scale=1, why="ярмарка"))
    text = document(audience, plan=ended).replace("\u00a0", " ")
    assert "**Результат:** 2 101 подписчик \\(6 декабря 2026\\)" in text or "2 101 подписчик (6 декабря 2026)" in text
    assert "ярмарка" in text
    assert "не гарантия" not in text


def test_plan_b_says_which_step_it_belongs_to() -> None:
    assert "Навести порядок. Если к 23 ноября" in document("client")


def test_the_level_after_a_step_has_the_period_of_the_goal() -> None:
    goal = replace(PLAN.goal, metric="customers", kind="rate", value=Decimal(12), per="week", baseline=Decimal(8))
    text = document("client", plan=replace(PLAN, goal=goal, steps=(Step(title="Проба", result="=9"),)))
    assert "дойти до 9 клиентов в неделю" in text.replace("\u00a0", " ")


@pytest.mark.parametrize("audience", AUDIENCES)
def test_nobody_else_reads_of_a_person_called_me(audience: str) -> None:
    steps = tuple(replace(step, owner="я") for step in PLAN.steps)
    text = document(audience, plan=replace(PLAN, owner="Я", steps=steps))
    assert "Автор" not in text
    assert "| я |" not in text
    assert ":** я" not in text.casefold()


def test_after_a_check_in_the_start_value_is_no_longer_the_number_of_now() -> None:
    goal = replace(PLAN.goal, kind="rate", value=Decimal(10), per="week", metric="sales", baseline=Decimal(6))
    plan = replace(PLAN, title=None, goal=goal, point_a=())
    assert "сейчас 6" in document("client", plan=plan)
    begun = replace(plan, progress=(Progress(date=date(2026, 11, 29), value=Decimal(8)),))
    for audience in AUDIENCES:
        text = document(audience, plan=begun)
        assert "было 6" in text
        assert "сейчас 6" not in text


def test_the_client_reads_the_last_check_in_where_we_are_now() -> None:
    begun = replace(PLAN, progress=(Progress(date=date(2026, 11, 29), value=Decimal(1901)),))
    told = document("client", "en", plan=begun)
    assert "| Followers | 1,901 | 29 November 2026 | check-in |" in told
    assert "1,901" not in document("mentor", "en", plan=begun)
