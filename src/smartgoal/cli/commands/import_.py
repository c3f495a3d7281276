"""`smartgoal import`: what exported statistics hold."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from smartgoal.cli.options import Json, Plain, Today, chosen_day
from smartgoal.language import N_

if TYPE_CHECKING:
    from smartgoal.cli.environment import Environment

EXAMPLES = """
smartgoal import group.csv --followers-now 1901
smartgoal import statistics.zip --json
smartgoal import sheet.xlsx --map "Подписчики=followers" --platform vk
smartgoal import group.csv --followers-now 1901 --into plan.smartgoal.toml
"""
Text = str | None


def import_(
    context: typer.Context,
    files: Annotated[list[Path], typer.Argument(metavar="FILE", help=N_("Exported files, zip archives or folders."))],
    into: Annotated[
        Path | None, typer.Option("--into", metavar="PLAN", help=N_("Put point A and history into this plan."))
    ] = None,
    platform: Annotated[
        Text, typer.Option("--platform", metavar="ID", help=N_("Whose numbers these are, where the file does not say."))
    ] = None,
    mapping: Annotated[
        list[str] | None, typer.Option("--map", metavar="COLUMN=METRIC", help=N_("What a column of a table counts."))
    ] = None,
    followers_now: Annotated[
        Text, typer.Option("--followers-now", metavar="N", help=N_("Followers today, where the export has no total."))
    ] = None,
    encoding: Annotated[Text, typer.Option("--encoding", metavar="NAME", help=N_("utf-8, cp1251 ..."))] = None,
    dates: Annotated[
        Text, typer.Option("--dates", metavar="ORDER", help=N_("day-first or month-first, where both would fit."))
    ] = None,
    year: Annotated[
        Text, typer.Option("--year", metavar="YEAR", help=N_("Year of the last day, where the dates have none."))
    ] = None,
    as_json: Json = False,
    plain: Plain = False,
    today: Today = None,
) -> int:
    """Tell what was found in each file, or put it into a plan; exit 3 where a file could not be read."""
    from smartgoal.cli.import_answer import Asked, answer
    from smartgoal.cli.import_options import Wanted, folder_columns
    from smartgoal.cli.views.reading import progress_line

    environment: Environment = context.obj
    wanted = Wanted(
        today=chosen_day(today, environment), language=environment.language, platform=platform,
        mapping=tuple(mapping or ()), columns=folder_columns(environment.folder),
        followers_now=followers_now, encoding=encoding, dates=dates, year=year,
        progress=progress_line(environment, plain=plain),
    )  # fmt: skip
    return answer(Asked(files, wanted, into=into, as_json=as_json, plain=plain), environment)
