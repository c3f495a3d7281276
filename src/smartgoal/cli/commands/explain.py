"""`smartgoal explain`: what a rule, a metric or a category means."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from smartgoal import catalog
from smartgoal.catalog.rules import Rule, rules
from smartgoal.cli.options import Plain
from smartgoal.cli.views.page import page_width, wrapped
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
ID_COLUMN = 20
Part = tuple[str, ...]  # a heading and the paragraphs below it


def explain(
    context: typer.Context,
    name: Annotated[
        str | None, typer.Argument(metavar="ID", help=N_("A rule (S02), a metric (followers) or a category (leads)."))
    ] = None,
    plain: Plain = False,
) -> None:
    """Explain one id; without one, list what can be explained."""
    environment: Environment = context.obj
    paint = Paint.of(environment, environment.stdout, plain=plain)
    if name is None:
        tell_overview(environment, paint)
        return
    title, parts = page(name.strip(), environment.language)
    environment.say(paint(title, "strong"))
    for heading, *paragraphs in parts:
        rest = "    " if len(paragraphs) > 1 else "  "
        lines = [line for text in paragraphs for line in wrapped(text, page_width(), "  ", rest)]
        if lines:
            environment.say("\n".join(["", paint(heading, "dim"), *lines]))


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
    """What the rule looks at, why, right and wrong, where it comes from.

    Advice with a placeholder speaks of one goal, and so stands in the findings only.
    """
    code = language.code
    criterion, severity = language.name("criterion", row.criterion), language.name("severity", row.severity)
    return f"{row.code} · {row.titles[code]}", [
        (language.text("Criterion"), f"{criterion} · {severity}"),
        (language.text("Why"), row.why[code]),
        (language.text("What to do"), "" if "{" in row.advice[code] else row.advice[code]),
        (language.text("Passes"), row.right[code]),
        (language.text("Gets a remark"), row.wrong[code]),
        (language.text("Source"), row.source[code]),
    ]


def category_page(identifier: str, language: Language) -> tuple[str, list[Part]]:
    """When the category fits and what to track in it."""
    row = catalog.category(identifier)
    return f"{row.names[language.code]} · {identifier}", [
        (language.text("Fits when"), row.fits[language.code]),
        (language.text("What to track"), *(named_metric(name, language) for name in row.metrics)),
    ]


def named_metric(identifier: str, language: Language) -> str:
    """The id, which flags take, with the name of the metric."""
    return f"{identifier} – {language.name('metric', identifier)}"


def metric_page(identifier: str, language: Language) -> tuple[str, list[Part]]:
    """What the metric counts, how to word it, where the number is found."""
    row = catalog.metric(identifier)
    code = language.code
    where = [
        f"{language.name('platform', place)}: {texts[code]}" if place != "any" else texts[code]
        for place, texts in row.where.items()
    ]
    name = row.names[code]
    return f"{name[:1].upper()}{name[1:]} · {identifier}", [
        (language.text("The question it answers"), row.question.get(code, "")),
        (language.text("Ways to count it"), *row.counted_as.get(code, ())),
        (language.text("Where to find the number"), *where),
        (language.text("Guard metric"), *([named_metric(row.guard, language)] if row.guard else [])),
    ]


def tell_overview(environment: "Environment", paint: Paint) -> None:
    """All ids with a line each, by kind."""
    for number, (heading, rows) in enumerate(overview(environment.language)):
        environment.say(("\n" if number else "") + paint(heading, "strong"))
        for identifier, name in rows:
            head = f"{identifier:<{ID_COLUMN}}"
            environment.say("\n".join(wrapped(name, page_width(), head, " " * ID_COLUMN)))


def overview(language: Language) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Rules, categories and metrics: a heading, then ids with their names."""
    yield language.text("Rules"), [(row.code, row.titles[language.code]) for row in rules().values()]
    yield language.text("Categories"), [(each, language.name("category", each)) for each in catalog.categories()]
    yield language.text("Metrics"), [(each, language.name("metric", each)) for each in catalog.metrics()]
