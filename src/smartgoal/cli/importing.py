"""Exported files on their way into a plan, a forecast or a report."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from smartgoal.cli.answers.ids import known_id
from smartgoal.cli.import_options import Wanted, folder_columns, options_of
from smartgoal.cli.views.reading import problem_text
from smartgoal.errors import FileError, UsageError
from smartgoal.importers import Import, read_files
from smartgoal.importers.plans import with_numbers
from smartgoal.importers.summary import combined
from smartgoal.language import Language
from smartgoal.model.plan import Plan
from smartgoal.model.series import Series

if TYPE_CHECKING:
    from smartgoal.cli.environment import Environment
    from smartgoal.cli.making import Making


def imported(files: Iterable[Path], wanted: Wanted) -> list[Import]:
    """The files as read. Raises FileError where one of them gave nothing at all."""
    found = read_files(files, options_of(wanted))
    for each in found:
        if each.failed:
            worst = next(problem for problem in each.problems if problem.severity == "error")
            raise FileError("{reason}", place=each.file, reason=problem_text(worst, wanted.language))
    return found


def series_for(files: tuple[Path, ...], wanted: Wanted) -> Series:
    """The one series of the files that was asked for. Raises UsageError where there is none, or more than one fits."""
    return one_series(imported(files, wanted), wanted)


def one_series(found: Iterable[Import], wanted: Wanted) -> Series:
    """The one series that was asked for. Raises UsageError where there is none, or more than one fits."""
    series, _ = combined(found)
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


def series_of_goal(found: Iterable[Import], plan: Plan, wanted: Wanted) -> Series:
    """The series of a plan's goal."""
    return one_series(found, replace(wanted, metric=plan.goal.metric, platform=plan.goal.platform))


def with_imports(plan: Plan, making: "Making", environment: "Environment") -> Plan:
    """The plan with point A, history and prices of the files; what is wrong with them is told on standard error."""
    from smartgoal.cli.answers.plan import with_start_value

    found = files_read(plan, making, environment)
    tell_problems(found, environment.tell, environment.language)
    plan = with_numbers(plan, found, making.today)
    return replace(plan, goal=with_start_value(plan.goal, plan.point_a))


def files_read(plan: Plan, making: "Making", environment: "Environment") -> list[Import]:
    """The files of `--import`, read for this plan. Raises FileError where one of them gave nothing at all."""
    wanted = Wanted(today=making.today, language=environment.language, platform=plan.goal.platform,
                    followers_now=making.followers_now, mapping=making.mapping,
                    columns=folder_columns(environment.folder) if making.config else {})  # fmt: skip
    return imported(making.files, wanted)


def tell_problems(found: Iterable[Import], tell: Callable[[str], None], language: Language) -> None:
    """Each problem with its file and line."""
    from smartgoal.cli.views.page import page_width, wrapped

    for each in found:
        for problem in each.problems:
            line = f":{problem.line}" if problem.line else ""
            text = f"{each.file}{line}: {problem_text(problem, language)}"
            tell("\n".join(wrapped(text, page_width(), "", "  ")))
