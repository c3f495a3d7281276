"""A plan as calendar entries: steps, check-ins and the deadline, all-day, with ids that stay the same."""

import hashlib
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Event

from smartgoal.exporters.parts import Source, result_text, title
from smartgoal.exporters.reporting import checkpoints
from smartgoal.exporters.sentence import plan_sentence
from smartgoal.language.printable import printable
from smartgoal.model.plan import Plan


def calendar(source: Source) -> str:
    """The plan as iCalendar text (RFC 5545). A second import of a changed plan updates the entries of the first."""
    result = Calendar()
    result.add("prodid", "-//smartgoal//EN")
    result.add("version", "2.0")
    for event in events(source):
        result.add_component(event)
    return str(result.to_ical(), "utf-8")


def events(source: Source) -> Iterator[Event]:
    """One entry for each step, check-in and the deadline; of a closed plan those that began before its end."""
    plan, text = source.plan, source.language.text
    for number, step in enumerate(plan.steps, start=1):
        if step.due is not None and is_ahead_of_end(plan, step.start or step.due):
            details = "\n".join(each for each in (result_text(step, source), step.indicator, step.if_then) if each)
            name = text("Step {number}: {title}", number=number, title=step.title)
            yield entry(source, f"step-{number}", step.start or step.due, step.due, name, details)
    deadline = plan.goal.deadline
    if source.start is None or deadline is None:
        return
    for number, day in enumerate(checkpoints(source.start, deadline)[:-1], start=1):
        if is_ahead_of_end(plan, day):
            yield entry(source, f"check-{number}", day, day, text("Check-in: {title}", title=title(source)), "")
    if not is_ahead_of_end(plan, deadline):
        return
    sentence = plan_sentence(plan, source.language)
    yield entry(source, "deadline", deadline, deadline, text("Deadline: {title}", title=title(source)), sentence)


def is_ahead_of_end(plan: Plan, day: date) -> bool:
    """Whether the plan was still open on that day."""
    return plan.outcome is None or day <= plan.outcome.date


def entry(source: Source, part: str, first: date, last: date, name: str, details: str) -> Event:
    """An all-day entry from `first` to `last`. Its id comes from what the plan was when it was made."""
    plan = source.plan
    own = "|".join([*(original(plan, what) for what in ("client", "metric", "platform")), str(plan.created), part])
    event = Event()
    event.add("uid", f"{hashlib.sha256(own.encode()).hexdigest()[:32]}@smartgoal")
    event.add("summary", printable(name))
    event.add("dtstart", min(first, last))
    event.add("dtend", last + timedelta(days=1))
    event.add("dtstamp", datetime(*last_touch(plan, first).timetuple()[:3], tzinfo=UTC))
    event.add("sequence", len(plan.changes) + len(plan.progress))
    event.add("transp", "TRANSPARENT")
    if details:
        event.add("description", "\n".join(printable(line) for line in details.split("\n")))
    return event


def original(plan: Plan, what: str) -> str:
    """A part of the plan as it was before any edit, which the record of changes tells."""
    first = next((each.old for each in plan.changes if each.what == what), None)
    return first if first is not None else str(plan.client if what == "client" else getattr(plan.goal, what))


def last_touch(plan: Plan, otherwise: date) -> date:
    """The day of the last change, check-in or tick; the day of creation where there is none."""
    moved, told = [each.date for each in plan.changes], [row.date for row in plan.progress]
    return max([*moved, *told, plan.created or otherwise])
