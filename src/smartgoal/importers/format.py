"""What a format is: an id, a test of the content, a reader."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from smartgoal.importers.documents import Document
from smartgoal.importers.imported import Column
from smartgoal.model.series import Series


@dataclass(frozen=True, slots=True)
class Content:
    """What a reader found; problems go to the document."""

    series: tuple[Series, ...] = ()
    economics: Mapping[str, Any] = field(default_factory=dict)
    columns: tuple[Column, ...] = ()


class Format(NamedTuple):
    """One export format. `claims` looks at the first rows only; `read` is called once, if no other format claims.

    `ends_lines`: the platform ends the last line too, so that a file whose last line is open was cut off.
    """

    id: str
    claims: Callable[[Document], bool]
    read: Callable[[Document], Content]
    ends_lines: bool = True
