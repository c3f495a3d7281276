"""The project's own labelled statements: how people say goals, good and bad, in both languages.

A row tells what must be read; what it does not tell must not be read either. `due` is a date or an ISO length of time
from 2026-11-22; `smt` the letters that hold (specific, measurable, time-bound); `wrong` lists what is still misread.
"""

import json
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from smartgoal.model.goal import Reading
from smartgoal.parsing import read
from smartgoal.parsing.periods import later

TODAY = date(2026, 11, 22)
UNITS = {"D": "day", "W": "week", "M": "month", "Y": "year"}
NEAR = {"level": "total"}  # "get 10 sales" is a level or a total where the text does not tell


def rows() -> list[Any]:
    home = Path(__file__).parent / "corpus"
    found = []
    for language in ("ru", "en"):
        for line in (home / f"{language}.jsonl").read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            found.append(pytest.param(language, row, id=f"{language}-{row['text'][:60]}"))
    return found


def due(row: dict[str, Any]) -> date | None:
    told = row.get("due")
    if told is None or not told.startswith("P"):
        return None if told is None else date.fromisoformat(told)
    return later(TODAY, Decimal(told[1:-1]), UNITS[told[-1]])


def letters(reading: Reading) -> str:
    goal = reading.goal
    vague = any(remark.code == "vague" for remark in reading.remarks)
    named = goal.metric is not None or reading.thing is not None or reading.event is not None
    specific = named and not vague
    measurable = goal.value is not None or goal.kind == "milestone"
    return ("S" if specific else "-") + ("M" if measurable else "-") + ("T" if goal.deadline else "-")


def wanted(row: dict[str, Any]) -> dict[str, Any]:
    kind = row.get("kind")
    return {
        "smt": row["smt"],
        "category": row.get("category"),
        "platform": row.get("platform"),
        "kind": NEAR.get(kind or "", kind),
        "value": row.get("value"),
        "unit": row.get("unit"),
        "per": row.get("per"),
        "baseline": row.get("baseline"),
        "falls": row.get("falls", False),
        "hold": row.get("hold", False),
        "limits": row.get("limits", []),
    }


def got(row: dict[str, Any], reading: Reading) -> dict[str, Any]:
    goal = reading.goal
    measured = goal.value is not None
    return {
        "smt": letters(reading),
        "category": goal.category if "category" in row else None,
        "platform": goal.platform,
        "kind": NEAR.get(goal.kind or "", goal.kind),
        "value": None if goal.value is None else float(goal.value),
        "unit": goal.unit if measured else None,
        "per": goal.per,
        "baseline": None if goal.baseline is None else float(goal.baseline),
        "falls": goal.direction == "decrease",
        "hold": goal.hold,
        "limits": list(goal.limits),
    }


@pytest.mark.parametrize(("language", "row"), rows())
def test_a_statement_is_read_as_a_person_means_it(language: str, row: dict[str, Any]) -> None:
    reading = read(row["text"], today=TODAY)

    assert reading.language == language
    assert got(row, reading) == wanted(row)
    if "metric" in row:
        assert reading.goal.metric == row["metric"]
    assert (reading.thing is not None) >= row.get("thing", False)
    assert (reading.event is not None) >= row.get("event", False)
    day = due(row)
    assert (reading.goal.deadline is None) == (day is None)
    if day and reading.goal.deadline:
        assert abs(reading.goal.deadline - day) <= timedelta(days=1)
