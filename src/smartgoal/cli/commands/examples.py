"""`smartgoal examples`: the lesson's six goals, to adapt."""

from typing import TYPE_CHECKING, Annotated

import typer

from smartgoal.catalog import examples as lesson
from smartgoal.cli.options import Plain
from smartgoal.cli.views.page import page_width, wrapped
from smartgoal.cli.views.paint import Paint
from smartgoal.language import N_

if TYPE_CHECKING:
    from smartgoal.cli.environment import Environment

EXAMPLES = """
smartgoal examples
smartgoal examples --market RU
"""
ADAPT = N_('To adapt one, give its sentence with your own numbers: smartgoal new --goal "..."')


def examples(
    context: typer.Context,
    market: Annotated[
        str | None, typer.Option("--market", metavar="CODE", help=N_("Also what the law of this market says (RU)."))
    ] = None,
    plain: Plain = False,
) -> None:
    """List the goals with their remarks and the command that starts from each."""
    environment: Environment = context.obj
    paint = Paint.of(environment, environment.stdout, plain=plain)
    language, width = environment.language, page_width()
    for number, example in enumerate(lesson.examples(), start=1):
        text = example.texts[language.code]
        environment.say(paint(f"{number}. {language.name('category', example.category)}", "strong"))
        environment.say("\n".join(wrapped(text, width, "   ")))
        if example.market is None or (market or "").upper() == example.market:
            environment.say("\n".join(wrapped(example.remarks[language.code], width, "   → ", "     ")))
        environment.say()
    environment.say("\n".join(wrapped(language.text(ADAPT), width, "")))
