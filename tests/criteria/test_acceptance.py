from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st
from tests.criteria.cases import FAILING, TODAY, Case, plan

from smartgoal.criteria import accept, fingerprint, judge
from smartgoal.model.finding import Finding, Verdict
from smartgoal.model.plan import Accepted, Plan

MET = plan(kind="level", value=Decimal(1500))


def verdict(case: Case, plan_: Plan | None = None) -> Verdict:
    return judge(case.plan if plan_ is None else plan_, today=TODAY, reading=case.reading, cures=False)


def told(verdict_: Verdict, rule: str) -> Finding:
    return next(each for each in verdict_.findings if each.rule == rule)


def test_an_accepted_error_stays_in_the_list_and_does_not_count() -> None:
    before = verdict(Case(MET))
    accepted = accept(MET, told(before, "A02"), "agreed with the client", TODAY)
    after = verdict(Case(accepted))
    assert before.criteria["achievable"] == "no"
    assert after.criteria["achievable"] == "yes"
    assert told(after, "A02").accepted
    assert after.findings[-1].rule == "A02"


def test_an_accepted_finding_returns_when_its_values_change() -> None:
    accepted = accept(MET, told(verdict(Case(MET)), "A02"), "agreed", TODAY)
    moved = replace(accepted, goal=replace(accepted.goal, value=Decimal(1400)))
    assert not told(verdict(Case(moved)), "A02").accepted


def test_the_fingerprint_counts_steps_from_one() -> None:
    found = next(case for code, _, case in FAILING if code == "T17")
    assert " step=4 " in f" {fingerprint(told(verdict(found), 'T17'))} "


def test_a_row_written_by_hand_accepts_its_rule_whatever_the_values() -> None:
    by_hand = replace(MET, accepted=(Accepted(rule="A02", reason="agreed"),))
    assert told(verdict(Case(by_hand)), "A02").accepted


def test_the_same_number_written_differently_is_the_same_finding() -> None:
    written = replace(MET, goal=replace(MET.goal, value=Decimal("1500.0")))
    assert fingerprint(told(verdict(Case(MET)), "A02")) == fingerprint(told(verdict(Case(written)), "A02"))


@given(st.sampled_from([case for _, _, case in FAILING]), st.data())
def test_accepting_a_finding_changes_nothing_else(case: Case, data: st.DataObject) -> None:
    before = verdict(case)
    chosen = data.draw(st.sampled_from(before.findings))
    after = verdict(case, accept(case.plan, chosen, "agreed", TODAY))
    assert {fingerprint(each) for each in after.findings if each.accepted} == {fingerprint(chosen)}
    assert _without(after, chosen) == _without(before, chosen)
    others = set(before.criteria) - {chosen.criterion}
    assert {name: after.criteria[name] for name in others} == {name: before.criteria[name] for name in others}


def _without(verdict_: Verdict, chosen: Finding) -> list[Finding]:
    same = (chosen.rule, fingerprint(chosen))
    return [each for each in verdict_.findings if (each.rule, fingerprint(each)) != same]
