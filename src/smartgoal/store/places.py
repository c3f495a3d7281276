"""Finds the lines where the keys of a TOML text stand (tomllib tells values only)."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from typing import Any

Path = tuple[str | int, ...]

TOKEN = re.compile(
    r'"""(?:\\.|[^\\])*?"""|\'\'\'.*?\'\'\''  # long strings
    r'|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\''  # short strings
    r"|#[^\n]*|\n|[\[\]{}]|[^\"'#\n\[\]{}]+",
    re.DOTALL,
)


def lines_of_keys(text: str) -> dict[Path, int]:
    """Give the line (from 1) of each key and table header: `("steps", 0, "due")` -> 24."""
    lines: dict[Path, int] = {}
    rows: Counter[Path] = Counter()
    table: Path = ()
    for line, statement in _statements(text):
        if statement.startswith("["):
            table = _table_path(statement, rows)
            path = table
        else:
            path = (*table, *_keys(statement.partition("=")[0]))
        for length in range(1, len(path) + 1):
            lines.setdefault(path[:length], line)
    return lines


def line_of(lines: dict[Path, int], path: Path) -> int | None:
    """Give the line of the deepest known part of a path."""
    return next((lines[path[:length]] for length in range(len(path), 0, -1) if path[:length] in lines), None)


def _statements(text: str) -> Iterator[tuple[int, str]]:
    """Give each header or `key = value` with the line where it begins; comments are left out."""
    line, start, depth, statement = 1, 1, 0, ""
    for token in TOKEN.findall(text):
        if token == "\n" and depth <= 0:
            if statement.strip():
                yield start, statement.strip()
            start, depth, statement = line + 1, 0, ""
        elif not token.startswith("#"):
            depth += (token in "[{") - (token in "]}")
            statement += token
        line += token.count("\n")
    if statement.strip():
        yield start, statement.strip()


def _table_path(header: str, rows: Counter[Path]) -> Path:
    """Give the path of `[a.b]` or `[[a]]`, with the index of the newest row where a part is a list of tables."""
    keys = _keys(header.strip("[] \t\r"))
    path: Path = ()
    for key in keys:
        path = (*path, key)
        if header.startswith("[[") and len(path) >= len(keys) and key is keys[-1]:
            rows[path] += 1
        if rows[path]:
            path = (*path, rows[path] - 1)
    return path


def _keys(text: str) -> list[str]:
    """Give the parts of a dotted key."""
    document: Any = tomllib.loads(f"{text} = 0")
    keys = []
    while isinstance(document, dict):
        key, document = next(iter(document.items()))
        keys.append(key)
    return keys
