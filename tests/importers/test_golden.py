"""One file of each variant of each format, beside it the series it must give."""

import json
from pathlib import Path
from typing import Any

import pytest

from smartgoal.importers.identify import FORMATS

GOLDEN = Path(__file__).parent / "golden"
SUFFIX = ".expected.json"
FILES = sorted(each for each in GOLDEN.rglob("*") if each.is_file() and not each.name.endswith(SUFFIX))


def expected(file: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(file.with_name(file.name + SUFFIX).read_text(encoding="utf-8"))
    return found


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(GOLDEN)))
def test_file_gives_its_series(file: Path, read: Any, shown: Any) -> None:
    (imported,) = read(file)
    wanted = expected(file)
    assert imported.format == wanted["format"]
    assert shown(imported) == wanted["series"]
    assert {name: value if name == "currency" else float(value) for name, value in imported.economics.items()} == (
        wanted.get("economics", {})
    )
    assert sorted(each.code for each in imported.problems) == wanted["problems"]


def test_every_format_has_a_golden_file() -> None:
    seen = {expected(file)["format"] for file in FILES}
    assert {each.id for each in FORMATS} - seen == set()
