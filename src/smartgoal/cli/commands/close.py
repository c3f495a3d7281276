"""`smartgoal close`: how it ended, on a five-step scale, and what to do otherwise next time."""

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from smartgoal.cli.options import PlanFile, Today, chosen_day
from smartgoal.errors import UsageError
from smartgoal.language import N_
from smartgoal.model.plan import Outcome, Progress

if TYPE_CHECKING:
    from smartgoal.cli.environment import Environment
    from smartgoal.model.plan import Plan
    from smartgoal.planning.readings import Point

TOLD = N_(
    'smartgoal close plan.smartgoal.toml 2110 --why "the second partner brought most" --lesson "ask partners earlier"'
)
EXAMPLES = f"""
smartgoal close plan.smartgoal.toml
{TOLD}
"""


def close(
    context: typer.Context,
    plan: PlanFile,
    value: Annotated[
        str | None, typer.Argument(metavar="VALUE", help=N_("The final number; without it the last check-in."))
    ] = None,
    on: Annotated[
        str | None, typer.Option("--on", metavar=N_("DATE"), help=N_("The day of the number; without it today."))
    ] = None,
    why: Annotated[str | None, typer.Option("--why", metavar="TEXT", help=N_("Why it ended this way."))] = None,
    lesson: Annotated[str | None, typer.Option("--lesson", metavar="TEXT", help=N_("What to do next time."))] = None,
    today: Today = None,
) -> None:
    """Write the result into the plan and tell what it means; in a terminal ask for reason and lesson."""
    from smartgoal.cli.asking import asked
    from smartgoal.cli.slips import CLOSE_AGAIN, tell_of_slips
    from smartgoal.cli.tracking import past_day, typed_value
    from smartgoal.cli.views.closing import closing_lines, timing_lines
    from smartgoal.planning.deciding import deciding
    from smartgoal.planning.outcome import scale_of
    from smartgoal.store import edit, load

    environment: Environment = context.obj
    day = chosen_day(today, environment)
    saved = load(plan).plan
    read = past_day(on, environment, day) if on else day
    typed = None if value is None else (read, typed_value(value, saved))
    counts = deciding(saved, typed or previous(saved.outcome))
    if counts is None:
        raise UsageError("There is no number yet to close with.", advice="For example: smartgoal close PLAN 2110")
    before = saved.outcome or Outcome(date=day)
    outcome = Outcome(
        date=counts[0], value=counts[1], scale=scale_of(saved, counts[1], counts[0]),
        why=why or before.why or asked(N_("Why did it end this way? (Enter: skip)"), environment),
        lesson=lesson or before.lesson or asked(N_("What would you do next time? (Enter: skip)"), environment),
    )  # fmt: skip
    if saved.outcome is not None:
        environment.say(replaced(saved.outcome, saved, environment))
    rest = () if typed in (None, counts) else (Progress(date=typed[0], value=typed[1]),)
    closed = edit(plan, lambda now: replace(now, outcome=outcome, progress=(*now.progress, *rest))).plan
    if typed is not None:
        open_plan = replace(saved, outcome=None)
        tell_of_slips(Progress(date=typed[0], value=typed[1]), open_plan, environment, CLOSE_AGAIN)
    for line in timing_lines(closed, typed, environment.language):
        environment.say(line)
    for line in closing_lines(closed, environment.language, str(plan)):
        environment.say(line)


def previous(outcome: Outcome | None) -> "Point | None":
    """The number the plan was closed with before."""
    return None if outcome is None or outcome.value is None else (outcome.date, outcome.value)


def replaced(before: Outcome, plan: "Plan", environment: "Environment") -> str:
    """What the plan said of its end so far."""
    from smartgoal.exporters.sentence import level_unit
    from smartgoal.model.quantity import Quantity

    if before.value is None or plan.goal.kind == "milestone":
        return environment.language.text("The plan was closed on {day} already: this is replaced.", day=before.date)
    return environment.language.text(
        "The plan was closed already, with {value} of {day}: this is replaced.",
        day=before.date, value=Quantity(before.value, level_unit(plan.goal)),
    )  # fmt: skip
