"""T: there is a last day, and the days of point A and of the steps fit it."""

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal

from smartgoal.criteria import steps
from smartgoal.criteria.edits import with_goal
from smartgoal.criteria.facts import Facts
from smartgoal.criteria.findings import Proposers, Rule, found
from smartgoal.model.finding import Cure, Finding

WEEK = dt.timedelta(days=7)
LONG = 366  # days; a longer way needs checkpoints
FRESH = dt.timedelta(days=31)


def end_date(facts: Facts) -> Iterable[Finding]:
    """T01: there is a last day. T03: a pace ("10 a week") says until when it is kept. T19: an event has its date."""
    goal, remarks = facts.goal, facts.remarks
    if goal.deadline is not None or _date_passed(facts):
        return
    if "no_such_date" in remarks:
        yield found("T01", "no_such_date", words=remarks["no_such_date"].values.get("words", ""))
    elif "event_deadline" in remarks:
        yield found("T19", words=remarks["event_deadline"].values.get("words", ""))
    elif goal.kind == "rate" and goal.value is not None:
        yield found("T03", rate=facts.target)
    elif "not_a_date" in remarks:
        yield found("T01", "not_a_date", words=remarks["not_a_date"].values.get("words", ""))
    else:
        yield found("T01")


def end_ahead(facts: Facts) -> Iterable[Finding]:
    """T02: the last day is not over yet."""
    deadline = facts.goal.deadline or _date_passed(facts)
    if deadline is not None and deadline < facts.today:
        ran_out = facts.goal.deadline is not None and deadline - facts.start >= WEEK
        yield found("T02", "over" if ran_out else "", deadline=deadline, today=facts.today)


def _date_passed(facts: Facts) -> dt.date | None:
    """A date of the sentence that was left out because it lies in the past."""
    read = facts.remarks.get("past_date")
    day = read.values.get("date") if read else None
    return day if isinstance(day, dt.date) else None


def long_enough(facts: Facts) -> Iterable[Finding]:
    """T04: a state or a ratio gets at least a week, so that week days do not decide."""
    metric, days = facts.metric, facts.days
    if metric and metric.form in {"level", "ratio"} and days is not None and 0 <= days < WEEK.days:
        yield found("T04", metric=facts.name(), days=Decimal(days), deadline=facts.goal.deadline)


def checkpoints(facts: Facts) -> Iterable[Finding]:
    """T05: a way of more than a year has dates to look back on before its end, and no way ends in a long idle time."""
    goal = facts.goal
    if goal.deadline is None:
        return
    dues = {step.due for step in facts.plan.steps if step.due}
    days = (goal.deadline - facts.start).days
    if days > LONG and sum(due < goal.deadline for due in dues) < steps.FEWEST_CHECKPOINTS:
        yield found("T05", deadline=goal.deadline)
    elif last := steps.idle_from(facts):
        yield found("T05", "idle", deadline=goal.deadline, last=last)


def point_a_is_fresh(facts: Facts) -> Iterable[Finding]:
    """T06: the start was measured within a month; the last full calendar month is always fresh."""
    day = facts.snapshot.date if facts.snapshot else max((each.date for each in facts.plan.point_a), default=None)
    if day is not None and day < min(facts.today - FRESH, _last_full_month(facts.today)):
        yield found("T06", date=day, today=facts.today)


def _last_full_month(today: dt.date) -> dt.date:
    """The first day of the month before that of `today`."""
    return (today.replace(day=1) - dt.timedelta(days=1)).replace(day=1)


def starts_before_it_ends(facts: Facts) -> Iterable[Finding]:
    """T07: the first day comes before the last."""
    goal = facts.goal
    if goal.start is not None and goal.deadline is not None and goal.start >= goal.deadline:
        yield found("T07", start=goal.start, deadline=goal.deadline)


def date_read_one_way(facts: Facts) -> Iterable[Finding]:
    """T08: a date such as 04/05, "by August" or "a week before Easter" is shown as it was read."""
    for code, variant in (("day_or_month", ""), ("counted_back", ""), ("last_day", "last_day")):
        remark = facts.remarks.get(code)
        if remark and remark.values.get("date") == facts.goal.deadline is not None:
            yield found("T08", variant, date=facts.goal.deadline, other=remark.values.get("other"))


def no_unknown_holidays(facts: Facts) -> Iterable[Finding]:
    """T09: the time ahead holds no stretch of holidays that the past did not have."""
    market, end, begin, past = facts.plan.market, facts.goal.deadline, max(facts.start, facts.today), _past(facts)
    if not market or end is None or past is None or not 0 < (end - begin).days <= LONG:
        return
    from smartgoal.forecast.holiday_stretches import holiday_stretches  # noqa: PLC0415 - only a market has a calendar

    stretches = holiday_stretches(begin, end, past, market)
    if stretches:
        several = "several" if len(stretches) > 1 else ""
        yield found("T09", several, first=stretches[0].first, last=stretches[0].last)


def _past(facts: Facts) -> tuple[dt.date, dt.date] | None:
    """The first and last day that the judgement of the pace rests on."""
    if facts.history:
        return facts.history[0][0], facts.history[-1][0]
    if facts.pace is None or not facts.plan.point_a:
        return None
    days = [snapshot.date for snapshot in facts.plan.point_a]
    return min(days) - FRESH, max(days)


RULES: tuple[Rule, ...] = (
    end_date,
    end_ahead,
    long_enough,
    checkpoints,
    point_a_is_fresh,
    starts_before_it_ends,
    date_read_one_way,
    no_unknown_holidays,
    *steps.RULES,
)


def _date_of_the_words(facts: Facts, _finding: Finding) -> Iterable[Cure]:
    read = facts.reading.goal.deadline if facts.reading else None
    if read is not None:
        yield Cure("words", with_goal(facts.plan, deadline=read), {"date": read})


def _a_full_week(facts: Facts, _finding: Finding) -> Iterable[Cure]:
    day = max(facts.start, facts.today) + WEEK
    yield Cure("week", with_goal(facts.plan, deadline=day), {"date": day})


def _ahead(facts: Facts, finding: Finding) -> Iterable[Cure]:
    """As long a way from today on as was planned; where there was none, the same date of a year to come."""
    deadline: dt.date = finding.values["deadline"]
    if finding.variant == "over":
        day = facts.today + (deadline - facts.start)
        yield Cure("as_long", with_goal(facts.plan, deadline=day), {"date": day})
        return
    day = deadline
    while day < facts.today:
        day = _a_year_later(day)
    yield Cure("next_year", with_goal(facts.plan, deadline=day), {"date": day})


def _a_year_later(day: dt.date) -> dt.date:
    return day + dt.timedelta(days=365) if (day.month, day.day) == (2, 29) else day.replace(year=day.year + 1)


def _start_today(facts: Facts, _finding: Finding) -> Iterable[Cure]:
    yield Cure("start", with_goal(facts.plan, start=facts.today), {"date": facts.today})


def _the_other_date(facts: Facts, finding: Finding) -> Iterable[Cure]:
    other = finding.values.get("other")
    if isinstance(other, dt.date):
        yield Cure("other", with_goal(facts.plan, deadline=other), {"date": other})


CURES: Proposers = {
    "T01": _date_of_the_words,
    "T02": _ahead,
    "T03": _date_of_the_words,
    "T04": _a_full_week,
    "T05": steps.even_dates,
    "T07": _start_today,
    "T08": _the_other_date,
    **steps.CURES,
}
