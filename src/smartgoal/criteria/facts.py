"""What the rules look at: a plan, the day, the words of the goal, and what follows from them, each worked out once."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING

from smartgoal.catalog import Metric, metric
from smartgoal.criteria import evidence
from smartgoal.criteria.pace import Pace, SoFar, pace
from smartgoal.model import arithmetic
from smartgoal.model.goal import Direction, Goal, Reading, Remark
from smartgoal.model.plan import Plan, Snapshot
from smartgoal.model.quantity import Quantity, Term
from smartgoal.model.series import Point
from smartgoal.planning.gains import results_asked, usual_gain
from smartgoal.planning.measuring import counts_from_zero, counts_gains
from smartgoal.planning.start import last_day_over, latest_snapshot, measured

if TYPE_CHECKING:
    from smartgoal.criteria.evidence import Money
    from smartgoal.forecast import Estimate
    from smartgoal.planning.checks import StepProblem
    from smartgoal.planning.past import Past
    from smartgoal.planning.risks import Risk
    from smartgoal.planning.sums import Coverage

_BETTER: Mapping[str, Direction] = {"up": "increase", "down": "decrease"}


@dataclass(frozen=True)
class Facts:
    """A plan as of `today`. `given` is the sentence as read, where somebody has read it already.

    `mended` is the day on which a cure would be taken, where that is another one than `today`.
    """

    plan: Plan
    today: date
    given: Reading | None = None
    mended: date | None = None

    @property
    def goal(self) -> Goal:
        """The goal as its keys say."""
        return self.plan.goal

    @cached_property
    def reading(self) -> Reading | None:
        """The statement as read on the day the plan was made; None without a statement."""
        if self.given is not None or not self.goal.statement:
            return self.given
        from smartgoal.parsing import read  # noqa: PLC0415 - a plan without a statement needs no lexicon

        return read(self.goal.statement, today=self.plan.created or self.today)

    @cached_property
    def remarks(self) -> Mapping[str, Remark]:
        """What the words show beside the parts of the goal, by code."""
        return {} if self.reading is None else {remark.code: remark for remark in reversed(self.reading.remarks)}

    @cached_property
    def only_words(self) -> bool:
        """Whether there is a sentence and nothing else: what a plan holds beside its goal is not missed then."""
        plan = self.plan
        return not (plan.steps or plan.point_a or plan.title or plan.owner or plan.economics or plan.progress)

    @cached_property
    def language(self) -> str:
        """The language of the plan: that of its texts."""
        return self.plan.language or (self.reading.language if self.reading else "en")

    @cached_property
    def metric(self) -> Metric | None:
        """The row of the catalogue that the goal is counted by; None for one it does not know."""
        try:
            return metric(self.goal.metric) if self.goal.metric else None
        except KeyError:
            return None

    @cached_property
    def thing(self) -> str | None:
        """A countable thing outside the catalogue, as named."""
        if self.goal.metric is not None:
            return None if self.metric and self.metric.categories else self.goal.metric.removeprefix("other:")
        return self.reading.thing if self.reading else None

    @property
    def is_event(self) -> bool:
        """Whether the goal is a yes/no event."""
        return self.goal.kind == "milestone" or bool(self.reading and self.reading.event and self.goal.kind is None)

    @cached_property
    def snapshot(self) -> Snapshot | None:
        """The latest point A that holds the goal's metric."""
        return latest_snapshot(self.plan)

    @cached_property
    def measured(self) -> Decimal | None:
        """The goal's metric at point A, in the unit and period of the goal; for a pace of a level what it gains."""
        if counts_gains(self.goal):
            return usual_gain(self.plan)
        return measured(self.snapshot, self.goal, self.metric) if self.snapshot else None

    @cached_property
    def sized(self) -> Goal:
        """The goal with the start value that counts (the typed one, else point A), or none, and the way it is to go."""
        goal = self.goal
        if counts_from_zero(goal):
            goal = replace(goal, kind="total")
        elif goal.baseline is None and self.measured is not None:
            goal = replace(goal, baseline=self.measured)
        way = goal.direction or self._way(goal)
        return goal if way == goal.direction else replace(goal, direction=way)

    def _way(self, goal: Goal) -> Direction | None:
        """Which way the number goes: to what is better for the metric; where neither is, as the start value tells."""
        better = self.metric.better if self.metric else None
        return _BETTER[better] if better else arithmetic.direction(goal)

    @property
    def start(self) -> date:
        """The day from which the goal runs."""
        return self.goal.start or self.plan.created or self.today

    @cached_property
    def days(self) -> int | None:
        """Days left to the deadline: from today on, or all of those of a goal that begins later."""
        deadline = self.goal.deadline
        return None if deadline is None else (deadline - last_day_over(self.plan, self.today)).days

    def amount(self, value: Decimal) -> Quantity:
        """A number of the goal's metric, in the unit of its start value; a pace with its period."""
        per = self.goal.per if self.goal.kind == "rate" else None
        return Quantity(value, self.unit, self.goal.metric if self.metric else None, per)

    @cached_property
    def unit(self) -> str:
        """The unit of start value and target level: as typed, and that of the metric where the target is relative."""
        goal = self.goal
        own = self.metric.unit if self.metric else "count"
        if goal.kind in {"percent", "factor"} or goal.unit is None:
            return evidence.currency(self.plan.economics) or "count" if own == "money" else own
        return goal.unit

    @property
    def target(self) -> Quantity | None:
        """The number of the target as typed, with what it counts."""
        goal = self.goal
        if goal.value is None:
            return None
        if goal.kind == "factor":
            return Quantity(goal.value, "ratio")
        return Quantity(goal.value, goal.unit or "count", goal.metric if self.metric else None, goal.per)

    @property
    def highest(self) -> Quantity | None:
        """The most that can exist of the goal's metric; None where there is no such bound."""
        high = self.metric.highest(self.goal.platform) if self.metric else None
        return None if high is None else self.amount(high)

    @cached_property
    def history(self) -> tuple[Point, ...]:
        """The goal's metric day by day: history of point A, then check-ins."""
        from smartgoal.planning.readings import history  # noqa: PLC0415 - a sentence has none

        return tuple(point for point in history(self.plan) if point[0] <= self.today)

    @cached_property
    def past(self) -> "Past | None":
        """The account's own history and what the goal asks of it."""
        if not self.history and self.now is None:
            return None
        from smartgoal.planning.odds import latest_past  # noqa: PLC0415 - only a plan with a history has one

        return latest_past(replace(self.plan, goal=self.sized), today=self.today)

    @cached_property
    def estimate(self) -> "Estimate | None":
        """How likely the target is by the account's own history."""
        return self.past.estimate if self.past else None

    @property
    def came_later(self) -> bool:
        """Whether the plan holds numbers of days after `today`."""
        if not (self.plan.progress or self.plan.point_a):
            return False
        from smartgoal.planning.readings import knows_more  # noqa: PLC0415 - a sentence has none

        return knows_more(self.plan, self.today)

    @property
    def estimate_tells(self) -> bool:
        """Whether there was history enough for a chance."""
        return self.estimate is not None and self.estimate.chance is not None

    @property
    def now(self) -> Decimal | None:
        """The last number told of the goal up to today; None before the first check-in."""
        return self.so_far.now

    @cached_property
    def so_far(self) -> SoFar:
        """What the check-ins tell of the way up to today."""
        return SoFar.of(self.plan, self.today)

    @cached_property
    def pace(self) -> Pace | None:
        """Needed and usual pace, where check-ins or typed numbers tell them."""
        if not self.plan.point_a and self.sized.baseline is None and self.now is None:
            return None
        return pace(self.plan, self.sized, self.metric, self.snapshot, self.days, self.so_far)

    @cached_property
    def money(self) -> "Money | None":
        """The prices of the plan."""
        return evidence.money(self.plan) if self.plan.economics else None

    @cached_property
    def coverage(self) -> "Coverage | None":
        """The sum of the steps, where steps name numbers."""
        return evidence.coverage(self.plan, self.sized) if self.plan.steps else None

    @cached_property
    def step_problems(self) -> "tuple[StepProblem, ...]":
        """What is weak in the steps."""
        from smartgoal.planning.checks import check_steps  # noqa: PLC0415 - a sentence has no steps

        return check_steps(replace(self.plan, goal=self.sized))

    @cached_property
    def risks(self) -> "tuple[Risk, ...]":
        """What in goal and steps breaks a rule or a law, or needs care."""
        from smartgoal.planning.risks import risks_of  # noqa: PLC0415 - as above

        words = self.goal.statement or (self.reading.text if self.reading else None)
        return risks_of(replace(self.plan, goal=replace(self.goal, statement=words)))

    @cached_property
    def awarded(self) -> str | None:
        """The words that name a badge or tick which the platform awards, if that is the event."""
        if not self.is_event:
            return None
        remark = self.remarks.get("platform_decides")
        if remark:
            return str(remark.values.get("words", ""))
        return next((each.words for each in self.risks if each.caution.kind == "platform_decides"), None)

    @cached_property
    def is_covered(self) -> bool:
        """Whether the steps reach the target without leaning on a guess."""
        cover = self.coverage
        if cover is None or cover.missing is None or cover.missing > 0:
            return False
        pairs = zip(self.plan.steps, cover.steps, strict=True)
        return all(step.basis in {"history", "price"} for step, read in pairs if read.result.value is not None)

    @cached_property
    def adds_resources(self) -> bool:
        """Whether the plan brings something the history did not have: money, or steps whose results are not of it."""
        if evidence.amount(self.plan.economics.get("budget")) or any(step.cost for step in self.plan.steps):
            return True
        pairs = zip(self.plan.steps, self.coverage.steps, strict=True) if self.coverage else ()
        return any(step.basis != "history" and read.result.value is not None for step, read in pairs)

    @property
    def is_priced(self) -> bool:
        """Whether both the price of a result and the budget are known."""
        return self.money is not None and self.money.price is not None and self.money.budget is not None

    @property
    def is_paid_for(self) -> bool:
        """Whether the budget buys what the account does not bring by itself."""
        money, needed = self.money, self.to_be_bought
        if money is None or money.price is None or money.budget is None or needed is None:
            return False
        return needed * money.price <= money.budget

    @cached_property
    def to_be_bought(self) -> Decimal | None:
        """How many of the goal's metric are left to advertising: what is asked for less what comes by itself."""
        goal, days = self.sized, self.days or 0
        asked = results_asked(goal, days, self.now)
        if asked is None or asked <= 0 or not (self.counts or self.earns) or goal.hold:
            return None
        return max(Decimal(0), asked - max(Decimal(0), self._own(days))).to_integral_value("ROUND_CEILING")

    def _own(self, days: int) -> Decimal:
        """What comes by itself until the deadline, beyond the start."""
        median = self.estimate.median if self.estimate and self.now is None else None
        if median is not None and self.goal.kind in {"gain", "total"}:
            return Decimal(str(round(median, 2)))
        return self.pace.usual * days if self.pace and self.pace.piles_up else Decimal(0)

    @property
    def counts(self) -> bool:
        """Whether the number is a count of something, so that only whole numbers make sense."""
        return self.metric is not None and self.metric.unit == "count" and self.goal.unit in {None, "count"}

    @property
    def earns(self) -> bool:
        """Whether the number is revenue in the currency of the prices, which advertising buys as it buys customers."""
        return self.money is not None and self.goal.metric in evidence.REVENUE and self.unit == self.money.currency

    def gained(self, value: Decimal) -> Quantity:
        """A number of the goal's metric that comes on top."""
        return Quantity(value, "count", self.goal.metric) if self.counts else Quantity(value, self.unit)

    def name(self) -> Term | str:
        """What is counted, as a message names it."""
        return Term("metric", self.metric.id) if self.metric else self.thing or ""
