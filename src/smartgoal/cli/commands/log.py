"""`smartgoal log`: a check-in by hand or from the next export."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from smartgoal.cli.options import Plain, PlanFile, Today, chosen_day
from smartgoal.language import N_

if TYPE_CHECKING:
    from smartgoal.cli.environment import Environment

NOTED = N_('smartgoal log plan.smartgoal.toml 1901 --on 2026-11-29 --note "after the contest"')
EXAMPLES = f"""
smartgoal log plan.smartgoal.toml 1901
{NOTED}
smartgoal log plan.smartgoal.toml --import followers.csv --followers-now 1901
smartgoal log plan.smartgoal.toml --step 2
"""


def log(
    context: typer.Context,
    plan: PlanFile,
    value: Annotated[
        str | None,
        typer.Argument(metavar="VALUE", help=N_("The number now; for a total, all that came since the start.")),
    ] = None,
    on: Annotated[
        str | None, typer.Option("--on", metavar="DATE", help=N_("The day of the number, if not today."))
    ] = None,
    note: Annotated[str | None, typer.Option("--note", metavar="TEXT", help=N_("A note on it."))] = None,
    step: Annotated[str | None, typer.Option("--step", metavar="N", help=N_("Tick off step N as done."))] = None,
    files: Annotated[
        list[Path] | None, typer.Option("--import", metavar="FILE", help=N_("Take every new day from an export."))
    ] = None,
    followers_now: Annotated[
        str | None,
        typer.Option("--followers-now", metavar="N", help=N_("Followers today, where the export has no total.")),
    ] = None,
    mapping: Annotated[
        list[str] | None,
        typer.Option("--map", metavar="COLUMN=METRIC", help=N_("What a column of a table counts.")),
    ] = None,
    plain: Plain = False,
    today: Today = None,
) -> None:
    """Add a check-in to the plan; its comments and everything else in the file stay."""
    from smartgoal.cli.checking_in import CheckIn, check_in

    environment: Environment = context.obj
    given = CheckIn(
        path=plan, today=chosen_day(today, environment), value=value, on=on, note=note, step=step,
        files=tuple(files or ()), followers_now=followers_now, mapping=tuple(mapping or ()),
        plain=plain or environment.dumb,
    )  # fmt: skip
    check_in(given, environment)
