"""Inputs of `check` and their verdicts: a sentence or a plan file, or the error that kept it from being read."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from smartgoal.cli.environment import Environment
from smartgoal.cli.views.goal_json import judged
from smartgoal.errors import ExitCode, SmartgoalError, UsageError
from smartgoal.language.printable import printable
from smartgoal.model.finding import Verdict
from smartgoal.model.goal import Reading
from smartgoal.model.plan import Plan
from smartgoal.model.series import Problem

MAX_SENTENCE = 2000


@dataclass(frozen=True, slots=True)
class Judged:
    """One input and its verdict, or the error that kept it from being read.

    `made` is the day of a plan that was judged as of that day, though it holds newer numbers.
    """

    source: dict[str, Any]
    plan: Plan | None = None
    verdict: Verdict | None = None
    reading: Reading | None = None
    error: SmartgoalError | None = None
    problems: tuple[Problem, ...] = ()
    made: date | None = None


def judge_text(text: str, today: date, source: dict[str, Any]) -> Judged:
    """A sentence judged by its words alone."""
    from smartgoal.criteria import judge
    from smartgoal.parsing import read

    if len(text) > MAX_SENTENCE:
        error = UsageError("The sentence has {count} characters; at most {most} are read.", count=len(text),
                           most=MAX_SENTENCE)  # fmt: skip
        return Judged(source, error=error)
    reading = read(text, today=today)
    plan = Plan(created=today, language=reading.language, goal=reading.goal)
    return Judged(source, plan, judge(plan, today=today, reading=reading), reading)


def judge_files(paths: list[Path], today: date, as_of: date | None) -> Iterator[Judged]:
    """Each plan file in turn; one that cannot be read does not stop the others."""
    from smartgoal.criteria import judge
    from smartgoal.planning.readings import knows_more
    from smartgoal.store import find_plans, load

    for path in (file for given in paths for file in (find_plans(given) if given.is_dir() else [given])):
        source = {"file": str(path)}
        try:
            loaded = load(path)
        except SmartgoalError as error:
            yield Judged(source, error=error)
            continue
        plan = loaded.plan
        verdict = judge(plan, today=as_of or plan.created or today, mended=as_of or today)
        made = plan.created if as_of is None and plan.created and knows_more(plan, plan.created) else None
        yield Judged(source, plan, verdict, problems=loaded.problems, made=made)


def outcome(result: Judged) -> ExitCode:
    """The exit code of one input."""
    if result.error is not None:
        return result.error.exit_code
    assert result.verdict is not None
    return ExitCode.GOAL_FAILS if "no" in result.verdict.criteria.values() else ExitCode.DONE


def json_line(result: Judged, environment: Environment) -> dict[str, Any]:
    """The JSON object of one input."""
    if result.error is not None:
        said = environment.language.text(result.error.message, **result.error.values)
        return {"source": result.source, "error": {"message": said, "line": line_of(result.error)}}
    assert result.plan is not None
    assert result.verdict is not None
    line = judged(result.source, result.plan.goal, result.verdict, result.reading, environment.language)
    return line | {"language": result.plan.language or line["language"]}


def line_of(error: SmartgoalError) -> int | None:
    """The line that the place of an error names, if it names one."""
    _, _, line = (error.place or "").rpartition(":")
    return int(line) if line.isdigit() else None


def tell_unknown_keys(problems: tuple[Problem, ...], place: str, environment: Environment) -> None:
    """Keys of a file that nobody knows, each with its line, on standard error."""
    if not problems:
        return
    from smartgoal.store import message_of

    for problem in problems:
        line = f":{problem.line}" if problem.line else ""
        environment.tell(
            f"{printable(place)}{line}: {environment.language.text(message_of(problem), **problem.values)}"
        )
