"""The pace a goal needs and the pace that is usual, both per day, from numbers typed at point A."""

from dataclasses import dataclass
from decimal import Decimal

from smartgoal.catalog import Metric
from smartgoal.model import arithmetic
from smartgoal.model.goal import Goal, Period
from smartgoal.model.plan import Plan, Snapshot
from smartgoal.model.quantity import Quantity
from smartgoal.planning.gains import gain_per_day
from smartgoal.planning.periods import PERIOD_DAYS, per_day

ACCELERATED = (
    (Decimal("1.1"), Decimal(49)),
    (Decimal("1.25"), Decimal(33)),
    (Decimal("1.5"), Decimal(23)),
    (Decimal(2), Decimal(17)),
    (Decimal(3), Decimal(11)),
    (Decimal(5), Decimal(10)),
)
"""Needed pace against that of the last 28 days, up to -> per cent that got there (backtest, 402 real series, 2026)."""
_BEYOND = Decimal(9)


@dataclass(frozen=True, slots=True)
class Pace:
    """Both per day and in the goal's direction: above 0 is towards the target."""

    needed: Decimal
    usual: Decimal

    @property
    def times(self) -> Decimal | None:
        """How many times faster it has to go; None when it stands still or goes the other way."""
        return self.needed / self.usual if self.usual > 0 else None


def pace(plan: Plan, goal: Goal, metric: Metric | None, snapshot: Snapshot | None, days: int | None) -> Pace | None:
    """Needed against usual; None where one of them cannot be told. `goal` holds its start value and direction."""
    if metric is None or days is None or days <= 0 or goal.hold:
        return None
    needed, usual = _needed(goal, days), _usual(plan, goal, metric, snapshot)
    if needed is None or usual is None:
        return None
    sign = -1 if goal.direction == "decrease" else 1
    return Pace(needed * sign, usual * sign)


def _needed(goal: Goal, days: int) -> Decimal | None:
    if goal.kind == "rate":
        return goal.value / PERIOD_DAYS[goal.per] if goal.value is not None and goal.per in PERIOD_DAYS else None
    change = arithmetic.gap(goal)
    return None if change is None else change / days


def _usual(plan: Plan, goal: Goal, metric: Metric, snapshot: Snapshot | None) -> Decimal | None:
    if metric.form == "flow":
        measure = snapshot.metrics[metric.id] if snapshot else None
        counted = goal.kind in {"total", "rate"} and metric.additive
        return per_day(measure) if measure and counted else None
    return gain_per_day(plan)


def share_that_managed(times: Decimal | None) -> Quantity:
    """How many accounts in a hundred became that much faster without anything known to be new."""
    share = next((share for limit, share in ACCELERATED if times is not None and times <= limit), _BEYOND)
    return Quantity(share, "percent")


def readable(pace: Pace, metric: str | None, unit: str = "count") -> tuple[Quantity, Quantity]:
    """Needed and usual, both per day, or per week or month where a day needs less than one."""
    period: Period = "day" if pace.needed >= 1 else "week" if pace.needed * 7 >= 1 else "month"
    per_period = (round(each * PERIOD_DAYS[period], 1) for each in (pace.needed, pace.usual))
    needed, usual = (Quantity(each, unit, metric, period) for each in per_period)
    return needed, usual
