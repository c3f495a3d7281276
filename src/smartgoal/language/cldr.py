"""Marks, names and patterns of a language: the rows of cldr.toml."""

from functools import cache
from pathlib import Path
from typing import Any

from smartgoal.catalog.table import load_table


@cache
def cldr(locale: str) -> dict[str, Any]:
    """What is printed of Unicode CLDR in the language "ru" or "en"."""
    rows: dict[str, Any] = load_table(Path(__file__).with_suffix(".toml"))[locale]
    return rows
