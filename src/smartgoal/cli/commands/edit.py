"""`smartgoal edit`: change a saved plan through the same questions, or by flags."""

from typing import TYPE_CHECKING, Annotated

import typer

from smartgoal.cli.commands.new import Text, Texts, option
from smartgoal.cli.options import Plain, PlanFile, Today, chosen_day
from smartgoal.language import N_

if TYPE_CHECKING:
    from smartgoal.cli.environment import Environment

MOVED = N_('smartgoal edit plan.smartgoal.toml --by 2026-12-20 --reason "the partner moved the contest"')
EXAMPLES = f"""
smartgoal edit plan.smartgoal.toml
{MOVED}
smartgoal edit plan.smartgoal.toml --target +200 --owner Anna
"""


def edit(
    context: typer.Context,
    plan: PlanFile,
    goal: Annotated[Text, option("goal", N_("TEXT"), N_("The goal in one sentence, as you would say it."))] = None,
    category: Annotated[
        Text, option("category", N_("ID"), N_("awareness, leads, sales, engagement, community, service."))
    ] = None,
    platform: Annotated[
        Text, option("platform", N_("ID"), N_("vk, instagram, telegram ... (several: vk,telegram)."))
    ] = None,
    metric: Annotated[
        Text, option("metric", N_("ID"), N_("What is counted: followers, leads, response_time ..."))
    ] = None,
    direction: Annotated[Text, option("direction", N_("WAY"), N_("increase or decrease."))] = None,
    target: Annotated[Text, option("target", N_("T"), N_("+250, +20%, x2, 10/week, 1500 ..."))] = None,
    baseline: Annotated[Text, option("baseline", N_("N"), N_("The number at the start."))] = None,
    by: Annotated[Text, option("by", N_("DATE"), N_("The last day: 2026-12-06, 2w, or in words."))] = None,
    start: Annotated[Text, option("start", N_("DATE"), N_("The first day, if not today."))] = None,
    hold: Annotated[bool, typer.Option("--hold", help=N_("The level is to be kept, not reached."))] = False,
    stat: Annotated[
        Texts, option("stat", N_("S"), N_("A number of point A: vk.reach=5400/week; a list gives its median."))
    ] = None,
    why: Annotated[Text, option("why", N_("TEXT"), N_("What the goal is for."))] = None,
    owner: Annotated[Text, option("owner", N_("NAME"), N_("Who answers for it."))] = None,
    measured_by: Annotated[Text, option("measured-by", N_("TEXT"), N_("Where the number is read."))] = None,
    counted_as: Annotated[Text, option("counted-as", N_("TEXT"), N_("What exactly is counted."))] = None,
    limit: Annotated[
        Texts, option("limit", N_("LIMIT"), N_("A condition beside the target; it replaces one of the same number."))
    ] = None,
    market: Annotated[Text, option("market", N_("CODE"), N_("Country whose rules matter (RU)."))] = None,
    client: Annotated[Text, option("client", N_("NAME"), N_("Whose page it is."))] = None,
    title: Annotated[Text, option("title", N_("TEXT"), N_("Title of the plan."))] = None,
    budget: Annotated[Text, option("budget", N_("SUM"), N_("Money that may be spent on advertising."))] = None,
    currency: Annotated[
        Text, option("currency", N_("CODE"), N_("Currency of the money: RUB, USD, EUR, KZT ..."))
    ] = None,
    step: Annotated[Texts, option("step", N_("STEP"), N_("The new steps, one flag each."))] = None,
    reason: Annotated[
        str,
        typer.Option("--reason", metavar=N_("TEXT"), help=N_("Why target or date are moved; it is kept in the plan.")),
    ] = "",
    plain: Plain = False,
    today: Today = None,
) -> int:
    """Change what was given; comments and order of the file stay; a moved target or date is recorded."""
    from smartgoal.cli.answers.given import Given
    from smartgoal.cli.changing import Changing, change

    environment: Environment = context.obj
    given = Given(
        goal=goal, title=title, category=category, platform=platform, metric=metric, direction=direction,
        target=target, baseline=baseline, by=by, start=start, hold=hold, why=why, owner=owner,
        measured_by=measured_by, counted_as=counted_as, market=market, client=client, currency=currency,
        budget=budget, limit=tuple(limit or ()), stat=tuple(stat or ()), step=tuple(step or ()),
    )  # fmt: skip
    changing = Changing(path=plan, given=given, today=chosen_day(today, environment), reason=reason,
                        plain=plain or environment.dumb)  # fmt: skip
    return change(changing, environment)
