"""Days for steps that have none."""

from dataclasses import replace
from datetime import date
from itertools import chain, repeat

from smartgoal.model.plan import Plan
from smartgoal.planning.schedule import slots


def with_days(plan: Plan, today: date) -> Plan:
    """The plan whose undated steps have the days of its period, once its last day is known."""
    goal = plan.goal
    begin = goal.start or today
    if goal.deadline is None or goal.deadline <= begin:
        return plan
    stretches = slots(begin, goal.deadline)
    steps = (
        step if step.due else replace(step, start=slot.start, due=slot.due)
        for step, slot in zip(plan.steps, chain(stretches, repeat(stretches[-1])), strict=False)
    )
    return replace(plan, steps=tuple(steps))
