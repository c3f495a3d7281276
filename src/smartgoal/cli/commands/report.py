"""`smartgoal report`: the month of each client."""

import re
import sys
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from smartgoal.cli.options import Force, Output, Today, chosen_day, one_of
from smartgoal.errors import UsageError
from smartgoal.language import N_

if TYPE_CHECKING:
    from datetime import date

    from smartgoal.cli.environment import Environment
    from smartgoal.language import Language
    from smartgoal.model.plan import Plan

EXAMPLES = """
smartgoal report clients --month 2026-11
smartgoal report clients --month 2026-11 --to text
"""


def report(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help=N_("A folder of plans, or one plan."))],
    month: Annotated[
        str | None, typer.Option("--month", metavar="MONTH", help=N_("2026-11; without it the last full month."))
    ] = None,
    to: Annotated[str, typer.Option("--to", metavar="FORMAT", help=N_("md, or text for a messenger."))] = "md",
    output: Output = None,
    force: Force = False,
    today: Today = None,
) -> int:
    """Write one document per client, in the language of its plans."""
    from smartgoal.cli.tracking import plans_under
    from smartgoal.cli.views.portfolio import exit_code

    environment: Environment = context.obj
    one_of(to, ("md", "text"), "to")
    day = chosen_day(today, environment)
    wanted = wanted_month(month, day)
    found = plans_under((folder,))
    for each in found:
        if each.error is not None:
            environment.tell(f"{each.path}: {environment.language.text(each.error.message, **each.error.values)}")
    plans = sorted((each.plan for each in found if each.plan), key=lambda plan: (plan.client or "", plan.title or ""))
    texts = [
        written(client, tuple(group), wanted, to, environment, day)
        for client, group in groupby(plans, key=lambda plan: plan.client or "")
    ]
    text = "\n".join(texts) or environment.language.text("No plans here (files that end in .smartgoal.toml).") + "\n"
    if output is None:
        environment.stdout.write(text)
    else:
        from smartgoal.store import write_text

        write_text(output, text, force=force)
        environment.tell(environment.language.text("Saved: {file}", file=str(output)))
    return exit_code(found)


def written(
    client: str, plans: "tuple[Plan, ...]", month: tuple[int, int], to: str, environment: "Environment", today: "date"
) -> str:
    """The document of one client; what is too long for a messenger goes without steps."""
    from smartgoal.exporters.markdown import markdown
    from smartgoal.exporters.month_report import month_report
    from smartgoal.exporters.plain_text import MESSENGER_LIMIT, plain_text

    language = own_language(plans, environment)
    document = month_report(client, plans, month, language, today=today)
    if to == "md":
        return markdown(document)
    whole = plain_text(document, language, limit=sys.maxsize)
    return whole if len(whole) < MESSENGER_LIMIT else plain_text(
        month_report(client, plans, month, language, today=today, brief=True), language
    )  # fmt: skip


def own_language(plans: "tuple[Plan, ...]", environment: "Environment") -> "Language":
    """The language of `--lang`, else the one that all plans of the client are in, else that of the tool."""
    from smartgoal.language import load

    codes = {plan.language for plan in plans}
    only = codes.pop() if len(codes) == 1 else None
    return environment.language if environment.language_wished or only is None else load(only)


def wanted_month(text: str | None, today: "date") -> tuple[int, int]:
    """Year and month. Raises UsageError for what is no month."""
    if text is None:
        return (today.year - 1, 12) if today.month == 1 else (today.year, today.month - 1)
    found = re.fullmatch(r"(\d{4})-(\d{1,2})", text.strip(), re.ASCII)
    if found is None or not 1 <= int(found[2]) <= 12 or not 1 < int(found[1]) <= 9999:
        raise UsageError("--month {text} is not a month.", advice="Write it as 2026-11.", text=text)
    return int(found[1]), int(found[2])
