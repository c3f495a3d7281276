"""The number of followers back in time, rebuilt from today's number and the changes of each day."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from smartgoal.importers.imported import Import, Options
from smartgoal.importers.making import make_series
from smartgoal.importers.points import ONE_DAY
from smartgoal.importers.problems import problem
from smartgoal.importers.summary import last_days
from smartgoal.model.series import Point, Problem, Series

_FRESH = 2 * ONE_DAY  # exports end yesterday or the day before
GAINS, LOSSES, LEVEL = "new_followers", "lost_followers", "followers"


def with_levels(imports: Sequence[Import], options: Options) -> list[Import]:
    """The imports with the level of followers where the files give changes only.

    `options.followers_now` holds for one platform: the one that the user named, else the only one that lacks a level.
    """
    lacking = {each.platform for file in imports for each in _gains_without_level(file)}
    wanted = options.platform if options.platform in lacking else None
    only = next(iter(lacking)) if len(lacking) == 1 else None
    return [_with_level(file, options, wanted or only, several=len(lacking) > 1) for file in imports]


def rebuilt(gains: Series, losses: Series | None, now: Decimal, *, net: bool) -> Series:
    """The level at the end of each day, going back from `now` at the end of the last one.

    Exact where those who left are counted too, or gains are net. Gross gains give lower bounds of the past: the level
    was at least this, so growth was at most this. Goes back to the first unknown day only.
    """
    lost = dict(losses.points) if losses else {}
    level, points = now, [(gains.points[-1][0], now)]
    day = gains.points[-1][0]
    for when, gained in reversed(gains.points):
        if when != day or (losses is not None and when not in lost):
            break
        level -= gained - lost.get(when, Decimal(0))
        day = when - ONE_DAY
        points.append((day, level))
    exact = gains.exact and (losses is not None or net)
    points.reverse()
    return make_series(
        LEVEL, gains.platform, _possible(points), gains.source, exact=exact, bound=None if exact else "lower"
    )


def carried(gains: Series, losses: Series | None, now: Decimal, today: date, *, net: bool) -> Series:
    """The level where the file ended long before `today`, on which `now` stands.

    What changed in the days between is not known; it is taken to be the mean of the last 28 days of the file, so that
    the level of the past is an estimate, while its changes from day to day are those of the file.
    """
    recent, lost = last_days(gains.points), dict(losses.points) if losses else {}
    daily = sum((gained - lost.get(day, Decimal(0)) for day, gained in recent), Decimal(0)) / len(recent)
    missing = Decimal(round(daily * (today - recent[-1][0]).days))
    level = rebuilt(gains, losses, now - min(now, missing), net=net)
    return replace(level, points=(*level.points, (today, now)), exact=False, bound=None)


def _possible(points: list[Point]) -> list[Point]:
    """The end of a level that was never below zero: before, today's number was too low for the changes."""
    below = max((place for place, (_day, value) in enumerate(points) if value < 0), default=-1)
    return points[below + 1 :]


def _gains_without_level(file: Import) -> list[Series]:
    known = {each.platform for each in file.series if each.metric == LEVEL}
    return [
        each
        for each in file.series
        if each.metric == GAINS and each.every == "day" and not each.per_post and each.platform not in known
    ]


def _with_level(file: Import, options: Options, platform: str | None, *, several: bool) -> Import:
    series, problems = list(file.series), list(file.problems)
    for gains in _gains_without_level(file):
        if options.followers_now is None:
            problems.append(problem("no_level_given", last=gains.points[-1][0]))
        elif several and gains.platform != platform:
            problems.append(problem("which_followers", platform=gains.platform or "?"))
        else:
            losses = next((each for each in series if each.metric == LOSSES and each.platform == gains.platform), None)
            found = rebuilt(gains, losses, options.followers_now, net=_is_net(file))
            if options.today - gains.points[-1][0] > _FRESH:
                series.append(carried(gains, losses, options.followers_now, options.today, net=_is_net(file)))
                problems += _told_carried(series[-1], exact=found.exact)
            else:
                series.append(found)
                problems.append(_told(found))
            if series[-1].points[0][0] > gains.points[0][0]:
                problems.append(problem("level_stops", first=series[-1].points[0][0]))
    return replace(file, series=tuple(series), problems=tuple(problems))


def _is_net(file: Import) -> bool:
    return any(each.code == "net_gains" for each in file.problems)


def _told(level: Series) -> Problem:
    first, last = level.points[0][0], level.points[-1][0]
    return problem("level_rebuilt" if level.exact else "level_is_bound", first=first, last=last)


def _told_carried(level: Series, *, exact: bool) -> list[Problem]:
    (last, _value), (today, now) = level.points[-2:]
    told = problem("level_carried", first=level.points[0][0], last=last, days=(today - last).days, today=today, now=now)
    return [told] if exact else [told, problem("level_gross")]
