"""Splices the text of a TOML file: only what changed is written, everything else keeps its bytes.

tomlkit would count a comment above a table to the table before it, so that new keys land beneath the comment, and
comments disappear with the row before.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from smartgoal.store.layout import Path, Statement, statements
from smartgoal.store.text import blocks, is_array_of_tables, is_table, key_line, literal


@dataclass(frozen=True, slots=True)
class Patch:
    """A replacement of `text[start:end]`."""

    start: int
    end: int
    text: str


class Splice:
    """Collects the patches that turn the text of one document into another's."""

    def __init__(self, text: str, raw: dict[str, Any]) -> None:
        """Take the text and its plain values."""
        self._newline = "\r\n" if "\r\n" in text else "\n"
        self._text = text if text.endswith("\n") else text + self._newline
        self._raw = raw
        self._statements = list(statements(self._text))
        self._keys = {statement.path: statement for statement in self._statements if not statement.is_header}
        self._headers = {statement.path: statement for statement in self._statements if statement.is_header}
        self._patches: list[Patch] = []

    def text(self) -> str:
        """Give the text with all patches in; those for one place stay in the order in which they were made."""
        parts, position = [], 0
        for patch in sorted(self._patches, key=lambda patch: patch.start):
            parts += [self._text[position : patch.start], patch.text.replace("\n", self._newline)]
            position = max(position, patch.end)
        return "".join([*parts, self._text[position:]])

    def table(self, path: Path, old: Mapping[str, Any], new: Mapping[str, Any]) -> None:
        """Turn the keys of one table into the new ones."""
        for key in old:
            if key not in new:
                self._remove((*path, key))
        for key, value in new.items():
            if key not in old or old[key] != value:
                self._put((*path, key), old.get(key), value, list(new))

    def _put(self, path: Path, old: Any, value: Any, order: Sequence[str]) -> None:
        statement = self._keys.get(path)
        if statement is not None and not (is_array_of_tables(value) and not old):
            self._replace_value(statement, old, value)
        elif is_table(value, [part for part in path[:-1] if isinstance(part, str)]):
            self._put_table(path, old, value, order)
        elif is_array_of_tables(value):
            self._put_rows(path, old or [], value, order)
        else:
            self._add_key(path, value, order)

    def _put_table(self, path: Path, old: Any, value: Any, order: Sequence[str]) -> None:
        if path in self._headers or any(key[:-1] == path for key in self._keys):
            self.table(path, old or {}, value)
        else:
            self._insert(self._end_before(path, order), "\n" + _block(path, value, f"[{_name(path)}]\n"))

    def _put_rows(self, path: Path, old: Sequence[Any], new: Sequence[Any], order: Sequence[str]) -> None:
        if path in self._keys:
            self._remove(path)
        previous = -1
        for before, after in _aligned(old, new):
            if after is None:
                self._remove((*path, before or 0))
            elif before is not None:
                self.table((*path, before), old[before], new[after])
            else:
                self._insert_row(path, _block(path, new[after], f"[[{_name(path)}]]\n"), previous, order)
            previous = previous if before is None else before

    def _insert_row(self, path: Path, block: str, previous: int, order: Sequence[str]) -> None:
        first = self._headers.get((*path, 0))
        if previous >= 0:
            self._insert(self._end_of((*path, previous)), "\n" + block)
        elif first is not None:
            self._insert(self._start_with_comments(first.start), block + "\n")
        else:
            self._insert(self._end_before(path, order), "\n" + block)

    def _replace_value(self, statement: Statement, old: Any, value: Any) -> None:
        start, end = statement.value
        whole = _with_unknown(self._raw_at(statement.path), old, value)
        inside = self._text[start:end]
        kept = [comment for comment in statement.comments if comment in inside]
        if kept:
            self._insert(statement.start, "".join(f"{comment}\n" for comment in kept))
        self._patches.append(Patch(start, end, literal(whole)))

    def _add_key(self, path: Path, value: Any, order: Sequence[str]) -> None:
        """Write a key behind those that come before it in a plan, in a table that has none behind its header."""
        parent, key = path[:-1], str(path[-1])
        before = [self._keys.get((*parent, name)) for name in order[: order.index(key)]]
        anchor = next((statement for statement in reversed(before) if statement is not None), None)
        anchor = anchor or self._headers.get(parent)
        anchor = anchor or next(statement for statement in self._keys.values() if statement.path[:-1] == parent)
        dots = "".join(f"{part}." for part in path[len(anchor.table) : -1])
        self._insert(anchor.end, dots + key_line(key, value))

    def _remove(self, path: Path) -> None:
        """Take out a key, table or row; the comments inside stay as lines of their own."""
        for statement in self._statements:
            if statement.path[: len(path)] != path:
                continue
            start = statement.start
            if statement.is_header and self._text[:start].endswith(self._newline * 2):
                start -= len(self._newline)
            self._patches.append(Patch(start, statement.end, "".join(f"{comment}\n" for comment in statement.comments)))

    def _insert(self, offset: int, text: str) -> None:
        self._patches.append(Patch(offset, offset, text))

    def _end_of(self, path: Path) -> int:
        return max(statement.end for statement in self._statements if statement.path[: len(path)] == path)

    def _end_before(self, path: Path, order: Sequence[str]) -> int:
        """Give the end of what comes before a new table: the table before it in a plan, or the keys of its parent."""
        parent, key = path[:-1], str(path[-1])
        for name in reversed(order[: order.index(key)] if key in order else []):
            inner = [statement.end for statement in self._statements if statement.table[: len(path)] == (*parent, name)]
            if inner:
                return max(inner)
        return max((statement.end for statement in self._statements if statement.table == parent), default=0)

    def _start_with_comments(self, offset: int) -> int:
        """Give the start of the comment lines right above an offset."""
        while offset:
            above = self._text.rfind("\n", 0, offset - 1) + 1
            if not self._text[above:offset].lstrip().startswith("#"):
                break
            offset = above
        return offset

    def _raw_at(self, path: Path) -> Any:
        value: Any = self._raw
        for part in path:
            value = value[part]
        return value


def _aligned(old: Sequence[Any], new: Sequence[Any]) -> Iterator[tuple[int | None, int | None]]:
    """Pair the rows that begin alike (title, date, rule) or stand in the same place: (index before, index after)."""
    matcher = SequenceMatcher(None, [_first(row) for row in old], [_first(row) for row in new], autojunk=False)
    for _, low, high, new_low, new_high in matcher.get_opcodes():
        common = min(high - low, new_high - new_low)
        yield from zip(range(low, low + common), range(new_low, new_low + common), strict=True)
        yield from ((index, None) for index in range(low + common, high))
        yield from ((None, index) for index in range(new_low + common, new_high))


def _first(row: Mapping[str, Any]) -> str:
    """Give the first key of a row with its value: what the row is known by."""
    return next((key_line(key, value) for key, value in row.items()), "")


def _with_unknown(raw: Any, old: Any, new: Any) -> Any:
    """Give a new inline value with the keys that the user added to the old one."""
    if isinstance(raw, Mapping):
        known, wanted = (value if isinstance(value, Mapping) else {"value": value} for value in (old, new))
        unknown = {key: value for key, value in raw.items() if key not in known and key not in wanted}
        return {key: _with_unknown(raw.get(key), known.get(key), wanted[key]) for key in wanted} | unknown
    if is_array_of_tables(raw) and is_array_of_tables(new):
        pairs = [(before, after) for before, after in _aligned(old, new) if after is not None]
        return [
            new[after] if before is None else _with_unknown(raw[before], old[before], new[after])
            for before, after in pairs
        ]
    return new


def _block(path: Path, table: Mapping[str, Any], header: str) -> str:
    return "\n".join(blocks(table, tuple(part for part in path if isinstance(part, str)), header))


def _name(path: Path) -> str:
    return ".".join(part for part in path if isinstance(part, str))
