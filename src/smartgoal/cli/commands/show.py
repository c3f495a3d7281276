"""`smartgoal show`: a plan on the screen."""

from typing import TYPE_CHECKING

import typer

from smartgoal.cli.options import Plain, PlanFile

if TYPE_CHECKING:
    from smartgoal.cli.environment import Environment

EXAMPLES = """
smartgoal show plan.smartgoal.toml
"""


def show(context: typer.Context, plan: PlanFile, plain: Plain = False) -> None:
    """Show goal, point A, verdict and steps of one plan."""
    from smartgoal.cli.judging import tell_unknown_keys
    from smartgoal.cli.views.document import document_lines
    from smartgoal.cli.views.page import page_width
    from smartgoal.cli.views.paint import Paint
    from smartgoal.criteria import judge
    from smartgoal.exporters.mentor import mentor
    from smartgoal.exporters.parts import Source
    from smartgoal.store import load

    environment: Environment = context.obj
    read = load(plan)
    tell_unknown_keys(read.problems, str(plan), environment)
    loaded = read.plan
    verdict = judge(loaded, today=loaded.created or environment.today(), mended=environment.today())
    paint = Paint.of(environment, environment.stdout, plain=plain)
    document = mentor(Source(loaded, environment.language, verdict))
    for line in document_lines(document, paint, page_width(), tables=environment.draws(plain=plain)):
        environment.say(line)
