"""What would close a shortfall of the steps: money, days, or another tactic."""

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, Decimal

from smartgoal.model.plan import Plan
from smartgoal.planning.choice import Choice, Setting, choices
from smartgoal.planning.resources import Resources
from smartgoal.planning.schedule import slots
from smartgoal.planning.sums import coverage

_OFFERED = 3


@dataclass(frozen=True, slots=True)
class Closing:
    """Ways to close what is missing: the spend at the known price, more days at the usual pace, further tactics."""

    missing: Decimal
    spend: Decimal | None
    days: int | None
    tactics: tuple[Choice, ...]


def closing(plan: Plan, resources: Resources, *, today: date) -> Closing | None:
    """What would close the shortfall of the plan's steps; None where nothing is missing or it cannot be told."""
    missing = coverage(plan).missing
    if not missing or plan.goal.deadline is None:
        return None
    usual = resources.usual_per_day
    days = int((missing / usual).to_integral_value(ROUND_CEILING)) if usual is not None and usual > 0 else None
    stretches = slots(min(today, plan.goal.deadline), plan.goal.deadline)
    scaling = next(slot for slot in stretches if slot.name == "scale")
    offered = choices(Setting.of(plan, resources), scaling)[:_OFFERED]
    return Closing(missing, None if resources.price is None else missing * resources.price, days, offered)
