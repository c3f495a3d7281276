"""How a closed goal ended, for those who read its document."""

from collections.abc import Iterable

from smartgoal.exporters.document import Block, facts, part
from smartgoal.exporters.parts import Source
from smartgoal.exporters.sentence import level_unit
from smartgoal.model.arithmetic import target_level
from smartgoal.model.quantity import Quantity
from smartgoal.planning.readings import tracked_goal


def outcome(source: Source) -> Iterable[Block]:
    """The last number with its day, the target and why it ended so; nothing while the plan runs."""
    ended, text = source.plan.outcome, source.language.text
    if ended is None or ended.value is None:
        return ()
    goal = tracked_goal(source.plan)
    target, unit = target_level(goal), level_unit(goal)
    value = text("{value}", value=Quantity(ended.value, unit, goal.metric if unit == "count" else None, goal.per))
    if goal.kind == "milestone":
        value = text("has happened") if ended.value else text("not yet")
    return part(text("How it ended"), facts([
        (text("Result"), text("{value} ({day})", value=value, day=ended.date)),
        (text("Target"), "" if target is None else text("{value}", value=Quantity(target, unit, None, goal.per))),
        (text("Why"), ended.why or ""),
    ]))  # fmt: skip
