"""Findings that the user takes upon themselves."""

from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from smartgoal.model.finding import Finding
from smartgoal.model.plan import Accepted, Plan


def fingerprint(finding: Finding) -> str:
    """The values a finding speaks of as one line of text: "start=1840 count followers target=1500 count followers".

    Two findings of one rule with the same fingerprint say the same. Texts of the catalogue that it quotes do not
    count. A step is told by its number, from 1.
    """
    step = [] if finding.step is None else [f"step={finding.step + 1}"]
    values = ((name, finding.values[name]) for name in sorted(finding.values))
    return " ".join([*step, *(f"{name}={_text(value)}" for name, value in values if not isinstance(value, Mapping))])


def _text(value: Any) -> str:
    if is_dataclass(value) and not isinstance(value, type):
        parts = (getattr(value, field.name) for field in fields(value))
        return " ".join(_text(part) for part in parts if part is not None)
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    if isinstance(value, tuple):
        return ",".join(_text(part) for part in value)
    return str(value)


def is_accepted(finding: Finding, accepted: Iterable[Accepted]) -> bool:
    """Whether a row accepts this finding: same rule, and the values it was accepted for (any, if it names none)."""
    rows = [row for row in accepted if row.rule == finding.rule]
    return any(row.values is None or row.values == fingerprint(finding) for row in rows)


def accept(plan: Plan, finding: Finding, reason: str, on: date) -> Plan:
    """The plan with `finding` accepted, for the values it speaks of now."""
    row = Accepted(rule=finding.rule, reason=reason, on=on, values=fingerprint(finding))
    return replace(plan, accepted=(*plan.accepted, row))
