"""The end of a goal in words."""

from collections.abc import Iterator
from decimal import Decimal

from smartgoal.exporters.figures import whole_percent
from smartgoal.exporters.sentence import level_unit
from smartgoal.language import N_, Language
from smartgoal.model.arithmetic import direction, target_level
from smartgoal.model.plan import Plan
from smartgoal.model.quantity import Quantity
from smartgoal.planning.deciding import is_late
from smartgoal.planning.outcome import in_time
from smartgoal.planning.readings import Point, tracked_goal
from smartgoal.planning.tracking import share

SCALE = {
    2: N_("much more than expected"),
    1: N_("more than expected"),
    0: N_("as expected"),
    -1: N_("less than expected"),
    -2: N_("no better than at the start"),
}
WHERE_LESS_IS_BETTER = {
    2: N_("much better than expected"),
    1: N_("better than expected"),
    -1: N_("worse than expected"),
}


def closing_lines(plan: Plan, language: Language, file: str) -> Iterator[str]:
    """The result, its step on the scale, and how to go on."""
    outcome, goal = plan.outcome, tracked_goal(plan)
    assert outcome is not None
    target, unit = target_level(goal), level_unit(goal)
    if outcome.value is not None and target is not None:
        yield language.text("Result: {value} ({day}), the target was {target}.", day=outcome.date,
                            value=Quantity(outcome.value, unit, goal.metric if unit == "count" else None, goal.per),
                            target=Quantity(target, unit, None, goal.per))  # fmt: skip
    known = in_time(plan, outcome.date) | ({} if outcome.value is None else {outcome.date: outcome.value})
    held = share(goal, outcome.value, list(known.items())) if goal.hold else None
    if held is not None:
        yield language.text("It held at {share} of check-ins.", share=whole_percent(held))
    yield from outcome_lines(plan, language)
    yield language.text("The next period: smartgoal new --from {file}", file=file)


def timing_lines(plan: Plan, typed: Point | None, language: Language) -> Iterator[str]:
    """What the day of a number tells: that another one counts, or that none is known of the last day."""
    outcome, deadline, unit = plan.outcome, plan.goal.deadline, level_unit(tracked_goal(plan))
    if outcome is None or outcome.value is None or deadline is None:
        return
    if plan.goal.kind == "milestone":
        if outcome.value and outcome.date > deadline:
            yield language.text("It is told as happened on {day}, {days} after {deadline}. If it was earlier, close "
                                "the plan again with its day: --on DATE.", day=outcome.date, deadline=deadline,
                                days=Quantity(Decimal((outcome.date - deadline).days), "day"))  # fmt: skip
    elif typed is not None and typed[0] != outcome.date:
        yield language.text("{typed} is the number of {day}; what counts is that of {deadline}: {value} ({read}).",
                            typed=Quantity(typed[1], unit), day=typed[0], deadline=deadline,
                            value=Quantity(outcome.value, unit), read=outcome.date)  # fmt: skip
    elif is_late(plan, outcome.date):
        yield language.text("{value} is the number of {day}; of {deadline}, the last day, none was noted. If you know "
                            "it, close the plan again with its day: --on DATE.", value=Quantity(outcome.value, unit),
                            day=outcome.date, deadline=deadline)  # fmt: skip


def outcome_lines(plan: Plan, language: Language) -> Iterator[str]:
    """The step on the scale, why, and the lesson."""
    outcome = plan.outcome
    assert outcome is not None
    if outcome.scale is not None:
        falling = direction(tracked_goal(plan)) == "decrease"
        late = plan.goal.kind == "milestone" and outcome.scale == -1
        meaning = (
            N_("later than planned")
            if late
            else (WHERE_LESS_IS_BETTER if falling else {}).get(outcome.scale, SCALE[outcome.scale])
        )
        yield language.text("On the scale from -2 to +2: {scale} – {meaning}.",
                            scale=f"{outcome.scale:+d}" if outcome.scale else "0",
                            meaning=language.text(meaning))  # fmt: skip
    if outcome.why:
        yield language.text("Why: {why}", why=outcome.why)
    if outcome.lesson:
        yield language.text("For next time: {lesson}", lesson=outcome.lesson)
