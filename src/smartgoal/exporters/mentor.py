"""The mentor's document: the lesson's homework with the five verdicts and their open points."""

from collections.abc import Iterator

from smartgoal.catalog.rules import rule
from smartgoal.exporters.document import Block, Bullets, Document, Paragraph, Table, part, table
from smartgoal.exporters.history import chance_sentence
from smartgoal.exporters.outcome import outcome
from smartgoal.exporters.parts import Source, budget, conditions, counting, head_facts, point_a, steps, title
from smartgoal.exporters.sentence import plan_sentence
from smartgoal.model.finding import CRITERIA, Finding, Verdict


def mentor(source: Source) -> Document:
    """Point A, goal, verdicts, steps: what the homework asks for."""
    return Document(title(source), tuple(blocks(source)))


def blocks(source: Source) -> Iterator[Block]:
    """Its parts in order."""
    text = source.language.text
    yield head_facts(source)
    yield from outcome(source)
    yield from part(text("Point A"), point_a(source))
    yield from part(text("Goal"), Paragraph(plan_sentence(source.plan, source.language)), counting(source))
    if source.verdict is not None:
        yield from part(
            text("SMART"), verdicts(source.verdict, source), Paragraph(chance_sentence(source)), Paragraph(day(source))
        )
    yield from part(text("Steps"), steps(source))
    yield from part(text("Budget"), Paragraph(budget(source)))
    yield from part(text("If things go differently"), Bullets(conditions(source)))


def day(source: Source) -> str:
    """As of which day the verdicts and the chance are told, where there are newer numbers."""
    if source.made is None:
        return ""
    return source.language.text("Judged as of {day}, the day the plan was made; later numbers are not in it.",
                                day=source.made)  # fmt: skip


def verdicts(verdict: Verdict, source: Source) -> Table:
    """One row a criterion: its answer and what is open."""
    language = source.language
    rows = [
        (
            language.name("criterion", name),
            language.name("answer", verdict.criteria[name]),
            " ".join(open_point(finding, source) for finding in verdict.findings if wanted(finding, name)),
        )
        for name in CRITERIA
    ]
    return table((language.text("Criterion"), language.text("Answer"), language.text("Open points")), rows)


def wanted(finding: Finding, criterion: str) -> bool:
    """Notes are for the author; errors and warnings that were not accepted are open points."""
    return finding.criterion == criterion and not finding.accepted and finding.severity != "note"


def open_point(finding: Finding, source: Source) -> str:
    """The sentence of a finding, without its code."""
    messages = rule(finding.rule).messages
    template = messages.get(finding.variant) or messages[""]
    return source.language.fill(template[source.language.code], finding.values)
