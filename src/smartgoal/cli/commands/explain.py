"""`smartgoal explain`: what a rule, a metric or a category means."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from smartgoal import catalog
from smartgoal.catalog.rules import Rule, rules
from smartgoal.cli.help import page_width
from smartgoal.cli.views.findings import wrapped
from smartgoal.cli.views.paint import Paint
from smartgoal.errors import UsageError
from smartgoal.language import N_, Language

if TYPE_CHECKING:
    from smartgoal.cli.environment import Environment

EXAMPLES = """
smartgoal explain S02
smartgoal explain engagement_rate
smartgoal explain leads
smartgoal explain
"""
Part = tuple[str, str]


def explain(
    context: typer.Context,
    name: Annotated[
        str | None, typer.Argument(metavar="ID", help=N_("A rule (S02), a metric (followers) or a category (leads)."))
    ] = None,
) -> None:
    """Explain one id; without one, list what can be explained."""
    environment: Environment = context.obj
    paint = Paint.of(environment, environment.stdout)
    if name is None:
        environment.say(overview(environment.language))
        return
    title, parts = page(name.strip(), environment.language)
    environment.say(paint(title, "strong"))
    for heading, text in parts:
        if text:
            environment.say("\n".join(["", paint(heading, "dim"), *wrapped(text, page_width(), "  ")]))


def page(name: str, language: Language) -> tuple[str, list[Part]]:
    """Title and parts of one id. Raises UsageError with the nearest known ids."""
    if name.upper() in rules():
        return rule_page(rules()[name.upper()], language)
    found = [
        build(name.casefold(), language)
        for rows, build in ((catalog.categories(), category_page), (catalog.metrics(), metric_page))
        if name.casefold() in rows
    ]
    if not found:
        raise unknown(name)
    title, parts = found[0]
    return title, [part for _, more in found for part in more] if len(found) > 1 else parts


def unknown(name: str) -> UsageError:
    """The error for an id that explains nothing."""
    from difflib import get_close_matches

    known = [*rules(), *catalog.categories(), *catalog.metrics()]
    near = ", ".join(get_close_matches(name, known, n=3, cutoff=0.5))
    if near:
        return UsageError("{name} is not known. Did you mean {near}?", advice=LIST, name=name, near=near)
    return UsageError("{name} is not known.", advice=LIST, name=name)


LIST = "The list of all: smartgoal explain"


def rule_page(row: Rule, language: Language) -> tuple[str, list[Part]]:
    """What the rule looks at, why, right and wrong, where it comes from."""
    code = language.code
    criterion, severity = language.name("criterion", row.criterion), language.name("severity", row.severity)
    return f"{row.code} · {row.titles[code]}", [
        (language.text("Criterion"), f"{criterion} · {severity}"),
        (language.text("Why"), row.why[code]),
        (language.text("What to do"), row.advice[code]),
        (language.text("Passes"), row.right[code]),
        (language.text("Is told"), row.wrong[code]),
        (language.text("Source"), row.source),
    ]


def category_page(identifier: str, language: Language) -> tuple[str, list[Part]]:
    """When the category fits and what to track in it."""
    row = catalog.category(identifier)
    tracked = [f"{language.name('metric', name)} ({name})" for name in row.metrics]
    return f"{row.names[language.code]} ({identifier})", [
        (language.text("Fits when"), row.fits[language.code]),
        (language.text("What to track"), language.joined(tracked)),
    ]


def metric_page(identifier: str, language: Language) -> tuple[str, list[Part]]:
    """What the metric counts, how to word it, where the number is found."""
    row = catalog.metric(identifier)
    code = language.code
    where = [
        f"{language.name('platform', place)}: {texts[code]}" if place != "any" else texts[code]
        for place, texts in row.where.items()
    ]
    guard = f"{language.name('metric', row.guard)} ({row.guard})" if row.guard else ""
    return f"{row.names[code]} ({identifier})", [
        (language.text("The question it answers"), row.question.get(code, "")),
        (language.text("How to say what is counted"), "; ".join(row.counted_as.get(code, ()))),
        (language.text("Where the number is"), " ".join(where)),
        (language.text("Watch beside it"), guard),
    ]


def overview(language: Language) -> str:
    """All ids with a line each."""
    return "\n".join(overview_lines(language))


def overview_lines(language: Language) -> Iterator[str]:
    """Rules, categories and metrics."""
    for row in rules().values():
        yield f"{row.code:<20}{row.titles[language.code]}"
    for identifier in catalog.categories():
        yield f"{identifier:<20}{language.name('category', identifier)}"
    for identifier in catalog.metrics():
        yield f"{identifier:<20}{language.name('metric', identifier)}"
