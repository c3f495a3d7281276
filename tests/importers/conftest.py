"""What the tests of the importers share: a fixed day, reading, the pairs of file and expected series."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from smartgoal.importers import Import, Options, read_files

TODAY = date(2026, 11, 22)
Read = Callable[..., list[Import]]
Write = Callable[..., Path]


@pytest.fixture
def read() -> Read:
    def reading(*paths: Path, **options: Any) -> list[Import]:
        return read_files(paths, Options(**({"today": TODAY} | options)))

    return reading


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def writing(name: str, content: str | bytes, encoding: str = "utf-8") -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode(encoding))
        return path

    return writing


@pytest.fixture
def shown() -> Callable[[Import], dict[str, list[list[Any]]]]:
    """The series of an import in the shape of the expected files: "platform.metric" -> points."""

    def showing(imported: Import) -> dict[str, list[list[Any]]]:
        return {
            f"{each.platform or '?'}.{each.metric}": [[day.isoformat(), _plain(value)] for day, value in each.points]
            for each in imported.series
        }

    return showing


def _plain(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)
