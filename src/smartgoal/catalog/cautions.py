"""What breaks a platform's rules or a law, or needs care: the rows of cautions.toml, with the day they were checked."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any, Literal

from smartgoal.catalog.rows import Texts, rows_of

CautionKind = Literal["platform_rule", "law", "platform_decides"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Caution:
    """One caution. `topics` are what the words of a step or goal speak of (rows of risk_words.toml).

    Empty `platforms` or `markets` mean any; a caution of kind "law" always names its market. `tactic` does the
    same job without the risk. `since` is the day (ISO) from which it holds, `checked` the month when its
    source was last read.
    """

    id: str
    kind: CautionKind
    severity: Literal["error", "warning", "note"]
    topics: tuple[str, ...]
    platforms: tuple[str, ...]
    except_platforms: tuple[str, ...]
    markets: tuple[str, ...]
    message: Texts
    replacement: Texts
    tactic: str | None
    source: str
    year: int
    checked: str
    since: str | None

    def holds(self, topic: str, platform: str | None, market: str | None) -> bool:
        """Whether it speaks about this topic on this platform in this market."""
        here = (not self.platforms or platform in self.platforms) and platform not in self.except_platforms
        return topic in self.topics and here and (not self.markets or market in self.markets)


def caution(identifier: str) -> Caution:
    """The caution of that id. KeyError for an unknown one."""
    return cautions()[identifier]


@cache
def cautions() -> Mapping[str, Caution]:
    """All cautions by id, the heaviest first."""
    return MappingProxyType({key: _caution(key, row) for key, row in rows_of("cautions").items()})


def _caution(identifier: str, row: Mapping[str, Any]) -> Caution:
    return Caution(
        id=identifier,
        kind=row["kind"],
        severity=row["severity"],
        topics=tuple(row["topics"]),
        platforms=tuple(row.get("platforms", ())),
        except_platforms=tuple(row.get("except_platforms", ())),
        markets=tuple(row.get("markets", ())),
        message=row["message"],
        replacement=row["replacement"],
        tactic=row.get("tactic"),
        source=row["source"],
        year=row["year"],
        checked=row["checked"],
        since=row.get("since"),
    )
