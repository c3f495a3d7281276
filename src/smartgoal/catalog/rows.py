"""What rows of different tables have in common: texts and noun forms per language, ids of the user's own."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from smartgoal.catalog.table import load_table

Texts = Mapping[str, str]  # language code -> text
Forms = Mapping[str, str]  # plural category or case -> form of a word
Nouns = Mapping[str, Forms]  # language code -> forms

OTHER = "other:"
FOLDER = Path(__file__).parent


def rows_of(table: str) -> dict[str, Any]:
    """The rows of `catalog/<table>.toml`."""
    return load_table(FOLDER / f"{table}.toml")


def languages() -> tuple[str, ...]:
    """Codes of the languages that the rows speak, as any row of a full table shows."""
    return tuple(rows_of("words")["unit"]["count"]["name"])


def other_name(identifier: str) -> str | None:
    """The user's own name in an id such as "other:snapchat"; None for an id of the catalogue."""
    return identifier.removeprefix(OTHER).replace("_", " ") if identifier.startswith(OTHER) else None
