"""The plan file: load, save, edit in place, schema, drafts, folder defaults."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from smartgoal.model.plan import Plan
from smartgoal.store.checking import with_tables
from smartgoal.store.defaults import Defaults, read_defaults, read_table
from smartgoal.store.finding import find_plans, load_many
from smartgoal.store.naming import file_name
from smartgoal.store.reading import Loaded, load, loads
from smartgoal.store.text import dumps
from smartgoal.store.unknown import message_of
from smartgoal.store.writing import save, write_text

__all__ = [
    "Defaults", "Loaded", "dumps", "edit", "file_name", "find_plans", "load", "load_many", "loads",
    "message_of",
    "read_defaults", "read_table", "save", "schema", "with_tables", "write_text",
]  # fmt: skip


def edit(path: Path, change: Callable[[Plan], Plan], *, since: Loaded | None = None) -> Loaded:
    """Apply `change` to a plan file in place and give what it holds then; see `store.editing`."""
    from smartgoal.store.editing import edit_file  # noqa: PLC0415 - commands that only read do without it

    return edit_file(path, change, since=since)


def schema(language: str = "en") -> dict[str, Any]:
    """Give the JSON Schema of a plan file, described in a language."""
    from smartgoal.store.reference import json_schema  # noqa: PLC0415 - pydantic whole, for one command

    return json_schema(language)
