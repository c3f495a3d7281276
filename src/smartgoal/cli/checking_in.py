"""A check-in on its way into the plan file: a typed number, a ticked step, a note, the new days of an export."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from smartgoal.catalog import metric
from smartgoal.cli.environment import Environment
from smartgoal.cli.slips import LOG_AGAIN, tell_of_slips
from smartgoal.cli.tracking import past_day, step_number, typed_value
from smartgoal.cli.views.status import standing_lines
from smartgoal.errors import UsageError
from smartgoal.model.plan import Plan, Progress
from smartgoal.model.quantity import Term
from smartgoal.planning.readings import tracked_goal

if TYPE_CHECKING:
    from smartgoal.cli.imported_days import Imported
    from smartgoal.importers import Import


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckIn:
    """One call of `log`."""

    path: Path
    today: date
    value: str | None = None
    on: str | None = None
    note: str | None = None
    step: str | None = None
    files: tuple[Path, ...] = ()
    followers_now: str | None = None
    mapping: tuple[str, ...] = ()
    plain: bool = False


def check_in(given: CheckIn, environment: Environment) -> None:
    """Append the rows and tell where the plan stands now. Raises UsageError for what is not understood."""
    from smartgoal.store import edit, load

    loaded = load(given.path).plan
    if loaded.outcome is not None:
        raise UsageError("This plan is closed.", advice="Go on with: smartgoal new --from PLAN")
    typed = tuple(typed_rows(given, loaded, environment))
    found = from_files(given, loaded, environment) if given.files else None
    if not typed and not given.files:
        raise UsageError("Nothing to note: give a number, --step or --import.", advice="See: smartgoal log --help")
    saved = edit(given.path, lambda now: with_rows(now, found.rows if found else (), typed)).plan
    environment.say(noted(loaded, saved, found.waits if found else None, environment))
    for row in typed:
        tell_of_slips(row, loaded, environment, LOG_AGAIN)
    for line in standing_lines(saved, environment.language, given.today, plain=given.plain):
        environment.say(line)


def typed_rows(given: CheckIn, plan: Plan, environment: Environment) -> Iterator[Progress]:
    """What was typed, as one row."""
    if given.value is None and given.step is None and (given.note is None or given.files):
        return
    yield Progress(
        date=past_day(given.on, environment, given.today) if given.on else given.today,
        value=typed_value(given.value, plan) if given.value is not None else None,
        step=step_number(given.step, plan) if given.step is not None else None,
        note=given.note,
    )


def from_files(given: CheckIn, plan: Plan, environment: Environment) -> "Imported":
    """The days of the files, up to today."""
    from smartgoal.cli.import_options import Wanted
    from smartgoal.cli.imported_days import imported_rows
    from smartgoal.cli.importing import imported, tell_problems

    wanted = Wanted(today=given.today, language=environment.language, followers_now=given.followers_now,
                    mapping=given.mapping)  # fmt: skip
    files = imported(given.files, wanted)
    found = imported_rows(files, plan, wanted)
    tell_problems(map(without_notes, files), environment.tell, environment.language)
    goal = tracked_goal(plan)
    if goal.kind == "total" and goal.metric is not None and not metric(goal.metric).additive:
        environment.tell(environment.language.text("{metric:cap}: people seen on several days count more than once.",
                                                   metric=Term("metric", goal.metric)))  # fmt: skip
    if not found.rows or given.value is not None:
        return found
    return replace(found, rows=(*found.rows[:-1], replace(found.rows[-1], note=given.note)))


def without_notes(found: "Import") -> "Import":
    """The file with what costs rows or may be wrong; the plan itself says of which platform it is."""
    told = (each for each in found.problems if each.severity != "note" and each.code != "platform_unknown")
    return replace(found, problems=tuple(told))


def with_rows(plan: Plan, days: tuple[Progress, ...], typed: tuple[Progress, ...]) -> Plan:
    """The plan with the rows appended.

    A day of a file comes in where the plan has no number for it: what was typed by hand is not overruled. A typed row
    is left out where it says nothing new, so that a doubled call changes nothing.
    """
    known = {row.date for row in plan.progress if row.value is not None}
    fresh = tuple(row for row in days if row.date not in known)
    return replace(plan, progress=(*plan.progress, *fresh, *(row for row in typed if says_more(row, plan))))


def says_more(row: Progress, plan: Plan) -> bool:
    """False where the plan says the same already: as its last number of that day, or anywhere for a step or note."""
    same_day = [each for each in plan.progress if each.date == row.date]
    if row.value is None:
        return row not in same_day
    return row not in [each for each in same_day if each.value is not None][-1:]


def noted(before: Plan, after: Plan, waits: date | None, environment: Environment) -> str:
    """How many rows came in, or why none did."""
    count = len(after.progress) - len(before.progress)
    if count == 1:
        return environment.language.text("Noted.")
    if count <= 0 and waits is not None:
        return environment.language.text(
            "Nothing noted yet: a number per period is noted at the end of a full week since the start, next on {day}.",
            day=waits)  # fmt: skip
    if count <= 0:
        return environment.language.text("Nothing new: the plan says so already.")
    return environment.language.text("Noted: {count}.", count=count)
