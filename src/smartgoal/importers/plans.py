"""Numbers of files on their way into a plan."""

from collections.abc import Iterable
from dataclasses import replace

from smartgoal.importers.imported import Import
from smartgoal.importers.summary import snapshots
from smartgoal.model.plan import Plan, Snapshot


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
