"""Several processes that change one plan at once."""

import datetime as dt
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest

from smartgoal.errors import FileError
from smartgoal.model.plan import Plan
from smartgoal.store import edit, load, lock, save

WRITER = """
import datetime as dt, sys
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from smartgoal.model.plan import Progress
from smartgoal.store import edit

writer = int(sys.argv[2])
for number in range(10):
    row = Progress(date=dt.date(2026, 12, 1 + number), value=Decimal(writer))
    edit(Path(sys.argv[1]), lambda plan: replace(plan, progress=(*plan.progress, row)))
"""


def test_edits_of_several_processes_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "plan.smartgoal.toml"
    save(Plan(title="one for all"), path)
    writers = [subprocess.Popen([sys.executable, "-c", WRITER, str(path), str(number)]) for number in range(3)]
    assert [writer.wait(60) for writer in writers] == [0, 0, 0]
    rows = [(row.value, row.date) for row in load(path).plan.progress]
    assert sorted(rows) == [
        (Decimal(writer), dt.date(2026, 12, day)) for writer in range(3) for day in range(1, 11)
    ]  # fmt: skip


def test_a_lock_that_is_never_freed_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "plan.smartgoal.toml"
    save(Plan(), path)
    monkeypatch.setattr(lock, "PATIENCE", 0.05)
    with lock.locked(path), pytest.raises(FileError, match="Another program"):
        edit(path, lambda plan: plan)
