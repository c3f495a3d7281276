"""The five verdicts of a plan."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from smartgoal.criteria import achievable, measurable, relevant, specific, time_bound
from smartgoal.criteria.acceptance import accept, is_accepted
from smartgoal.criteria.facts import Facts
from smartgoal.criteria.findings import Proposer, Proposers
from smartgoal.criteria.measurable import keys_say_what_the_words_say
from smartgoal.model.finding import CRITERIA, Answer, Criterion, Cure, Finding, State, Verdict
from smartgoal.model.goal import Reading
from smartgoal.model.plan import Plan

_MODULES = (specific, measurable, achievable, relevant, time_bound)
_CURES: Proposers = {code: propose for module in _MODULES for code, propose in module.CURES.items()}
_CAN_BE_TOLD = {"achievable": achievable.can_be_told, "relevant": relevant.can_be_told}
_WEIGHT = {"error": 0, "warning": 1, "note": 2}


def judge(
    plan: Plan, *, today: date, reading: Reading | None = None, cures: bool = True, mended: date | None = None
) -> Verdict:
    """The five answers for `plan` as of `today` (for a saved plan, the day it was made), with all findings.

    `reading` is the goal's sentence as read, where the caller has it; otherwise a statement is read anew. With
    `cures` every finding brings the mended plans that were judged again: in each, the finding is gone and none of its
    weight is new; what they spread over time begins on the day `mended` at the earliest (`today` where it is not told).
    Same plan, same days, same verdict.
    """
    facts = Facts(plan, today, reading, mended)
    findings = _findings(facts)
    if cures:
        findings = [_with_cures(facts, each, findings) for each in findings]
    answers = {criterion: _answer(criterion, findings, facts) for criterion in CRITERIA}
    return Verdict(answers, tuple(sorted(findings, key=_weight)), _state(answers))


def _findings(facts: Facts) -> list[Finding]:
    found = (finding for module in _MODULES for rule in module.RULES for finding in rule(facts))
    accepted = facts.plan.accepted
    return [replace(each, accepted=True) if accepted and is_accepted(each, accepted) else each for each in found]


def _weight(finding: Finding) -> tuple[bool, int, int]:
    """Accepted ones last, then by severity, then in the order of the criteria; otherwise as found."""
    return finding.accepted, _WEIGHT[finding.severity], CRITERIA.index(finding.criterion)


def _answer(criterion: Criterion, findings: Iterable[Finding], facts: Facts) -> Answer:
    if any(each.criterion == criterion and each.severity == "error" and not each.accepted for each in findings):
        return "no"
    can_be_told = _CAN_BE_TOLD.get(criterion)
    return "yes" if can_be_told is None or can_be_told(facts) else "cannot_tell"


def _state(answers: dict[Criterion, Answer]) -> State:
    if "no" in answers.values():
        return "weak"
    return "smart" if all(answer == "yes" for answer in answers.values()) else "form_ok"


def _with_cures(facts: Facts, finding: Finding, before: list[Finding]) -> Finding:
    propose = _CURES.get(finding.rule)
    if propose is None or finding.accepted:
        return finding
    proven = tuple(_proven(facts, finding, propose, before))
    return replace(finding, cures=proven) if proven else finding


def _proven(facts: Facts, finding: Finding, propose: Proposer, before: list[Finding]) -> Iterator[Cure]:
    """The cures proposed for `finding` that hold when the mended plan is judged again.

    The finding is gone, and none comes up that weighs as much: no error, and no warning unless an error is mended.
    Where the mended goal says something else than its sentence, that is the cure itself and is accepted with it.
    """
    known = {_key(each) for each in before}
    bearable = min(_WEIGHT[finding.severity], _WEIGHT["warning"])
    for cure in propose(facts, finding):
        plan = _beside_its_words(facts, cure.plan, before)
        after = _findings(_mended(facts, plan))
        gone = _key(finding) not in {_key(each) for each in after}
        if gone and all(_key(each) in known or each.accepted or _WEIGHT[each.severity] > bearable for each in after):
            yield replace(cure, plan=plan)


def _beside_its_words(facts: Facts, plan: Plan, before: list[Finding]) -> Plan:
    """The mended plan, with what it says otherwise than its sentence accepted."""
    open_before = {_key(each) for each in before if not each.accepted}
    for finding in keys_say_what_the_words_say(_mended(facts, plan)):
        if _key(finding) not in open_before:
            plan = accept(plan, finding, "", facts.today)
    return plan


def _mended(facts: Facts, plan: Plan) -> Facts:
    same_words = plan.goal.statement == facts.goal.statement
    return Facts(plan, facts.today, facts.reading if same_words else None, facts.mended)


def _key(finding: Finding) -> tuple[str, str, int | None]:
    """What makes a finding the same after an edit: M06 and A10 are told per part, R06 to R09 per caution."""
    caution = finding.values.get("caution", "")
    part = finding.variant if finding.rule in {"M06", "A10"} else caution
    return finding.rule, part, None if caution else finding.step
