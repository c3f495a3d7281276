"""`smartgoal edit`: change a saved plan through the same questions, or by flags."""

from typing import TYPE_CHECKING, Annotated

import typer

from smartgoal.cli.options import Plain, PlanFile, Today, chosen_day
from smartgoal.cli.plan_flags import (
    Baseline,
    Budget,
    By,
    CategoryId,
    Client,
    CountedAs,
    Currency,
    GoalText,
    Hold,
    Limits,
    Market,
    MeasuredBy,
    MetricId,
    Owner,
    PlatformId,
    Start,
    Stats,
    Steps,
    Target,
    Title,
    Way,
    Why,
)
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
    goal: GoalText = None,
    category: CategoryId = None,
    platform: PlatformId = None,
    metric: MetricId = None,
    direction: Way = None,
    target: Target = None,
    baseline: Baseline = None,
    by: By = None,
    start: Start = None,
    hold: Hold = False,
    stat: Stats = None,
    why: Why = None,
    owner: Owner = None,
    measured_by: MeasuredBy = None,
    counted_as: CountedAs = None,
    limit: Limits = None,
    market: Market = None,
    client: Client = None,
    title: Title = None,
    budget: Budget = None,
    currency: Currency = None,
    step: Steps = None,
    reason: Annotated[
        str,
        typer.Option("--reason", metavar=N_("TEXT"), help=N_("Why the target or the date is moved; kept in the plan.")),
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
