"""The small languages inside flags: a step as `TITLE; due=DATE; ...`, a number of point A as `vk.reach=5400/week`."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from statistics import median

from smartgoal.errors import UsageError
from smartgoal.model.plan import Measure
from smartgoal.parsing import parse_amount

STEP_KEYS = {
    "start": "start",
    "due": "due",
    "result": "result",
    "basis": "basis",
    "owner": "owner",
    "indicator": "indicator",
    "if": "if_then",
    "needs": "needs",
    "cost": "cost",
}
PERIODS = ("day", "week", "month", "quarter", "year", "post")
ESCAPES = {"\\;": ";", "\\\\": "\\", "\\n": "\n"}


def split_step(text: str) -> tuple[str, Mapping[str, str]]:
    """The title of a step and its fields by their keys in the plan file.

    Raises UsageError for a field without "=", an unknown or doubled key, or a missing title.
    """
    title, *fields = split_escaped(text) or [""]
    if not title or text.lstrip().startswith(";"):
        raise UsageError("The step “{text}” has no title.", advice=STEP_ADVICE, text=text)
    values: dict[str, str] = {}
    for field in fields:
        key, equals, value = field.partition("=")
        name = STEP_KEYS.get(key.strip().casefold())
        if not equals or name is None:
            raise UsageError("In the step “{text}” the part “{part}” is not understood.",
                             advice=STEP_ADVICE, text=title, part=field)  # fmt: skip
        if name in values:
            raise UsageError("In the step “{text}” the key {part} is there twice.",
                             advice=STEP_ADVICE, text=title, part=key.strip())  # fmt: skip
        values[name] = value.strip()
    return title, values


STEP_ADVICE = 'Write it as: --step "TITLE; due=2026-12-06; result=+60; owner=NAME; indicator=...; if=...; cost=..."'


def split_escaped(text: str) -> list[str]:
    r"""Parts between semicolons, trimmed; `\;` `\\` and `\n` inside a part stand for themselves."""
    parts = re.findall(r"(?:\\.|[^;\\]|\\$)+", text)
    return [re.sub(r"\\[;\\n]", lambda found: ESCAPES[found[0]], part.strip()) for part in parts if part.strip()]


def joined_step(title: str, fields: Mapping[str, str]) -> str:
    """The inverse of `split_step`: the text of a `--step` flag."""
    short = {name: key for key, name in STEP_KEYS.items()}
    return "; ".join([escaped(title), *(f"{short[name]}={escaped(value)}" for name, value in fields.items())])


def escaped(text: str) -> str:
    """`text` with the characters that `split_escaped` would take for its own."""
    return text.replace("\\", "\\\\").replace(";", "\\;").replace("\n", "\\n")


@dataclass(frozen=True, slots=True)
class Stat:
    """One `--stat`: which number of which page."""

    platform: str | None
    metric: str
    measure: Measure
    sample: int = 1


def parse_stat(text: str) -> Stat:
    """Read `[PLATFORM.]METRIC=VALUE[/PER]`; a list of values gives its median (`sample` tells of how many).

    Raises UsageError where the form or a number is not understood.
    """
    name, equals, value = text.partition("=")
    platform, dot, metric = name.strip().rpartition(".")
    if not equals or not metric or not value.strip():
        raise UsageError("--stat {text} is not understood.", advice=STAT_ADVICE, text=text)
    number, per = split_period(value.strip(), text)
    values = [amount(part, text) for part in split_list(number)]
    middle = values[0] if len(values) == 1 else median(values)
    return Stat(platform.casefold() if dot else None, metric.casefold(), Measure(middle, per), len(values))  # type: ignore[arg-type]


STAT_ADVICE = "Write it as: --stat vk.followers=1840 or --stat vk.reach=5400/week or --stat response_time=12,45,7min"


def split_period(value: str, text: str) -> tuple[str, str | None]:
    """The number and the period behind the slash, if any."""
    number, slash, period = value.partition("/")
    per = period.strip().casefold()
    if slash and per not in PERIODS:
        raise UsageError("--stat {text}: the period {period} is not known, use one of {known}.",
                         advice=STAT_ADVICE, text=text, period=period, known=PERIODS)  # fmt: skip
    return number, per if slash else None


def split_list(number: str) -> list[str]:
    """The values of a list; "1,5" with one comma and few digits after it is one decimal number, "12,45,7min" three."""
    if ";" in number:
        return [part for part in number.split(";") if part.strip()]
    parts = number.split(",")
    if len(parts) == 2 and re.fullmatch(r"\d{1,3}|\d", parts[1].strip()):
        return [number]
    return [part for part in parts if part.strip()]


def amount(part: str, text: str) -> Decimal:
    """The number in `part`."""
    read = parse_amount(part)
    if read is None:
        raise UsageError("--stat {text}: “{part}” is not a number.", advice=STAT_ADVICE, text=text, part=part)
    return read.value
