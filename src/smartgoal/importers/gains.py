"""Whether gains of followers are net: those who left already subtracted."""

import re
from collections.abc import Sequence
from itertools import pairwise

from smartgoal.model.series import Series

_NET = re.compile(r"\b(?:net|чист\w+)\b", re.IGNORECASE)
_MOSTLY = 0.9


def are_net(gains: Series, series: Sequence[Series]) -> bool:
    """Whether a series of new followers is net: by a number below 0, its name, or the level beside it.

    `series` are those of the same table.
    """
    if gains.metric != "new_followers" or gains.per_post:
        return False
    named = _NET.search(gains.source.rpartition(": ")[2]) is not None
    negative = any(value < 0 for _day, value in gains.points)
    levels = (each for each in series if each.metric == "followers" and each.platform == gains.platform)
    return named or negative or any(_are_steps(gains, level) for level in levels)


def _are_steps(gains: Series, level: Series) -> bool:
    """Whether the gains are the differences of the level, which fell at times (else nobody may have left)."""
    gained = dict(gains.points)
    steps = [
        (later[1] - earlier[1], gained[later[0]]) for earlier, later in pairwise(level.points) if later[0] in gained
    ]
    return bool(steps) and sum(step == gain for step, gain in steps) > _MOSTLY * len(steps)
