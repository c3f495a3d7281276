"""The chance of reaching a goal, from the account's own history."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from smartgoal.forecast.estimate import Estimate, Pace, Targets
from smartgoal.forecast.history import Dated, Number, history, longest_stretch, readings
from smartgoal.forecast.launches import FEWEST_LAUNCHES, launches_ahead, launches_seen
from smartgoal.forecast.outlook import Outlook
from smartgoal.forecast.ruler import GoalKind
from smartgoal.forecast.shocks import without_breaks, without_freak_day, without_unfinished_row
from smartgoal.forecast.trend import steady_trend
from smartgoal.forecast.way import Question, Way, way
from smartgoal.forecast.windows import past_windows, recent_pace, same_window_last_year
from smartgoal.model.goal import Direction
from smartgoal.model.quantity import Period
from smartgoal.model.series import Form

FEWEST_POINTS = 8
FEWEST_WITH_GAPS = 5  # real points among 8 readings at the usual rhythm: a month missed is no reason to refuse
MOST_GAPS = 4  # readings in the span for each real one; with more of them the past would be made up
FEWEST_DAYS = 14
ENOUGH_DAYS = 28
SHOWN = (0.03, 0.97)


def chance(  # noqa: PLR0913 - a goal has these keys
    points: Sequence[Dated],
    *,
    form: Form,
    kind: GoalKind,
    value: Number,
    by: dt.date,
    direction: Direction = "increase",
    per: Period | None = None,
    since: dt.date | None = None,
) -> Estimate:
    """How likely the goal is reached by `by` if the account goes on as it did.

    `points` are (date, number) of any spacing, with gaps. `form` is what the numbers are: a level (followers), a flow
    (leads per row's period) or a ratio. `kind`, `value` and `direction` are the goal's; `per` is the period of a rate
    (None: one step of the series); `since` is the day a gain, percent, factor or total counts from (None: the last
    point), and what came since then is taken off. With `since` the way ahead counts in days, without it in readings of
    the history (of monthly points those that fall due). The chance never rises with a harder target.
    """
    question = Question(kind=kind, value=float(value), by=by, direction=direction, per=per, since=since)
    return answer(points, form, question)


def answer(points: Sequence[Dated], form: Form, question: Question) -> Estimate:
    """What `chance` tells, of a question that is put together already."""
    refused = refusal(points, question)
    if refused:
        return Estimate(chance=None, points=len(points), reasons=(refused,))
    ahead, seen = way_ahead(points, form, question)
    if not ahead.ruler.usable:
        return Estimate(chance=None, points=ahead.history.points, reasons=("no_base",))
    if ahead.launches and len(ahead.launches) < FEWEST_LAUNCHES:
        return Estimate(chance=None, points=ahead.history.points, reasons=("few_launches",))
    return _estimate(ahead, question, seen)


def refusal(points: Sequence[Dated], question: Question) -> str | None:
    """Why these points cannot answer the question; None where they can be tried."""
    days = sorted({day for day, _ in points})
    if len(days) < FEWEST_WITH_GAPS or readings(days) < FEWEST_POINTS or is_mostly_gaps(days):
        return "too_few_points"
    if (days[-1] - days[0]).days < FEWEST_DAYS:
        return "too_short"
    begins = days[-1] if question.since is None else max(days[-1], question.since)
    return "deadline_passed" if question.by <= begins else None


def is_mostly_gaps(days: Sequence[dt.date]) -> bool:
    """Whether no stretch holds points enough by itself and nearly all readings of the span would be made up."""
    return longest_stretch(days) < FEWEST_POINTS and MOST_GAPS * len(days) < readings(days)


def way_ahead(points: Sequence[Dated], form: Form, question: Question) -> tuple[Way, tuple[str, ...]]:
    """The way ahead, and what was seen in the history while laying it."""
    rows = history(points, form)
    joined = without_breaks(rows)
    finished = without_unfinished_row(joined)
    if joined is not rows:  # a start value told before the break stands on another scale
        question = replace(question, base=None)
    ahead = way(joined, without_freak_day(finished), question)
    launches = launches_seen(joined) if ahead.reads == "sum" else ()
    if len(launches) >= FEWEST_LAUNCHES:
        ahead = replace(ahead, launches_due=launches_ahead(joined, launches, question.by))
    seen = {
        "launches": bool(launches),
        "unfinished_last_day": finished is not joined,
        "series_break": joined is not rows,
    }
    return replace(ahead, launches=launches), tuple(code for code, holds in seen.items() if holds)


def _estimate(ahead: Way, question: Question, seen: tuple[str, ...]) -> Estimate:
    outlook, ruler = ahead.outlook(), ahead.ruler
    low, high = SHOWN
    band = sorted(ruler.value(outlook.quantile(share)) for share in (0.1, 0.9))
    return Estimate(
        chance=min(high, max(low, ahead.chance(outlook))),
        points=ahead.history.points - ahead.lacks_end,
        basis="launches" if ahead.launches else "history",
        reasons=_reasons(ahead, outlook, question) + seen,
        band80=(band[0], band[1]),
        median=ruler.value(outlook.quantile(0.5)),
        targets=_targets(ahead, outlook),
        windows=past_windows(ahead),
        pace=_pace(ahead, outlook),
        noise=outlook.noise,
        last_year=same_window_last_year(ahead),
    )


def _targets(ahead: Way, outlook: Outlook) -> Targets:
    shares = (0.8, 0.5, 0.2) if ahead.falling else (0.2, 0.5, 0.8)
    return Targets(*(ahead.ruler.value(outlook.quantile(share)) for share in shares))


def _pace(ahead: Way, outlook: Outlook) -> Pace:
    recent, expected = recent_pace(ahead) * ahead.times, outlook.quantile(0.5)
    if ahead.reads == "mean":
        return Pace(ahead.mark, recent, expected)
    sign = ahead.ruler.sign if ahead.reads == "change" else 1
    required = sign * (ahead.mark - ahead.done) / max(1, ahead.left)
    return Pace(required, sign * recent / ahead.history.step, sign * (expected - ahead.done) / ahead.days)


def _reasons(ahead: Way, outlook: Outlook, question: Question) -> tuple[str, ...]:
    met = {
        "little_history": ahead.history.days < ENOUGH_DAYS,
        "since_before_history": question.base is None
        and question.since is not None
        and question.since < ahead.history.first,
        "slowing_trend": not ahead.launches and steady_trend(ahead.settled) is not None,
        "within_noise": ahead.reads != "sum" and abs(ahead.mark - ahead.done) < outlook.noise,
    }
    return tuple(code for code, holds in met.items() if holds)
