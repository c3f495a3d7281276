"""A verdict and its findings in words."""

from collections.abc import Iterable, Iterator

from smartgoal.catalog.rules import rule
from smartgoal.cli.views.page import wrapped
from smartgoal.cli.views.paint import Paint
from smartgoal.language import N_, Language
from smartgoal.model.finding import CRITERIA, Finding, Verdict

STATES = {
    "smart": N_("All five criteria are met."),
    "form_ok": N_("The form is right. What is left is to check it against numbers."),
    "weak": N_("Needs work: {criteria}."),
}
ANSWER_ROLES = {"cannot_tell": "dim", "yes": "good"}
SEVERITY_ROLES = {"error": "bad", "warning": "warn", "note": "dim"}


def message(finding: Finding, language: Language) -> str:
    """What is weak in this goal."""
    row = rule(finding.rule)
    template = row.messages.get(finding.variant) or row.messages[""]
    return language.fill(template[language.code], finding.values)


def cures(finding: Finding, language: Language) -> list[str]:
    """What mends it: the edits that were re-checked, else advice."""
    row = rule(finding.rule)
    offers = [
        language.fill(row.cures[cure.name][language.code], {**finding.values, **cure.values}) for cure in finding.cures
    ]
    return offers or [language.fill(row.advice_for(finding.variant)[language.code], finding.values)]


def summary(verdict: Verdict, language: Language, width: int) -> str:
    """One sentence on the whole."""
    failing = [language.name("criterion", name) for name, answer in verdict.criteria.items() if answer == "no"]
    return "\n".join(wrapped(language.text(STATES[verdict.state], criteria=tuple(failing)), width, ""))


def answer_lines(verdict: Verdict, language: Language, paint: Paint, width: int) -> Iterator[str]:
    """The criteria that the summary does not name, by their answer; none where it has said that all hold."""
    for answer, role in ANSWER_ROLES.items():
        names = [language.name("criterion", each) for each in CRITERIA if verdict.criteria[each] == answer]
        if names and verdict.state != "smart":
            head = language.name("answer", answer)
            first, *rest = wrapped(f"{head}: {language.joined(names)}", width, "", "  ")
            yield from (paint(head, role) + first.removeprefix(head), *rest)


def finding_lines(finding: Finding, language: Language, paint: Paint, width: int) -> list[str]:
    """`M02 Clarify: ...` and below it what mends it, both wrapped."""
    kind = language.name("severity", finding.severity)
    label = f"{paint(finding.rule, 'strong')} {paint(kind, SEVERITY_ROLES[finding.severity])}"
    if finding.accepted:
        label += paint(f" ({language.text('accepted')})", "dim")
    lines = [label]
    lines += wrapped(message(finding, language), width, "  ")
    for cure in cures(finding, language):
        lines += wrapped(cure, width, "  → ", "    ")
    return lines


def worth_telling(findings: Iterable[Finding]) -> list[Finding]:
    """Open findings first by weight, the accepted ones last."""
    order = {"error": 0, "warning": 1, "note": 2}
    return sorted(findings, key=lambda finding: (finding.accepted, order[finding.severity]))
