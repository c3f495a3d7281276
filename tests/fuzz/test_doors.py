"""A small part of what tools/fuzz.py throws at the program, the same on every run."""

import random
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "tools"))

from fuzzing.doors import DOORS

CASES = {"parser": 600, "answers": 600, "importers": 120, "store": 400, "criteria": 150, "exporters": 40, "cli": 120}


@pytest.mark.parametrize("name", DOORS)
def test_hostile_input_gives_an_answer(name: str, tmp_path: Path) -> None:
    for seed in range(CASES[name]):
        DOORS[name](random.Random(seed), tmp_path)
