"""Numbers of files on their way into a plan: point A of each platform and a compact history of the goal's metric.

Every number of point A keeps the day and the source it was read with. What the goal starts from stays as agreed; of any
other number the newer one counts, of one day the typed one (or the one that was there before).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from smartgoal.catalog import metric as catalogue_metric
from smartgoal.importers.imported import Import
from smartgoal.importers.summary import combined, last_days, point_a
from smartgoal.importers.text import harmless
from smartgoal.model.arithmetic import in_unit
from smartgoal.model.plan import Measure, Plan, Progress, Snapshot
from smartgoal.model.series import Point, Series
from smartgoal.planning.measuring import counts_from_zero, own_unit
from smartgoal.planning.readings import first_day, form_of

LONGEST_HISTORY = 400  # days
What = Literal["same", "start", "kept", "taken"]


@dataclass(frozen=True, slots=True)
class Meeting:
    """A metric that the plan holds (`old`) and a file too (`new`).

    "taken": the number of the file stands for that of the plan; "kept": that of the plan is no older; "start": the goal
    starts from it; "same": the file was read before.
    """

    what: What
    metric: str
    old: Snapshot
    new: Snapshot


def with_numbers(plan: Plan, found: Iterable[Import], today: date | None = None) -> Plan:
    """The plan with the numbers of the imports; what they do not tell, and what is newer, stays."""
    files = list(found)
    new = snapshots(files, plan.goal.metric, today)
    replaced = {(each.old.platform, each.metric) for each in meetings(plan, new) if each.what in {"same", "taken"}}
    kept = [_without(each, replaced) for each in plan.point_a]
    known = {(each.platform, metric) for each in kept for metric in each.metrics}
    added = [_without(each, known) for each in new]
    economics = {name: value for each in files for name, value in each.economics.items()}
    point_a = _joined([*_before(kept, added), *added])
    return replace(plan, point_a=point_a, economics={**economics, **plan.economics})


def merged(plan: Plan, found: Iterable[Import], today: date) -> Plan:
    """A saved plan with the numbers of the imports; that of its goal's level is a check-in."""
    files = list(found)
    row = check_in(plan, snapshots(files, plan.goal.metric, today))
    plan = with_numbers(plan, files, today)
    return plan if row is None else replace(plan, progress=(*plan.progress, row))


def meetings(plan: Plan, new: Sequence[Snapshot]) -> Iterator[Meeting]:
    """The numbers that both the plan and the files hold; that of the goal's metric stays as its start."""
    read = {(each.platform, metric): each for each in new for metric in each.metrics}
    for old in plan.point_a:
        for metric in old.metrics:
            fresh = read.get((old.platform, metric))
            if fresh is not None:
                yield Meeting(_outcome(plan, metric, old, fresh), metric, old, fresh)


def _outcome(plan: Plan, metric: str, old: Snapshot, fresh: Snapshot) -> What:
    if (fresh.metrics[metric], fresh.date, fresh.source) == (old.metrics[metric], old.date, old.source):
        return "same"
    if metric == plan.goal.metric and plan.goal.platform in {None, old.platform}:
        return "start"
    return "kept" if fresh.date <= old.date else "taken"


def check_in(plan: Plan, new: Sequence[Snapshot]) -> Progress | None:
    """The number of the files as a check-in: that of a level or ratio which the plan starts from, of a later day.

    None where the plan holds a check-in of that day or a later one, or counts something else than the level itself.
    """
    goal, begin = plan.goal, None if plan.outcome is not None else first_day(plan)
    started = goal.baseline is not None or any(goal.metric in each.metrics for each in plan.point_a)
    if not started or begin is None or form_of(goal) not in {"level", "ratio"} or counts_from_zero(goal):
        return None
    fitting = [each for each in new if goal.metric in each.metrics and goal.platform in {None, each.platform}]
    if len(fitting) != 1 or goal.metric is None:
        return None
    (fresh,) = fitting
    if fresh.date <= max([begin, *(row.date for row in plan.progress if row.value is not None)]):
        return None
    measure = fresh.metrics[goal.metric]
    if measure.per not in {None, goal.per}:
        return None
    value = in_unit(measure.value, catalogue_metric(goal.metric).unit, own_unit(goal))
    return Progress(date=fresh.date, value=value, source=fresh.source)


def at_start(plan: Plan, new: Sequence[Snapshot]) -> Point | None:
    """What the history of the files tells of the goal's level on its first day (or shortly before)."""
    begin, own = first_day(plan), [each for each in new if plan.goal.platform in {None, each.platform}]
    rows = [row for each in own for row in each.history.get(plan.goal.metric or "", ())]
    if begin is None or form_of(plan.goal) != "level":
        return None
    return next((row for row in sorted(rows, reverse=True) if 0 <= (begin - row[0]).days <= 1), None)


def snapshots(imports: Iterable[Import], metric: str | None = None, today: date | None = None) -> tuple[Snapshot, ...]:
    """Point A of each platform in the shape of a plan, one snapshot for the numbers of one day and source.

    `metric` (the goal's) brings its history. A month or week that is not over by `today` is left out.
    """
    series = [each for each in combined(imports)[0] if each.points]
    series.sort(key=lambda each: each.per_post == catalogue_metric(each.metric).per_post)  # the usual reading wins
    found = {}
    for each in series:
        point = point_a(each, [other for other in series if other.platform == each.platform], today)
        if point is not None:
            found[each.platform, each.metric] = Snapshot(
                platform=each.platform,
                date=point.last,
                source=_source(each),
                metrics={each.metric: Measure(point.value, point.per)},
                history={each.metric: history(each)} if each.metric == metric else {},
            )
    return _joined(found.values())


def history(series: Series) -> tuple[Point, ...]:
    """The points of the last 400 days: what a plan file keeps."""
    return tuple(last_days(series.points, LONGEST_HISTORY)) if series.points else ()


def _source(series: Series) -> str:
    """The files of a series, by their names."""
    names = (part.partition(":")[0] for part in series.source.split("; "))
    return ", ".join(dict.fromkeys(map(harmless, names)))


def _without(snapshot: Snapshot, numbers: Iterable[tuple[str | None, str]]) -> Snapshot:
    left_out = {metric for platform, metric in numbers if platform == snapshot.platform}
    kept = {metric: each for metric, each in snapshot.metrics.items() if metric not in left_out}
    return snapshot if len(kept) == len(snapshot.metrics) else replace(snapshot, metrics=kept)


def _joined(rows: Iterable[Snapshot]) -> tuple[Snapshot, ...]:
    """One snapshot for each platform, day and source; none that holds nothing."""
    joined: dict[tuple[str | None, date, str], Snapshot] = {}
    for each in rows:
        name = each.platform, each.date, each.source
        known = joined.get(name)
        if known is not None:
            metrics, histories = {**known.metrics, **each.metrics}, {**known.history, **each.history}
            joined[name] = replace(known, metrics=metrics, history=histories)
        elif each.metrics or each.history:
            joined[name] = each
    return tuple(joined.values())


def _before(kept: Iterable[Snapshot], added: Sequence[Snapshot]) -> Iterator[Snapshot]:
    """The snapshots of the plan, whose history ends where that of the files begins."""
    begin = {(each.platform, name): points[0][0] for each in added for name, points in each.history.items()}
    for each in kept:
        histories = {
            name: tuple(row for row in points if row[0] < begin.get((each.platform, name), date.max))
            for name, points in each.history.items()
        }
        yield replace(each, history={name: points for name, points in histories.items() if points})
