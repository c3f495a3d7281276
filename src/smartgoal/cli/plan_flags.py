"""Flags that describe a plan: `new` fills it with them, `edit` changes it."""

from typing import Annotated

import typer

from smartgoal.language import N_

Text = str | None
Texts = list[str] | None


def option(name: str, metavar: str, text: str) -> object:
    """A flag that takes text."""
    return typer.Option(f"--{name}", metavar=metavar, help=text)


GoalText = Annotated[Text, option("goal", N_("TEXT"), N_("The goal in one sentence, as you would say it."))]
CategoryId = Annotated[
    Text, option("category", N_("ID"), N_("awareness, leads, sales, engagement, community, service."))
]
PlatformId = Annotated[Text, option("platform", N_("ID"), N_("vk, instagram, telegram ... (several: vk,telegram)."))]
MetricId = Annotated[Text, option("metric", N_("ID"), N_("What is counted: followers, leads, response_time ..."))]
Way = Annotated[Text, option("direction", N_("WAY"), N_("increase or decrease."))]
Target = Annotated[Text, option("target", N_("T"), N_("+250, -15, +20%, x2, 10/week, done, or a level: 1500."))]
Baseline = Annotated[Text, option("baseline", N_("N"), N_("The number today (45m for 45 minutes)."))]
By = Annotated[Text, option("by", N_("DATE"), N_("The last day: 2026-12-06, 2w, or in words."))]
Start = Annotated[Text, option("start", N_("DATE"), N_("The first day, if not today."))]
Hold = Annotated[bool, typer.Option("--hold", help=N_("The level is to be kept, not reached."))]
Stats = Annotated[
    Texts, option("stat", N_("S"), N_("A number of point A: vk.reach=5400/week; a list gives its median."))
]
Why = Annotated[Text, option("why", N_("TEXT"), N_("What the goal is for."))]
Owner = Annotated[Text, option("owner", N_("NAME"), N_("Who is responsible for it."))]
MeasuredBy = Annotated[Text, option("measured-by", N_("TEXT"), N_("Where the number is read."))]
CountedAs = Annotated[Text, option("counted-as", N_("TEXT"), N_("What exactly is counted."))]
Limits = Annotated[
    Texts, option("limit", N_("LIMIT"), N_('A condition beside the target: "cost_per_lead <= 350 RUB".'))
]
Market = Annotated[
    Text, option("market", N_("CODE"), N_("Country whose rules matter (RU). Without it, no legal notes."))
]
Client = Annotated[Text, option("client", N_("NAME"), N_("Whose page it is."))]
Title = Annotated[Text, option("title", N_("TEXT"), N_("Title of the plan."))]
Budget = Annotated[Text, option("budget", N_("SUM"), N_("Money that may be spent on advertising."))]
Currency = Annotated[Text, option("currency", N_("CODE"), N_("Currency of the money: RUB, USD, EUR, KZT ..."))]
Steps = Annotated[
    Texts, option("step", N_("STEP"), N_('"TITLE; due=DATE; result=+60; owner=NAME; indicator=...; if=...; cost=..."'))
]
