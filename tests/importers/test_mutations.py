"""Damaged files give no traceback and no silent nonsense.

`python tests/importers/test_mutations.py 10000` damages as many as one likes.
"""

import random
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from smartgoal.importers import Import, Options, read_files

GOLDEN = Path(__file__).parent / "golden"
FILES = sorted(each for each in GOLDEN.rglob("*") if each.is_file() and not each.name.endswith(".expected.json"))
OPTIONS = Options(today=date(2026, 11, 22))
KINDS = ("cut", "bytes", "digit", "lines")


def mutated(content: bytes, kind: str, chance: random.Random) -> bytes:
    changed = bytearray(content)
    if kind == "cut":
        return content[: chance.randrange(1, len(content))]
    if kind == "bytes":
        for _ in range(chance.choice((1, 1, 3, 20))):
            changed[chance.randrange(len(changed))] = chance.randrange(256)
        return bytes(changed)
    if kind == "digit":
        digits = [place for place, byte in enumerate(content) if 48 <= byte <= 57]
        changed[chance.choice(digits)] = 48 + chance.randrange(10)
        return bytes(changed)
    end = b"\n\0" if content[:2] == b"\xff\xfe" else b"\n"
    lines = content.split(end)
    chance.shuffle(lines)
    return end.join(lines)


def faults(imports: list[Import], original: list[Import]) -> Iterator[str]:
    """What may never come out, however a file was damaged."""
    known = {(each.platform, each.metric): dict(each.points) for file in original for each in file.series}
    for file in imports:
        if not file.series and not file.economics and not file.problems:
            yield "nothing read and nothing told"
        for series in file.series:
            days = [day for day, _value in series.points]
            if not days or days != sorted(set(days)):
                yield f"{series.metric}: days are doubled or out of order"
            if days and not (date(1995, 1, 1) <= days[0] and days[-1] <= date(2026, 11, 23)):
                yield f"{series.metric}: days outside of time"
            same = known.get((series.platform, series.metric), {})
            shifted = sum(same.get(day, value) != value for day, value in series.points)
            told = any(each.severity != "note" for each in file.problems)
            if same and not told and shifted > len(same) / 2 and len(same) > 5:
                yield f"{series.metric}: most numbers changed and nothing told"


def check(seed: int, folder: Path) -> None:
    chance = random.Random(seed)
    file, kind = chance.choice(FILES), chance.choice(KINDS)
    path = folder / file.name
    path.write_bytes(mutated(file.read_bytes(), kind, chance))
    found = list(faults(read_files([path], OPTIONS), read_files([file], OPTIONS)))
    assert not found, f"seed {seed}, {kind} of {file.name}: {found}"


@pytest.mark.parametrize("seed", range(0, 400, 20))
def test_damaged_files_never_give_a_traceback_or_silent_nonsense(seed: int, tmp_path: Path) -> None:
    for each in range(seed, seed + 20):
        check(each, tmp_path)


if __name__ == "__main__":
    with TemporaryDirectory() as name:
        for number in range(int(sys.argv[1])):
            check(number, Path(name))
