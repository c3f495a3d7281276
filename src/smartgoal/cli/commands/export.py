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
    from smartgoal.exporters.parts import Source
    from smartgoal.model.plan import Plan

EXAMPLES = """
smartgoal export plan.smartgoal.toml
smartgoal export plan.smartgoal.toml --for mentor -o homework.md
smartgoal export plan.smartgoal.toml --to ics -o plan.ics
"""
# as in `exporters`, which is loaded only when the words on the line have been checked
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
    from smartgoal.exporters.history import chance_sentence
    from smartgoal.store import load

    environment: Environment = context.obj
    one_of(to, FORMATS, "to")
    one_of(audience, AUDIENCES, "for")
    loaded = load(plan).plan
    source = source_of(loaded, audience, asked_language(context, loaded), chosen_day(today, environment), chance=chance)
    text = document(source, to, audience)
    if chance and not chance_sentence(source):
        environment.tell(environment.language.text("The plan holds too little history to tell a chance."))
    if output is None:
        environment.stdout.write(text)
        return
    from smartgoal.store import write_text

    write_text(output, text, force=force)
    environment.tell(environment.language.text("Saved: {file}", file=str(output)))


def source_of(plan: "Plan", audience: str, language: Language, today: date, *, chance: bool) -> "Source":
    """What the document is made of: verdicts for the mentor, the chance for all but the client who did not ask.

    The mentor reads both as of the day the plan was made, others what is known by now.
    """
    from smartgoal.criteria import judge
    from smartgoal.exporters.parts import Source
    from smartgoal.planning.odds import odds, odds_so_far
    from smartgoal.planning.readings import knows_more

    if audience == "mentor":
        made = plan.created or today
        return Source(plan, language, judge(plan, today=made), odds(plan, today=made), chance=chance,
                      made=made if knows_more(plan, made) else None)  # fmt: skip
    wanted = chance or audience == "team"
    estimate = odds_so_far(plan, today=today) if wanted else None
    return Source(plan, language, None, estimate, chance=chance)


def document(source: "Source", to: str, audience: str) -> str:
    """The text of the document."""
    from smartgoal.exporters import write

    return write(source, to, audience)


def asked_language(context: typer.Context, plan: "Plan") -> Language:
    """The language of `--lang`, else the plan's own."""
    environment: Environment = context.obj
    if environment.language_wished or plan.language is None:
        return environment.language
    return load_language(plan.language)
