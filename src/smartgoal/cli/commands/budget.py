"""`smartgoal budget`: what a target costs, what a budget buys."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from smartgoal.cli.options import Json
from smartgoal.language import N_

if TYPE_CHECKING:
    from smartgoal.cli.environment import Environment

EXAMPLES = """
smartgoal budget --spent 300 --got 1 --of customers --target 10 --currency RUB
smartgoal budget --spent 9000 --got 30 --of leads --budget 20000 --know aov=3000 --know cr_lead_sale=10%
smartgoal budget --know cpl=375 --know cr_lead_sale=10% --know aov=3000 --know margin=40% --target 100
"""
Text = str | None


def budget(
    context: typer.Context,
    plan: Annotated[
        Path | None, typer.Argument(metavar="PLAN", help=N_("A plan: its economics are used, and kept with --write."))
    ] = None,
    spent: Annotated[Text, typer.Option("--spent", metavar="SUM", help=N_("Spent on advertising so far."))] = None,
    got: Annotated[Text, typer.Option("--got", metavar="N", help=N_("What that brought."))] = None,
    of: Annotated[
        Text, typer.Option("--of", metavar="WHAT", help=N_("customers, leads, clicks, followers (customers)."))
    ] = None,
    target: Annotated[Text, typer.Option("--target", metavar="N", help=N_("How many are wanted."))] = None,
    budget_sum: Annotated[Text, typer.Option("--budget", metavar="SUM", help=N_("Money available."))] = None,
    know: Annotated[
        list[str] | None,
        typer.Option(
            "--know", metavar="NAME=VALUE", help=N_("Anything else known: aov=3000, margin=40%, ctr=0.5% ...")
        ),
    ] = None,
    currency: Annotated[Text, typer.Option("--currency", metavar="CODE", help=N_("RUB, USD, EUR, KZT ..."))] = None,
    write: Annotated[bool, typer.Option("--write", help=N_("Keep the numbers in the plan's [economics]."))] = False,
    as_json: Json = False,
) -> None:
    """Do the sums both ways from what is known; asked for the first two numbers where somebody is there."""
    from smartgoal.cli.budgeting import Wishes, asked, kept_in_plan, known_numbers, loaded_plan, worked_out
    from smartgoal.cli.views.budget import budget_json, budget_lines
    from smartgoal.cli.views.page import page_width, wrapped

    environment: Environment = context.obj
    wishes = Wishes(spent=spent, got=got, of=of, target=target, budget=budget_sum, know=tuple(know or ()),
                    currency=currency)  # fmt: skip
    saved = loaded_plan(plan)
    if saved is None and wishes.empty:
        wishes = asked(wishes, environment)
    numbers = known_numbers(wishes, saved)
    sums = worked_out(numbers)
    if as_json:
        environment.say_json(budget_json(sums))
    else:
        for line in budget_lines(sums, environment.language):
            environment.say("\n".join(wrapped(line, page_width(), "", "  ")))
    if write and plan is not None:
        kept_in_plan(plan, numbers)
        environment.tell(environment.language.text("Saved: {file}", file=str(plan)))
