"""A folder of plans: one row a goal, what needs attention first, grouped by client."""

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

from smartgoal.cli.environment import Environment
from smartgoal.cli.tracking import Found
from smartgoal.cli.views.goal_json import plain as plain_json
from smartgoal.cli.views.page import page_width, wrapped
from smartgoal.cli.views.paint import Paint
from smartgoal.errors import ExitCode, SmartgoalError
from smartgoal.exporters.figures import whole_percent
from smartgoal.language import N_, Language
from smartgoal.language.printable import printable
from smartgoal.model.plan import Plan
from smartgoal.model.quantity import Quantity, Term
from smartgoal.planning.conflicts import Conflict, conflicts
from smartgoal.planning.tracking import Standing, standing_now

URGENCY = ("missed", "behind", "no_data", "on_track", "not_started", "ahead", "met", "closed")
ROLES = {"missed": "bad", "behind": "bad", "no_data": "warn", "met": "good", "ahead": "good", "on_track": "good"}
NAMED = 3  # files that a message names
SPANS = {"day": 1, "week": 7, "month": 31}


@dataclass(frozen=True, slots=True)
class Row:
    """One file of the folder: its plan and standing, or its error."""

    path: Path
    plan: Plan | None = None
    standing: Standing | None = None
    error: SmartgoalError | None = None

    @property
    def client(self) -> str:
        """The client's name, empty where there is none."""
        return (self.plan.client or "") if self.plan else ""

    @property
    def urgency(self) -> tuple[int, int]:
        """Broken files first, then late, behind, unknown; inside that late steps and due check-ins first."""
        if self.standing is None:
            return (-1, 0)
        due = -len(self.standing.late_steps) - self.standing.check_due
        return (URGENCY.index(self.standing.state), due)


def rows_of(found: Iterable[Found], today: date) -> list[Row]:
    """A row for each file."""
    return [
        Row(each.path, each.plan, standing_now(each.plan, today) if each.plan else None, each.error) for each in found
    ]


def chosen(rows: Iterable[Row], owner: str | None, due: str | None) -> list[Row]:
    """The rows of an owner and of what is due in that time; broken files stay."""
    return [
        row for row in rows if row.plan is None or (owned(row.plan, owner) and (due is None or is_due(row, SPANS[due])))
    ]


def owned(plan: Plan, owner: str | None) -> bool:
    """True where the plan or one of its steps belongs to the owner."""
    names = {(name or "").casefold() for name in (plan.owner, *(step.owner for step in plan.steps))}
    return owner is None or owner.casefold() in names


def is_due(row: Row, days: int) -> bool:
    """True where a check-in, a step or the deadline falls within so many days, or has passed unticked."""
    found = row.standing
    assert found is not None
    assert row.plan is not None
    if found.state == "closed":
        return False
    until = found.today + timedelta(days=days)
    done = (*found.done_steps,)
    dates = [step.due for index, step in enumerate(row.plan.steps) if index not in done]
    return any(day is not None and day <= until for day in (found.next_check, row.plan.goal.deadline, *dates))


def folder_lines(rows: list[Row], environment: Environment, *, plain: bool, some: bool = False) -> Iterator[str]:
    """All rows by client, the client that needs attention most first; `some`: there are plans beside them."""
    language = environment.language
    paint = Paint.of(environment, environment.stdout, plain=plain)
    if not rows and some:
        yield language.text("There are plans here, but none that fits.")
        return
    if not rows:
        yield language.text("No plans here (files that end in .smartgoal.toml).")
        return
    by_client: dict[str, list[Row]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: (row.urgency, str(row.path))):
        by_client[row.client].append(row)
    for name, group in by_client.items():
        if name or len(by_client) > 1:
            yield paint(printable(name) or language.text("Without a client"), "strong")
        for row in group:
            yield from row_lines(row, environment, paint)


def conflict_lines(found: Iterable[Found], folder: Path, language: Language) -> Iterator[str]:
    """Goals that get in each other's way: two on one number, more spending than a client has."""
    from smartgoal.cli.settings import defaults_for

    settings = defaults_for(folder)
    plans = [(each.path, each.plan) for each in found if each.plan is not None]
    for conflict in conflicts(plans, settings.budgets):
        text = conflict_text(conflict, settings.values.get("currency"), language)
        yield from wrapped(text, page_width(), "! ", "  ")


def row_lines(row: Row, environment: Environment, paint: Paint) -> Iterator[str]:
    """State, share, days left and title of one plan, wrapped to the page; of a broken file what is wrong."""
    language = environment.language
    if row.standing is None or row.plan is None:
        assert row.error is not None
        said = language.text(row.error.message, **row.error.values)
        place = (row.error.place or str(row.path)).removeprefix(f"{environment.folder}{os.sep}")
        yield from wrapped(f"! {printable(place)}: {said}", page_width(), "", "    ")
        return
    found = row.standing
    state = paint(language.name("standing", found.word), ROLES.get(found.state, "dim"))
    parts = [state, *facts(found, language), own_name(row)]
    yield from wrapped(" · ".join(parts), page_width(), "  ", "    ")


def own_name(row: Row) -> str:
    """The title without the client above it, else the name of the file."""
    assert row.plan is not None
    return printable((row.plan.title or row.path.name).removeprefix(f"{row.client}: "))


def facts(found: Standing, language: Language) -> Iterator[str]:
    """Share, days left, late steps, a due check-in."""
    if found.share is not None and found.share >= 0:
        yield language.text("{value}", value=whole_percent(found.share))
    if found.days_left is not None and found.days_left >= 0 and found.state not in {"met", "closed"}:
        yield language.text("{days} left", days=Quantity(Decimal(found.days_left), "day"))
    if found.late_steps and found.state not in {"met", "closed"}:
        yield language.text("late steps: {count}", count=len(found.late_steps))
    if found.check_due:
        yield language.text("check-in due")


def conflict_text(conflict: Conflict, currency: str | None, language: Language) -> str:
    """Plans on one number, or limits above a client's budget."""
    if conflict.code == "same_metric":
        files, metric = named(conflict.files, language), Term("metric", conflict.metric or "")
        same = N_("{files} move the same number ({metric}) at the same time: their shares cannot be told apart.")
        return language.text(same, files=files, metric=metric)
    unit = currency or "count"
    return language.text("{client}: the plans may spend {sum} together, the budget is {budget}.",
                         client=conflict.client, sum=Quantity(conflict.total or Decimal(0), unit),
                         budget=Quantity(conflict.budget or Decimal(0), unit))  # fmt: skip


def named(files: tuple[Path, ...], language: Language) -> str:
    """The names of the files, a few of many."""
    names = [printable(file.name) for file in files]
    if len(names) <= NAMED:
        return language.joined(names)
    return language.text("{names} and {count} more", names=", ".join(names[:NAMED]), count=len(names) - NAMED)


def row_objects(rows: Iterable[Row], language: Language) -> Iterator[dict[str, object]]:
    """What `--json` tells of each plan, in order of urgency."""
    for row in sorted(rows, key=lambda row: (row.urgency, str(row.path))):
        yield row_object(row, language)


def row_object(row: Row, language: Language) -> dict[str, object]:
    """One plan as an object; a broken file has `error`."""
    source = {"file": str(row.path)}
    if row.standing is None or row.plan is None:
        assert row.error is not None
        return {
            "source": source,
            "error": {"message": language.text(row.error.message, **row.error.values), "line": None},
        }
    found, plan = row.standing, row.plan
    return {
        "source": source,
        "title": plan.title,
        "client": plan.client,
        "owner": plan.owner,
        "state": found.state,
        "value": plain_json(found.value),
        "on": plain_json(found.on),
        "share": None if found.share is None else round(float(found.share), 4),
        "remaining": plain_json(found.remaining),
        "needed_per_day": None if found.needed is None else round(float(found.needed), 4),
        "usual_per_day": None if found.usual is None else round(float(found.usual), 4),
        "planned": None if found.planned is None else round(float(found.planned), 4),
        "days_left": found.days_left,
        "deadline": plain_json(plan.goal.deadline),
        "late_steps": [index + 1 for index in found.late_steps],
        "done_steps": [index + 1 for index in found.done_steps],
        "next_check": plain_json(found.next_check),
        "check_due": found.check_due,
    }


def exit_code(found: Iterable[Found]) -> int:
    """3 where a file could not be read; met, due and late never change it."""
    return int(ExitCode.FILE if any(each.error for each in found) else ExitCode.DONE)
