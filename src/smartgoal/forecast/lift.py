"""What would lift a wished target to an even bet: more time, or money for results that have a price."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from decimal import ROUND_UP, Decimal

from smartgoal.forecast.engine import refusal, way_ahead
from smartgoal.forecast.estimate import Estimate
from smartgoal.forecast.history import Dated
from smartgoal.forecast.way import Question
from smartgoal.model.series import Form

EVEN = 0.5
FURTHEST_DAYS = 730
"""Later than two years ahead nothing is promised."""

_STRIDE = 7


def even_date(points: Sequence[Dated], form: Form, question: Question) -> dt.date | None:
    """The first day after the question's own deadline by which the target is an even bet.

    The deadline itself where it is one already; None where the history cannot tell or two years would not do.
    """
    if refusal(points, question):
        return None
    last = question.by + dt.timedelta(days=FURTHEST_DAYS)
    day = question.by
    while day <= last and not _is_even(points, form, replace(question, by=day)):
        day += dt.timedelta(days=_STRIDE)
    if day > last:
        return None
    while day > question.by and _is_even(points, form, replace(question, by=day - dt.timedelta(days=1))):
        day -= dt.timedelta(days=1)
    return day


def budget_needed(estimate: Estimate, value: Decimal, price: Decimal) -> Decimal | None:
    """The money that closes the gap between what comes by itself (the median) and a gain, total or level of `value`.

    `price` is that of one result; the answer is rounded up to whole units of money. 0 where nothing is missing, None
    where the history cannot tell.
    """
    if estimate.median is None:
        return None
    missing = value - Decimal(str(estimate.median))
    return (max(missing, Decimal(0)) * price).quantize(Decimal(1), ROUND_UP)


def _is_even(points: Sequence[Dated], form: Form, question: Question) -> bool:
    ahead, _ = way_ahead(points, form, question)
    return ahead.ruler.usable and ahead.chance(ahead.outlook()) >= EVEN
