"""Plain values of a TOML file -> Plan. Pydantic finds what does not fit; its English is never shown."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from decimal import Decimal
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from smartgoal.errors import FileError
from smartgoal.model.plan import Plan
from smartgoal.model.series import Problem
from smartgoal.store.layout import Path, line_of, lines_of_keys

LARGEST_EXPONENT = 18  # numbers beyond are slips of the hand, and would print as pages of zeros

EXPECTED = {  # how a type of pydantic's errors begins -> what to tell, with an example
    "decimal": "{field}: a number is expected, for example 250 or 2.5, without quotes and spaces.",
    "int": "{field}: a whole number is expected, for example 2.",
    "date": "{field}: a date is expected, for example 2026-12-06, without quotes.",
    "bool": "{field}: true or false is expected.",
    "string": '{field}: text in quotes is expected, for example "vk".',
    "literal": "{field}: one of these is expected: {choices}.",
    "tuple": '{field}: a list in brackets is expected, for example ["vk", "telegram"].',
    "iterable": '{field}: a list in brackets is expected, for example ["vk", "telegram"].',
    "missing": "{field} is missing.",
    "dataclass": "{field}: a table with keys is expected.",
    "mapping": "{field}: a table with keys is expected.",
    "dict": "{field}: a table with keys is expected.",
    "finite": "{field}: an ordinary number is expected, for example 250.",
    "range": "{field}: the number is too large or too fine to be true.",
    "scalar": "{field}: a number or text is expected.",
    "rows": "{field}: a list of [date, number] is expected, for example [[2026-11-20, 1837], [2026-11-21, 1840]].",
}
KIND_OF_TYPE: dict[type, str] = {Decimal: "decimal", int: "int", dt.date: "date", bool: "bool", str: "string"}


@dataclass(frozen=True, slots=True)
class Misfit:
    """A value of a wrong type: where it stands, and what is expected there (a key of `EXPECTED`)."""

    path: Path
    expected: str
    choices: str = ""


@cache
def adapter() -> TypeAdapter[Plan]:
    """Give pydantic's view of a plan; built when first asked for."""
    return TypeAdapter(Plan)


def check(document: dict[str, Any], text: str, name: str) -> tuple[Plan, tuple[Problem, ...]]:
    """Give the plan and what is worth telling; wrong types raise `FileError` at the first one."""
    shaped = _shaped(document)
    try:
        plan = adapter().validate_python(shaped)
    except ValidationError as error:
        raise _error(list(_misfits(error, document)), text, name) from None
    misfits = list(_coerced(shaped, plan))
    if misfits:
        raise _error(misfits, text, name)
    return plan, ()


def _shaped(document: dict[str, Any]) -> dict[str, Any]:
    """Give the document in the shape of the model: `followers = 1840` is a measure without a period."""
    shaped = dict(document)
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


def _misfits(error: ValidationError, document: dict[str, Any]) -> Iterator[Misfit]:
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


def _is_sane(number: Decimal) -> bool:
    if not number.is_finite():
        return False
    exponent = number.as_tuple().exponent
    return number.adjusted() <= LARGEST_EXPONENT and isinstance(exponent, int) and exponent >= -LARGEST_EXPONENT


def _error(misfits: list[Misfit], text: str, name: str) -> FileError:
    """Give the error of the first misfit; the places of the others stand in the advice."""
    lines = lines_of_keys(text)
    first, *others = sorted(misfits, key=lambda misfit: line_of(lines, misfit.path) or 0)
    also = tuple(f"{field_name(misfit.path)} ({line_of(lines, misfit.path) or 1})" for misfit in others)
    return FileError(
        EXPECTED[first.expected],
        place=f"{name}:{line_of(lines, first.path) or 1}",
        advice="To be mended as well (line): {also}." if also else None,
        field=field_name(first.path),
        choices=first.choices,
        also=also,
    )


def field_name(path: Path) -> str:
    """Give a path as a person counts: `steps[1].due` is the due date of the first step."""
    return "".join(f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in path).removeprefix(".")
