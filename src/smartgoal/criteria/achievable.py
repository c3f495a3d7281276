"""A: what the account did before, prices and the sum of the steps say that it can be reached."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from smartgoal.catalog.benchmarks import Benchmark
from smartgoal.criteria import evidence, likelihood, money
from smartgoal.criteria.edits import eased, value_for, with_goal, with_step
from smartgoal.criteria.facts import Facts
from smartgoal.criteria.findings import Proposers, Rule, found
from smartgoal.criteria.pace import FAR, Pace, readable, share_that_managed
from smartgoal.criteria.steps import later
from smartgoal.model import arithmetic
from smartgoal.model.finding import Cure, Finding
from smartgoal.model.quantity import Quantity, Term
from smartgoal.planning.gains import results_asked

FASTER = Decimal("1.25")  # needed against usual pace; up to here every third account manages
FEWEST_STEPS = 3
_YEAR = 366


def something_to_compare(facts: Facts) -> Iterable[Finding]:
    """A01: there are numbers to judge by. Where not, it says what is missing beside number and date."""
    if can_be_told(facts) or facts.estimate_tells or facts.pace is not None:  # A05 or A06 tells what is open then
        return
    if any(target_ahead(facts)) or not (facts.is_event or (facts.goal.value is not None and facts.goal.deadline)):
        return
    missing = _what_is_missing(facts)
    if missing in {"", "before"} and facts.came_later:
        yield found("A01", "later", day=facts.today)
    elif missing is not None:
        yield found("A01", missing, metric=facts.name())


def _what_is_missing(facts: Facts) -> str | None:
    """The variant of A01; None where a price is known and A10 asks for the budget."""
    if facts.is_event:
        return "event" if facts.awarded is None or not facts.plan.steps else "awarded"
    if facts.goal.kind in {"percent", "factor"} and facts.sized.baseline is None:
        return "start"
    if facts.money is not None and facts.money.price is not None and facts.to_be_bought:
        return "banned" if money.ads_are_banned(facts) else None
    return "" if _adds_up(facts) else "before"


def _adds_up(facts: Facts) -> bool:
    """Whether the number of last month can be set against the target."""
    goal, metric = facts.goal, facts.metric
    return goal.per != "post" and goal.kind != "level" and (metric is None or metric.form != "ratio")


def target_ahead(facts: Facts) -> Iterable[Finding]:
    """A02: on the day the plan is made, the target lies ahead of the start value. A kept level may be met."""
    goal = facts.sized
    if goal.hold or goal.baseline is None or goal.kind in {None, "total", "milestone"}:
        return
    if arithmetic.is_met(goal, goal.baseline):
        target = arithmetic.target_level(goal)
        assert target is not None
        variant = "met" if target == goal.baseline else "wrong_side"
        start, level = facts.amount(goal.baseline), facts.amount(target)
        yield found("A02", variant, metric=facts.name(), start=start, target=level)


def usual_pace(facts: Facts) -> Iterable[Finding]:
    """A05: the pace needed is near the usual one, or the steps or a budget say what will make it faster."""
    pace = facts.pace
    if pace is None or facts.is_covered or facts.is_paid_for or facts.estimate_tells or pace.times <= FASTER:
        return
    needed, usual = readable(pace, facts.goal.metric, facts.unit)
    told = Quantity(usual.value, usual.unit)  # the sentence has said of what and how often
    share = share_that_managed(pace.times)
    if share is not None and not pace.falls and arithmetic.direction(facts.sized) != "decrease":
        yield found("A05", needed=needed, usual=told, share=share)
    else:
        kind = _kind_of(pace, falling=arithmetic.direction(facts.sized) == "decrease")
        if kind == "rising":
            needed, told = replace(needed, value=abs(needed.value)), replace(told, value=abs(told.value))
        yield found("A05", kind, needed=needed, usual=told)


def _kind_of(pace: Pace, *, falling: bool) -> str:
    """Which sentence tells a pace for which no share of accounts was measured."""
    if falling and not pace.falls:
        return "rising" if pace.usual < 0 else "slow_fall"
    return "falling" if pace.falls else "standstill" if pace.usual <= 0 else "beyond"


def published_growth(facts: Facts) -> Iterable[Finding]:
    """A09: without a past of one's own, what published figures say of such a growth. A band, never a verdict."""
    if facts.estimate_tells or facts.pace is not None:
        return
    told = evidence.growth_band(facts.sized, facts.metric, facts.days)
    if told is None:
        return
    band, growth = told
    percent = Quantity(round(growth, 1), "percent", None, "month")
    if band.silence is not None:
        yield found("A09", band.silence, growth=percent, platform=Term("platform", facts.goal.platform or ""))
    elif band.level and band.typical_to is not None and band.ambitious_to is not None:
        typical, ambitious = (Quantity(each, "percent") for each in (band.typical_to, band.ambitious_to))
        source = _source(band.rows)
        yield found("A09", band.level, growth=percent, typical=typical, ambitious=ambitious, source=source)


def _source(rows: Iterable[Benchmark]) -> str:
    """Who measured the figure behind a band; where it was read stands in the table."""
    return next((row.source.partition(",")[0] for row in rows if row.is_measured), "")


def steps_cover_the_gap(facts: Facts) -> Iterable[Finding]:
    """A12: the results of the steps add up to the way that is to be gone."""
    cover = facts.coverage
    if cover is None or not cover.missing or cover.gap is None or cover.sum is None:
        return
    unit = cover.unit if cover.relative else "percentage_point" if facts.unit == "percent" else facts.unit
    total, gap, missing = (
        Quantity(abs(value), unit, facts.goal.metric) for value in (cover.sum, cover.gap, cover.missing)
    )
    leads_away = cover.sum * cover.gap < 0 or not cover.gap
    yield found("A12", "away" if leads_away else "", sum=total, gap=gap, missing=missing)


def owner_named(facts: Facts) -> Iterable[Finding]:
    """A13: somebody answers for the goal, by name or role."""
    plan = facts.plan
    if not (facts.only_words or plan.owner or any(step.owner for step in plan.steps)):
        yield found("A13")


def kept_level_holds(facts: Facts) -> Iterable[Finding]:
    """A14: a level that is to be kept is there to begin with."""
    goal = facts.sized
    if goal.hold and goal.baseline is not None and arithmetic.is_met(goal, goal.baseline) is False:
        yield found("A14", metric=facts.name(), start=facts.amount(goal.baseline), target=facts.target)


RULES: tuple[Rule, ...] = (
    something_to_compare,
    target_ahead,
    *likelihood.RULES,
    *money.RULES,
    usual_pace,
    published_growth,
    steps_cover_the_gap,
    owner_named,
    kept_level_holds,
)


def can_be_told(facts: Facts) -> bool:
    """Whether there are numbers to judge by: own history, pace, price and budget, or steps that add up.

    A kept level is judged by its start value, an event by its steps, unless the platform decides it. Where history
    says "hardly" and the plan brings something new without a price, nothing can be told.
    """
    if facts.is_event:
        return facts.awarded is None and sum(step.due is not None for step in facts.plan.steps) >= FEWEST_STEPS
    if facts.goal.value is None or facts.goal.deadline is None:
        return False
    if facts.goal.hold and facts.sized.baseline is not None:
        return True
    if facts.estimate_tells:
        return not likelihood.hangs_on_something_unpriced(facts)
    within_what_was_seen = facts.pace is not None and facts.pace.times <= FAR
    return within_what_was_seen or money.can_be_told(facts) or facts.is_covered


def _keep_it(facts: Facts, finding: Finding) -> Iterable[Cure]:
    goal = facts.sized
    plan = with_goal(facts.plan, hold=True, direction=goal.direction)
    yield Cure("hold", plan, {"target": finding.values["target"]})
    if finding.variant == "wrong_side" and goal.kind == "level":
        other = "decrease" if goal.direction == "increase" else "increase"
        yield Cure("turn", with_goal(facts.plan, direction=other), {"target": finding.values["target"]})


def _slower_or_later(facts: Facts, _finding: Finding) -> Iterable[Cure]:
    pace, days = facts.pace, facts.days
    if pace is None or days is None or pace.usual <= 0 or pace.falls:
        return
    value = _at_usual_pace(facts, pace, days)
    if value:
        yield Cure("even", with_goal(facts.plan, value=value), {"target": Quantity(value, *_unit_of(facts))})
    needed = (pace.needed * days / pace.usual).to_integral_value()
    if (pace.piles_up or facts.goal.kind == "total") and needed <= _YEAR:
        day = max(facts.start, facts.today) + dt.timedelta(days=int(needed) + 1)
        yield from later(facts, day)


def _at_usual_pace(facts: Facts, pace: Pace, days: int) -> Decimal | None:
    """The goal's value that the usual pace leads to; None for a number per period, which needs no pace to stay."""
    goal = facts.sized
    left, target = results_asked(goal, days, facts.now), arithmetic.target_level(goal)
    if left is None or goal.value is None or not (pace.piles_up or goal.kind == "total"):
        return None
    short = left - left * pace.usual / pace.needed
    if goal.kind in {"gain", "total"}:
        value: Decimal | None = goal.value - abs(short)
    else:
        value = None if target is None else value_for(goal, target - short)
    return None if value is None else eased(value, goal, whole=facts.counts)


def _unit_of(facts: Facts) -> tuple[str, str | None]:
    return facts.goal.unit or "count", facts.goal.metric


def _reach_it(facts: Facts, finding: Finding) -> Iterable[Cure]:
    yield Cure("reach", with_goal(facts.plan, hold=False), {"target": finding.values["target"]})


def _close_the_gap(facts: Facts, finding: Finding) -> Iterable[Cure]:
    cover, goal = facts.coverage, facts.sized
    assert cover is not None
    assert cover.missing is not None
    falling = arithmetic.direction(goal) == "decrease"
    added = [index for index, step in enumerate(cover.steps) if step.result.kind == "contribution"]
    if added:
        own = cover.steps[added[-1]].result
        assert own.value is not None
        more = own.value + (-cover.missing if falling else cover.missing)
        text = str(replace(own, value=more))
        plan = with_step(facts.plan, added[-1], result=text)
        yield Cure(
            "add", plan, {"result": text, "number": Decimal(added[-1] + 1), "missing": finding.values["missing"]}
        )
    target = arithmetic.target_level(goal)
    if target is not None and cover.sum and not cover.relative:
        level = target + cover.missing if falling else target - cover.missing
        value = value_for(goal, level)
        if value:
            plan = with_goal(facts.plan, value=value)
            yield Cure("lower", plan, {"target": Quantity(value, *_unit_of(facts))})


CURES: Proposers = {
    "A02": _keep_it,
    "A05": _slower_or_later,
    "A12": _close_the_gap,
    "A14": _reach_it,
    **likelihood.CURES,
    **money.CURES,
}
