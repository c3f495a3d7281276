"""What stands above a question: the sentence as it was read, the verdicts, the steps against the gap."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal

from smartgoal import catalog
from smartgoal.cli.views.findings import SEVERITY_ROLES, message
from smartgoal.cli.wizard.wrapping import Fragment, Line, plain
from smartgoal.exporters.limits import limit_text
from smartgoal.exporters.parts import sum_unit
from smartgoal.exporters.sentence import head, plan_sentence, plan_way
from smartgoal.importers.problems import problem_rows
from smartgoal.interview.draft import with_steps
from smartgoal.interview.question import Panel
from smartgoal.interview.review import judged, open_findings
from smartgoal.interview.state import State
from smartgoal.interview.steps import step_line
from smartgoal.language import N_, Language
from smartgoal.model.finding import CRITERIA, Finding, Verdict
from smartgoal.model.goal import Goal, Reading
from smartgoal.model.plan import Measure
from smartgoal.model.quantity import Quantity, Term
from smartgoal.planning.counting import fitting_ways
from smartgoal.planning.sums import coverage

HOLES = {"metric": N_("what is counted"), "value": N_("the number"), "deadline": N_("the last day")}
SAID = {
    "not_understood": N_("Not used in the goal: {words}"),
    "no_such_date": N_("There is no such day in the calendar: {words}"),
}
ANSWER_ROLES = {"yes": "good", "no": "bad", "cannot_tell": "dim"}
FORM = CRITERIA[:2] + CRITERIA[4:]  # specific, measurable, time-bound: told by the words of the goal alone
Lines = tuple[Line, ...]


def panel_lines(panel: Panel, state: State, language: Language) -> Lines:
    """The lines of that panel; none for a question without one."""
    make = PANELS.get(panel)
    return tuple(make(state, language)) if make else ()


def receipt_lines(state: State, language: Language) -> Iterator[Line]:
    """Point A as it was typed or read, and what the files leave to be told."""
    for snapshot in state.plan.point_a:
        page = language.name("platform", snapshot.platform) if snapshot.platform else ""
        head = ", ".join(part for part in (page, language.date(snapshot.date)) if part)
        numbers = "; ".join(
            f"{language.name('metric', metric)} {measure_text(metric, measure, language)}"
            for metric, measure in snapshot.metrics.items()
        )
        yield (("strong", f"{head}: "), ("", numbers))
    yield from (
        (("warn", language.fill(problem_rows()[problem.code].messages[language.code], problem.values)),)
        for file in state.imports
        for problem in file.problems
        if problem.severity != "note"
    )


def measure_text(metric: str, measure: Measure, language: Language) -> str:
    """A number of point A with its period."""
    unit = catalog.metric(metric).unit
    shown = "count" if unit in {"money", "ratio"} else unit
    return language.quantity(measure.value, shown, per=measure.per)


def reading_lines(state: State, language: Language) -> Iterator[Line]:
    """The sentence with its parts marked, and the goal as it was understood."""
    if state.reading is not None and state.goal.statement:
        yield (("", "  "), *marked(state.reading))
    yield (("strong", language.text("Understood as: ")), ("", understood(state, language)))
    yield from counted_lines(state, language)
    yield from condition_lines(state, language)
    holes = [language.text(name) for part, name in HOLES.items() if getattr(state.goal, part) is None]
    if holes and state.goal.kind != "milestone":
        yield (("dim", language.text("I will ask for: {parts}", parts=tuple(holes))),)
    for remark in state.reading.remarks if state.reading else ():
        if remark.code in SAID and remark.span is not None and state.reading is not None:
            words = state.reading.text[slice(*remark.span)]
            yield (("warn", language.text(SAID[remark.code], words=words)),)


def condition_lines(state: State, language: Language) -> Iterator[Line]:
    """What the goal must keep to beside its number."""
    for limit in state.goal.limits:
        yield plain(language.text("As a condition: {limit}", limit=limit_text(limit, language)))


def counted_lines(state: State, language: Language) -> Iterator[Line]:
    """How the number is counted where there are several ways, and what else the sentence asked for."""
    metric = state.metric
    told = state.goal.counted_as
    if told is not None:
        yield plain(language.text("Counted as: {text}", text=told))
    elif metric is not None and metric.several_readings and (usual := next(fitting_ways(state.goal), None)):
        text = usual[1].texts[language.code]
        yield (("dim", language.text("Counted, unless you say otherwise: {text}", text=text)),)
    for remark in state.reading.remarks if state.reading else ():
        if remark.code == "second_metric":
            second = Term("metric", remark.values["metric"]) if remark.values["metric"] else remark.values["words"]
            yield (("warn", language.text("Left out, since a plan has one goal: {metric}", metric=second)),)


def understood(state: State, language: Language) -> str:
    """The goal in one sentence, with the weekday and the length of its time; without a number, the parts as read."""
    goal = state.goal
    if goal.value is None and goal.kind != "milestone":
        return ", ".join(parts_read(goal, language)) or "–"
    parts = [event(state) if goal.kind == "milestone" else head(goal, language), plan_way(state.plan, language)]
    if goal.deadline is not None:
        parts.append(language.text("by {deadline:weekday}", deadline=goal.deadline))
    days = (goal.deadline - (goal.start or state.today)).days if goal.deadline else 0
    return ", ".join(part for part in parts if part) + (f" ({language.days(days)})" if days > 0 else "")


def event(state: State) -> str:
    """The event as it was typed, without its date, which follows in full."""
    text = state.goal.statement or ""
    begin, end = state.reading.spans.get("deadline", (0, 0)) if state.reading is not None else (0, 0)
    return " ".join((text[:begin] + text[end:]).split()).strip(" .,")


def parts_read(goal: Goal, language: Language) -> Iterator[str]:
    """What was read of a goal without a number."""
    if goal.metric:
        yield language.name("metric", goal.metric)
    if goal.platform:
        yield language.name("platform", goal.platform, "in")
    if goal.deadline:
        yield language.text("by {deadline}", deadline=goal.deadline)


def marked(reading: Reading) -> Iterator[Fragment]:
    """The text with the parts that were understood in the role `mark`."""
    at = 0
    for begin, end in sorted(set(reading.spans.values())):
        if begin >= at:
            yield "", reading.text[at:begin]
            yield "mark", reading.text[begin:end]
            at = end
    yield "", reading.text[at:]


def form_lines(state: State, language: Language) -> Iterator[Line]:
    """The three verdicts that the words of the goal decide, with the steps that are proposed."""
    verdict = judged(with_steps(state))
    yield verdict_line(verdict, FORM, language)
    yield from (finding_line(each, language) for each in worth_showing(verdict) if each.criterion in FORM)


def step_lines(state: State, language: Language) -> Iterator[Line]:
    """The steps with their results and dates."""
    for number, step in enumerate(state.plan.steps, start=1):
        yield plain(f"  {number}. {step_line(step, state.plan, language)}")


def footer_lines(panel: Panel, state: State, language: Language) -> Lines:
    """What stays on the screen below the answer: while steps are worked on, their sum against the gap."""
    proposed = with_steps(state) if panel == "form" else state
    return tuple(sum_lines(proposed, language)) if panel in {"form", "steps"} else ()


def sum_lines(state: State, language: Language) -> Iterator[Line]:
    """The sum of the steps against the gap, where there is one."""
    covered = coverage(state.plan)
    if not covered.gap or covered.sum is None:
        return
    unit = sum_unit(covered, state.plan)
    total, gap = Quantity(covered.sum, unit), Quantity(covered.gap, unit, state.goal.metric)
    yield (
        ("strong", language.text("Together: {total:signed} of {gap:signed}", total=total, gap=gap)),
        *left(covered.missing, unit, language),
    )


def left(missing: Decimal | None, unit: str, language: Language) -> Iterator[Fragment]:
    """What the steps leave open."""
    if missing:
        yield "warn", " – " + language.text("{missing} short", missing=Quantity(missing, unit))
    elif missing is not None:
        yield "good", " – " + language.text("that is enough")


def verdict_lines(state: State, language: Language) -> Iterator[Line]:
    """The goal, the five verdicts and what needs work."""
    yield (("strong", plan_sentence(state.plan, language)),)
    yield from condition_lines(state, language)
    verdict = judged(state)
    yield verdict_line(verdict, CRITERIA, language)
    yield from (finding_line(each, language) for each in worth_showing(verdict))
    yield from step_lines(state, language)
    yield from sum_lines(state, language)


def worth_showing(verdict: Verdict) -> Iterator[Finding]:
    """What needs work, and why a criterion cannot be told yet."""
    unknown = {name for name, answer in verdict.criteria.items() if answer == "cannot_tell"}
    for finding in verdict.findings:
        if finding.accepted:
            continue
        if finding.severity != "note":
            yield finding
        elif finding.criterion in unknown:
            unknown.remove(finding.criterion)
            yield finding


def verdict_line(verdict: Verdict, criteria: Iterable[str], language: Language) -> Line:
    """`Specific: ready · Measurable: ready · ...`."""
    fragments: list[Fragment] = []
    for criterion in criteria:
        fragments.append(("", (" · " if fragments else "") + language.name("criterion", criterion) + ": "))
        fragments.append(answer_fragment(criterion, verdict, language))
    return tuple(fragments)


def answer_fragment(criterion: str, verdict: Verdict, language: Language) -> Fragment:
    """The answer of a criterion; one that stands beside an open warning tells so."""
    given = verdict.criteria[criterion]  # type: ignore[index]  # the names of CRITERIA
    if given == "yes" and criterion in {each.criterion for each in open_findings(verdict)}:
        return "warn", language.text("{answer}, with a remark", answer=language.name("answer", given))
    return ANSWER_ROLES[given], language.name("answer", given)


def finding_line(finding: Finding, language: Language) -> Line:
    """`M02 Clarify: what is weak`."""
    severity = language.name("severity", finding.severity)
    return (
        ("strong", f"{finding.rule} "),
        (SEVERITY_ROLES[finding.severity], f"{severity}: "),
        ("", message(finding, language)),
    )


PANELS: Mapping[str, Callable[[State, Language], Iterable[Line]]] = {
    "receipt": receipt_lines,
    "reading": reading_lines,
    "form": form_lines,
    "steps": step_lines,
    "verdict": verdict_lines,
}
