"""Finds where the headers and keys of a TOML text stand; parsers of TOML tell values only.

The text must be valid TOML (it was parsed before).
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import tomli

Path = tuple[str | int, ...]

PIECE = re.compile(
    r'"""(?:\\.|[^\\])*?"""|\'\'\'.*?\'\'\''  # long strings
    r'|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\''  # short strings
    r"|#[^\n]*|\n|[\[\]{}]|[^\"'#\n\[\]{}]+",
    re.DOTALL,
)
KEY = re.compile(r"""((?:"(?:\\.|[^"\\\n])*"|'[^'\n]*'|[^"'=\n#])+)=[ \t]*""")
BARE_KEY = re.compile(r"[\w-]+", re.ASCII)


@dataclass(frozen=True, slots=True)
class Statement:
    """A header or `key = value`: its path with indices of rows (`("steps", 0, "due")`), its table, its offsets.

    `start` and `end` enclose the whole lines, `value` the value alone (for a header: the header).
    """

    path: Path
    table: Path
    start: int
    end: int
    value: tuple[int, int]
    comments: tuple[str, ...]
    is_header: bool


def statements(text: str) -> Iterator[Statement]:
    """Give the statements of a text in order."""
    rows: Counter[Path] = Counter()
    table: Path = ()
    for start, end, code, comments in _lines(text):
        first, last = code
        if text[first] == "[":
            table = _table_path(text[first:last], rows)
            yield Statement(table, table, start, end, code, comments, is_header=True)
            continue
        key = KEY.match(text, first)
        if key:
            path = (*table, *_keys(key[1].strip()))
            yield Statement(path, table, start, end, (key.end(), last), comments, is_header=False)


def lines_of_keys(text: str) -> dict[Path, int]:
    """Give the line (from 1) of each key and table header: `("steps", 0, "due")` -> 24."""
    lines: dict[Path, int] = {}
    line, offset = 1, 0
    for statement in statements(text):
        line += text.count("\n", offset, statement.start)
        offset = statement.start
        for length in range(1, len(statement.path) + 1):
            lines.setdefault(statement.path[:length], line)
    return lines


def line_of(lines: dict[Path, int], path: Path) -> int | None:
    """Give the line of the deepest known part of a path."""
    return next((lines[path[:length]] for length in range(len(path), 0, -1) if path[:length] in lines), None)


def _lines(text: str) -> Iterator[tuple[int, int, tuple[int, int], tuple[str, ...]]]:
    """Give each statement as (start, end, span without blanks and comments, comments); lists may span lines."""
    start, depth = 0, 0
    code: list[int] = []
    comments: list[str] = []
    for match in PIECE.finditer(text + "\n"):
        piece = match[0]
        if piece == "\n" and depth <= 0:
            if code:
                yield start, min(match.end(), len(text)), (code[0], code[-1]), tuple(comments)
            start, depth, code, comments = match.end(), 0, [], []
        elif piece.startswith("#"):
            comments.append(piece.rstrip())
        elif piece.strip():
            depth += (piece in "[{") - (piece in "]}")
            code += (match.end() - len(piece.lstrip()), match.start() + len(piece.rstrip()))


def _table_path(header: str, rows: Counter[Path]) -> Path:
    """Give the path of `[a.b]` or `[[a]]`; where a part is a list of tables, its newest row is meant."""
    width = 2 if header.startswith("[[") else 1
    keys = _keys(header[width:-width].strip())
    path: Path = ()
    for depth, key in enumerate(keys, 1):
        path = (*path, key)
        if width == 2 and depth == len(keys):
            rows[path] += 1
        if rows[path]:
            path = (*path, rows[path] - 1)
    return path


def _keys(text: str) -> list[str]:
    """Give the parts of a dotted key."""
    if BARE_KEY.fullmatch(text):
        return [text]
    document: Any = tomli.loads(f"{text} = 0")
    keys = []
    while isinstance(document, dict):
        key, document = next(iter(document.items()))
        keys.append(key)
    return keys
