"""What `explain` shows as passing and as drawing a remark is judged so, wherever it is a whole goal."""

import pytest
from tests.criteria.cases import TODAY

from smartgoal.catalog.rules import rules
from smartgoal.criteria import judge
from smartgoal.model.plan import Plan
from smartgoal.parsing import read

FRAGMENTS = {
    # a reason, a source, keys beside the sentence, point A, history, prices, steps and owners are no goals
    *("M05", "M06", "M07", "M11", "M12"),
    *("A01", "A03", "A04", "A05", "A06", "A07", "A08", "A10", "A11", "A12", "A13", "A14", "A15", "A16"),
    *("R01", "R02", "R03", "R04", "R06", "R07", "R08", "R09"),
    *("T05", "T06", "T09", "T10", "T11", "T12", "T13", "T14", "T15", "T16", "T17", "T18"),
}
WHOLE = [code for code in rules() if code not in FRAGMENTS]
DATED = {code for code in WHOLE if code.startswith("T")}
GOAL = {"en": "250 new followers on VK {}", "ru": "250 новых подписчиков ВКонтакте {}"}


def told(text: str, code: str, language: str) -> set[str]:
    """The rules that find fault with it; an end alone is given a goal to end."""
    alone = code in DATED and not read(text, today=TODAY).goal.metric
    sentence = GOAL[language].format(text[0].lower() + text[1:]) if alone else text
    reading = read(sentence, today=TODAY)
    return {each.rule for each in judge(Plan(goal=reading.goal), today=TODAY, reading=reading).findings}


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("code", WHOLE)
def test_the_passing_example_of_a_rule_draws_no_remark_of_it(code: str, language: str) -> None:
    assert code not in told(rules()[code].right[language], code, language)


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("code", WHOLE)
def test_the_other_example_draws_the_remark(code: str, language: str) -> None:
    assert code in told(rules()[code].wrong[language], code, language)


GRAVE = {"S01", "S02", "S03", "S06", "S11", "A02"}
"""A goal that shows something else is judged for that alone."""


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("code", sorted({*WHOLE} - GRAVE))
def test_an_example_of_one_rule_draws_no_grave_remark_of_another(code: str, language: str) -> None:
    row = rules()[code]
    assert not GRAVE & (told(row.right[language], code, language) | told(row.wrong[language], code, language))
