"""Exported files on their way into a plan, a forecast or a report."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from smartgoal.cli.answers.ids import known_id
from smartgoal.errors import FileError, UsageError
from smartgoal.importers import Import, Options, read_files
from smartgoal.importers.plans import with_numbers
from smartgoal.importers.problems import problem_rows
from smartgoal.importers.summary import combined
from smartgoal.language import Language
from smartgoal.model.plan import YEARS, Plan
from smartgoal.model.series import Problem, Series

if TYPE_CHECKING:
    from smartgoal.cli.environment import Environment
    from smartgoal.cli.making import Making


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
    return Options(
        today=wanted.today,
        platform=known_id(wanted.platform, "platform") if wanted.platform else None,
        mapping={**wanted.columns, **dict(map(mapped, wanted.mapping))},
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
    from smartgoal.store import defaults_for

    columns = defaults_for(folder).columns
    return {name: metric if metric == "-" else known_id(metric, "metric") for name, metric in columns.items()}


def mapped(pair: str) -> tuple[str, str]:
    """One `--map "COLUMN=METRIC"`; "-" leaves a column out."""
    column, equals, metric = pair.rpartition("=")
    if not equals or not column.strip():
        raise UsageError(
            "--map {pair} is not understood.", advice='Write it as --map "Followers=followers".', pair=pair
        )
    return column.strip(), metric.strip() if metric.strip() == "-" else known_id(metric, "metric")


def followers(text: str | None) -> Decimal | None:
    """The number of `--followers-now`."""
    if text is None:
        return None
    from smartgoal.parsing import parse_amount

    read = parse_amount(text)
    if read is None or read.value < 0:
        raise UsageError("{flag}: {text} is not an amount.", flag="--followers-now", text=text)
    return read.value


def imported(files: Iterable[Path], wanted: Wanted) -> list[Import]:
    """The files as read. Raises FileError where one of them gave nothing at all."""
    found = read_files(files, options_of(wanted))
    for each in found:
        if each.failed:
            worst = next(problem for problem in each.problems if problem.severity == "error")
            raise FileError("{reason}", place=each.file, reason=problem_text(worst, wanted.language))
    return found


def problem_text(each: Problem, language: Language) -> str:
    """What a problem says, with what to do."""
    row = problem_rows()[each.code]
    parts = (row.messages.get(language.code, ""), row.advice.get(language.code, ""))
    return " ".join(language.fill(part, each.values) for part in parts if part)


def series_for(files: tuple[Path, ...], wanted: Wanted) -> Series:
    """The one series that was asked for. Raises UsageError where there is none, or more than one fits."""
    series, _ = combined(imported(files, wanted))
    metric = known_id(wanted.metric, "metric") if wanted.metric else None
    fitting = [
        each
        for each in series
        if metric in {None, each.metric} and each.platform in {None, wanted.platform or each.platform}
    ]
    if len(fitting) == 1:
        return fitting[0]
    names = tuple(dict.fromkeys(f"{each.platform or '?'}.{each.metric}" for each in fitting or series))
    if not fitting and metric == "followers" and any(each.metric == "new_followers" for each in series):
        raise UsageError("The file says how many joined and left, not how many there are.",
                         advice="Add today's number: --followers-now 1901")  # fmt: skip
    if not fitting:
        raise UsageError("The files hold nothing of {metric}; they hold {names}.", metric=metric or "?", names=names)
    raise UsageError("The files hold more than one series: {names}.", advice="Choose with --metric and --platform.",
                     names=names)  # fmt: skip


def series_of_goal(files: tuple[Path, ...], plan: Plan, wanted: Wanted) -> Series:
    """The series of a plan's goal."""
    return series_for(files, replace(wanted, metric=plan.goal.metric, platform=plan.goal.platform))


def with_imports(plan: Plan, making: "Making", environment: "Environment") -> Plan:
    """The plan with point A, history and prices of the files; what is wrong with them is told on standard error."""
    from smartgoal.cli.answers.plan import with_start_value

    wanted = Wanted(today=making.today, language=environment.language, platform=plan.goal.platform,
                    followers_now=making.followers_now, mapping=making.mapping,
                    columns=folder_columns(environment.folder) if making.config else {})  # fmt: skip
    found = imported(making.files, wanted)
    tell_problems(found, environment.tell, environment.language)
    plan = with_numbers(plan, found)
    return replace(plan, goal=with_start_value(plan.goal, plan.point_a))


def tell_problems(found: Iterable[Import], tell: Callable[[str], None], language: Language) -> None:
    """Each problem on a line, with its file and line."""
    for each in found:
        for problem in each.problems:
            line = f":{problem.line}" if problem.line else ""
            tell(f"{each.file}{line}: {problem_text(problem, language)}")
