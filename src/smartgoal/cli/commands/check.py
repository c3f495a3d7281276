"""`smartgoal check`: judges plan files, one goal in words, or a goal a line."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from smartgoal.cli.environment import Environment
from smartgoal.cli.judging import Judged, json_line, judge_files, judge_text, outcome, tell_unknown_keys
from smartgoal.cli.options import Json, Plain, Today, chosen_day
from smartgoal.cli.views.findings import answer_lines, finding_lines, summary, worth_telling
from smartgoal.cli.views.paint import Paint
from smartgoal.errors import ExitCode, SmartgoalError, UsageError
from smartgoal.language import N_
from smartgoal.language.printable import printable

NEWER = N_(
    "Judged as of {day}, the day it was made. There are newer numbers since: --as-of {today} counts them in, "
    "smartgoal status tells where it stands."
)
GOAL = N_('smartgoal check --text "250 new followers on VK in two weeks"')
EXAMPLES = f"""
smartgoal check plan.smartgoal.toml
{GOAL}
smartgoal check --lines goals.txt --json
"""


def check(
    context: typer.Context,
    plans: Annotated[
        list[Path] | None, typer.Argument(metavar="PLAN", help=N_("Plan files or folders of them."))
    ] = None,
    text: Annotated[str | None, typer.Option("--text", metavar="GOAL", help=N_("A goal in words."))] = None,
    lines: Annotated[
        str | None,
        typer.Option("--lines", metavar="FILE", help=N_("A file with one goal a line; - reads standard input.")),
    ] = None,
    as_of: Annotated[
        str | None,
        typer.Option("--as-of", metavar="DATE", help=N_("Judge a plan as of this day, not of its creation.")),
    ] = None,
    as_json: Json = False,
    plain: Plain = False,
    today: Today = None,
) -> int:
    """Judge and tell; exit 1 where a criterion fails, 3 where an input cannot be read."""
    environment: Environment = context.obj
    day = chosen_day(today, environment)
    if (plans is not None and bool(plans)) + (text is not None) + (lines is not None) != 1:
        raise UsageError("Give plan files, --text or --lines: one of the three.", advice="See: smartgoal check --help")
    if lines is not None:
        from smartgoal.cli.commands.check_lines import check_lines

        return check_lines(lines, day, environment, as_json=as_json)
    if text is not None:
        results: Iterator[Judged] = iter([judge_text(text, day, {"text": True})])
    else:
        moment = chosen_day(as_of, environment, flag="as-of") if as_of else None
        results = judge_files(plans or [], day, moment)
    worst = tell_all(results, day, environment, as_json=as_json, plain=plain)
    tell_conflicts(plans or [], environment)
    return worst


def tell_conflicts(places: list[Path], environment: Environment) -> None:
    """Plans of a folder that get in each other's way, on standard error: no plan fails by another one."""
    folders = [place for place in places if place.is_dir()]
    if folders:
        from smartgoal.cli.tracking import plans_under
        from smartgoal.cli.views.portfolio import conflict_lines

        for line in conflict_lines(plans_under(tuple(places)), folders[0], environment.language):
            environment.tell(line)


def tell_all(results: Iterator[Judged], today: date, environment: Environment, *, as_json: bool, plain: bool) -> int:
    """Write each result; the worst exit code of all."""
    worst = ExitCode.DONE
    for index, result in enumerate(results):
        if as_json:
            environment.say_json(json_line(result, environment))
        else:
            if index:
                environment.say()
            tell(result, today, environment, plain=plain)
        worst = max(worst, outcome(result))
    return int(worst)


def tell(result: Judged, today: date, environment: Environment, *, plain: bool) -> None:
    """One input for a person: name, summary, five answers, then what needs work."""
    from smartgoal.cli.boundary import report
    from smartgoal.cli.views.page import page_width, wrapped

    if result.error is not None:
        report(replace_place(result), environment)
        return
    assert result.verdict is not None
    tell_unknown_keys(result.problems, str(result.source.get("file", "")), environment)
    paint = Paint.of(environment, environment.stdout, plain=plain)
    name = result.source.get("file") or (result.reading.text if result.reading else "")
    environment.say(paint(printable(str(name)), "strong"))
    environment.say(summary(result.verdict, environment.language, page_width()))
    if result.made is not None:
        text = environment.language.text(NEWER, day=result.made, today=today.isoformat())
        environment.say("\n".join(wrapped(text, page_width(), "")))
    for line in answer_lines(result.verdict, environment.language, paint, page_width()):
        environment.say(line)
    for finding in worth_telling(result.verdict.findings):
        environment.say("\n".join(finding_lines(finding, environment.language, paint, page_width())))


def replace_place(result: Judged) -> SmartgoalError:
    """The error of an input, with the file named even where the error does not."""
    assert result.error is not None
    if result.error.place is None and "file" in result.source:
        result.error.place = result.source["file"]
    return result.error
