"""Reads what is typed into a field: a number (or a list of them), a period, a date."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from statistics import median

from smartgoal import parsing
from smartgoal.catalog import Metric
from smartgoal.interview.question import Refusal, refused
from smartgoal.interview.state import State
from smartgoal.interview.target import PERIODS, as_period
from smartgoal.model.arithmetic import in_unit
from smartgoal.model.goal import Period
from smartgoal.model.plan import Measure
from smartgoal.model.quantity import Term

# a comma between digits is a decimal one unless a space or another comma follows
LIST_MARK = re.compile(r";|,\s+|,(?=[^,]*,)|(?<=,\d\d),|(?<=,\d),")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its unit; None where none was typed."""

    value: Decimal
    unit: str | None


def amount_of(text: str) -> Amount | Refusal:
    """One number, or the median of a list ("12, 45, 7 min"): the unit of the last one holds for all."""
    parts = [part for part in LIST_MARK.split(text) if part.strip()]
    values = [amount for part in parts if (amount := parsing.parse_amount(part.strip())) is not None]
    if not values or len(values) < len(parts):
        return refused("This is not a number yet. Write it as 1840, 2.5k or 12 min")
    if len(values) == 1:
        return Amount(values[0].value, named_unit(values[0].unit))
    unit = named_unit(values[-1].unit)
    same = [in_unit(each.value, named_unit(each.unit) or unit, unit) for each in values]
    return Amount(median(same), unit)


def named_unit(unit: str) -> str | None:
    """The unit, or None where none was typed."""
    return None if unit == "count" else unit


def measure_of(text: str, metric: Metric, per: Period | None) -> Measure | Refusal:
    """A number of point A, in the metric's unit; "5400/week" says another period than `per`."""
    number, slash, period = text.partition("/")
    if slash:
        per = as_period(period)
        if per is None:
            return refused("The period is one of {periods}", periods=PERIODS)
    amount = amount_of(number)
    if isinstance(amount, Refusal):
        return amount
    value = in_unit(amount.value, amount.unit, metric.unit)
    return out_of_range(value, metric) or Measure(value, per)


def out_of_range(value: Decimal, metric: Metric) -> Refusal | None:
    """Why `value` cannot be a value of `metric`, if it cannot."""
    name = Term("metric", metric.id)
    if metric.low is not None and value < metric.low:
        return refused("{metric:cap}: less than {low} is not possible", metric=name, low=metric.low)
    if metric.high is not None and value > metric.high:
        return refused("{metric:cap}: more than {high} is not possible", metric=name, high=metric.high)
    return None


def day_of(text: str, state: State) -> date | Refusal:
    """A day: ISO, in words, or a span from today."""
    read = parsing.parse_deadline(text, today=state.today, language=state.language)
    return (
        refused("This is not a date yet. Write it as 2026-12-06, 6 December or 2 weeks") if read is None else read.day
    )
