"""Reads one table of data: the JSON that the build made of it, or the TOML itself where that is newer."""

import json
from functools import cache
from pathlib import Path
from typing import Any


@cache
def load_table(source: Path) -> dict[str, Any]:
    """Give the rows of `source` (a .toml path); its compiled twin is read where it is not older."""
    compiled = source.with_suffix(".json")
    if compiled.exists() and not (source.exists() and source.stat().st_mtime > compiled.stat().st_mtime):
        rows: dict[str, Any] = json.loads(compiled.read_text(encoding="utf-8"))
        return rows
    import tomllib  # noqa: PLC0415 - an installed package has the compiled tables

    return tomllib.loads(source.read_text(encoding="utf-8"))
