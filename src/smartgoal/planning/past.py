"""The account's own history, and what a goal asks of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING

from smartgoal.catalog import metric
from smartgoal.model.goal import Goal
from smartgoal.model.series import Form, Point
from smartgoal.planning.measuring import counts_gains, counts_gross, is_known
from smartgoal.planning.periods import daily_gains, holds_several

if TYPE_CHECKING:
    from smartgoal.forecast import Estimate
    from smartgoal.forecast.way import Question


@dataclass(frozen=True)
class Past:
    """Points in the goal's unit and the question; `twice` where answering it would count people twice."""

    points: tuple[Point, ...]
    form: Form
    question: "Question"
    twice: bool = False

    @property
    def tells(self) -> bool:
        """Whether there is enough of it for a chance."""
        return self.estimate.chance is not None

    @cached_property
    def estimate(self) -> "Estimate":
        """How likely the goal is if things go on as they did."""
        from smartgoal.forecast import Estimate, answer  # noqa: PLC0415 - only a plan with a history needs the engine

        if self.twice:
            return Estimate(chance=None, points=len(self.points), reasons=("counted_twice",))
        return answer(self.points, self.form, self.question)

    def even_date(self) -> date | None:
        """The day by which the target is an even bet."""
        from smartgoal.forecast.lift import even_date  # noqa: PLC0415 - as above

        return None if self.twice else even_date(self.points, self.form, self.question)


def past(
    points: Sequence[Point], goal: Goal, since: date, *, today: date | None = None, done: Decimal | None = None
) -> Past | None:
    """What can be asked of the history; None where there is none, or the goal has no number or date to ask for.

    `points` and the start value of `goal` stand in its unit, a flow's in its period. Of a sum, `done` had come `since`.
    """
    if not points or not is_known(goal.metric) or goal.value is None or goal.deadline is None:
        return None
    form = metric(goal.metric or "").form
    if goal.kind is None or goal.kind == "milestone" or form == "event" or counts_gross(goal):
        return None
    if counts_gains(goal) and goal.kind != "rate":
        points, form = daily_gains(points), "flow"
    from smartgoal.forecast.way import Question  # noqa: PLC0415 - as above

    twice = counts_twice(points, goal)
    relative = goal.kind in {"percent", "factor"}  # the same share of each day as of the period
    question = Question(
        kind=goal.kind,
        value=float(goal.value),
        by=goal.deadline,
        direction=goal.direction or "increase",
        per=None if twice and relative else goal.per,
        since=since,
        asked=today,
        base=_told(done if goal.kind == "total" else None if twice else start_of(goal, form)),
    )
    return Past(tuple(points), form, question, twice=twice and not relative)


def _told(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


def start_of(goal: Goal, form: Form) -> Decimal | None:
    """The start value that a change counts from; None where the history has to tell it."""
    return goal.baseline if form != "flow" or goal.per is not None else None


def counts_twice(points: Sequence[Point], goal: Goal) -> bool:
    """Whether the goal's period holds several rows of people who may be the same: reach a week out of days."""
    row = metric(goal.metric or "")
    return row.form == "flow" and not row.additive and holds_several(goal.per, points)
