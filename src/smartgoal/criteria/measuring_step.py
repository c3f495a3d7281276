"""The step that finds out a start value nobody knows yet: "I don't know" is an answer, it becomes step 1."""

import datetime as dt
from collections.abc import Iterator

from smartgoal.catalog import Metric
from smartgoal.catalog.tactics import Tactic, tactics
from smartgoal.model.plan import Plan, Step

SHARE = 8  # the step takes an eighth of the time, at least a day


def measures_first(plan: Plan) -> bool:
    """Whether the first step is one of the catalogue's ways to measure, by its title or its result."""
    if not plan.steps:
        return False
    first = plan.steps[0]
    heads = {text.partition("{")[0] for row in _ways() for text in (*row.title.values(), *row.deliverable.values())}
    return any((first.title or "").startswith(head) or (first.result or "").startswith(head) for head in heads)


def measuring_step(metric: Metric, language: str, start: dt.date, deadline: dt.date, owner: str | None) -> Step:
    """The step that measures this metric, at the beginning of the way."""
    own = [row for row in _ways() if metric.id in row.metrics] or [row for row in _ways() if not row.metrics]
    name = metric.names[language]
    due = start + dt.timedelta(days=max(1, (deadline - start).days // SHARE))
    title = own[0].title[language].replace("{metric}", name)
    return Step(title=title, start=start, due=due, owner=owner, result=own[0].deliverable[language])


def _ways() -> Iterator[Tactic]:
    return (row for row in tactics().values() if row.situation == "unknown_start")
