"""Plain values of a TOML file -> Plan. Pydantic finds what does not fit; its English is never shown."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any

from smartgoal.model.plan import Plan
from smartgoal.model.series import Problem
from smartgoal.store.layout import Path, line_of, lines_of_keys
from smartgoal.store.misfits import EXPECTED, Misfit, field_name, misfit_error
from smartgoal.store.unknown import nearest, unknown_keys

LARGEST_EXPONENT = 18  # numbers beyond are slips of the hand, and would print as pages of zeros

if TYPE_CHECKING:
    from pydantic import TypeAdapter, ValidationError

KIND_OF_TYPE: dict[type, str] = {Decimal: "decimal", int: "int", dt.date: "date", bool: "bool", str: "string"}


@cache
def adapter() -> "TypeAdapter[Plan]":
    """Give pydantic's view of a plan; built when first asked for."""
    from pydantic import TypeAdapter  # noqa: PLC0415 - costs as much as all else; saving does without it

    return TypeAdapter(Plan)


def check(document: dict[str, Any], text: str, name: str) -> tuple[Plan, tuple[Problem, ...]]:
    """Give the plan and what is worth telling; wrong types raise `FileError` at the first one."""
    from pydantic import ValidationError  # noqa: PLC0415 - see adapter

    shaped = _shaped(document)
    try:
        plan = adapter().validate_python(shaped)
    except ValidationError as error:
        raise misfit_error(list(_misfits(error, document)), text, name) from None
    misfits = [*_coerced(shaped, plan), *_not_scalar(plan.economics)]
    if misfits:
        raise misfit_error(misfits, text, name)
    return plan, tuple(sorted(_unknown(shaped, plan, text), key=lambda problem: problem.line or 0))


def _unknown(shaped: dict[str, Any], plan: Plan, text: str) -> Iterator[Problem]:
    found = list(unknown_keys(shaped, plan))
    lines = lines_of_keys(text) if found else {}
    for path, table in found:
        values = {"key": field_name(path), "nearest": nearest(str(path[-1]), table)}
        yield Problem("unknown_key", line_of(lines, path), values)


def _shaped(document: dict[str, Any]) -> dict[str, Any]:
    """Give the document in the shape of the model: `followers = 1840` is a measure without a period."""
    shaped = dict(document)
    if isinstance(economics := document.get("economics"), dict):
        shaped["economics"] = {key: Decimal(value) if type(value) is int else value for key, value in economics.items()}
    snapshots = document.get("point_a")
    if isinstance(snapshots, list):
        shaped["point_a"] = [_shaped_snapshot(snapshot) for snapshot in snapshots]
    return shaped


def _shaped_snapshot(snapshot: Any) -> Any:
    metrics = snapshot.get("metrics") if isinstance(snapshot, dict) else None
    if not isinstance(metrics, dict):
        return snapshot
    measures = {key: value if isinstance(value, dict) else {"value": value} for key, value in metrics.items()}
    return {**snapshot, "metrics": measures}


def _misfits(error: "ValidationError", document: dict[str, Any]) -> Iterator[Misfit]:
    for details in error.errors(include_url=False, include_input=False):
        path = details["loc"]
        kind = next((kind for kind in EXPECTED if details["type"].startswith(kind)), "missing")
        if "history" in path[2:3]:
            kind = "rows"
        choices = str(details.get("ctx", {}).get("expected", "")).replace(" or ", ", ").replace("'", "")
        yield Misfit(path if kind == "missing" else _existing(path, document), kind, choices)


def _existing(path: Path, document: Any) -> Path:
    """Give the part of a path that the file holds (the model may be deeper by one)."""
    for depth, key in enumerate(path):
        try:
            document = document[key]
        except (LookupError, TypeError):
            return path[:depth]
    return path


def _coerced(raw: Any, value: Any, path: Path = ()) -> Iterator[Misfit]:
    """Find what pydantic read kindly (a date in quotes, 1 for true) and numbers beyond reason."""
    if is_dataclass(value):
        for field in fields(value):
            if field.name in raw:
                yield from _coerced(raw[field.name], getattr(value, field.name), (*path, field.name))
    elif isinstance(value, Mapping):
        for key in value:
            yield from _coerced(raw[key], value[key], (*path, key))
    elif isinstance(value, Sequence) and not isinstance(value, str):
        for index, item in enumerate(value):
            yield from _coerced(raw[index], item, (*path, index))
    elif isinstance(value, Decimal) and not _is_sane(value):
        yield Misfit(path, "range")
    elif type(raw) is not type(value) and not (isinstance(value, Decimal) and type(raw) is int):
        yield Misfit(path, KIND_OF_TYPE.get(type(value), "string"))


def _not_scalar(economics: Mapping[str, Any]) -> Iterator[Misfit]:
    for key, value in economics.items():
        if not isinstance(value, str | bool | Decimal):
            yield Misfit(("economics", key), "scalar")


def _is_sane(number: Decimal) -> bool:
    if not number.is_finite():
        return False
    exponent = number.as_tuple().exponent
    return number.adjusted() <= LARGEST_EXPONENT and isinstance(exponent, int) and exponent >= -LARGEST_EXPONENT


def with_tables(plan: Plan, tables: Mapping[str, Any], name: str) -> Plan:
    """Give the plan with whole parts (`point_a`, `steps`, ...) as a TOML file called `name` gave them."""
    parts, _ = check({"format": plan.format, **tables}, "", name)
    return replace(plan, **{key: getattr(parts, key) for key in tables})
