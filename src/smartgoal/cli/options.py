"""Options that several commands share: one text, one meaning."""

from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

from smartgoal.cli.environment import Environment
from smartgoal.errors import UsageError
from smartgoal.language import N_
from smartgoal.language.quantities import is_currency
from smartgoal.model.years import YEARS

Today = Annotated[str | None, typer.Option("--today", metavar="DATE", help=N_("Count from this day instead of today."))]
Json = Annotated[bool, typer.Option("--json", help=N_("Answer in JSON, one object a line."))]
Plain = Annotated[
    bool, typer.Option("--plain", help=N_("Plain lines: no colours, no drawing, good for screen readers."))
]
Force = Annotated[bool, typer.Option("--force", help=N_("Replace the file if it exists."))]
Output = Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help=N_("Write to this file."))]
NoConfig = Annotated[bool, typer.Option("--no-config", help=N_("Ignore the smartgoal.toml of the folder."))]
PlanFile = Annotated[Path, typer.Argument(metavar="PLAN", help=N_("A plan file (.smartgoal.toml)."))]


def chosen_day(text: str | None, environment: Environment, *, flag: str = "today") -> date:
    """The day a flag names (ISO, or in words), or today by the clock."""
    if text is None:
        return environment.today()
    from smartgoal.parsing import parse_day

    day = parse_day(text, today=environment.today(), language=environment.language.code)
    if day is None or day.year not in YEARS:
        raise UsageError("--{flag} {text} is not a date.", advice="Write it as 2026-12-06.", flag=flag, text=text)
    return day


def currency_code(text: str) -> str:
    """The code that `--currency` names. Raises UsageError for what is none."""
    code = text.strip().upper()
    if not is_currency(code):
        advice = N_("Three letters: RUB, USD, EUR, KZT ...")
        raise UsageError("--currency {text} is not the code of a currency.", advice=advice, text=text)
    return code


def one_of(value: str, allowed: tuple[str, ...], flag: str) -> Any:
    """`value` if it is allowed. Raises UsageError that names the choices."""
    if value not in allowed:
        raise UsageError("--{flag} takes one of {allowed}, not {value}.", flag=flag, allowed=allowed, value=value)
    return value
