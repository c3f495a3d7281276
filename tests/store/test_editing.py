"""A plan file changed in place."""

import datetime as dt
import random
import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.strategies import plans

from smartgoal.model.goal import Goal
from smartgoal.model.plan import Accepted, Measure, Outcome, Plan, Progress, Step
from smartgoal.store import dumps, edit, load, loads
from smartgoal.store.editing import edited
from smartgoal.store.text import as_document, dumps_table, key_line, literal

TEXT = """\
# Bakery on the Square
format = "smartgoal/1"   # do not touch
title='Bakery'

# the goal itself
[goal]
value    = 120.0  # agreed with Olga
hold = false
mood = "good"
metric = "followers"
limits = [
  "ad_spend <= 9000 RUB",  # till the new year
]

[[point_a]]
date = 2026-11-22
metrics = { followers = 640, reach = { value = 2100, per = "week", seen_by = "Olga" } }

# --- steps ---
[[steps]]
title = "Contest"  # with the florist
due = 2026-12-05

# only after the contest
[[steps]]
title = "Thank everybody"

# --- check-ins ---
[[progress]]
date = 2026-11-29
value = 668
"""
PLAN = loads(TEXT, "plan.toml").plan


def after(plan: Plan, text: str = TEXT) -> str:
    """Give the text after an edit; it holds the plan."""
    content = edited(loads(text, "plan.toml"), plan, Path("plan.toml"))
    assert loads(content, "plan.toml").plan == plan
    return content.decode()


def with_comments(text: str) -> str:
    """Put a comment of its own above each line and behind each line that can carry one."""
    lines = []
    for number, line in enumerate(text.split("\n")):
        if not line.startswith("  "):
            lines.append(f"# note above {number}.")
        lines.append(f"{line} # note behind {number}." if line else line)
    return "\n".join(lines)


def comments(text: str) -> list[str]:
    return sorted(re.findall(r"# note \w+ \d+\.", text))


@given(plans, plans)
@settings(deadline=None)
def test_an_edit_gives_the_new_plan_and_keeps_every_comment(before: Plan, wanted: Plan) -> None:
    text = with_comments(dumps(before))
    assert comments(after(wanted, text)) == comments(text)


@given(plans)
@settings(deadline=None, max_examples=30)
def test_an_edit_that_changes_nothing_keeps_every_byte(plan: Plan) -> None:
    content = with_comments(dumps(plan)).replace("\n", "\r\n").encode("utf-8-sig")
    assert edited(loads(content, "plan.toml"), plan, Path("plan.toml")) == content


@pytest.mark.parametrize(
    ("change", "old", "new"),
    [
        (
            lambda plan: replace(plan, goal=replace(plan.goal, value=Decimal("150.5"))),
            "value    = 120.0  # agreed",
            "value    = 150.5  # agreed",
        ),
        (
            lambda plan: replace(plan, goal=replace(plan.goal, hold=True, baseline=Decimal(640))),
            "hold = false\n",
            "hold = true\nbaseline = 640\n",
        ),
        (lambda plan: replace(plan, client="Bakery"), "title='Bakery'\n", "title='Bakery'\nclient = \"Bakery\"\n"),
        (lambda plan: replace(plan, title=None), "title='Bakery'\n", ""),
        (
            lambda plan: replace(plan, goal=replace(plan.goal, value=None)),
            "value    = 120.0  # agreed",
            "# agreed",
        ),
        (
            lambda plan: replace(plan, goal=replace(plan.goal, limits=())),
            'limits = [\n  "ad_spend <= 9000 RUB",  # till the new year\n]\n',
            "# till the new year\n",
        ),
        (
            lambda plan: replace(plan, steps=(plan.steps[0], Step(title="Ask"), plan.steps[1])),
            "\n# only after the contest",
            '\n[[steps]]\ntitle = "Ask"\n\n# only after the contest',
        ),
        (
            lambda plan: replace(plan, steps=(Step(title="Ask"), *plan.steps)),
            "# --- steps ---\n",
            '[[steps]]\ntitle = "Ask"\n\n# --- steps ---\n',
        ),
        (
            lambda plan: replace(plan, steps=plan.steps[1:]),
            '[[steps]]\ntitle = "Contest"  # with the florist\ndue = 2026-12-05\n',
            "# with the florist\n",
        ),
        (
            lambda plan: replace(plan, accepted=(Accepted(rule="A04"),)),
            "\n# --- check-ins ---",
            '\n[[accepted]]\nrule = "A04"\n\n# --- check-ins ---',
        ),
        (
            lambda plan: replace(plan, progress=(*plan.progress, Progress(date=dt.date(2026, 12, 6)))),
            "value = 668\n",
            "value = 668\n\n[[progress]]\ndate = 2026-12-06\n",
        ),
        (
            lambda plan: replace(plan, outcome=Outcome(date=dt.date(2027, 1, 15), scale=1)),
            "value = 668\n",
            "value = 668\n\n[outcome]\ndate = 2027-01-15\nscale = 1\n",
        ),
        (
            lambda plan: replace(
                plan, point_a=(replace(plan.point_a[0], metrics={"reach": Measure(Decimal(9), "week")}),)
            ),
            'followers = 640, reach = { value = 2100, per = "week", seen_by = "Olga" }',
            'reach = { value = 9, per = "week", seen_by = "Olga" }',
        ),
    ],
    ids=[
        "value", "explicit default", "new key", "key removed", "comment of a removed key", "comment inside a list",
        "step between", "step first", "step removed", "new table in its place", "check-in", "new table last",
        "inline table",
    ],
)  # fmt: skip
def test_only_what_changed_is_written(change: Callable[[Plan], Plan], old: str, new: str) -> None:
    assert old in TEXT
    assert after(change(PLAN)) == TEXT.replace(old, new, 1)


@pytest.mark.parametrize(
    ("text", "change", "edited"),
    [
        ('[goal]\nvalue = 1\n\n[economics]\nspend = 2\n\n[[steps]]\ntitle = "a"\n', {"economics": {}},
         '[goal]\nvalue = 1\n\n[[steps]]\ntitle = "a"\n'),
        ('[goal]\nvalue = 1\n\n[[steps]]\ntitle = "a"\n', {"economics": {"spend": Decimal(2)}},
         '[goal]\nvalue = 1\n\n[economics]\nspend = 2\n\n[[steps]]\ntitle = "a"\n'),
        ("[goal]\nvalue = 1\n\n[outcome]\ndate = 2026-12-06\n", {"steps": (Step(title="a"),)},
         '[goal]\nvalue = 1\n\n[[steps]]\ntitle = "a"\n\n[outcome]\ndate = 2026-12-06\n'),
        ("goal.value = 1\n", {"goal": Goal(value=Decimal(1), metric="sales")},
         'goal.value = 1\ngoal.metric = "sales"\n'),
    ],
    ids=["table removed", "table in its place", "rows in their place", "dotted key"],
)  # fmt: skip
def test_tables_come_and_go_with_the_empty_line_above_them(text: str, change: dict[str, Any], edited: str) -> None:
    head = 'format = "smartgoal/1"\n\n'
    wanted = replace(loads(head + text, "plan.toml").plan, **change)
    assert after(wanted, head + text) == head + edited


def test_line_ends_byte_order_mark_and_a_missing_last_line_end_are_kept_apart() -> None:
    content = TEXT.rstrip("\n").replace("\n", "\r\n").encode("utf-8-sig")
    wanted = replace(PLAN, progress=(*PLAN.progress, Progress(date=dt.date(2026, 12, 6))), owner="Olga")
    changed = edited(loads(content, "plan.toml"), wanted, Path("plan.toml"))
    assert loads(changed, "plan.toml").plan == wanted
    assert changed.startswith(b"\xef\xbb\xbf# Bakery")
    assert changed.count(b"\n") == changed.count(b"\r\n")
    assert changed.endswith(b"value = 668\r\n\r\n[[progress]]\r\ndate = 2026-12-06\r\n")


@pytest.mark.parametrize(
    "text",
    [
        'goal = { value = 1, mood = "good" }\nsteps = [{ title = "a", mood = 1 }, { title = "b" }]\n',
        'goal.value = 1\ngoal.mood = "good"\nprogress = []\n[economics]\n',
        '[[steps]]\ntitle = "a"\n[goal.extra]\nmood = 1\n[[steps]]\ntitle = "b"\n',
    ],
    ids=["inline", "dotted", "out of order"],
)
def test_other_ways_to_write_a_plan_are_edited_too(text: str) -> None:
    text = f'format = "smartgoal/1"\n{text}'
    plan = loads(text, "plan.toml").plan
    goal = replace(plan.goal, value=Decimal(2), metric="sales")
    steps = (Step(title="first"), *(replace(step, cost=Decimal(3)) for step in plan.steps))
    progress = (Progress(date=dt.date(2026, 11, 29)),)
    wanted = replace(plan, goal=goal, steps=steps, progress=progress, economics={"spend": Decimal(4)})
    assert "mood" in after(wanted, text)


def test_an_edit_gives_what_the_file_holds_now(tmp_path: Path) -> None:
    path = tmp_path / "plan.toml"
    path.write_text(TEXT, encoding="utf-8")
    given = edit(path, lambda plan: replace(plan, owner="Olga"))
    assert given == load(path)
    assert given.plan.owner == "Olga"
    assert given.problems[0].values["key"] == "goal.mood"
    assert (tmp_path / "plan.toml~").read_text(encoding="utf-8") == TEXT


def in_another_style(plan: Plan, chance: random.Random) -> str:
    """Write a plan as people do: tables in any order, some inline or dotted, own keys and comments between."""
    document = as_document(plan)
    top = {key: value for key, value in document.items() if isinstance(value, str | dt.date)}
    lines = [key_line(key, value) for key, value in top.items()]
    tables = [[key] for key in document if key not in top]
    chance.shuffle(tables)
    for (key,) in tables:
        value, style = document[key], chance.choice(["tables", "inline", "dotted"])
        if style == "inline":
            lines.insert(0, f"{key} = {literal(value)}\n".replace("\n  ", " ").replace("\n]", "]"))
        elif style == "dotted" and key == "goal":
            lines[:0] = [f"goal.{line}" for line in map(key_line, value, value.values())]
        else:
            lines += re.findall(r".*\n", dumps_table({key: value})) + ["mood = 1\n"] * (key in {"goal", "outcome"})
    return "".join(f"{line[:-1]} # note behind {number}.\n" for number, line in enumerate(lines) if line.strip())


@given(plans, plans, st.randoms(use_true_random=False))
@settings(deadline=None)
def test_plans_in_other_styles_are_edited_as_well(before: Plan, wanted: Plan, chance: random.Random) -> None:
    text = in_another_style(before, chance)
    assert loads(text, "plan.toml").plan == before
    assert comments(after(wanted, text)) == comments(text)
