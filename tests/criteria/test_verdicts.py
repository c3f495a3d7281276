"""What each failing goal is told, and what each offer changes, as numbers.

`verdicts.txt` holds it; `python -m tests.criteria.test_verdicts` writes it anew. Its changes are to be read.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from tests.criteria.cases import (
    BADGE,
    CONVERSION,
    FAILING,
    HOLES,
    LEADS,
    POINT_A,
    RATE,
    REACH,
    RESPONSE,
    SALES,
    SOUND,
    STEPS,
    TODAY,
    Case,
    day,
    growing,
    plan,
    priced,
    said,
    with_steps,
)

from smartgoal.criteria import judge
from smartgoal.model.finding import Finding
from smartgoal.model.goal import Remark
from smartgoal.model.plan import Measure, Plan
from smartgoal.model.quantity import Quantity, Term
from smartgoal.store.text import as_document

FILE = Path(__file__).with_name("verdicts.txt")
LEADS_A_WEEK: Mapping[str, Any] = {"metric": "leads", "category": "leads"}
NO_START: Mapping[str, Any] = {**RESPONSE, "kind": "percent", "value": Decimal(20), "unit": "percent", "baseline": None}
WORDING = {"title", "indicator", "if_then", "needs"}


def gained(per_month: int, **goal: Any) -> Case:
    """The sound plan for a page that gains so many a month, with deliverables for steps."""
    point = replace(POINT_A, metrics={**POINT_A.metrics, "new_followers": Measure(Decimal(per_month), "month")})
    steps = tuple(replace(each, result="page ready") for each in STEPS)
    return Case(replace(plan(**goal), point_a=(point,), steps=steps))


def counted(goal: Mapping[str, Any], per_month: int) -> Case:
    """A rate for a page that sees so many a month, without steps."""
    wanted = plan(**goal)
    point = replace(POINT_A, metrics={str(goal["metric"]): Measure(Decimal(per_month), "month")})
    return Case(replace(wanted, point_a=(point,), steps=()))


MORE: Mapping[str, Case] = {
    "six times the pace": gained(30, value=Decimal(200)),
    "one and a half times": gained(270, value=Decimal(370)),
    "a few a week": gained(6, value=Decimal(12)),
    "a few a month": gained(1, value=Decimal(3)),
    "three quarters": gained(270, value=Decimal(30), kind="percent", baseline=Decimal(1840)),
    "level": gained(270, value=Decimal(2600), kind="level", baseline=Decimal(1840)),
    "fall by all of it": Case(plan(**{**RESPONSE, "kind": "percent", "value": Decimal(100), "unit": "percent"})),
    "fall by more than all": Case(plan(**{**RESPONSE, "kind": "percent", "value": Decimal(101), "unit": "percent"})),
    "two steps in two days": with_steps(
        *(replace(each, due=day(11, 24)) for each in STEPS[:2]), goal=replace(SOUND.goal, deadline=day(11, 24))
    ),
    "four steps in four days": with_steps(
        *(replace(each, due=day(11, 26)) for each in STEPS), goal=replace(SOUND.goal, deadline=day(11, 26))
    ),
    "steps short of a level": Case(plan(kind="level", value=Decimal(2200), baseline=Decimal(1840))),
    "steps short of a fall": Case(
        replace(plan(**RESPONSE), steps=(replace(STEPS[0], result="=40m"), replace(STEPS[1], result="-10m")))
    ),
    "history and budget": Case(
        replace(
            plan(value=Decimal(400)), point_a=(growing(2, 200, 3),), steps=(),
            economics={"currency": "RUB", "spend": Decimal(3000), "results": Decimal(50), "budget": Decimal(6000)},
        )
    ),
    "pace and budget": Case(
        replace(
            gained(60, value=Decimal(400)).plan,
            economics={"currency": "KZT", "spend": Decimal(3000), "results": Decimal(50), "budget": Decimal(6000)},
        )
    ),
    "leads dearer than the budget": priced(LEADS, spend=9000, results=31, budget=20_000),
    "sales at a loss": priced(SALES, aov=3000, margin=Decimal("0.3"), cac=950, budget=12_000),
    "half an answer": Case(plan(**CONVERSION, baseline=Decimal("2.5"))),
    "history near the target": Case(replace(plan(value=Decimal(1234)), point_a=(growing(9, 120, 4),), steps=())),
    "short history": Case(replace(plan(value=Decimal(600)), point_a=(growing(9, 100, 4),), steps=())),
    "rate": Case(plan(keep=False, **RATE, baseline=Decimal(4))),
    "rate and pace": counted({**RATE, **LEADS_A_WEEK}, 20),
    "rate and a start far below": counted({**RATE, **LEADS_A_WEEK, "baseline": Decimal(1)}, 20),
    "not quite one a week": gained(1, value=Decimal(4), deadline=day(12, 18)),
    "one a week": gained(1, value=Decimal(4), deadline=day(12, 20)),
    "started before today": gained(60, value=Decimal(90), start=day(11, 1)),
    "steps short of a fifth": Case(
        replace(plan(keep=False, kind="percent", value=Decimal(20)), steps=(replace(STEPS[0], result="+15 %"),))
    ),
    "event with steps": Case(replace(SOUND, goal=plan(**BADGE).goal)),
    "event that the platform decides": said(plan(**BADGE), Remark("platform_decides", values={"words": "Prometheus"})),
    "event without a day": said(
        plan(**{**BADGE, "deadline": None}), Remark("platform_decides", values={"words": "Prometheus"})
    ),
    "unit left out": said(SOUND, goal=replace(SOUND.goal, unit=None)),
    "russian plan, english words": said(replace(plan(measured_by=None), language="ru")),
    "russian plan, ways of counting": said(replace(plan(**REACH, counted_as=None), language="ru")),
    "read on the day it was made": Case(
        replace(plan(deadline=day(11, 25), statement="gain 250 followers within a month"), created=day(10, 25))
    ),
    "no start and a day left": Case(replace(plan(**NO_START, deadline=day(11, 23)), point_a=())),
    "no start and two days left": Case(replace(plan(**NO_START, deadline=day(11, 24)), point_a=())),
    "tomorrow": Case(plan(deadline=day(11, 23))),
    "the day after": Case(plan(deadline=day(11, 24))),
    "one platform of one": Case(plan(platform=None, platforms=("vk",), counted_as=None)),
    "budget for six": priced(SALES, aov=3000, margin=Decimal("0.5"), cac=950, budget=6000),
    "two readings": Case(
        replace(
            plan(**{**RESPONSE, "value": Decimal(20)}), steps=(),
            point_a=tuple(
                replace(POINT_A, date=on, metrics={"response_time": Measure(Decimal(value))})
                for on, value in ((day(10, 21), 48), (day(11, 20), 45))
            ),
        )
    ),
}  # fmt: skip
"""Goals whose numbers lie at the edges of what the rules tell apart."""


def spelt(value: Any) -> str:
    if isinstance(value, Quantity):
        return "/".join(str(each) for each in (value.value, value.unit, value.metric, value.per) if each is not None)
    if isinstance(value, Term):
        return value.id
    return "+".join(map(spelt, value)) if isinstance(value, tuple) else str(value)


def pairs(values: Mapping[str, Any]) -> str:
    return " ".join(f"{key}={spelt(values[key])}" for key in sorted(values) if not isinstance(values[key], Mapping))


def flat(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, Mapping) or (isinstance(value, list) and value):
        for key, inner in value.items() if isinstance(value, Mapping) else enumerate(value):
            if key not in WORDING:
                yield from flat(inner, f"{path}.{key}" if path else str(key))
    else:
        yield path, str(value)


def changed(before: Plan, after: Plan) -> str:
    old, new = (dict(flat(as_document(each))) for each in (before, after))
    return " ".join(f"{key}:{new.get(key, '')}" for key in sorted(old | new) if old.get(key) != new.get(key))


def told(case: Case, findings: tuple[Finding, ...]) -> Iterator[str]:
    for each in findings:
        place = "" if each.step is None else f" step {each.step}"
        yield f"  {each.rule} {each.variant}{place} | {pairs(each.values)}"
        for cure in each.cures:
            yield f"    {cure.name} | {pairs(cure.values)} | {changed(case.plan, cure.plan)}"


def blocks() -> Iterator[tuple[str, Case, bool]]:
    for code, variant, case in FAILING:
        yield f"{code}-{variant or 'usual'}", case, False
    for code, case in HOLES:
        yield f"{code}-hole", case, False
    for name, case in MORE.items():
        yield name, case, True


def text_of(name: str, case: Case, *, whole: bool) -> str:
    found = judge(case.plan, today=TODAY, reading=case.reading, cures=True)
    answers = " ".join(found.criteria.values())
    shown = tuple(each for each in found.findings if whole or each.rule == name.partition("-")[0])
    lines = [f"{name}: {found.state} {answers}", *told(case, shown)]
    return "\n".join(line.rstrip() for line in lines)


@cache
def pinned() -> Mapping[str, str]:
    return {block.partition(":")[0]: block for block in FILE.read_text(encoding="utf-8").strip().split("\n\n")}


def test_every_case_is_pinned_and_nothing_else() -> None:
    assert sorted(name for name, _, _ in blocks()) == sorted(pinned())


@pytest.mark.parametrize(("name", "case", "whole"), list(blocks()), ids=[name for name, _, _ in blocks()])
def test_what_is_told_and_offered_is_pinned(name: str, case: Case, *, whole: bool) -> None:
    assert text_of(name, case, whole=whole) == pinned()[name]


if __name__ == "__main__":
    FILE.write_text(
        "\n\n".join(text_of(name, case, whole=whole) for name, case, whole in blocks()) + "\n", encoding="utf-8"
    )
