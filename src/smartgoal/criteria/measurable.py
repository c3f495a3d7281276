"""M: there is a number (or a yes/no event), and it can be read and compared with the start."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from smartgoal.catalog import metric, platforms, source_of
from smartgoal.criteria.differences import differing
from smartgoal.criteria.edits import with_goal
from smartgoal.criteria.evidence import currency
from smartgoal.criteria.facts import Facts
from smartgoal.criteria.findings import Proposers, Rule, found
from smartgoal.criteria.measuring_step import measures_first, measuring_step
from smartgoal.criteria.units import fitting_unit, misfit
from smartgoal.criteria.ways import ways_of_counting
from smartgoal.model import arithmetic
from smartgoal.model.finding import Cure, Finding
from smartgoal.model.goal import Goal
from smartgoal.model.quantity import Quantity, Term
from smartgoal.planning.measuring import as_counted, asks_for_nothing, counts_gains, is_known, is_mean

OWN_BOOKS = "sales"  # a category whose numbers no platform counts
_RELATIVE = {"percent", "factor"}


def number_or_event(facts: Facts) -> Iterable[Finding]:
    """M01: there is a number, or something that has happened or not. 0 is none where something shall grow."""
    if asks_for_nothing(facts.sized):
        yield found("M01", "zero")
    if facts.goal.value is not None or facts.is_event:
        return
    placeholder = facts.remarks.get("placeholder")
    if placeholder:
        yield found("M01", "placeholder", words=placeholder.values.get("words", ""))
    else:
        yield found("M01", "metric" if facts.name() else "", metric=facts.name())


def start_value(facts: Facts) -> Iterable[Finding]:
    """M02: a target that is counted from a start value has one, or begins with finding it out."""
    goal = facts.sized
    if goal.baseline is not None or goal.value is None or goal.hold or goal.kind == "total":
        return
    variant = _needs_start(goal.kind, falling=goal.direction == "decrease")
    if variant is not None and not (facts.plan.steps and measures_first(facts.plan)):
        yield found("M02", variant, metric=facts.name(), target=facts.target)


def _needs_start(kind: str | None, *, falling: bool) -> str | None:
    if kind in _RELATIVE:
        return "percent" if kind == "percent" else "factor"
    if falling:
        return "falling"
    return "" if kind == "level" else None


def percent_or_points(facts: Facts) -> Iterable[Finding]:
    """M03: a percent change of a percentage says whether it means points."""
    goal = facts.sized
    if goal.kind != "percent" or goal.value is None or facts.metric is None or facts.metric.unit != "percent":
        return
    relative = arithmetic.target_level(goal)
    if goal.baseline is None or relative is None:
        yield found("M03", metric=facts.name(), value=_percent(goal.value))
        return
    points = goal.baseline + (goal.value if goal.direction != "decrease" else -goal.value)
    yield found(
        "M03",
        "start",
        metric=facts.name(),
        value=_percent(goal.value),
        start=_percent(goal.baseline),
        points=_percent(points),
        relative=_percent(relative),
    )


def unit_fits(facts: Facts) -> Iterable[Finding]:
    """M04: the unit is one of the metric's, and the number can exist."""
    wrong = misfit(facts.sized, facts.metric) if facts.metric else None
    if wrong == "unit":
        yield found("M04", "unit", metric=facts.name(), unit=Term("unit", facts.goal.unit or "count"))
    elif wrong:
        yield found("M04", wrong, metric=facts.name(), target=facts.target, high=facts.highest)


def source_named(facts: Facts) -> Iterable[Finding]:
    """M05: somebody else would know where to read the number."""
    exported = any(snapshot.source != "typed" for snapshot in facts.plan.point_a)
    if facts.name() and not (facts.only_words or facts.goal.measured_by or exported or facts.is_event):
        yield found("M05", metric=facts.name())


def keys_say_what_the_words_say(facts: Facts) -> Iterable[Finding]:
    """M06: the sentence and the keys beside it name the same goal (the keys decide)."""
    if facts.reading is None or facts.reading.goal == facts.goal:
        return
    moved = {change.what for change in facts.plan.changes}
    for part, said, kept in differing(facts.reading.goal, facts.goal):
        if part not in moved:
            yield found("M06", part, said=said, kept=kept)


def start_value_agrees(facts: Facts) -> Iterable[Finding]:
    """M07: the start value of the goal is that of point A."""
    goal, measured = facts.goal, facts.measured
    if goal.baseline is None or measured is None or facts.snapshot is None or counts_gains(goal):
        return
    same_period = facts.snapshot.metrics[goal.metric or ""].per in {None, goal.per}
    if goal.baseline != measured and same_period:
        yield found(
            "M07",
            metric=facts.name(),
            start=facts.amount(goal.baseline),
            measured=facts.amount(measured),
            date=facts.snapshot.date,
        )


def one_number(facts: Facts) -> Iterable[Finding]:
    """M08: of a range or of stages, one number is the target."""
    span, stages = facts.remarks.get("range"), facts.remarks.get("staged")
    if span and facts.goal.value == span.values.get("low"):
        yield found("M08", low=span.values["low"], high=span.values.get("high", ""))
    if stages and facts.goal.value is not None:
        yield found("M08", "stages", target=facts.target)


def all_numbers_used(facts: Facts) -> Iterable[Finding]:
    """M09: no number or date of the sentence was left aside."""
    remark = facts.remarks.get("not_understood")
    if remark:
        yield found("M09", words=remark.values.get("words", ""))


def adds_up(facts: Facts) -> Iterable[Finding]:
    """M10: unique people whom a platform counts (reach) are not added up over days and posts."""
    goal, metric = facts.goal, facts.metric
    if metric is None or metric.form != "flow" or metric.additive or metric.categories[:1] == (OWN_BOOKS,):
        return
    if goal.kind == "total" and not goal.counted_as:
        yield found("M10", metric=facts.name())


def one_way_of_counting_over_time(facts: Facts) -> Iterable[Finding]:
    """M11: the history does not cross a day on which the platform began to count differently."""
    if facts.metric is None or not facts.history:
        return
    first, last = facts.history[0][0].isoformat(), facts.history[-1][0].isoformat()
    for change in facts.metric.series_breaks:
        if facts.goal.platform in change.platforms and first < change.start and last > change.end:
            day = dt.date.fromisoformat(change.end)
            platform = Term("platform", facts.goal.platform or "")
            yield found("M11", metric=facts.name(), platform=platform, note=change.note, date=day)


def flow_has_a_period(facts: Facts) -> Iterable[Finding]:
    """M12: a flow at point A says per day, week or month."""
    if facts.metric and facts.metric.form == "flow" and facts.snapshot and facts.goal.metric:
        measure = facts.snapshot.metrics[facts.goal.metric]
        if measure.per is None and not facts.history and not is_mean(facts.goal):
            yield found("M12", metric=facts.name(), value=facts.amount(measure.value))


def _percent(value: Decimal) -> Quantity:
    return Quantity(value, "percent")


RULES: tuple[Rule, ...] = (
    number_or_event,
    start_value,
    percent_or_points,
    unit_fits,
    source_named,
    keys_say_what_the_words_say,
    start_value_agrees,
    one_number,
    all_numbers_used,
    adds_up,
    one_way_of_counting_over_time,
    flow_has_a_period,
)


def _number_of_the_words(facts: Facts, _finding: Finding) -> Iterable[Cure]:
    read = facts.reading.goal if facts.reading else None
    if read and read.value is not None:
        plan = with_goal(facts.plan, value=read.value, unit=read.unit, kind=read.kind, per=read.per)
        yield Cure("words", plan, {"target": Quantity(read.value, read.unit or "count", facts.goal.metric, read.per)})


def _start_found_out(facts: Facts, _finding: Finding) -> Iterable[Cure]:
    read = facts.reading.goal.baseline if facts.reading else None
    if read is not None:
        yield Cure("words", with_goal(facts.plan, baseline=read), {"start": facts.amount(read)})
    elif facts.metric and facts.goal.deadline and facts.plan.steps and (facts.days or 0) > 1:
        step = measuring_step(facts.metric, facts.language, facts.start, facts.goal.deadline, facts.plan.owner)
        yield Cure("measure", replace(facts.plan, steps=(step, *facts.plan.steps)), {"title": step.title})


def _history_after(facts: Facts, finding: Finding) -> Iterable[Cure]:
    day: dt.date = finding.values["date"]
    metric = facts.goal.metric or ""
    snapshots = tuple(
        replace(each, history={**each.history, metric: tuple(row for row in each.history[metric] if row[0] > day)})
        if metric in each.history
        else each
        for each in facts.plan.point_a
    )
    yield Cure("after", replace(facts.plan, point_a=snapshots), {"date": day})


def _points_or_level(facts: Facts, finding: Finding) -> Iterable[Cure]:
    points = with_goal(facts.plan, kind="gain", unit="percent")
    if finding.variant != "start":
        yield Cure("points", points)
        return
    yield Cure("points", points, {"points": finding.values["points"]})
    relative: Quantity = finding.values["relative"]
    level = with_goal(facts.plan, kind="level", unit="percent", value=relative.value, baseline=facts.sized.baseline)
    yield Cure("relative", level, {"relative": relative})


def _own_unit(facts: Facts, _finding: Finding) -> Iterable[Cure]:
    unit = fitting_unit(facts.metric, currency(facts.plan.economics)) if facts.metric else None
    if unit and facts.goal.value is not None:
        name = facts.metric.id if facts.metric else None
        yield Cure("unit", with_goal(facts.plan, unit=unit), {"target": Quantity(facts.goal.value, unit, name)})


def _usual_source(facts: Facts, _finding: Finding) -> Iterable[Cure]:
    platform = facts.goal.platform if facts.goal.platform in platforms() else None
    counted = as_counted(facts.goal).metric or ""
    place = source_of(counted, platform).get(facts.language) if facts.metric else None
    if place:
        yield Cure("source", with_goal(facts.plan, measured_by=place), {"place": place})


def _take_the_words(facts: Facts, finding: Finding) -> Iterable[Cure]:
    if facts.reading:
        plan = with_goal(facts.plan, **{finding.variant: getattr(facts.reading.goal, finding.variant)})
        if finding.variant == "metric":
            plan = with_goal(plan, category=category_of(plan.goal))
        yield Cure("words", plan, {"said": finding.values["said"]})


def category_of(goal: Goal) -> str | None:
    """The category of the goal, or its metric's own where that one does not track it."""
    own = metric(goal.metric).categories if goal.metric is not None and is_known(goal.metric) else ()
    return goal.category if goal.category in own else next(iter(own), goal.category)


def _readings(facts: Facts, _finding: Finding) -> Iterable[Cure]:
    return ways_of_counting(facts)


def _take_point_a(facts: Facts, finding: Finding) -> Iterable[Cure]:
    plan = with_goal(facts.plan, baseline=facts.measured)
    yield Cure("point_a", plan, {"measured": finding.values["measured"]})


CURES: Proposers = {
    "M01": _number_of_the_words,
    "M02": _start_found_out,
    "M03": _points_or_level,
    "M04": _own_unit,
    "M05": _usual_source,
    "M06": _take_the_words,
    "M07": _take_point_a,
    "M10": _readings,
    "M11": _history_after,
}
