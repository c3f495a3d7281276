"""The client's document: what was agreed, and nothing that is not theirs to read.

Never in it: rule codes, verdicts, criticism, the chance (unless asked for), benchmarks, margin, fees, legal text,
accepted findings, paths, commands.
"""

from collections.abc import Iterator

from smartgoal.exporters.document import Block, Bullets, Document, Paragraph, part
from smartgoal.exporters.history import chance_sentence
from smartgoal.exporters.outcome import outcome
from smartgoal.exporters.parts import (
    Source,
    budget,
    conditions,
    counting,
    head_facts,
    needs,
    point_a,
    steps,
    title,
)
from smartgoal.exporters.reporting import reporting
from smartgoal.exporters.sentence import plan_sentence


def client(source: Source) -> Document:
    """The document for the client."""
    return Document(title(source), tuple(blocks(source)))


def blocks(source: Source) -> Iterator[Block]:
    """Its parts in order."""
    text = source.language.text
    yield head_facts(source)
    yield from outcome(source)
    yield from part(text("Goal"), Paragraph(plan_sentence(source.plan, source.language)), counting(source))
    if source.chance:
        yield Paragraph(chance_sentence(source))
    yield from part(text("Where we are now"), point_a(source, latest=True))
    yield from part(text("Steps"), steps(source))
    yield from part(text("Budget"), Paragraph(budget(source)))
    yield from part(text("What we need from you"), Bullets(needs(source)))
    if source.plan.outcome is not None:
        return
    yield from part(text("When we report"), Paragraph(reporting(source)))
    yield from part(text("If things go differently"), Bullets(conditions(source)))
    yield Paragraph(text("The figures are expectations, not a guarantee."))
