"""A plan file changed in place."""

import re
from pathlib import Path

from hypothesis import given, settings
from tests.strategies import plans

from smartgoal.model.plan import Plan
from smartgoal.store import loads
from smartgoal.store.editing import edited
from smartgoal.store.text import dumps


def with_comments(text: str, mark: str = "note") -> str:
    """Put a comment of its own above each line and behind each line that can carry one."""
    lines = []
    for number, line in enumerate(text.split("\n")):
        inside_list = line.startswith("  ")
        if not inside_list:
            lines.append(f"# {mark} above {number}.")
        behind = (bool(line) and not line.endswith("[")) or line.startswith("[")
        lines.append(f"{line} # {mark} behind {number}." if behind else line)
    return "\n".join(lines)


def comments(text: str) -> list[str]:
    return sorted(re.findall(r"# note \w+ \d+\.", text))


@given(plans, plans)
@settings(deadline=None)
def test_an_edit_gives_the_new_plan_and_keeps_every_comment(before: Plan, after: Plan) -> None:
    text = with_comments(dumps(before))
    changed = edited(loads(text, "plan.toml"), after, Path("plan.toml")).decode()
    assert loads(changed, "plan.toml").plan == after
    assert comments(changed) == comments(text)
