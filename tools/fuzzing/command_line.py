"""The command line as a door: real commands and flags with hostile values, run in this process."""

import io
import os
import random
import shutil
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from fuzzing import damage, hostile
from smartgoal.cli.app import load_command
from smartgoal.cli.boundary import guarded
from smartgoal.cli.commands import COMMANDS
from smartgoal.cli.environment import Environment
from smartgoal.language import choose, load
from smartgoal.store import load as load_plan

EXITS = {0, 1, 2, 3, 130}
ROOT = Path(__file__).parents[2]
PLANS = (ROOT / "examples/sales-ru/plan.smartgoal.toml", Path(__file__).parent / "everything.toml")
DEEP = Path("1/2/3/4/5/6/7/8/9")
"""Far enough below the folder of the run that no `..` of a case leaves it."""
PLAIN = {
    "--to": ("md", "text", "ics"), "--for": ("client", "mentor", "team"), "--due": ("day", "week", "month"),
    "--steps": ("auto",), "--direction": ("increase", "decrease"),
    "--metric": ("followers", "response_time", "sales"), "--platform": ("vk", "instagram", "telegram"),
    "--of": ("leads", "customers"), "--currency": ("RUB", "USD"),
    "--stat": ("vk.followers=1840", "vk.reach=5400/week", "a=1"), "--lang": ("ru", "en"), "--month": ("2026-11",),
    "--step": ("Call; due=2026-12-01; result=+60; owner=A", "x; due=1w; result=+1", "a; result==45"),
    "--goal": hostile.SENTENCES, "--text": hostile.SENTENCES, "--by": ("2026-12-06", "2w"),
    "--target": ("+250", "x2"), "--limit": ("cost_per_lead <= 350 RUB",),
    "--know": ("aov=3000", "margin=40%", "cr_lead_sale=10%"), "--category": ("awareness", "sales"),
    "--market": ("RU",), "--map": ("Followers=followers",), "--baseline": ("1840",),
}  # fmt: skip
FILES = (
    "plan.smartgoal.toml",
    "other.smartgoal.toml",
    "hurt.smartgoal.toml",
    "export.csv",
    "answers.toml",
    "goals.txt",
    ".",
)
HOSTILE_ENVIRONMENT = {"SMARTGOAL_LANG": "\x1b[31m", "TERM": "\u202e", "COLUMNS": "-1", "LC_ALL": "\ud800"}
GOOD = """\
new --goal SENTENCE --steps auto --no-input --by 2w --target +5 --metric followers
new --metric response_time --target 10m --baseline 45m --by 2027-04-30 --steps auto --no-input
new --metric leads --target 100 --by 2027-01-31 --stat vk.leads=5/week --budget 9000 --steps auto --no-input
new --from plan.smartgoal.toml --target +5 --by 2027-04-30 --steps auto --no-input
new --answers answers.toml --no-input --goal SENTENCE
new --import export.csv --platform vk --metric followers --target +50 --by 2w --steps auto --no-input
check plan.smartgoal.toml
check other.smartgoal.toml
check hurt.smartgoal.toml
check .
check --text SENTENCE
check --lines goals.txt
show hurt.smartgoal.toml
show other.smartgoal.toml
export hurt.smartgoal.toml
export other.smartgoal.toml
import export.csv --platform vk
forecast hurt.smartgoal.toml
forecast other.smartgoal.toml
forecast --history export.csv --platform vk --target +50 --by 2w
forecast --backtest export.csv --metric followers
budget hurt.smartgoal.toml
budget --spent 9000 --got 30 --of leads
steps hurt.smartgoal.toml --propose
steps other.smartgoal.toml
edit plan.smartgoal.toml
edit other.smartgoal.toml
edit hurt.smartgoal.toml
log plan.smartgoal.toml 1901
log other.smartgoal.toml 1400
log other.smartgoal.toml --import export.csv
log hurt.smartgoal.toml 1400
status other.smartgoal.toml
status hurt.smartgoal.toml
status .
report . --month 2026-10
close other.smartgoal.toml 1512
close hurt.smartgoal.toml 1512
explain S02
examples""".splitlines()
OUTPUTS = {"--output", "-o"}


@cache
def parameters(command: str) -> tuple[Any, ...]:
    """The parameters of a command, as its own parser has them."""
    return tuple(load_command(command).params)


def arguments(chance: random.Random) -> list[str]:
    """A command line: half of them work but for the one or two parts that are put in, the others are all chance."""
    if chance.random() < 0.02:
        return [hostile.value(chance)]
    if chance.random() < 0.5:
        given = chance.choice(GOOD).split(" ")
        given = [chance.choice(hostile.SENTENCES) if word == "SENTENCE" else word for word in given]
        named = [each for each in parameters(given[0]) if each.param_type_name == "option"]
        for each in chance.sample(named, min(len(named), chance.choice((0, 1, 1, 2, 3)))):
            given += option(chance, each)
        return given
    given = [chance.choice(tuple(COMMANDS))]
    for each in parameters(given[0]):
        if each.param_type_name == "argument":
            count = chance.choice((0, 1, 1, 1, 1, 1, 2))
            given += [
                chance.choice(FILES[:3]) if chance.random() < 0.7 else argument(chance, each) for _ in range(count)
            ]
        elif chance.random() < 0.1:
            given += option(chance, each)
    return given


def option(chance: random.Random, parameter: Any) -> list[str]:
    """A flag, with a value where it takes one."""
    flag = chance.choice(parameter.opts)
    return [flag] if getattr(parameter, "is_flag", False) else [flag, argument(chance, parameter)]


def argument(chance: random.Random, parameter: Any) -> str:
    """A value for a parameter: a fitting one, a file, or a hostile one. A file to write stays below the folder."""
    name = max(parameter.opts, key=len)
    kind = chance.random()
    if kind < 0.4 and name in PLAIN:
        return chance.choice(PLAIN[name])
    if kind < 0.6:
        return chance.choice(FILES)
    value = hostile.value(chance)
    return value.lstrip("/ ").removeprefix("//") if name in OUTPUTS else value


def fill_folder(chance: random.Random, folder: Path) -> None:
    """The files that a command line speaks of."""
    (folder / FILES[0]).write_bytes(PLANS[0].read_bytes())
    (folder / FILES[1]).write_bytes(PLANS[1].read_bytes())
    (folder / FILES[2]).write_bytes(damage.plan(chance.choice(PLANS).read_text(encoding="utf-8"), chance))
    (folder / FILES[3]).write_text("Date,Followers\n2026-10-01,5\n2026-10-02,6\n2026-10-03,8\n", encoding="utf-8")
    keys = ("goal", "target", "by", "owner", "client", "steps", "stat", "step", "x", "economics", "point_a", "hold")
    lines = "".join(f"{chance.choice(keys)} = {damage.toml_value(chance)}\n" for _ in range(3))
    (folder / FILES[4]).write_text(lines, encoding="utf-8", errors="replace")
    text = "\n".join(hostile.value(chance) for _ in range(4))
    (folder / FILES[5]).write_text(text, encoding="utf-8", errors="replace")


def stream(content: bytes = b"") -> io.TextIOWrapper:
    """A stream in memory that behaves as those of the process."""
    return io.TextIOWrapper(io.BytesIO(content), encoding="utf-8", errors="replace", newline="\n", write_through=True)


def command_line(chance: random.Random, folder: Path) -> None:
    """One command line: a known exit code, nothing that steers the terminal, plans stay whole, no litter."""
    place = folder / DEEP
    shutil.rmtree(folder / "1", ignore_errors=True)
    place.mkdir(parents=True)
    fill_folder(chance, place)
    given = arguments(chance)
    variables = HOSTILE_ENVIRONMENT if chance.random() < 0.1 else {}
    status, told = run(given, hostile.value(chance).encode("utf-8", "replace"), place, variables)
    assert status in EXITS, (status, given)
    assert not hostile.steering(told.replace("\r\n", "\n")), (given, told)
    assert "Traceback" not in told, (given, told)
    for name in FILES[:2] if "--force" not in given else ():
        load_plan(place / name)
    assert not list(place.glob(".smartgoal-*")), given


def run(given: list[str], stdin: bytes, place: Path, more: Mapping[str, str]) -> tuple[int, str]:
    """Exit status and everything written. A mistake of the program raises (SMARTGOAL_DEBUG)."""
    out, err = stream(), stream()
    variables = {"TERM": "xterm", "SMARTGOAL_DEBUG": "1", **more}
    language = load(choose(given, variables))
    environment = Environment(language, "--lang" in given, stream(stdin), out, err, place, variables)
    before = Path.cwd()
    os.chdir(place)
    try:
        status = guarded(given, environment)
    finally:
        os.chdir(before)
    return status, "".join(each.buffer.getvalue().decode() for each in (out, err))  # type: ignore[attr-defined]
