"""The JSON of a judged goal (product contract of `check --json`)."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from smartgoal.cli.views.findings import cures, message
from smartgoal.language import Language
from smartgoal.model.finding import Verdict
from smartgoal.model.goal import Goal, Reading

FIELDS = (
    "category", "platform", "platforms", "metric", "direction", "kind", "value", "unit", "per", "hold", "baseline",
    "deadline", "limits",
)  # fmt: skip


def judged(
    source: Mapping[str, Any], goal: Goal, verdict: Verdict, reading: Reading | None, language: Language
) -> dict[str, Any]:
    """One line of `check --json`."""
    return {
        "source": dict(source),
        "text": reading.text if reading else goal.statement,
        "language": reading.language if reading else language.code,
        "state": verdict.state,
        "goal": goal_object(goal, reading),
        "criteria": dict(verdict.criteria),
        "findings": [
            {
                "rule": finding.rule,
                "criterion": finding.criterion,
                "severity": finding.severity,
                "message": message(finding, language),
                "cure": "; ".join(cures(finding, language)) or None,
                **({"step": finding.step + 1} if finding.step is not None else {}),
                **({"accepted": True} if finding.accepted else {}),
            }
            for finding in verdict.findings
        ],
    }


def goal_object(goal: Goal, reading: Reading | None) -> dict[str, Any]:
    """The keys of the goal; an unknown one is null."""
    fields = {name: plain(getattr(goal, name)) for name in FIELDS}
    fields["platforms"] = list(goal.platforms or ((goal.platform,) if goal.platform else ()))
    spans = {name: list(span) for name, span in reading.spans.items()} if reading else {}
    return {**fields, "spans": spans}


def plain(value: Any) -> Any:
    """A value as JSON knows it: whole numbers as integers, dates as ISO text."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    return value
