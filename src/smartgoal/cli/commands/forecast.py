"""`smartgoal forecast`: how likely a target is, from the account's own history."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from smartgoal.cli.options import Json, Plain, Today, chosen_day
from smartgoal.errors import UsageError
from smartgoal.language import N_

if TYPE_CHECKING:
    from smartgoal.cli.environment import Environment
    from smartgoal.forecast.backtest import Backtest

EXAMPLES = """
smartgoal forecast plan.smartgoal.toml
smartgoal forecast --history followers.csv --metric followers --target +250 --by 2026-12-06
smartgoal forecast --backtest followers.csv --metric followers
"""
Text = str | None


def forecast(
    context: typer.Context,
    plan: Annotated[Path | None, typer.Argument(metavar="PLAN", help=N_("A plan with a history in it."))] = None,
    history: Annotated[
        Path | None, typer.Option("--history", metavar="FILE", help=N_("An export or any table with dates."))
    ] = None,
    backtest: Annotated[
        Path | None,
        typer.Option("--backtest", metavar="FILE", help=N_("How often such forecasts came true on this history.")),
    ] = None,
    metric: Annotated[Text, typer.Option("--metric", metavar="ID", help=N_("Which metric of the file."))] = None,
    platform: Annotated[Text, typer.Option("--platform", metavar="ID", help=N_("Which page of the file."))] = None,
    target: Annotated[Text, typer.Option("--target", metavar="T", help=N_("+250, +20%, 1500, 10/week ..."))] = None,
    direction: Annotated[Text, typer.Option("--direction", metavar="WAY", help=N_("increase or decrease."))] = None,
    by: Annotated[
        Text, typer.Option("--by", metavar="DATE", help=N_("The last day: 2026-12-06, 2w, or in words."))
    ] = None,
    market: Annotated[
        Text, typer.Option("--market", metavar="CODE", help=N_("Country whose holidays count (RU, US ...)."))
    ] = None,
    followers_now: Annotated[
        Text, typer.Option("--followers-now", metavar="N", help=N_("Followers today, where the export has no total."))
    ] = None,
    mapping: Annotated[
        list[str] | None, typer.Option("--map", metavar="COLUMN=METRIC", help=N_("What a column of a table counts."))
    ] = None,
    as_json: Json = False,
    plain: Plain = False,
    today: Today = None,
) -> None:
    """Tell the chance, what is likely, and easier or bolder targets."""
    from smartgoal.cli.forecasting import Asked, from_history, from_plan, tested
    from smartgoal.cli.views.forecast import forecast_json, forecast_lines

    environment: Environment = context.obj
    day = chosen_day(today, environment)
    if (plan is not None) + (history is not None) + (backtest is not None) != 1:
        raise UsageError(
            "Give a plan, --history or --backtest: one of the three.", advice="See: smartgoal forecast --help"
        )
    asked = Asked(metric=metric, platform=platform, target=target, direction=direction, by=by, today=day,
                  followers_now=followers_now, mapping=tuple(mapping or ()), language=environment.language,
                  market=market.upper() if market else None)  # fmt: skip
    if backtest is not None:
        tell_tested(tested(backtest, asked), environment, as_json=as_json)
        return
    found = from_plan(plan, asked) if plan is not None else from_history(history or Path(), asked)
    if as_json:
        environment.say_json(forecast_json(found, environment.language))
        return
    for line in forecast_lines(found, environment, plain=plain):
        environment.say(line)


def tell_tested(result: "Backtest", environment: "Environment", *, as_json: bool) -> None:
    """Say how often such forecasts came true."""
    from smartgoal.cli.views.forecast import backtest_json, backtest_lines
    from smartgoal.cli.views.page import page_width, wrapped

    if as_json:
        environment.say_json(backtest_json(result))
        return
    for line in backtest_lines(result, environment.language):
        environment.say("\n".join(wrapped(line, page_width(), "", "  ")))
