"""`smartgoal edit`: change a saved plan through the same questions, or by flags."""

from typing import TYPE_CHECKING, Annotated

import typer

from smartgoal.cli.options import Plain, PlanFile, Today, chosen_day
from smartgoal.language import N_

if TYPE_CHECKING:
    from smartgoal.cli.environment import Environment

EXAMPLES = """
smartgoal edit plan.smartgoal.toml
smartgoal edit plan.smartgoal.toml --by 2026-12-20 --reason "the partner moved the contest"
smartgoal edit plan.smartgoal.toml --target +200 --owner Anna
"""
Text = str | None


def edit(
    context: typer.Context,
    plan: PlanFile,
    target: Annotated[Text, typer.Option("--target", metavar="T", help=N_("+250, +20%, x2, 10/week, 1500 ..."))] = None,
    by: Annotated[
        Text, typer.Option("--by", metavar="DATE", help=N_("The last day: 2026-12-06, 2w, or in words."))
    ] = None,
    baseline: Annotated[Text, typer.Option("--baseline", metavar="N", help=N_("The number at the start."))] = None,
    why: Annotated[Text, typer.Option("--why", metavar="TEXT", help=N_("What the goal is for."))] = None,
    owner: Annotated[Text, typer.Option("--owner", metavar="NAME", help=N_("Who answers for it."))] = None,
    measured_by: Annotated[
        Text, typer.Option("--measured-by", metavar="TEXT", help=N_("Where the number is read."))
    ] = None,
    counted_as: Annotated[
        Text, typer.Option("--counted-as", metavar="TEXT", help=N_("What exactly is counted."))
    ] = None,
    market: Annotated[
        Text, typer.Option("--market", metavar="CODE", help=N_("Country whose rules matter (RU)."))
    ] = None,
    client: Annotated[Text, typer.Option("--client", metavar="NAME", help=N_("Whose page it is."))] = None,
    title: Annotated[Text, typer.Option("--title", metavar="TEXT", help=N_("Title of the plan."))] = None,
    limit: Annotated[
        list[str] | None, typer.Option("--limit", metavar="LIMIT", help=N_("A condition beside the target."))
    ] = None,
    step: Annotated[
        list[str] | None, typer.Option("--step", metavar="STEP", help=N_("The steps anew, one flag each."))
    ] = None,
    reason: Annotated[
        str, typer.Option("--reason", metavar="TEXT", help=N_("Why target or date are moved; it is kept in the plan."))
    ] = "",
    plain: Plain = False,
    today: Today = None,
) -> int:
    """Change what was given; comments and order of the file stay; a moved target or date is recorded."""
    from smartgoal.cli.answers.given import Given
    from smartgoal.cli.changing import Changing, change

    environment: Environment = context.obj
    given = Given(
        target=target, by=by, baseline=baseline, why=why, owner=owner, measured_by=measured_by, counted_as=counted_as,
        market=market, client=client, title=title, limit=tuple(limit or ()), step=tuple(step or ()),
    )  # fmt: skip
    changing = Changing(path=plan, given=given, today=chosen_day(today, environment), reason=reason,
                        plain=plain or environment.dumb)  # fmt: skip
    return change(changing, environment)
