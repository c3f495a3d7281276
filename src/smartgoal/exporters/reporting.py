"""When and where it is told how the goal is doing."""

from datetime import date, timedelta

from smartgoal.exporters.parts import Source


def checkpoints(start: date, deadline: date) -> tuple[date, ...]:
    """Days to look at the number: weekly, two-weekly over half a year or more, never fewer than the deadline alone."""
    days = (deadline - start).days
    every = 7 if days <= 180 else 14
    return (*(start + timedelta(days=offset) for offset in range(every, max(days, 1), every)), deadline)


def reporting(source: Source) -> str:
    """One sentence on the check-ins, or nothing where there are no dates."""
    start, deadline = source.start, source.plan.goal.deadline
    if start is None or deadline is None or deadline <= start:
        return ""
    first = checkpoints(start, deadline)[0]
    language = source.language
    if first == deadline:
        return language.text("On {deadline}, when the period ends.", deadline=deadline)
    every = language.text("every week") if (first - start).days == 7 else language.text("every two weeks")
    return language.text("First on {first}, then {every}; the result on {deadline}.",
                         first=first, every=every, deadline=deadline)  # fmt: skip
