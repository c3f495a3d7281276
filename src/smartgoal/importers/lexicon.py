"""The words of cells in every language: lexicon.toml, read once."""

from functools import cache
from pathlib import Path
from typing import Any

from smartgoal.catalog.table import load_table


@cache
def lexicon() -> dict[str, Any]:
    """All sections of lexicon.toml."""
    return load_table(Path(__file__).with_name("lexicon.toml"))
