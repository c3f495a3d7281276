"""The pace a goal needs and the pace that is usual, from typed numbers or check-ins."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from smartgoal.catalog import Metric
from smartgoal.model import arithmetic
from smartgoal.model.goal import Goal
from smartgoal.model.plan import Measure, Plan, Snapshot
from smartgoal.model.quantity import Period, Quantity
from smartgoal.planning.gains import gain_per_day
from smartgoal.planning.measuring import counts_gains, is_mean
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
WHOLE_MONEY = 100  # a pace in money is told without hundredths from here on
FAR = Decimal(20)
"""Four times beyond the last figure of the table: from here on typed numbers tell nothing of what can be reached."""


@dataclass(frozen=True, slots=True)
class Pace:
    """Needed and usual in the goal's direction, above 0 towards the target, each `per` period.

    `piles_up`: what comes adds up, so that both can be told a day, a week or a month. `falls`: a flow that has to
    become smaller, for which less is better.
    """

    needed: Decimal
    usual: Decimal
    per: Period = "day"
    piles_up: bool = True
    falls: bool = False

    @property
    def times(self) -> Decimal:
        """How many times faster (for a falling flow: slower) it has to go; infinite where it stands still."""
        more, less = (self.usual, self.needed) if self.falls else (self.needed, self.usual)
        if more <= 0:
            return Decimal(0)
        return more / less if less > 0 else Decimal("Infinity")


@dataclass(frozen=True, slots=True)
class SoFar:
    """The last number told since the start, and the change a day of the last four weeks; None where it is not known."""

    now: Decimal | None = None
    usual: Decimal | None = None

    @classmethod
    def of(cls, plan: Plan, today: date) -> "SoFar":
        """What check-ins and history up to `today` tell."""
        if not plan.progress and not any(each.history for each in plan.point_a):
            return cls()
        from smartgoal.planning.pace import usual_pace  # noqa: PLC0415 - only a plan with dated numbers has one
        from smartgoal.planning.readings import check_ins, tracked_goal  # noqa: PLC0415 - as above

        now = next((value for day, value in reversed(check_ins(plan)) if day <= today), None)
        return cls(now, usual_pace(plan, tracked_goal(plan), today))


def pace(
    plan: Plan, goal: Goal, metric: Metric | None, snapshot: Snapshot | None, days: int | None, so_far: SoFar
) -> Pace | None:
    """Needed against usual; None where one of them cannot be told. `goal` holds its start value and direction."""
    if metric is None or days is None or days <= 0 or goal.hold or goal.kind in {None, "milestone"}:
        return None
    if counts_gains(goal) or (metric.form == "flow" and goal.kind != "total"):
        return _of_a_period(goal, snapshot.metrics.get(metric.id) if snapshot else None)
    return _of_what_piles_up(plan, goal, metric, snapshot, so_far, days)


def _of_a_period(goal: Goal, measure: Measure | None) -> Pace | None:
    """10 leads a week against 8: both stand in the goal's period, or in that of point A for a share of it."""
    per = goal.per or (measure.per if measure else None) or ("post" if is_mean(goal) else None)
    needed, usual = arithmetic.target_level(goal), goal.baseline
    if usual is None and measure is not None and not counts_gains(goal):
        usual = _in_period(measure, per)
    if per is None or needed is None or usual is None:
        return None
    return Pace(needed, usual, per, piles_up=False, falls=goal.direction == "decrease")


def _in_period(measure: Measure, per: Period | None) -> Decimal | None:
    daily = per_day(measure)
    return None if daily is None or per not in PERIOD_DAYS else daily * PERIOD_DAYS[per]


def _of_what_piles_up(
    plan: Plan, goal: Goal, metric: Metric, snapshot: Snapshot | None, so_far: SoFar, days: int
) -> Pace | None:
    """40 more followers a month against 9; 100 leads in three weeks against 22 a month."""
    falls = metric.form == "flow" and goal.direction == "decrease"
    measure = snapshot.metrics.get(metric.id) if snapshot else None
    left, usual = _left(goal, so_far.now), so_far.usual
    if usual is None:
        usual = (per_day(measure) if measure else None) if metric.form == "flow" else gain_per_day(plan)
    if left is None or usual is None:
        return None
    sign = -1 if goal.direction == "decrease" and not falls else 1
    if metric.form == "flow" and not metric.additive and so_far.usual is None and measure and measure.per:
        length = PERIOD_DAYS[measure.per]
        return Pace(left / days * length, measure.value, measure.per, piles_up=False, falls=falls)
    return Pace(left / days * sign, usual * sign, falls=falls)


def _left(goal: Goal, now: Decimal | None) -> Decimal | None:
    """The change that is still to come, from the last number told or else from the start."""
    return arithmetic.gap(goal) if now is None else arithmetic.remaining(goal, now)


def share_that_managed(times: Decimal) -> Quantity | None:
    """How many accounts in a hundred became that much faster by themselves; None beyond what was measured."""
    share = next((share for limit, share in ACCELERATED if times <= limit), None)
    return None if share is None else Quantity(share, "percent")


def readable(pace: Pace, metric: str | None, unit: str = "count") -> tuple[Quantity, Quantity]:
    """Needed and usual per the pace's period; what piles up per week or month where a day needs less than one."""
    if not pace.piles_up:
        typed = (each if each == round(each, 2) else _told(each, unit) for each in (pace.needed, pace.usual))
        wanted, now = (Quantity(each, unit, metric, pace.per) for each in typed)
        return wanted, now
    period: Period = "day" if pace.needed >= 1 else "week" if pace.needed * 7 >= 1 else "month"
    per_period = (_told(each * PERIOD_DAYS[period], unit) for each in (pace.needed, pace.usual))
    needed, lately = (Quantity(each, unit, metric, period) for each in per_period)
    return needed, lately


def _told(value: Decimal, unit: str) -> Decimal:
    """As fine as it means something: other things than money in tenths; of money from 100 on no hundredths."""
    if not unit.isupper():
        return round(value, 1)
    return round(value, 0 if abs(value) >= WHOLE_MONEY else 2)
