"""`smartgoal export`: a plan as a document for somebody."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from smartgoal.cli.options import Force, Output, Today, chosen_day, one_of
from smartgoal.language import N_, Language
from smartgoal.language import load as load_language

if TYPE_CHECKING:
    from smartgoal.cli.environment import Environment
    from smartgoal.model.plan import Plan

EXAMPLES = """
smartgoal export plan.smartgoal.toml
smartgoal export plan.smartgoal.toml --for mentor -o homework.md
smartgoal export plan.smartgoal.toml --to ics -o plan.ics
"""
FORMATS = ("md", "text", "ics")
AUDIENCES = ("client", "mentor", "team")


def export(
    context: typer.Context,
    plan: Annotated[Path, typer.Argument(metavar="PLAN", help=N_("A plan file (.smartgoal.toml)."))],
    to: Annotated[
        str, typer.Option("--to", metavar="FORMAT", help=N_("md, text (for a messenger) or ics (calendar)."))
    ] = "md",
    audience: Annotated[
        str, typer.Option("--for", metavar="WHO", help=N_("client, mentor (the homework) or team."))
    ] = "client",
    chance: Annotated[bool, typer.Option("--chance", help=N_("Show the chance in the client's document too."))] = False,
    output: Output = None,
    force: Force = False,
    today: Today = None,
) -> None:
    """Write the document to standard output, or to a file with -o."""
    from smartgoal.store import load

    environment: Environment = context.obj
    one_of(to, FORMATS, "to")
    one_of(audience, AUDIENCES, "for")
    loaded = load(plan).plan
    language = asked_language(context, loaded)
    text = document(loaded, to, audience, chance=chance, language=language, today=chosen_day(today, environment))
    if output is None:
        environment.stdout.write(text)
        return
    from smartgoal.store import write_text

    write_text(output, text, force=force)
    environment.tell(environment.language.text("Saved: {file}", file=str(output)))


def document(plan: "Plan", to: str, audience: str, *, chance: bool, language: Language, today: date) -> str:
    """The text of the document."""
    from smartgoal.criteria import judge
    from smartgoal.exporters import write
    from smartgoal.exporters.parts import Source

    verdict = judge(plan, today=plan.created or today) if audience == "mentor" else None
    return write(Source(plan, language, verdict, chance=chance), to, audience)


def asked_language(context: typer.Context, plan: "Plan") -> Language:
    """The language of `--lang`, else the plan's own."""
    environment: Environment = context.obj
    if environment.language_wished or plan.language is None:
        return environment.language
    return load_language(plan.language)
