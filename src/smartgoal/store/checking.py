"""Plain values of a TOML file -> Plan. Pydantic finds what does not fit; its English is never shown."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from smartgoal.model.plan import Plan
from smartgoal.model.series import Problem
from smartgoal.store.layout import Path, line_of, lines_of_keys
from smartgoal.store.misfits import EXPECTED, Misfit, check_language, field_name, misfit_error
from smartgoal.store.unknown import nearest, unknown_keys

if TYPE_CHECKING:
    from pydantic_core import ValidationError


def check(document: dict[str, Any], text: str, name: str) -> tuple[Plan, tuple[Problem, ...]]:
    """Give the plan and what is worth telling; wrong types raise `FileError` at the first one."""
    from pydantic_core import ValidationError  # noqa: PLC0415 - saving does without it

    from smartgoal.store.fitting import plan_validator  # noqa: PLC0415 - the same

    try:
        plan: Plan = plan_validator().validate_python(document)
    except ValidationError as error:
        raise misfit_error(list(_misfits(error, document)), text, name) from None
    check_language(plan.language, ("language",), text, name)
    return plan, tuple(sorted(_unknown(document, plan, text), key=lambda problem: problem.line or 0))


def with_tables(plan: Plan, tables: Mapping[str, Any], name: str) -> Plan:
    """Give the plan with whole parts (`point_a`, `steps`, ...) as a TOML file called `name` gave them."""
    parts, _ = check({"format": plan.format, **tables}, "", name)
    return replace(plan, **{key: getattr(parts, key) for key in tables})


def _misfits(error: "ValidationError", document: dict[str, Any]) -> Iterator[Misfit]:
    for details in error.errors(include_url=False, include_input=False):
        path = details["loc"]
        kind = "rows"
        if "history" not in path[2:3] or details["type"] == "year":
            kind = next(kind for kind in EXPECTED if details["type"].startswith(kind))
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


def _unknown(document: dict[str, Any], plan: Plan, text: str) -> Iterator[Problem]:
    found = list(unknown_keys(document, plan))
    lines = lines_of_keys(text) if found else {}
    for path, table in found:
        values = {"key": field_name(path), "nearest": nearest(str(path[-1]), table)}
        yield Problem("unknown_key", line_of(lines, path), values)
