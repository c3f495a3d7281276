"""The team's document: per step when it is done, by when, where the number is read, whom to ask, plan B."""

from collections.abc import Iterator

from smartgoal.exporters.document import Block, Document, Facts, Paragraph, Section, facts, part
from smartgoal.exporters.history import chance_sentence
from smartgoal.exporters.outcome import outcome
from smartgoal.exporters.parts import Source, counting, due_text, head_facts, person, result_text, title
from smartgoal.exporters.sentence import plan_sentence
from smartgoal.model.plan import Step


def team(source: Source) -> Document:
    """The document for those who do the work."""
    return Document(title(source), tuple(blocks(source)))


def blocks(source: Source) -> Iterator[Block]:
    """Its parts in order."""
    text = source.language.text
    yield head_facts(source)
    yield from outcome(source)
    sentence = Paragraph(plan_sentence(source.plan, source.language))
    yield from part(text("Goal"), sentence, counting(source), Paragraph(chance_sentence(source)))
    if source.plan.steps:
        yield Section(text("Steps"))
    for number, step in enumerate(source.plan.steps, start=1):
        yield Section(f"{number}. {step.title}", level=3)
        details = step_facts(step, source)
        if details.rows:
            yield details


def step_facts(step: Step, source: Source) -> Facts:
    """What the one who does the step needs to know."""
    text, plan = source.language.text, source.plan
    cost = source.language.quantity(step.cost, str(plan.economics.get("currency") or "count")) if step.cost else ""
    return facts([
        (text("Done when"), result_text(step, source)),
        (text("By when"), due_text(step, source)),
        (text("Early sign"), step.indicator or ""),
        (text("Where it is read"), plan.goal.measured_by or ""),
        (text("Whom to ask"), person(step.owner) or person(plan.owner)),
        (text("Plan B"), step.if_then or ""),
        (text("Money"), cost),
        (text("Needed from the client"), step.needs or ""),
        (text("Done on"), source.language.date(step.done) if step.done else ""),
    ])  # fmt: skip
