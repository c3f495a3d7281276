"""`smartgoal steps`: proposes 3-4 steps, or checks those in the plan."""

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from smartgoal.cli.options import Json, Plain, PlanFile, Today, chosen_day
from smartgoal.language import N_

if TYPE_CHECKING:
    from smartgoal.cli.environment import Environment

EXAMPLES = """
smartgoal steps plan.smartgoal.toml
smartgoal steps plan.smartgoal.toml --propose
smartgoal steps plan.smartgoal.toml --write
"""


def steps(
    context: typer.Context,
    plan: PlanFile,
    propose: Annotated[bool, typer.Option("--propose", help=N_("Propose steps even where the plan has some."))] = False,
    write: Annotated[bool, typer.Option("--write", help=N_("Put the proposed steps into the plan."))] = False,
    budget: Annotated[
        str | None, typer.Option("--budget", metavar="SUM", help=N_("Money for the steps; 0: nothing may be spent."))
    ] = None,
    partners: Annotated[bool, typer.Option("--partners", help=N_("There are partners to ask."))] = False,
    hands: Annotated[bool, typer.Option("--hands", help=N_("Somebody has several hours a week."))] = False,
    as_json: Json = False,
    plain: Plain = False,
    today: Today = None,
) -> None:
    """Show the steps with their sum against the gap; with --write keep the proposed ones."""
    from smartgoal.cli.answers.plan import money_of
    from smartgoal.cli.proposing import worded
    from smartgoal.cli.views.steps import remark_lines, steps_json, steps_lines
    from smartgoal.planning.proposal import propose as propose_steps
    from smartgoal.planning.resources import Resources
    from smartgoal.store import edit, load

    environment: Environment = context.obj
    day = chosen_day(today, environment)
    saved = load(plan).plan
    wanted = propose or write or not saved.steps
    proposal = None
    if wanted:
        means = Resources.of_economics(saved.economics, saved.goal.metric)
        means = replace(means, partners=partners or None, hands=hands or None)
        if budget is not None:
            means = replace(means, budget=money_of(budget, "--budget"))
        proposal = propose_steps(saved, means, today=day)
        saved = replace(saved, steps=worded(proposal, saved))
    if as_json:
        environment.say_json(steps_json(saved))
    else:
        for line in steps_lines(saved, environment, plain=plain):
            environment.say(line)
        for line in remark_lines(proposal, environment) if proposal else ():
            environment.say(line)
    if write:
        edit(plan, lambda now: replace(now, steps=saved.steps))
        environment.tell(environment.language.text("Saved: {file}", file=str(plan)))
