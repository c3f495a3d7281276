"""Writes a plan as TOML: the same plan always gives the same text.

Table headers are written here, because `tomli_w` would fold short tables into one-line arrays; each value is its own.
"""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import MISSING, Field, fields, is_dataclass
from decimal import Context, Decimal
from typing import Any

import tomli_w

from smartgoal.model.plan import Measure, Plan
from smartgoal.model.quantity import is_sane
from smartgoal.model.steering import escaped

LINE_LENGTH = 100
COMPUTED = Context(prec=10)  # a third of a minute has no end
ALWAYS_WRITTEN = frozenset({"format", "goal", "source"})


def dumps(plan: Plan) -> str:
    """Give the text of the plan file."""
    return dumps_table(as_document(plan))


def dumps_table(document: Mapping[str, Any]) -> str:
    """Give the text of a document in the shape of `as_document`."""
    return "\n".join(blocks(document))


def as_document(plan: Plan) -> dict[str, Any]:
    """Give the plan as TOML would hold it, keys in order of the file; what was not said (the default) is left out."""
    return _table(plan)


def blocks(table: Mapping[str, Any], path: tuple[str, ...] = (), header: str = "") -> Iterator[str]:
    """Give one text for each table of the document: its header and its own keys; sub-tables follow."""
    inner = {key: value for key, value in table.items() if is_table(value, path) or is_array_of_tables(value)}
    own = "".join(key_line(key, value) for key, value in table.items() if key not in inner)
    if own or not inner:
        yield header + own
    elif header.startswith("[["):
        yield header
    for key, value in inner.items():
        name = ".".join((*path, _key(key)))
        if isinstance(value, Mapping):
            yield from blocks(value, (*path, _key(key)), f"[{name}]\n")
            continue
        for row in value:
            yield from blocks(row, (*path, _key(key)), f"[[{name}]]\n")


def is_table(value: Any, path: Sequence[str]) -> bool:
    """Tell whether a value at `path` gets its own header; deeper than two levels it stands inline."""
    return isinstance(value, Mapping) and len(path) < 2


def is_array_of_tables(value: Any) -> bool:
    """Tell whether a value is written as `[[rows]]`."""
    return isinstance(value, Sequence) and not isinstance(value, str) and bool(value) and isinstance(value[0], Mapping)


def key_line(key: str, value: Any) -> str:
    """Give `key = value` with its line end."""
    return f"{_key(key)} = {literal(value)}\n"


def literal(value: Any) -> str:
    """Give a value in TOML, numbers exact; a list too long for one line is filled into lines."""
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{_key(key)} = {literal(item)}" for key, item in value.items()) + " }"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return _array([literal(item) for item in value])
    return escaped(tomli_w.dumps({"k": _plain(value)}).removeprefix("k = ").removesuffix("\n"))


def _array(items: Sequence[str]) -> str:
    """Give a list on one line, or several items a line at most `LINE_LENGTH` wide."""
    line = ", ".join(items)
    if len(line) <= LINE_LENGTH - 20:
        return f"[{line}]"
    lines = [" "]
    for item in items:
        if len(lines[-1]) + len(item) + 2 > LINE_LENGTH and lines[-1] != " ":
            lines.append(" ")
        lines[-1] += f" {item},"
    return "\n".join(["[", *lines, "]"])


def _key(key: str) -> str:
    """Give a key, quoted where TOML needs it."""
    return escaped(tomli_w.dumps({key: 0}).removesuffix(" = 0\n"))


def _plain(value: Any) -> Any:
    """Give a number as TOML writes it best: whole ones as integers, others without trailing zeros."""
    if isinstance(value, Decimal) and value.is_finite() and not is_sane(value):
        value = COMPUTED.plus(value)
    if not isinstance(value, Decimal) or not is_sane(value):
        return value
    if value == value.to_integral_value():
        return int(value)
    return Decimal(format(value, "f").rstrip("0"))


def _table(record: Any) -> dict[str, Any]:
    """Give the fields of a record that differ from their defaults."""
    return {field.name: _shape(getattr(record, field.name)) for field in fields(record) if _is_said(record, field)}


def _is_said(record: Any, field: "Field[Any]") -> bool:
    value = getattr(record, field.name)
    default = field.default if field.default_factory is MISSING else field.default_factory()
    return bool(value != default) or (field.name in ALWAYS_WRITTEN and value is not None)


def _shape(value: Any) -> Any:
    if isinstance(value, Measure) and value.per is None:
        return value.value
    if is_dataclass(value):
        return _table(value)
    if isinstance(value, Mapping):
        return {key: _shape(item) for key, item in value.items()}
    if isinstance(value, str | Decimal | dt.date):
        return value
    return [_shape(item) for item in value] if isinstance(value, Sequence) else value
