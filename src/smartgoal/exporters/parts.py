"""Parts that several documents share: where we are, the goal, how it is counted, the steps."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from smartgoal import catalog
from smartgoal.economics.from_plan import number_of
from smartgoal.exporters.document import Facts, Table, facts, table
from smartgoal.exporters.limits import limit_text
from smartgoal.exporters.sentence import change_unit, currency, level_unit, plan_sentence
from smartgoal.forecast import Estimate
from smartgoal.language import N_, Language
from smartgoal.model.arithmetic import direction
from smartgoal.model.finding import Verdict
from smartgoal.model.goal import Goal
from smartgoal.model.plan import Measure, Plan, Snapshot, Step
from smartgoal.model.quantity import Quantity
from smartgoal.planning.readings import check_ins, tracked_goal
from smartgoal.planning.results import Result, parse_result
from smartgoal.planning.sums import Coverage

_ME = {"me", "i", "myself", "я", "сам", "сама"}


@dataclass(frozen=True, slots=True)
class Source:
    """All a document is made of. `chance` shows the chance where a document leaves it out by itself (the client's).

    `made` is the day that verdict and estimate are told as of, where the plan knows more by now.
    """

    plan: Plan
    language: Language
    verdict: Verdict | None = None
    estimate: Estimate | None = None
    chance: bool = False
    made: date | None = None

    @property
    def start(self) -> date | None:
        """The first day of the goal."""
        return self.plan.goal.start or self.plan.created


def title(source: Source) -> str:
    """The plan's title, else its goal."""
    return source.plan.title or plan_sentence(source.plan, source.language) or source.language.text("Plan")


def period(source: Source) -> str:
    """«22 ноября – 6 декабря 2026», as far as it is known."""
    start, deadline = source.start, source.plan.goal.deadline
    if start is None or deadline is None:
        return source.language.text("by {deadline}", deadline=deadline) if deadline else ""
    return days_text(start, deadline, source.language)


def days_text(first: date, last: date, language: Language) -> str:
    """Two days, the year said once where it is one: «22 ноября – 6 декабря 2026»."""
    within, across = N_("{start:day} – {deadline}"), N_("{start} – {deadline}")
    return language.text(within if first.year == last.year else across, start=first, deadline=last)


def head_facts(source: Source) -> Facts:
    """Whose goal, for what time, by whom."""
    plan, text = source.plan, source.language.text
    return facts([
        (text("Client"), plan.client or ""),
        (text("Period"), period(source)),
        (text("Author"), person(plan.owner)),
        (text("Date"), source.language.date(plan.created) if plan.created else ""),
    ])  # fmt: skip


def person(name: str | None) -> str:
    """Somebody by name or role; nothing for "me", which others would read as themselves."""
    return "" if name is None or name.strip().casefold() in _ME else name


def point_a(source: Source, *, latest: bool = False) -> Table:
    """Where we are: each number with its day and source; with `latest` the last check-in before them."""
    text = source.language.text
    rows = [row for snapshot in source.plan.point_a for row in snapshot_rows(snapshot, source)]
    if not rows and source.plan.goal.baseline is not None:
        rows = [baseline_row(source)]
    if latest:
        rows = [*latest_row(source), *rows]
    return table((text("What"), text("Value"), text("Date"), text("Source")), rows)


def latest_row(source: Source) -> Iterator[tuple[str, ...]]:
    """The last check-in of a number."""
    told, goal, language = check_ins(source.plan), tracked_goal(source.plan), source.language
    if told and goal.metric is not None and goal.kind != "milestone":
        name, unit = language.name("metric", goal.metric), level_unit(goal, currency(source.plan))
        value = language.quantity(told[-1][1], unit, per=goal.per)
        yield name[:1].upper() + name[1:], value, language.date(told[-1][0]), language.text("check-in")


def snapshot_rows(snapshot: Snapshot, source: Source) -> Iterator[tuple[str, ...]]:
    """The numbers of one page."""
    language = source.language
    where = f", {language.name('platform', snapshot.platform)}" if snapshot.platform else ""
    origin = language.text("typed in") if snapshot.source == "typed" else file_name(snapshot.source)
    for metric, measure in snapshot.metrics.items():
        name = language.name("metric", metric)
        yield (
            name[:1].upper() + name[1:] + where,
            measure_text(metric, measure, source),
            language.date(snapshot.date),
            origin,
        )


def file_name(origin: str) -> str:
    """The name of a file without its folders: a document shows no paths."""
    return origin.replace("\\", "/").rpartition("/")[2]


def baseline_row(source: Source) -> tuple[str, ...]:
    """The start value that the goal itself names."""
    goal, language = source.plan.goal, source.language
    assert goal.baseline is not None
    name = language.name("metric", goal.metric) if goal.metric else language.text("Start value")
    day = language.date(source.plan.created) if source.plan.created else ""
    value = language.quantity(goal.baseline, level_unit(goal, currency(source.plan)), per=goal.per)
    return name[:1].upper() + name[1:], value, day, goal.measured_by or ""


def measure_text(metric: str, measure: Measure, source: Source) -> str:
    """A number of point A with its unit."""
    unit = metric_unit(metric, source.plan)
    return source.language.quantity(measure.value, unit, per=measure.per)


def metric_unit(metric: str, plan: Plan) -> str:
    """The unit a metric is shown in; money in the plan's currency."""
    try:
        unit: str = catalog.metric(metric).unit
    except KeyError:
        return "count"
    return currency(plan) if unit == "money" else unit


def counting(source: Source) -> Facts:
    """What is counted and where it is read, and the conditions beside the target."""
    goal, language = source.plan.goal, source.language
    return facts([
        (language.text("What is counted"), goal.counted_as or ""),
        (language.text("Where it is read"), goal.measured_by or ""),
        (language.text("Limits"), "; ".join(limit_text(limit, language) for limit in goal.limits)),
        (language.text("Why"), goal.why or ""),
    ])  # fmt: skip


def steps(source: Source) -> Table:
    """The steps: what, by when, result, who."""
    text = source.language.text
    rows = [
        (step.title, due_text(step, source), result_text(step, source), person(step.owner))
        for step in source.plan.steps
    ]
    return table((text("Step"), text("By when"), text("Result"), text("Who")), rows)


def due_text(step: Step, source: Source) -> str:
    """The day a step ends."""
    return source.language.date(step.due) if step.due else ""


def result_text(step: Step, source: Source) -> str:
    """What a step brings; a guess is told as expected."""
    if not step.result:
        return ""
    language, result = source.language, parse_result(step.result)
    if result.value is None:
        return step.result
    unit = result_unit(result, source.plan)
    per = source.plan.goal.per if result.unit is None else None
    amount = Quantity(result.value, unit, source.plan.goal.metric if unit == "count" else None, per)
    if result.kind == "level":
        return language.text(level_template(source.plan.goal), amount=amount)
    shown = language.text("{amount:signed}", amount=amount)
    return language.text("{amount} expected", amount=shown) if step.basis == "guess" else shown


def result_unit(result: Result, plan: Plan) -> str:
    """The unit of a step's result: as typed, else the goal's; money in the plan's currency."""
    goal = plan.goal
    unit = result.unit or level_unit(goal)
    if unit == "percent" and result.kind == "contribution" and level_unit(goal) == "percent":
        return change_unit(goal)
    return metric_unit(goal.metric, plan) if unit == "count" and goal.metric else unit


def sum_unit(found: Coverage, plan: Plan) -> str:
    """The unit of the sum of the steps; of percentages it is a difference, unless it is a share of an unknown start."""
    if found.unit == "percent":
        return found.unit if found.relative else "percentage_point"
    return metric_unit(plan.goal.metric, plan) if found.unit == "count" and plan.goal.metric else found.unit


def level_template(goal: Goal) -> str:
    """A level is reached, or kept where the goal is to keep it: it may be better than that already."""
    if not goal.hold:
        return N_("reach {amount}")
    return N_("keep at most {amount:gen}") if direction(goal) == "decrease" else N_("keep at least {amount:gen}")


def conditions(source: Source) -> tuple[str, ...]:
    """The if-then of each step, with the step that it belongs to."""
    return tuple(f"{step.title.rstrip('. ')}. {step.if_then}" for step in source.plan.steps if step.if_then)


def needs(source: Source) -> tuple[str, ...]:
    """What is needed from the client, each with the day its step starts."""
    language = source.language
    return tuple(
        language.text("{what} – by {day}", what=step.needs, day=step.start or step.due)
        if step.start or step.due
        else step.needs
        for step in source.plan.steps
        if step.needs
    )


def budget(source: Source) -> str:
    """Money for the steps and what is agreed in all."""
    economics, language = source.plan.economics, source.language
    currency = str(economics.get("currency") or "")
    costs = sum((step.cost for step in source.plan.steps if step.cost), Decimal(0))
    agreed = number_of(economics, "budget")
    amount = agreed if agreed is not None else costs or None
    if amount is None:
        return ""
    return language.money(amount, currency) if currency else language.number(amount)
