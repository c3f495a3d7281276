"""How a plan comes to be: given answers, imported numbers, proposed steps, the wizard for the rest, one save."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from smartgoal.cli.answers.given import Given, from_table
from smartgoal.cli.answers.plan import plan_of
from smartgoal.cli.environment import Environment
from smartgoal.cli.judging import tell_unknown_keys
from smartgoal.cli.views.findings import finding_lines, summary, worth_telling
from smartgoal.cli.views.goal_json import judged
from smartgoal.cli.views.paint import Paint
from smartgoal.errors import ExitCode, UsageError
from smartgoal.language import N_, detect
from smartgoal.model.plan import Plan

if TYPE_CHECKING:
    from smartgoal.model.finding import Verdict
    from smartgoal.model.goal import Reading
    from smartgoal.store import Defaults

MISSING = {
    "metric": N_("what is counted (--metric, or --goal in words)"),
    "value": N_("the number (--target)"),
    "deadline": N_("the last day (--by)"),
    "steps": N_("the steps (--step, 3 or 4 times, or --steps auto)"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Making:
    """One call of `new`: what was given and how to go about the rest."""

    given: Given
    today: date
    answers: Path | None = None
    source: Path | None = None
    files: tuple[Path, ...] = ()
    mapping: tuple[str, ...] = ()
    followers_now: str | None = None
    output: Path | None = None
    force: bool = False
    dry_run: bool = False
    ask: bool = False
    strict: bool = False
    as_json: bool = False
    plain: bool = False
    config: bool = True


def make(making: Making, environment: Environment) -> int:
    """Make the plan and save it. The exit code is 0, or 1 where `--strict` found a failing criterion.

    Raises UsageError for missing answers when nobody can be asked, FileError for files.
    """
    defaults = folder_defaults(making, environment)
    tell_unknown_keys(defaults.problems, str(defaults.file), environment)
    given = complete_given(making, defaults)
    plan, reading = begun(making, given, defaults, environment)
    plan = prepared(plan, given, making, environment)
    missing = missing_parts(plan)
    if missing and making.ask:
        from smartgoal.cli.wizard import ask_the_rest

        return ask_the_rest(plan, making, environment)
    if missing:
        raise UsageError(
            "Missing: {parts}.", advice="Give them, or run it in a terminal to be asked: smartgoal new",
            parts="; ".join(environment.language.text(MISSING[part]) for part in missing),
        )  # fmt: skip
    return finish(plan, reading, making, environment)


def begun(
    making: Making, given: Given, defaults: "Defaults", environment: Environment
) -> tuple[Plan, "Reading | None"]:
    """The plan of the answers, or with `--from` the next period of another plan."""
    if making.source is None:
        return plan_of(given, today=making.today, language=plan_language(given, defaults, environment))
    from smartgoal.cli.continuing import continued

    wished = environment.language.code if environment.language_wished else None
    return continued(making.source, making.given, today=making.today, language=wished), None


def complete_given(making: Making, defaults: "Defaults") -> Given:
    """The flags, over the answers file, over the folder's defaults.

    Raises FileError for an answers file that cannot be read or understood.
    """
    given = making.given
    if making.answers is not None:
        from smartgoal.store import read_table

        given = given.over(from_table(read_table(making.answers), str(making.answers)))
    values = defaults.values
    below = Given(
        owner=values.get("owner"), market=values.get("market"), client=values.get("client"),
        currency=values.get("currency"),
    )  # fmt: skip
    return given.over(below)


def folder_defaults(making: Making, environment: Environment) -> "Defaults":
    """What the nearest smartgoal.toml says, or nothing with `--no-config`."""
    from smartgoal.cli.settings import defaults_for
    from smartgoal.store import Defaults

    return defaults_for(place_of(making, environment)) if making.config else Defaults()


def place_of(making: Making, environment: Environment) -> Path:
    """The folder the plan will be saved in."""
    return making.output.parent if making.output is not None else environment.folder


def plan_language(given: Given, defaults: "Defaults", environment: Environment) -> str:
    """The language of the plan: asked for, else the folder's, else that of its sentence, else the tool's."""
    if environment.language_wished:
        return environment.language.code
    default = defaults.values.get("language")
    return default or (detect(given.goal) if given.goal else environment.language.code)


def prepared(plan: Plan, given: Given, making: Making, environment: Environment) -> Plan:
    """The plan with imported numbers, a title and, where they were asked for, proposed steps."""
    if making.files:
        from smartgoal.cli.importing import with_imports

        plan = with_imports(plan, making, environment)
    if given.tables:
        from smartgoal.store import with_tables

        plan = with_tables(plan, given.tables, str(making.answers))
    taken_over = making.source is not None and not given.step
    if given.steps == "auto" and (taken_over or not plan.steps) and plan.goal.deadline is not None:
        from smartgoal.cli.proposing import proposed_steps

        plan = replace(plan, steps=proposed_steps(replace(plan, steps=()), today=making.today))
    return titled(plan)


def titled(plan: Plan) -> Plan:
    """The plan with a title: client and goal, in the plan's language."""
    if plan.title:
        return plan
    from smartgoal.exporters.sentence import head
    from smartgoal.language import load

    title = head(plan.goal, load(plan.language or "en"))
    return replace(plan, title=f"{plan.client}: {title}" if plan.client and title else title or plan.client)


def missing_parts(plan: Plan) -> list[str]:
    """What a plan cannot do without: metric, number (or event), last day, steps."""
    return list(_missing(plan))


def _missing(plan: Plan) -> Iterator[str]:
    goal = plan.goal
    event = goal.kind == "milestone"
    if goal.metric is None and not event and not goal.statement:
        yield "metric"
    if goal.value is None and not event:
        yield "value"
    if goal.deadline is None:
        yield "deadline"
    if not plan.steps:
        yield "steps"


def finish(plan: Plan, reading: "Reading | None", making: Making, environment: Environment) -> int:
    """Judge, save, tell; or print what the file would hold."""
    from smartgoal.criteria import judge

    verdict = judge(plan, today=plan.created or making.today, reading=reading)
    failed = making.strict and "no" in verdict.criteria.values()
    kept = None if failed or making.dry_run else saved(plan, making, environment)
    if making.as_json:
        environment.say_json(judged({"file": None}, plan.goal, verdict, reading, environment.language))
    else:
        tell_findings(verdict, environment, plain=making.plain)
    if failed:
        environment.tell(environment.language.text("Nothing was saved: --strict."))
        return int(ExitCode.GOAL_FAILS)
    told = environment.tell if making.as_json else environment.say
    if kept is not None:
        told(environment.language.text("Saved: {file}", file=str(kept)))
    elif not making.as_json:
        from smartgoal.store import dumps

        environment.stdout.write(dumps(plan))
    return int(ExitCode.DONE)


def tell_findings(verdict: "Verdict", environment: Environment, *, plain: bool) -> None:
    """What is weak, on standard error: standard output holds what was asked for."""
    from smartgoal.cli.views.page import page_width

    paint = Paint.of(environment, environment.stderr, plain=plain)
    environment.tell(summary(verdict, environment.language, page_width()))
    for finding in worth_telling(verdict.findings):
        environment.tell("\n".join(finding_lines(finding, environment.language, paint, page_width())))


def saved(plan: Plan, making: Making, environment: Environment) -> Path:
    """The file that the plan was written to: before anything is told, so that a reader who has gone costs no plan."""
    from smartgoal.store import file_name, save

    path = making.output or environment.folder / file_name(plan)
    save(plan, path, force=making.force)
    return path
