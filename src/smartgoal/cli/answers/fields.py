"""The small languages inside flags: a step as `TITLE; due=DATE; ...`, a number of point A as `vk.reach=5400/week`."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from smartgoal import catalog
from smartgoal.cli.answers.ids import known_id
from smartgoal.errors import UsageError
from smartgoal.interview.question import Refusal
from smartgoal.interview.typed import Amount, amount_of, told_period
from smartgoal.model.arithmetic import in_unit
from smartgoal.model.plan import Measure

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


def parse_stat(text: str) -> Stat:
    """Read `[PLATFORM.]METRIC=VALUE[/PER]`, in the metric's unit; a list of values gives its median.

    Raises UsageError where the form, the metric or a number is not understood.
    """
    name, equals, value = text.partition("=")
    platform, dot, metric = name.strip().rpartition(".")
    if not equals or not metric or not value.strip():
        raise UsageError("--stat {text} is not understood.", advice=STAT_ADVICE, text=text)
    row = catalog.metric(known_id(metric, "metric"))
    per, amount = told_period(value, row), amount_of(value.partition("/")[0], row.unit)
    for read in (per, amount):
        if isinstance(read, Refusal):
            raise UsageError(read.message.text, advice=STAT_ADVICE, place=f"--stat {text}", **read.message.values)
    assert isinstance(amount, Amount)
    assert not isinstance(per, Refusal)
    return Stat(known_id(platform, "platform") if dot else None, row.id,
                Measure(in_unit(amount.value, amount.unit, row.unit), per))  # fmt: skip


STAT_ADVICE = "Write it as: --stat vk.followers=1840 or --stat vk.reach=5400/week or --stat response_time=12,45,7min"
