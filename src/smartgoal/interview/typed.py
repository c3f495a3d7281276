"""Reads what is typed into a field: a number (or a list of them), a period, a date."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from statistics import median

from smartgoal import parsing
from smartgoal.catalog import Metric
from smartgoal.interview.question import Refusal, refused
from smartgoal.interview.state import State, with_plan
from smartgoal.interview.target import PERIODS, as_period
from smartgoal.model.arithmetic import SECONDS, in_unit
from smartgoal.model.plan import Measure, Plan
from smartgoal.model.quantity import Period, Term, is_sane
from smartgoal.parsing.amounts import CURRENCIES

# a comma between digits is a decimal one unless a space or another comma follows
LIST_MARK = re.compile(r";|,\s+|,(?=[^,]*,)|(?<=,\d\d),|(?<=,\d),")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its unit; None where none was typed."""

    value: Decimal
    unit: str | None


def amount_of(text: str, own: str | None = None) -> Amount | Refusal:
    """One number, or the median of a list ("12, 45, 7 min"): a unit behind the last number holds for all.

    `own` is the unit that bare numbers have by themselves. Bare times beside another unit ("45, 12, 1h") can be read in
    two ways and are refused.
    """
    amounts = amounts_of(text)
    if isinstance(amounts, Refusal):
        return amounts
    if len(amounts) == 1:
        return amounts[0]
    units = {each.unit for each in amounts}
    if own in SECONDS and None in units and units - {None, own}:
        return refused("Write the unit with each number: 45 min; 12 min; 1 h")
    last = amounts[-1].unit
    unit = own if own in SECONDS else last
    return Amount(median(in_unit(each.value, each.unit or last, unit) for each in amounts), unit)


def amounts_of(text: str) -> tuple[Amount, ...] | Refusal:
    """The numbers of a list, each with the unit that was typed."""
    parts = [part for part in LIST_MARK.split(text) if part.strip()]
    read = [amount for part in parts if (amount := parsing.parse_amount(part.strip())) is not None]
    if not read or len(read) < len(parts):
        return refused("This is not a number yet. Write it as 1840, 2.5k or 12 min")
    return tuple(Amount(each.value, named_unit(each.unit)) for each in read)


def named_unit(unit: str) -> str | None:
    """The unit, or None where none was typed."""
    return None if unit == "count" else unit


def measure_of(text: str, metric: Metric, per: Period | None, own: str | None = None) -> Measure | Refusal:
    """A number of point A, in the metric's unit; "5400/week" and «700 в месяц» say another period than `per`.

    `own` is the unit of a bare number, where it is not the metric's.
    """
    told = told_period(text, metric)
    if isinstance(told, Refusal):
        return told
    own = own or metric.unit
    amount = amount_of(text.partition("/")[0], own)
    if isinstance(amount, Refusal):
        return amount
    value = in_unit(amount.value, amount.unit or own, metric.unit)
    return out_of_range(value, metric) or Measure(value, told or per)


def told_period(text: str, metric: Metric) -> Period | Refusal | None:
    """The period typed with a number, if any; what is counted as it stands has none."""
    _, slash, period = text.partition("/")
    told = as_period(period) if slash else parsing.parse_period(text)
    if slash and told is None:
        return refused("Known periods: {periods}", periods=tuple(Term("period", each) for each in PERIODS))
    if told is not None and metric.form == "level":
        return refused("{metric:cap}: how many there are now, without a period", metric=Term("metric", metric.id))
    return told


def out_of_range(value: Decimal, metric: Metric) -> Refusal | None:
    """Why `value` cannot be a value of `metric`, if it cannot."""
    name = Term("metric", metric.id)
    if metric.low is not None and value < metric.low:
        return refused("{metric:cap}: less than {low} is not possible", metric=name, low=metric.low)
    if metric.high is not None and value > metric.high:
        return refused("{metric:cap}: more than {high} is not possible", metric=name, high=metric.high)
    return None


def numbers_of(plan: Plan) -> Iterator[Decimal]:
    """The numbers of a plan that answers give."""
    told = (plan.goal.value, plan.goal.baseline, *plan.economics.values())
    yield from (each for each in told if isinstance(each, Decimal))
    yield from (measure.value for row in plan.point_a for measure in row.metrics.values())


def is_beyond(plan: Plan) -> bool:
    """Whether a number of the plan is too large or too fine to be saved."""
    return not all(is_sane(each) for each in numbers_of(plan))


def day_of(text: str, state: State) -> date | Refusal:
    """A day: ISO, in words, or a span from today."""
    read = parsing.parse_deadline(text, today=state.today, language=state.language)
    return (
        refused("This is not a date yet. Write it as 2026-12-06, 6 December or 2 weeks") if read is None else read.day
    )


def currency_of(text: str) -> str | None:
    """The currency typed with an amount, if any."""
    amount = parsing.parse_amount(text)
    return amount.unit if amount is not None and amount.unit in CURRENCIES else None


def with_currency(state: State, text: str) -> State | Refusal:
    """The state in which the currency typed with an amount is the plan's; nobody knows the rate to another one."""
    economics, currency = state.plan.economics, currency_of(text)
    known = state.goal.unit if state.goal.unit in CURRENCIES else economics.get("currency")
    if currency is None:
        return state
    if known not in {None, currency}:
        return refused("The plan counts in {currency}. Write the number in it", currency=known)
    return with_plan(state, economics={**economics, "currency": currency})


def stripped(text: str) -> str | None:
    """One line without blanks around it; None when nothing is left."""
    return " ".join(text.split()) or None
