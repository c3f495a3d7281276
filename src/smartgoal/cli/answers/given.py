"""Everything the user gave: flags first, then the answers file, then the folder's defaults."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from smartgoal.errors import FileError


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """The raw text of each flag of `new` and `edit`; None or empty where it was not given.

    An answers file has the same keys; `tables` holds what only a file can say (histories, accepted findings),
    written as in a plan.
    """

    goal: str | None = None
    title: str | None = None
    category: str | None = None
    platform: str | None = None
    metric: str | None = None
    direction: str | None = None
    target: str | None = None
    baseline: str | None = None
    by: str | None = None
    start: str | None = None
    hold: bool = False
    why: str | None = None
    owner: str | None = None
    measured_by: str | None = None
    counted_as: str | None = None
    market: str | None = None
    client: str | None = None
    currency: str | None = None
    budget: str | None = None
    limit: tuple[str, ...] = ()
    stat: tuple[str, ...] = ()
    step: tuple[str, ...] = ()
    steps: str | None = None
    tables: Mapping[str, Any] = dataclasses.field(default_factory=dict)

    def over(self, below: "Given") -> "Given":
        """These answers, with those of `below` where this says nothing."""
        return Given(**{f.name: getattr(self, f.name) or getattr(below, f.name) for f in fields(self)})


TABLES = ("goal", "point_a", "economics", "steps", "accepted")  # a text `goal` is the sentence


def from_table(table: Mapping[str, Any], place: str) -> Given:
    """The answers of a file that was read from TOML.

    Raises FileError for a key that is no answer, or a value that is not text (or a list of texts).
    """
    known = {field.name for field in fields(Given)} - {"tables"}
    tables = {key: value for key, value in table.items() if key in TABLES and not isinstance(value, str)}
    plain = {key.replace("-", "_"): value for key, value in table.items() if key not in tables}
    for key, value in plain.items():
        if key not in known:
            raise FileError("The answers file has an unknown key: {key}.", advice=KEYS, place=place, key=key,
                            known=tuple(sorted(known)))  # fmt: skip
        plain[key] = as_answer(key, value, place)
    return Given(**plain, tables=tables)


KEYS = "Known keys: {known}."


def as_answer(key: str, value: Any, place: str) -> str | bool | tuple[str, ...]:
    """A value of the file as a flag would give it: numbers and dates become text, lists tuples of text."""
    if key == "hold":
        return bool(value)
    if key in {"limit", "stat", "step"}:
        rows = value if isinstance(value, list) else [value]
        return tuple(str(row) for row in rows)
    if isinstance(value, (dict, list, bool)):
        raise FileError("The answers file: {key} should be text.", place=place, key=key)
    return str(value)
