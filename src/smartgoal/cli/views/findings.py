"""A verdict and its findings in words."""

import textwrap
from collections.abc import Iterable

from smartgoal.catalog.rules import rule
from smartgoal.cli.views.paint import Paint
from smartgoal.language import N_, Language
from smartgoal.model.finding import CRITERIA, Finding, Verdict
from smartgoal.model.quantity import Term

STATES = {
    "smart": N_("All five criteria hold."),
    "form_ok": N_("The form is right. What is left is to check it by numbers."),
    "weak": N_("Needs work: {criteria}."),
}
ANSWER_ROLES = {"yes": "good", "no": "bad", "cannot_tell": "dim"}
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
    return offers or [language.fill(row.advice[language.code], finding.values)]


def summary(verdict: Verdict, language: Language) -> str:
    """One line on the whole."""
    failing = [language.name("criterion", name) for name, answer in verdict.criteria.items() if answer == "no"]
    return language.text(STATES[verdict.state], criteria=tuple(failing))


def answers(verdict: Verdict, language: Language, paint: Paint) -> str:
    """The five criteria with their answers, in a line."""
    return " · ".join(
        f"{language.name('criterion', name)}: "
        + paint(language.name("answer", verdict.criteria[name]), ANSWER_ROLES[verdict.criteria[name]])
        for name in CRITERIA
    )


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


def wrapped(text: str, width: int, first: str, rest: str | None = None) -> list[str]:
    """`text` in lines of at most `width` columns; no-break spaces hold."""
    filler = textwrap.TextWrapper(
        width, initial_indent=first, subsequent_indent=first if rest is None else rest, break_long_words=False,
        break_on_hyphens=False,
    )  # fmt: skip
    # TextWrapper takes a no-break space for a break; a stand-in letter keeps "1 840 ₽" together
    return [line.replace("\ue000", "\u00a0") for line in filler.wrap(text.replace("\u00a0", "\ue000"))]


def worth_telling(findings: Iterable[Finding]) -> list[Finding]:
    """Open findings first by weight, the accepted ones last."""
    order = {"error": 0, "warning": 1, "note": 2}
    return sorted(findings, key=lambda finding: (finding.accepted, order[finding.severity]))


def severity_term(finding: Finding) -> Term:
    """The severity as a value of a message."""
    return Term("severity", finding.severity)
