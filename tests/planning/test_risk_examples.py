"""Precision and recall of the risk check on labelled steps: risk_examples/*.jsonl.

A line is {"text", "language", "platform", "market", "expect": [...]}; `expect` holds ids of cautions.toml, or topics
of risk_words.toml, where any caution of that topic will do. blind.jsonl is labelled by somebody who has not seen the
words.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from smartgoal.planning.risks import recognise

FILES = sorted(Path(__file__).with_name("risk_examples").glob("*.jsonl"))
WANTED = 0.95


@dataclass
class Score:
    found: int = 0
    false: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        return self.found / max(1, self.found + self.false)

    @property
    def recall(self) -> float:
        return self.found / max(1, self.found + self.missed)


def score(rows: list[dict[str, Any]]) -> tuple[Score, list[str]]:
    total, wrong = Score(), []
    for row in rows:
        matches = recognise(row["text"], row["market"], row["platform"])
        named = {name for match in matches for name in (match.caution.id, *match.caution.topics)}
        expected = set(row["expect"])
        false = [each.caution.id for each in matches if not {each.caution.id, *each.caution.topics} & expected]
        missed = sorted(expected - named)
        total.found += len(expected & named)
        total.false += len(false)
        total.missed += len(missed)
        if false or missed:
            wrong.append(f"{row['text']} ({row['platform']}, {row['market']}): false {false}, missed {missed}")
    return total, wrong


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_risks_are_recognised_without_false_alarms(path: Path) -> None:
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]
    total, wrong = score(rows)
    figures = f"precision {total.precision:.3f}, recall {total.recall:.3f}"
    print(f"{path.stem}: {len(rows)} steps, {figures}", *wrong, sep="\n")  # noqa: T201 - the figures of the closing note
    assert total.precision >= WANTED, wrong
    assert total.recall >= WANTED, wrong
