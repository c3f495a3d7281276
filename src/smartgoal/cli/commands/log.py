"""`smartgoal log`: a check-in by hand or from the next export."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from smartgoal.cli.options import PlanFile, Today, chosen_day
from smartgoal.errors import UsageError
from smartgoal.language import N_
from smartgoal.model.plan import Plan, Progress

if TYPE_CHECKING:
    from smartgoal.cli.environment import Environment

EXAMPLES = """
smartgoal log plan.smartgoal.toml 1901
smartgoal log plan.smartgoal.toml 1901 --on 2026-11-29 --note "after the contest"
smartgoal log plan.smartgoal.toml --import followers.csv --followers-now 1901
smartgoal log plan.smartgoal.toml --step 2
"""


def log(
    context: typer.Context,
    plan: PlanFile,
    value: Annotated[
        str | None,
        typer.Argument(metavar="VALUE", help=N_("The number now; for a total what came in all since the start.")),
    ] = None,
    on: Annotated[
        str | None, typer.Option("--on", metavar="DATE", help=N_("The day of the number, if not today."))
    ] = None,
    note: Annotated[str | None, typer.Option("--note", metavar="TEXT", help=N_("A word on it."))] = None,
    step: Annotated[str | None, typer.Option("--step", metavar="N", help=N_("Tick off step N as done."))] = None,
    files: Annotated[
        list[Path] | None, typer.Option("--import", metavar="FILE", help=N_("Take every new day from an export."))
    ] = None,
    followers_now: Annotated[
        str | None,
        typer.Option("--followers-now", metavar="N", help=N_("Followers today, where the export has no total.")),
    ] = None,
    today: Today = None,
) -> None:
    """Add a check-in to the plan; its comments and everything else in the file stay."""
    from smartgoal.cli.tracking import imported_rows, step_number, typed_value
    from smartgoal.cli.views.status import standing_lines
    from smartgoal.store import edit, load

    environment: Environment = context.obj
    now = chosen_day(today, environment)
    day = chosen_day(on, environment, flag="on") if on else now
    loaded = load(plan).plan
    rows: tuple[Progress, ...] = ()
    if files:
        from smartgoal.cli.importing import Wanted

        wanted = Wanted(today=now, language=environment.language, followers_now=followers_now)
        rows = imported_rows(tuple(files), loaded, wanted)
    if value is not None or step is not None or (note and not files):
        number = typed_value(value, loaded) if value is not None else None
        ticked = step_number(step, loaded) if step is not None else None
        rows = (*rows, Progress(date=day, value=number, step=ticked, note=note))
    if not rows and not files:
        raise UsageError("Nothing to note: give a number, --step or --import.", advice="See: smartgoal log --help")
    saved = edit(plan, lambda now_in_file: with_rows(now_in_file, rows)).plan
    told = (
        environment.language.text("Noted: {count}.", count=len(rows)) if files else environment.language.text("Noted.")
    )
    environment.say(told)
    for line in standing_lines(saved, environment.language, max(now, latest(rows, now))):
        environment.say(line)


def with_rows(plan: Plan, rows: tuple[Progress, ...]) -> Plan:
    """The plan with the rows appended; one that is there already, to the letter, is not added again."""
    new = tuple(row for row in rows if row not in plan.progress)
    return replace(plan, progress=(*plan.progress, *new))


def latest(rows: tuple[Progress, ...], today: date) -> date:
    """The last day of the rows."""
    return max((row.date for row in rows), default=today)
