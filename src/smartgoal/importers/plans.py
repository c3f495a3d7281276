"""Numbers of files on their way into a plan: point A of each platform and a compact history of the goal's metric."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from smartgoal.catalog import metric as catalogue_metric
from smartgoal.importers.imported import Import
from smartgoal.importers.summary import combined, last_days, point_a
from smartgoal.importers.text import harmless
from smartgoal.model.plan import Measure, Plan, Snapshot
from smartgoal.model.series import Point, Series

LONGEST_HISTORY = 400  # days


def with_numbers(plan: Plan, found: Iterable[Import]) -> Plan:
    """The plan with the numbers of the imports; a page typed by hand keeps what the files do not tell."""
    files = list(found)
    goal = plan.goal
    new = snapshots(files, goal.metric)
    fresh = {each.platform for each in new}
    kept = tuple(each for each in plan.point_a if each.platform not in fresh)
    economics = {name: value for each in files for name, value in each.economics.items()}
    joined = tuple(beside(each, plan.point_a) for each in new)
    return replace(plan, point_a=(*kept, *joined), economics={**economics, **plan.economics})


def beside(new: Snapshot, typed: tuple[Snapshot, ...]) -> Snapshot:
    """The snapshot of a file with typed numbers of the same page; the typed ones win: the user said them."""
    own = [each for each in typed if each.platform == new.platform]
    return replace(new, metrics={**new.metrics, **own[-1].metrics}) if own else new


def snapshots(imports: Iterable[Import], metric: str | None = None) -> tuple[Snapshot, ...]:
    """Point A of each platform in the shape of a plan, with the history of `metric` (the goal's)."""
    files = list(imports)
    platforms = dict.fromkeys(each.platform for file in files for each in file.series)
    return tuple(found for platform in platforms if (found := _snapshot(files, platform, metric)) is not None)


def history(series: Series) -> tuple[Point, ...]:
    """The points of the last 400 days: what a plan file keeps."""
    return tuple(last_days(series.points, LONGEST_HISTORY)) if series.points else ()


def _snapshot(files: Sequence[Import], platform: str | None, metric: str | None) -> Snapshot | None:
    series = [each for each in combined(files)[0] if each.platform == platform and each.points]
    series.sort(key=lambda each: each.per_post == catalogue_metric(each.metric).per_post)  # the usual reading wins
    found = {each.metric: point for each in series if (point := point_a(each, series)) is not None}
    if not found:
        return None
    kept = next((each for each in series if each.metric == metric), None)
    sources = dict.fromkeys(harmless(each.source.partition(":")[0]) for each in series)
    return Snapshot(
        platform=platform,
        date=max(point.last for point in found.values()),
        source=", ".join(sources),
        metrics={name: Measure(point.value, point.per) for name, point in found.items()},
        history={kept.metric: history(kept)} if kept is not None else {},
    )
