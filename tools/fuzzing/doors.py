"""The rooms' doors, each as a function that throws one case at it and asserts what must hold whatever comes in."""

import datetime as dt
import random
import re
from collections.abc import Callable
from decimal import Decimal
from functools import cache
from pathlib import Path

from fuzzing import damage, hostile
from fuzzing.command_line import command_line
from smartgoal.catalog.rules import rules
from smartgoal.cli.views.reading import problem_text
from smartgoal.criteria import judge
from smartgoal.errors import SmartgoalError
from smartgoal.exporters import AUDIENCES, FORMATS, Source, write
from smartgoal.importers import Options, as_json, read_files
from smartgoal.language import Language, load
from smartgoal.model.finding import Verdict
from smartgoal.model.plan import Plan
from smartgoal.model.years import YEARS
from smartgoal.parsing import parse_amount, parse_deadline, parse_target, read
from smartgoal.store import dumps, loads

ROOT = Path(__file__).parents[2]
TODAY = dt.date(2026, 11, 22)
DAYS = (TODAY, TODAY, dt.date(YEARS[0], 1, 1), dt.date(YEARS[-1], 12, 31), dt.date(2024, 2, 29), dt.date(1969, 12, 31))
SUFFIXES = (".csv", ".xls", ".xlsx", ".ods", ".json", ".zip", ".tsv", ".txt", ".html", "", ".xml", ".CSV")
STARTS = ("a", "format", "[x]", "[[steps]]", "[goal]")
ICS_LINE = re.compile(r"[A-Z-]+[:;]| ")
Door = Callable[[random.Random, Path], None]


@cache
def good_plans() -> tuple[str, ...]:
    """Plan files to damage: the examples, and one with every table."""
    found = [path.read_text(encoding="utf-8") for path in sorted(ROOT.glob("examples/*/*.smartgoal.toml"))]
    return (*found, (Path(__file__).parent / "everything.toml").read_text(encoding="utf-8"))


@cache
def good_exports() -> tuple[tuple[str, bytes], ...]:
    """Exports to damage: name and content of the importers' golden files."""
    files = (path for path in sorted((ROOT / "tests/importers/golden").rglob("*")) if path.is_file())
    return tuple((path.name, path.read_bytes()) for path in files if not path.name.endswith(".expected.json"))


def parser(chance: random.Random, _: Path) -> None:
    """A statement: spans lie inside the text, numbers are finite."""
    text = hostile.value(chance)
    found = read(text, today=chance.choice(DAYS), language=chance.choice((None, "ru", "en")))
    for start, end in found.spans.values():
        assert 0 <= start <= end <= len(text), (text, found.spans)
    for number in (found.goal.value, found.goal.baseline):
        assert number is None or number.is_finite(), text


def answers(chance: random.Random, _: Path) -> None:
    """One answer, read as an amount, a target and a date."""
    text, language = hostile.value(chance), chance.choice((None, "ru", "en"))
    amount, target = parse_amount(text, language=language), parse_target(text, language=language)
    assert amount is None or amount.value.is_finite(), text
    assert target is None or target.value is None or target.value.is_finite(), text
    parse_deadline(text, today=chance.choice(DAYS), language=language)


def importers(chance: random.Random, folder: Path) -> None:
    """A damaged export, or random bytes under any ending: series or a problem that can be said."""
    name, content = chance.choice(good_exports())
    if chance.random() < 0.2:
        name, content = f"a{chance.choice(SUFFIXES)}", chance.randbytes(chance.choice((0, 1, 2, 9, 300, 5000)))
    elif content:
        content = damage.content(content, chance)
    path = folder / name
    path.write_bytes(content)
    options = Options(
        today=TODAY,
        platform=chance.choice((None, "vk")),
        followers_now=chance.choice((None, Decimal(1901), Decimal(0))),
        date_order=chance.choice((None, "day_first", "month_first")),
        year=chance.choice((None, 2026)),
    )
    try:
        for found in read_files([path], options):
            for language in ("ru", "en"):
                speech = load(language)
                line = as_json(found, lambda problem, speech=speech: problem_text(problem, speech))  # type: ignore[misc]
                assert not hostile.steering(str(line["problems"])), line["problems"]
            assert all(value.is_finite() for each in found.series for _, value in each.points)
            assert found.series or found.economics or found.problems, "nothing read and nothing told"
    finally:
        path.unlink()


def some_plan(chance: random.Random) -> Plan | None:
    """What a damaged plan file holds, if it loads."""
    try:
        return loads(damage.plan(chance.choice(good_plans()), chance), "plan.smartgoal.toml").plan
    except SmartgoalError as error:
        said(error)
        return None


def said(error: SmartgoalError) -> None:
    """An error can be told in both languages without steering a terminal."""
    for code in ("ru", "en"):
        for message in (error.message, error.advice or ""):
            text = load(code).text(message, **error.values)
            assert not hostile.steering(text), text


def store(chance: random.Random, _: Path) -> None:
    """A damaged plan file: an error that can be told, or a plan that survives being written."""
    if chance.random() < 0.2:
        lines = (f"{chance.choice(STARTS)} = {damage.toml_value(chance)}" for _ in range(5))
        try:
            loads('format = "smartgoal/1"\n' + "\n".join(lines), "plan.smartgoal.toml")
        except SmartgoalError as error:
            said(error)
        return
    plan = some_plan(chance)
    if plan is not None:
        assert loads(dumps(plan), "again.smartgoal.toml").plan == plan


def criteria(chance: random.Random, _: Path) -> None:
    """Whatever loads gets a verdict that can be said in both languages."""
    plan = some_plan(chance)
    if plan is not None:
        verdict = judge(plan, today=chance.choice((plan.created or TODAY, *DAYS)))
        for code in ("ru", "en"):
            say(verdict, load(code))


def say(verdict: Verdict, speech: Language) -> None:
    """Every message and cure of a verdict, as text that cannot steer a terminal."""
    for found in verdict.findings:
        row = rules()[found.rule]
        told = [speech.fill(row.messages[found.variant][speech.code], found.values)]
        told += [
            speech.fill(row.cures[each.name][speech.code], {**found.values, **each.values}) for each in found.cures
        ]
        assert not hostile.steering("".join(told)), told


def exporters(chance: random.Random, _: Path) -> None:
    """Whatever loads can be written for everybody in every format, and nothing in it leaves its place."""
    plan = some_plan(chance)
    if plan is None:
        return
    verdict = judge(plan, today=plan.created or TODAY)
    speech = load(chance.choice(("ru", "en")))
    for to in FORMATS:
        for audience in AUDIENCES:
            text = write(Source(plan, speech, verdict, chance=True), to, audience)
            assert not hostile.steering(text.replace("\r\n", "\n") if to == "ics" else text), text
            if to == "ics":
                assert all(ICS_LINE.match(line) for line in text.rstrip("\r\n").split("\r\n")), text


DOORS: dict[str, Door] = {
    "parser": parser, "answers": answers, "importers": importers, "store": store, "criteria": criteria,
    "exporters": exporters, "cli": command_line,
}  # fmt: skip
