"""`smartgoal new`: the wizard; with flags, only what is missing is asked."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from smartgoal.cli.answers.given import Given
from smartgoal.cli.options import Force, Json, NoConfig, Output, Plain, Today, chosen_day, one_of
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
    Text,
    Texts,
    Title,
    Way,
    Why,
    option,
)
from smartgoal.errors import UsageError
from smartgoal.language import N_

if TYPE_CHECKING:
    from smartgoal.cli.environment import Environment

GOAL = N_(
    'smartgoal new --goal "250 new followers on VK in two weeks" --stat vk.followers=1840 '
    "--steps auto --no-input --dry-run"
)
EXAMPLES = f"""
smartgoal new
{GOAL}
smartgoal new --metric response_time --target 10m --baseline 45m --by 2027-04-30 --steps auto --no-input --dry-run
"""


def new(
    context: typer.Context,
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
    files: Annotated[
        Texts, option("import", N_("FILE"), N_("Read point A and history from exported statistics."))
    ] = None,
    followers_now: Annotated[
        Text, option("followers-now", N_("N"), N_("Followers today, where the export has no total."))
    ] = None,
    mapping: Annotated[Texts, option("map", N_("COLUMN=METRIC"), N_("What a column of a table counts."))] = None,
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
    steps: Annotated[Text, option("steps", "auto", N_("auto: propose 3–4 steps."))] = None,
    answers: Annotated[
        Path | None, typer.Option("--answers", metavar="FILE", help=N_("A TOML file with the same keys; flags win."))
    ] = None,
    source: Annotated[
        Path | None,
        typer.Option(
            "--from", metavar="PLAN", help=N_("The next period of this plan: only number and dates are asked.")
        ),
    ] = None,
    output: Output = None,
    force: Force = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help=N_("Print the plan, save nothing."))] = False,
    no_input: Annotated[
        bool, typer.Option("--no-input", help=N_("Ask nothing; name everything that is missing."))
    ] = False,
    strict: Annotated[bool, typer.Option("--strict", help=N_("Save nothing and exit 1 if a criterion fails."))] = False,
    as_json: Json = False,
    plain: Plain = False,
    no_config: NoConfig = False,
    today: Today = None,
) -> int:
    """Gather what was given, ask for the rest if somebody is there, judge, save."""
    from smartgoal.cli.making import Making, make

    environment: Environment = context.obj
    if steps is not None:
        one_of(steps, ("auto",), "steps")
    given = Given(
        goal=goal, title=title, category=category, platform=platform, metric=metric, direction=direction,
        target=target, baseline=baseline, by=by, start=start, hold=hold, why=why, owner=owner,
        measured_by=measured_by, counted_as=counted_as, market=market, client=client, currency=currency,
        budget=budget, limit=tuple(limit or ()), stat=tuple(stat or ()), step=tuple(step or ()), steps=steps,
    )  # fmt: skip
    if dry_run and output is not None:
        raise UsageError("--dry-run saves nothing, so --output does not go with it.")
    making = Making(
        given=given, today=chosen_day(today, environment), answers=answers, source=source,
        files=tuple(Path(file) for file in files or ()), mapping=tuple(mapping or ()), followers_now=followers_now,
        output=output, force=force, dry_run=dry_run, ask=environment.can_ask and not no_input, strict=strict,
        as_json=as_json, plain=plain or environment.dumb, config=not no_config,
    )  # fmt: skip
    return make(making, environment)
