"""`smartgoal status`: where every goal stands."""

from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from smartgoal.cli.options import Json, Plain, Today, chosen_day, one_of
from smartgoal.language import N_

if TYPE_CHECKING:
    from smartgoal.cli.environment import Environment

EXAMPLES = """
smartgoal status plan.smartgoal.toml
smartgoal status clients --due week
smartgoal status clients --owner Anna --json
"""


def status(
    context: typer.Context,
    places: Annotated[
        list[Path] | None, typer.Argument(metavar="PLAN|FOLDER", help=N_("A plan, or a folder of them (this one)."))
    ] = None,
    owner: Annotated[str | None, typer.Option("--owner", metavar="NAME", help=N_("Only goals of this person."))] = None,
    due: Annotated[
        str | None, typer.Option("--due", metavar="WHEN", help=N_("Only what is due: day, week or month."))
    ] = None,
    as_json: Json = False,
    plain: Plain = False,
    today: Today = None,
) -> int:
    """Tell of one plan in full, of a folder a row a goal, what needs attention first."""
    from smartgoal.cli.tracking import plans_under
    from smartgoal.cli.views.portfolio import chosen, conflict_lines, exit_code, folder_lines, row_objects, rows_of
    from smartgoal.cli.views.status import standing_lines

    environment: Environment = context.obj
    day = chosen_day(today, environment)
    if due is not None:
        one_of(due, ("day", "week", "month"), "due")
    given = tuple(places or (environment.folder,))
    found = plans_under(given)
    alone = len(found) == 1 and not given[0].is_dir()
    if as_json:
        for each in row_objects(chosen(rows_of(found, day), owner, due), environment.language):
            environment.say_json(each)
        return exit_code(found)
    if alone and found[0].error is not None:
        raise found[0].error
    if alone and found[0].plan is not None:
        lines = standing_lines(found[0].plan, environment.language, day, plain=plain or environment.dumb)
    else:
        rows = chosen(rows_of(found, day), owner, due)
        folder = given[0] if given[0].is_dir() else given[0].parent
        told = conflict_lines(found, folder, environment.language)
        lines = chain(folder_lines(rows, environment, plain=plain, some=bool(found)), told)
    for line in lines:
        environment.say(line)
    return exit_code(found)
