"""How files are to be read: flags and the folder's smartgoal.toml, as the importers take them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path

from smartgoal.cli.answers.ids import known_id
from smartgoal.cli.settings import settings_file
from smartgoal.errors import UsageError
from smartgoal.importers import Options
from smartgoal.language import Language
from smartgoal.model.years import YEARS


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is looked for in the files, and how the flags say they are to be read."""

    today: date
    language: Language
    metric: str | None = None
    platform: str | None = None
    followers_now: str | None = None
    mapping: tuple[str, ...] = ()
    columns: Mapping[str, str] = field(default_factory=dict)
    encoding: str | None = None
    dates: str | None = None
    year: str | None = None
    progress: Callable[[str, int, int], None] | None = None


def options_of(wanted: Wanted) -> Options:
    """The importers' options. Raises UsageError for a flag that is not understood."""
    if wanted.dates not in {None, "day-first", "month-first"}:
        raise UsageError("--dates takes day-first or month-first, not {text}.", text=wanted.dates)
    asked = dict(map(mapped, wanted.mapping))
    return Options(
        today=wanted.today,
        platform=known_id(wanted.platform, "platform") if wanted.platform else None,
        mapping={**wanted.columns, **asked},
        asked=frozenset(asked),
        followers_now=followers(wanted.followers_now),
        encoding=wanted.encoding,
        date_order=wanted.dates.replace("-", "_") if wanted.dates else None,  # type: ignore[arg-type]
        year=last_year(wanted.year),
        progress=wanted.progress,
    )


def last_year(text: str | None) -> int | None:
    """The year of `--year`."""
    if text is not None and not (text.isascii() and text.isdecimal() and int(text) in YEARS):
        raise UsageError("--year {text} is not a year.", advice="Write it as 2026.", text=text)
    return None if text is None else int(text)


def folder_columns(folder: Path) -> Mapping[str, str]:
    """What `[defaults.map]` of the folder's smartgoal.toml says of columns; flags win over it."""
    file = settings_file(folder)
    if file is None:
        return {}
    from smartgoal.store import read_defaults

    columns = read_defaults(file).columns
    return {name: metric if metric == "-" else known_id(metric, "metric") for name, metric in columns.items()}


def mapped(pair: str) -> tuple[str, str]:
    """One `--map "COLUMN=METRIC"`; "-" leaves a column out."""
    column, equals, metric = pair.rpartition("=")
    if not equals or not column.strip():
        raise UsageError(
            "--map {pair} is not understood.", advice='Write it as --map "Followers=followers".', pair=pair
        )
    return column.strip(), metric.strip() if metric.strip() == "-" else known_id(metric, "metric", "map")


def followers(text: str | None) -> Decimal | None:
    """The number of `--followers-now`."""
    if text is None:
        return None
    from smartgoal.parsing import parse_amount

    read = parse_amount(text)
    if read is None or read.value < 0:
        raise UsageError("{flag}: {text} is not an amount.", flag="--followers-now", text=text)
    return read.value
