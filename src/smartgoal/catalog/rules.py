"""The rule table: what each code of a finding means, says and offers (rules.toml)."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any, Literal

from smartgoal.catalog.rows import Texts, rows_of

Severity = Literal["error", "warning", "note"]
_CRITERIA = {"S": "specific", "M": "measurable", "A": "achievable", "R": "relevant", "T": "time_bound"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule. `messages` holds the sentence by variant ("" is the usual one), `cures` the offers by name.

    `advice` says what to do by hand and needs no cure, `advices` so for single variants. Templates are filled with the
    values of a finding, those of `cures` with the values of the cure on top. `right` and `wrong` are goals or steps
    that pass and fail.
    """

    code: str
    severity: Severity
    source: Texts
    titles: Texts
    messages: Mapping[str, Texts]
    advice: Texts
    advices: Mapping[str, Texts]
    cures: Mapping[str, Texts]
    why: Texts
    right: Texts
    wrong: Texts

    @property
    def criterion(self) -> str:
        """The criterion that the letter of the code stands for."""
        return _CRITERIA[self.code[0]]

    def message(self, variant: str = "") -> Texts:
        """The sentence of a variant of the finding, by language."""
        return self.messages[variant]

    def advice_for(self, variant: str = "") -> Texts:
        """What to do by hand about a variant of the finding, by language."""
        return self.advices.get(variant, self.advice)


def rule(code: str) -> Rule:
    """The rule of that code. KeyError for an unknown one."""
    return rules()[code]


@cache
def rules() -> Mapping[str, Rule]:
    """All rules by code, in the order S, M, A, R, T."""
    return MappingProxyType({code: _rule(code, row) for code, row in rows_of("rules").items()})


def _rule(code: str, row: Mapping[str, Any]) -> Rule:
    return Rule(
        code=code,
        severity=row["severity"],
        source=row["source"],
        titles=row["title"],
        messages={"" if key == "default" else key: texts for key, texts in row["message"].items()},
        advice=row["advice"],
        advices=row.get("advice_for", {}),
        cures=row.get("cure", {}),
        why=row["why"],
        right=row["right"],
        wrong=row["wrong"],
    )
