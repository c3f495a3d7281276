"""What the criteria answer."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from smartgoal.model.plan import Plan

Criterion = Literal["specific", "measurable", "achievable", "relevant", "time_bound"]
CRITERIA: tuple[Criterion, ...] = ("specific", "measurable", "achievable", "relevant", "time_bound")
Answer = Literal["yes", "no", "cannot_tell"]
Severity = Literal["error", "warning", "note"]
State = Literal["weak", "form_ok", "smart"]


@dataclass(frozen=True, slots=True)
class Cure:
    """An edit that mends a finding, already applied and re-checked.

    `name` picks the sentence (in the rule table), `values` fill it, `plan` is the mended plan.
    """

    name: str
    plan: Plan
    values: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Finding:
    """One weakness: rule code (row of `catalog/rules.toml`), severity, the values it speaks of, cures.

    `variant` picks another wording of the same rule; `step` is the index of the step it is about (from 0).
    """

    rule: str
    criterion: Criterion
    severity: Severity
    values: Mapping[str, Any] = field(default_factory=dict)
    variant: str = ""
    step: int | None = None
    cures: tuple[Cure, ...] = ()
    accepted: bool = False


@dataclass(frozen=True, slots=True)
class Verdict:
    """The five answers, the findings in order of weight, and the state of the whole."""

    criteria: Mapping[Criterion, Answer]
    findings: tuple[Finding, ...]
    state: State
