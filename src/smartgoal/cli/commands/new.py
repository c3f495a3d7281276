"""`smartgoal new`: the wizard; with flags, only what is missing is asked."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from smartgoal.cli.answers.given import Given
from smartgoal.cli.options import Force, Json, NoConfig, Output, Plain, Today, chosen_day, one_of
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
Text = str | None
Texts = list[str] | None


def option(name: str, metavar: str, text: str) -> object:
    """A flag that takes text."""
    return typer.Option(f"--{name}", metavar=metavar, help=text)


def new(
    context: typer.Context,
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
    target: Annotated[
        Text, option("target", N_("T"), N_("+250, -15, +20%, x2, 10/week, done, or a level: 1500."))
    ] = None,
    baseline: Annotated[Text, option("baseline", N_("N"), N_("The number today (45m for 45 minutes)."))] = None,
    by: Annotated[Text, option("by", N_("DATE"), N_("The last day: 2026-12-06, 2w, or in words."))] = None,
    start: Annotated[Text, option("start", N_("DATE"), N_("The first day, if not today."))] = None,
    hold: Annotated[bool, typer.Option("--hold", help=N_("The level is to be kept, not reached."))] = False,
    stat: Annotated[
        Texts, option("stat", N_("S"), N_("A number of point A: vk.reach=5400/week; a list gives its median."))
    ] = None,
    files: Annotated[
        Texts, option("import", N_("FILE"), N_("Read point A and history from exported statistics."))
    ] = None,
    followers_now: Annotated[
        Text, option("followers-now", N_("N"), N_("Followers today, where the export has no total."))
    ] = None,
    mapping: Annotated[Texts, option("map", N_("COLUMN=METRIC"), N_("What a column of a table counts."))] = None,
    why: Annotated[Text, option("why", N_("TEXT"), N_("What the goal is for."))] = None,
    owner: Annotated[Text, option("owner", N_("NAME"), N_("Who answers for it."))] = None,
    measured_by: Annotated[Text, option("measured-by", N_("TEXT"), N_("Where the number is read."))] = None,
    counted_as: Annotated[Text, option("counted-as", N_("TEXT"), N_("What exactly is counted."))] = None,
    limit: Annotated[
        Texts, option("limit", N_("LIMIT"), N_('A condition beside the target: "cost_per_lead <= 350 RUB".'))
    ] = None,
    market: Annotated[
        Text, option("market", N_("CODE"), N_("Country whose rules matter (RU). Without it, no legal notes."))
    ] = None,
    client: Annotated[Text, option("client", N_("NAME"), N_("Whose page it is."))] = None,
    title: Annotated[Text, option("title", N_("TEXT"), N_("Title of the plan."))] = None,
    budget: Annotated[Text, option("budget", N_("SUM"), N_("Money that may be spent on advertising."))] = None,
    currency: Annotated[
        Text, option("currency", N_("CODE"), N_("Currency of the money: RUB, USD, EUR, KZT ..."))
    ] = None,
    step: Annotated[
        Texts,
        option("step", N_("STEP"), N_('"TITLE; due=DATE; result=+60; owner=NAME; indicator=...; if=...; cost=..."')),
    ] = None,
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
