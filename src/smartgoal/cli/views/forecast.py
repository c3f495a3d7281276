"""A forecast in words, as a chart and as JSON."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from smartgoal.cli.forecasting import Forecast, LeftOut
from smartgoal.cli.views.findings import message
from smartgoal.cli.views.goal_json import plain
from smartgoal.cli.views.page import page_width, wrapped
from smartgoal.exporters.history import SLOWING, chance_template, in_own_measure, is_change, percent, signed
from smartgoal.exporters.sentence import goal_sentence, level_unit
from smartgoal.forecast import Estimate
from smartgoal.forecast.chart import ASCII, UNICODE, Marks, chart
from smartgoal.forecast.estimate import PastWindows
from smartgoal.forecast.rounding import significant, spread_of, told_to
from smartgoal.forecast.ruler import Ruler
from smartgoal.language import N_, Language
from smartgoal.model.arithmetic import gap
from smartgoal.model.goal import Goal
from smartgoal.model.quantity import Period, Quantity
from smartgoal.planning.readings import form_of

if TYPE_CHECKING:
    from smartgoal.cli.environment import Environment
    from smartgoal.forecast.backtest import Backtest

STEPS: dict[int, Period] = {1: "day", 7: "week", 28: "month", 30: "month", 31: "month"}
BOLD, EVEN, SURE = 0.2, 0.5, 0.95
CHANCES = (
    N_("Chance {chance} or less, if things go on as before."),
    N_("Chance about {chance}, if things go on as before."),
    N_("Chance {chance} or more, if things go on as before."),
)
REASONS = {
    "too_few_points": N_("Fewer than 8 points: too little to tell. Collect more and ask again."),
    "too_short": N_("Less than 14 days of history: too little to tell. Collect more and ask again."),
    "little_history": N_("Less than 28 days of history: the answer is rough."),
    "deadline_passed": N_("The last day is not later than the last point of the history."),
    "no_base": N_("A percentage of nothing cannot be worked out: the start value is zero."),
    "since_before_history": N_("The goal began before the history; it is counted from the first point."),
    "counted_twice": N_("The rows of the history do not add up to the goal's period: people would count twice."),
    "few_launches": N_("The amounts come in launches, and fewer than 5 are known: too few to tell."),
    "launches": N_("The amounts come in launches, so launches were compared with launches."),
    "unfinished_last_day": N_("The last row looks unfinished and was left out of the pace."),
    "series_break": N_("The counting was changed or restarted; that jump was not taken for growth."),
    "slowing_trend": SLOWING,
    "within_noise": N_("The change is smaller than the usual ups and downs: reaching it would prove little."),
}

LEFT_OUT: Mapping[LeftOut, str] = {
    "month": N_("The last month of the history is not over: it was left out."),
    "later": N_("Of the history, only what was known on {day} counts here."),
}


def forecast_lines(found: Forecast, environment: "Environment", *, plain: bool) -> Iterator[str]:
    """The answer first, then what it rests on."""
    language, width = environment.language, page_width()
    for line in (goal_sentence(found.goal, language, begun=found.begun), *told(found, language)):
        yield from wrapped(line, width, "", "  ")
    if not plain and found.estimate is not None and found.estimate.band80 is not None:
        yield ""
        yield from chart_lines(found, language, width, UNICODE if environment.draws() else ASCII)


def told(found: Forecast, language: Language) -> Iterator[str]:
    """Everything that is said in words."""
    estimate = found.estimate
    if estimate is None:
        yield language.text("Cannot tell yet: there is no history of this number. Import one, or log a few weeks.")
    else:
        yield from answer(estimate, found, language)
        yield from lifting(found, language)
        yield from reasons(estimate, language)
    if found.since is not None:
        yield language.text("Counted from {day}: what came in before is no part of it.", day=found.since)
    if found.left_out is not None:
        yield language.text(LEFT_OUT[found.left_out], day=found.until)
    if found.stale is not None:
        yield language.text("The history ends on {day}: newer numbers would tell more.", day=found.stale)
    if found.gap is not None:
        yield language.text("Of the days between {first} and {last} nothing is known: an even change was assumed.",
                            first=found.gap[0], last=found.gap[1])  # fmt: skip
    yield from (f"{message(each, language)}." for each in found.findings)


def answer(estimate: Estimate, found: Forecast, language: Language) -> Iterator[str]:
    """Chance, past windows, targets, pace."""
    if estimate.chance is None:
        return
    yield language.text(chance_template(estimate.chance, CHANCES), chance=percent(estimate.chance))
    if found.passed is not None:
        now = Quantity(found.passed, level_unit(found.goal))
        yield language.text("The target is passed already: it is {now} now. Choose one further on.", now=now)
    elif BOLD <= estimate.chance < EVEN:
        yield language.text("A bold target: that is fine, if you mean it.")
    elif estimate.chance >= SURE:
        yield language.text("Nearly sure: there is room to aim higher.")
    windows = estimate.windows
    if windows is not None and windows.of and found.passed is None:
        template = N_("Past periods of this length that made it: {reached} of {of}; the best brought {best}.")
        best = best_brought(windows, found, language)
        yield language.text(template, reached=windows.reached, of=windows.of, best=best)
    if estimate.targets is not None:
        targets = estimate.targets
        safe, even, stretch = (shown(each, found, language) for each in (targets.safe, targets.even, targets.stretch))
        yield language.text("Safe: {safe} · Even: {even} · Stretch: {stretch}", safe=safe, even=even, stretch=stretch)
    if estimate.band80 is not None:
        ends = sorted(estimate.band80, key=lambda end: signed(end, found.goal) if is_change(found.goal) else end)
        low, high = (shown(end, found, language) for end in ends)
        yield language.text("Likely (80%): from {low} to {high}.", low=low, high=high)
    yield from pace(estimate, found, language)
    if estimate.last_year is not None:
        amount = measured(estimate.last_year, found, language)
        yield language.text("The same days a year ago brought {amount}.", amount=amount)


def pace(estimate: Estimate, found: Forecast, language: Language) -> Iterator[str]:
    """What is needed against what came lately; a ratio has a level and no pace, a rate is its own."""
    goal, form = found.goal, form_of(found.goal)
    if estimate.pace is None or goal.kind == "rate" or form == "ratio" or found.passed is not None:
        return
    rates = (estimate.pace.required, estimate.pace.recent, estimate.pace.expected)
    sign = -1 if form == "level" and goal.direction == "decrease" else 1
    mean = tells_mean(found)
    per = period_read(found) if mean else None
    needed, recent, expected = (Quantity(significant(sign * each), level_unit(goal), None, per) for each in rates)
    if mean:
        yield language.text("The last 28 days: {recent}.", recent=recent)
        return
    template = N_("Pace needed: {needed} a day; the last 28 days: {recent} a day; expected: {expected} a day.")
    yield language.text(template, needed=needed, recent=recent, expected=expected)


def best_brought(windows: PastWindows, found: Forecast, language: Language) -> str:
    """What the best window brought: the change of a level, else the number itself; never beyond a target not met."""
    goal, spread, best = found.goal, spread_of(found.estimate), windows.best
    if windows.grown:
        return shown(best, found, language, apart=True)
    if is_mean(goal) and goal.kind in {"level", "rate"}:
        return measured(best, found, language)
    if tells_mean(found) and goal.kind in {"percent", "factor"} and goal.baseline is not None and goal.value:
        ruler = Ruler.of(goal.kind, goal.direction or "increase", float(goal.baseline), float(goal.value))
        number = significant(ruler.mark(best), 3)
        per = period_read(found) if form_of(goal) == "flow" else None
        return language.text("{amount}", amount=Quantity(number, level_unit(goal), None, per))
    if goal.kind == "level" and form_of(goal) == "level":
        change = Quantity(told_to(signed(best, goal), spread, gap(goal), apart=True), level_unit(goal))
        return language.text("{amount}", amount=change)
    return shown(best, found, language, apart=True)


def measured(value: float, found: Forecast, language: Language) -> str:
    """A figure as the metric counts it, whatever the target is told in."""
    goal, form = found.goal, form_of(found.goal)
    template = "{amount:signed}" if form == "level" and is_change(goal) else "{amount}"
    mean = tells_mean(found)
    mark = goal.value if goal.kind in {"level", "rate"} and mean else None
    spread = spread_of(found.estimate) if goal.kind in {"gain", "level", "rate", "total"} else 0.0
    number = told_to(value, spread, mark, apart=True) if spread else significant(value)
    per = period_read(found) if mean and form == "flow" else None
    return language.text(template, amount=Quantity(number, level_unit(goal), None, per))


def is_mean(goal: Goal) -> bool:
    """Whether the number is a mean over some days, and no sum and no change."""
    form = form_of(goal)
    return form == "ratio" or goal.kind == "rate" or (form == "flow" and goal.kind != "total")


def tells_mean(found: Forecast) -> bool:
    """Whether the figures are means: new leads that nobody gave a start value are a sum, however they are told."""
    return is_mean(found.goal) and found.drawn.kind != "total"


def period_read(found: Forecast) -> Period | None:
    """The period that a mean amount belongs to: that of the question, else the step of the history."""
    if found.per:
        return found.per
    days = sorted(day for day, _ in found.points)
    steps = sorted((after - before).days for before, after in pairwise(days))
    return STEPS.get(steps[len(steps) // 2]) if steps else None


def lifting(found: Forecast, language: Language) -> Iterator[str]:
    """What time or money would make of the target an even bet."""
    lift = found.lift
    if lift.even_date is not None:
        yield language.text("If things go on as before, the target is an even bet by {day}.", day=lift.even_date)
    if lift.cost is not None:
        yield language.text("Closing the gap with ads takes about {cost}, at your price of {price} each.",
                            cost=lift.cost, price=lift.price)  # fmt: skip


def reasons(estimate: Estimate, language: Language) -> Iterator[str]:
    """What to know about the history; a reason that has no sentence here says nothing."""
    yield from (language.text(REASONS[code]) for code in estimate.reasons if code in REASONS)
    if estimate.chance is not None:
        yield language.text("Based on {count:dot}. New steps or a budget may change it.", count=estimate.points)


def shown(value: float, found: Forecast, language: Language, *, apart: bool = False) -> str:
    """A figure of this forecast in the goal's own measure."""
    return in_own_measure(value, found.goal, found.estimate, language, apart=apart)


def chart_lines(found: Forecast, language: Language, width: int, marks: Marks) -> Iterator[str]:
    """History, band and target, plain text."""

    def label(value: float) -> str:
        return language.number(significant(value, 3))

    assert found.estimate is not None
    yield from chart(found.points, found.drawn, found.estimate, width=width, label=label,
                     day=lambda day: language.date(day, "short"), marks=marks)  # fmt: skip


def forecast_json(found: Forecast, language: Language) -> dict[str, object]:
    """One object, as the product page says."""
    estimate, goal = found.estimate, found.goal
    result: dict[str, object] = {
        "metric": goal.metric,
        "kind": goal.kind,
        "target": plain(goal.value),
        "unit": goal.unit,
        "per": goal.per,
        "direction": goal.direction,
        "baseline": plain(goal.baseline),
        "by": plain(goal.deadline),
        "since": plain(found.since),
        "history_ends": plain(max((day for day, _ in found.points), default=None)),
        "stale": found.stale is not None,
        "left_out": found.left_out,
        "chance": estimate.chance if estimate else None,
        "band80": list(estimate.band80) if estimate and estimate.band80 else None,
        "median": estimate.median if estimate else None,
        "past_windows": past(estimate),
        "targets": None,
        "basis": estimate.basis if estimate and estimate.chance is not None else "none",
        "points": estimate.points if estimate else 0,
        "reasons": list(estimate.reasons) if estimate else [],
        "even_date": plain(found.lift.even_date),
        "budget_needed": money_json(found.lift.cost),
        "findings": [{"rule": each.rule, "message": message(each, language)} for each in found.findings],
    }
    if estimate and estimate.targets:
        targets = estimate.targets
        result["targets"] = {"safe": targets.safe, "even": targets.even, "stretch": targets.stretch}
    return result


def money_json(sum_of_money: Quantity | None) -> dict[str, object] | None:
    """A sum with its currency."""
    return None if sum_of_money is None else {"value": plain(sum_of_money.value), "currency": sum_of_money.unit}


def past(estimate: Estimate | None) -> dict[str, object] | None:
    """The past windows."""
    if estimate is None or estimate.windows is None:
        return None
    windows = estimate.windows
    return {"reached": windows.reached, "of": windows.of, "best": windows.best, "when": windows.when.isoformat()}


def backtest_json(result: "Backtest") -> dict[str, object]:
    """The same as numbers."""
    bands = [
        {"low": round(band.low, 2), "high": round(band.high, 2), "reached": band.reached, "count": band.count}
        for band in result.bands
    ]
    return {"bands": bands, "forecasts": result.forecasts, "inside_band80": result.inside}


def backtest_lines(result: "Backtest", language: Language) -> Iterator[str]:
    """Said against came, in three plain lines."""
    if not result.bands:
        yield language.text("Too little history to test forecasts on.")
        return
    for band in result.bands:
        yield language.text("When the forecast said {low} to {high}: {reached} of {count} came true.",
                            low=Quantity(Decimal(round(band.low * 100)), "percent"),
                            high=Quantity(Decimal(round(band.high * 100)), "percent"),
                            reached=band.reached, count=band.count)  # fmt: skip
