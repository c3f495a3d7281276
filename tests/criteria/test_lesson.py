import datetime as dt

import pytest

from smartgoal.catalog.examples import examples
from smartgoal.criteria import judge
from smartgoal.model.finding import Verdict
from smartgoal.model.plan import Plan
from smartgoal.parsing import read

TODAY = dt.date(2026, 11, 22)


def verdict(number: int, language: str) -> Verdict:
    reading = read(examples()[number - 1].texts[language], today=TODAY, language=language)
    return judge(Plan(created=TODAY, language=language, goal=reading.goal), today=TODAY, reading=reading)


def form(verdict_: Verdict) -> list[str]:
    return [verdict_.criteria[name] for name in ("specific", "measurable", "time_bound")]


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("number", [1, 3, 4, 5, 6])
def test_five_of_the_six_examples_pass_s_m_and_t(number: int, language: str) -> None:
    assert form(verdict(number, language)) == ["yes", "yes", "yes"]


@pytest.mark.parametrize("language", ["ru", "en"])
def test_the_second_has_no_date(language: str) -> None:
    assert form(verdict(2, language)) == ["yes", "yes", "no"]


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("number", [4, 6])
def test_the_fourth_and_sixth_lack_a_start_value(number: int, language: str) -> None:
    severities = {each.rule: each.severity for each in verdict(number, language).findings}
    assert severities["M02"] == "warning"


@pytest.mark.parametrize("language", ["ru", "en"])
def test_the_fifth_is_for_the_platform_to_decide(language: str) -> None:
    found = next(each for each in verdict(5, language).findings if each.rule == "R05")
    assert [cure.name for cure in found.cures] == ["input"]
