"""What may be wrong with a file: the rows of problems.toml, and a list that does not grow without end."""

from collections import Counter
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal, NamedTuple

from smartgoal.catalog.table import load_table
from smartgoal.importers.text import harmless
from smartgoal.model.series import Problem

_TABLE = Path(__file__).with_name("problems.toml")
_SHOWN = 5


class ProblemRow(NamedTuple):
    """One kind of problem. `messages` and `advice` are templates per language, filled from the problem's values."""

    code: str
    severity: Literal["error", "warning", "note"]
    messages: Mapping[str, str]
    advice: Mapping[str, str]


@cache
def problem_rows() -> Mapping[str, ProblemRow]:
    """All kinds of problems by code."""
    return MappingProxyType(
        {
            code: ProblemRow(code, row["severity"], row["message"], row.get("advice", {}))
            for code, row in load_table(_TABLE).items()
        }
    )


def problem(code: str, line: int | None = None, **values: Any) -> Problem:
    """A problem with the severity of its row; words of the file are made harmless."""
    safe = {name: harmless(value) if isinstance(value, str) else value for name, value in values.items()}
    return Problem(code, line, safe, problem_rows()[code].severity)


class Problems:
    """Collects problems; of one code only the first few are kept, the rest is counted."""

    def __init__(self) -> None:
        self._kept: list[Problem] = []
        self._seen: Counter[str] = Counter()

    def add(self, code: str, line: int | None = None, **values: Any) -> None:
        """Tell one thing."""
        self._seen[code] += 1
        if self._seen[code] <= _SHOWN:
            self._kept.append(problem(code, line, **values))

    def told(self, code: str) -> bool:
        """Whether a problem of that code came up."""
        return code in self._seen

    @property
    def failing(self) -> bool:
        """Whether an error was told."""
        return any(each.severity == "error" for each in self._kept)

    def listed(self) -> tuple[Problem, ...]:
        """The problems in the order in which they came up, then how many more there are of a code."""
        more = (
            problem("more", kind=code, count=count - _SHOWN) for code, count in self._seen.items() if count > _SHOWN
        )
        return (*self._kept, *more)
