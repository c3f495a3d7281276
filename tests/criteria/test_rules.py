import pytest
from tests.criteria.cases import FAILING, HOLES, PASSING, SOUND, TODAY, Case, said

from smartgoal.catalog.rules import rules
from smartgoal.criteria import judge
from smartgoal.language import load
from smartgoal.model.finding import Finding, Verdict

NAMES = [f"{code}-{variant or 'usual'}" for code, variant, _ in FAILING]


def verdict(case: Case, *, cures: bool = False) -> Verdict:
    return judge(case.plan, today=TODAY, reading=case.reading, cures=cures)


def finding(code: str, variant: str, case: Case, *, cures: bool = False) -> Finding:
    found = verdict(case, cures=cures).findings
    return next(each for each in found if (each.rule, each.variant) == (code, variant))


def test_every_rule_and_every_wording_has_a_goal_that_fails() -> None:
    wordings = {(code, variant) for code, row in rules().items() for variant in row.messages}
    assert {(code, variant) for code, variant, _ in FAILING} == wordings


@pytest.mark.parametrize(("code", "variant", "case"), FAILING, ids=NAMES)
def test_a_failing_goal_is_told(code: str, variant: str, case: Case) -> None:
    found = finding(code, variant, case)
    assert found.severity == rules()[code].severity
    assert found.criterion == rules()[code].criterion


def test_the_sound_plan_passes_every_rule() -> None:
    told = {each.rule for each in verdict(Case(SOUND)).findings}
    assert told <= set()
    assert verdict(Case(SOUND)).state == "smart"


@pytest.mark.parametrize("code", PASSING)
def test_a_passing_goal_is_left_alone(code: str) -> None:
    for case in PASSING[code]:
        assert code not in {each.rule for each in verdict(case).findings}


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize(("code", "variant", "case"), FAILING, ids=NAMES)
def test_every_sentence_is_filled_in_both_languages(code: str, variant: str, case: Case, language: str) -> None:
    speech, row = load(language), rules()[code]
    found = finding(code, variant, case, cures=True)
    sentences = [
        speech.fill(template[language], found.values) for template in (row.messages[variant], row.advice_for(variant))
    ]
    sentences += [speech.fill(row.cures[each.name][language], {**found.values, **each.values}) for each in found.cures]
    for sentence in sentences:
        assert sentence.strip()
        assert not {"{", "}", "!"} & {*sentence}
        assert "None" not in sentence


def test_every_offer_of_the_table_is_made_by_some_case() -> None:
    offered = {(code, name) for code, row in rules().items() for name in row.cures}
    made = {
        (each.rule, cure.name)
        for case in (*(case for _, _, case in FAILING), *(case for _, case in HOLES))
        for each in verdict(case, cures=True).findings
        for cure in each.cures
    }
    assert made <= offered
    assert offered - made == set()


@pytest.mark.parametrize(("code", "case"), HOLES, ids=[code for code, _ in HOLES])
def test_a_hole_of_the_keys_is_offered_to_be_filled_from_the_sentence(code: str, case: Case) -> None:
    found = next(each for each in verdict(case, cures=True).findings if each.rule == code)
    assert "words" in {cure.name for cure in found.cures}


SAYING_SO = [
    (code, variant, said(case.plan) if case.plan.goal.statement is None else case) for code, variant, case in FAILING
]
"""The failing examples, each with a sentence that says what its keys say."""


@pytest.mark.parametrize(
    ("code", "variant", "case"), [*FAILING, *SAYING_SO], ids=[*NAMES, *(f"{name}-said" for name in NAMES)]
)
def test_every_cure_shown_removes_its_finding_and_brings_none_of_its_weight(
    code: str, variant: str, case: Case
) -> None:
    before = verdict(case, cures=True).findings
    for found in before:
        bearable = min(WEIGHT[found.severity], WEIGHT["warning"])
        for cure in found.cures:
            same_words = cure.plan.goal.statement == case.plan.goal.statement
            after = verdict(Case(cure.plan, case.reading if same_words else None)).findings
            assert not [each for each in after if same(each, found)]
            new = [each for each in after if not each.accepted and not any(same(each, other) for other in before)]
            assert not [each.rule for each in new if WEIGHT[each.severity] <= bearable]


WEIGHT = {"error": 0, "warning": 1, "note": 2}


def same(one: Finding, other: Finding) -> bool:
    """M06 and A10 are told per part, R06 to R09 per caution."""
    if one.rule != other.rule or one.values.get("caution") != other.values.get("caution"):
        return False
    if one.rule in {"M06", "A10"} and one.variant != other.variant:
        return False
    return "caution" in one.values or one.step == other.step


@pytest.mark.parametrize(("code", "name"), [("A05", "even"), ("A05", "later"), ("T04", "week"), ("A12", "lower")])
def test_a_cure_that_departs_from_the_sentence_takes_that_upon_itself(code: str, name: str) -> None:
    made = [
        (case, cure)
        for _, _, case in SAYING_SO
        for each in verdict(case, cures=True).findings
        for cure in each.cures
        if (each.rule, cure.name) == (code, name)
    ]
    assert made
    for case, cure in made:
        assert cure.plan.goal.statement == case.plan.goal.statement
        told = verdict(Case(cure.plan, case.reading)).findings
        assert all(each.accepted for each in told if each.rule == "M06")
        assert any(each.rule == "M06" for each in told)


@pytest.mark.parametrize("code", rules())
def test_a_row_speaks_both_languages(code: str) -> None:
    row = rules()[code]
    texts = [
        row.titles,
        row.advice,
        *row.advices.values(),
        row.why,
        row.right,
        row.wrong,
        row.source,
        *row.messages.values(),
        *row.cures.values(),
    ]
    assert all(set(each) == {"ru", "en"} and all(each.values()) for each in texts)
