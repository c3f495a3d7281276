"""Folder defaults: `[defaults]` and `[clients]` of a `smartgoal.toml`."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from smartgoal.model.series import Problem
from smartgoal.store.layout import Path as KeyPath
from smartgoal.store.layout import line_of, lines_of_keys
from smartgoal.store.misfits import Misfit, check_language, field_name, misfit_error
from smartgoal.store.reading import read_bytes
from smartgoal.store.toml import decode, parse
from smartgoal.store.unknown import alike

TEXTS = ("owner", "market", "language", "currency", "client", "working_hours")


@dataclass(frozen=True, slots=True)
class Defaults:
    """What a folder's plans have in common.

    `values` holds the texts of `TEXTS` that are given, `columns` names of columns -> metric ids (`[defaults.map]`),
    `budgets` the monthly ad money of each client in `values["currency"]`, `file` where all this stands.
    """

    values: Mapping[str, str] = field(default_factory=dict)
    columns: Mapping[str, str] = field(default_factory=dict)
    budgets: Mapping[str, Decimal] = field(default_factory=dict)
    file: Path | None = None
    problems: tuple[Problem, ...] = ()


def read_defaults(file: Path) -> Defaults:
    """Give the defaults that a `smartgoal.toml` holds; wrong types raise `FileError`."""
    text = decode(read_bytes(file), str(file))
    document = parse(text, str(file))
    misfits = list(_misfits(document))
    if misfits:
        raise misfit_error(misfits, text, str(file))
    table = document.get("defaults", {})
    check_language(table.get("language"), ("defaults", "language"), text, str(file))
    clients = document.get("clients", {})
    return Defaults(
        values={key: table[key] for key in TEXTS if key in table},
        columns=table.get("map", {}),
        budgets={name: Decimal(client["budget"]) for name, client in clients.items() if "budget" in client},
        file=file,
        problems=tuple(_unknown(document, text)),
    )


def read_table(path: Path) -> dict[str, Any]:
    """Give the plain values of any TOML file (an answers file), numbers with a point as decimals."""
    return parse(decode(read_bytes(path), str(path)), str(path))


def _misfits(document: Mapping[str, Any]) -> Iterator[Misfit]:
    table, clients = document.get("defaults", {}), document.get("clients", {})
    for path, value in ((("defaults",), table), (("clients",), clients)):
        if not isinstance(value, dict):
            yield Misfit(path, "dict")
            return
    for key in TEXTS:
        if not isinstance(table.get(key, ""), str):
            yield Misfit(("defaults", key), "string")
    columns = table.get("map", {})
    if not isinstance(columns, dict):
        yield Misfit(("defaults", "map"), "dict")
    elif wrong := next((name for name, metric in columns.items() if not isinstance(metric, str)), None):
        yield Misfit(("defaults", "map", wrong), "string")
    for name, client in clients.items():
        if not isinstance(client, dict):
            yield Misfit(("clients", name), "dict")
        elif type(client.get("budget", 0)) not in {int, Decimal} or not Decimal(client.get("budget", 0)).is_finite():
            yield Misfit(("clients", name, "budget"), "number")


def _unknown(document: Mapping[str, Any], text: str) -> Iterator[Problem]:
    known_defaults = (*TEXTS, "map")
    found: list[tuple[KeyPath, tuple[str, ...]]] = [
        *(((key,), ("defaults", "clients")) for key in document if key not in {"defaults", "clients"}),
        *((("defaults", key), known_defaults) for key in document.get("defaults", {}) if key not in known_defaults),
        *(
            (("clients", name, key), ("budget",))
            for name, client in document.get("clients", {}).items()
            for key in client
            if key != "budget"
        ),
    ]
    lines = lines_of_keys(text) if found else {}
    for path, known in found:
        values = {"key": field_name(path), "nearest": alike(str(path[-1]), known)}
        yield Problem("unknown_key", line_of(lines, path), values)
