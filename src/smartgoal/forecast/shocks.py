"""What must not be taken for growth: an unfinished last row, one freak day, a change of the counting itself."""

from dataclasses import replace
from statistics import fmean, median

from smartgoal.forecast.history import History, known

_ROWS = 28  # rows that tell the usual range of a flow
_FEWEST_ROWS = 8
_UNFINISHED = 0.5  # a last row below this share of the lowest usual row was exported in the middle of its day
_REFERENCE = 180  # rows that tell the usual size of a day
_FREAK = 5.0  # a day so many mean deviations and medians above the median of all others is cut to that height
_ORDINARY_NEIGHBOUR = 1 / 3  # of that height: a surge of several days is no freak day
_BREAK_SIZES = 20.0  # times the usual change ...
_BREAK_SHARE = 0.5  # ... and this share of the level, in one step: no audience does that
_ROUNDING = 1e-9  # what floats leave of nothing
_ORDINARY = 0.9  # share of the smallest changes that tell the usual one


def without_breaks(history: History) -> History:
    """Jumps of a level that are no growth are taken out; the levels before them are shifted to fit."""
    if history.form != "level":
        return history
    jumps = {index for index, change in enumerate(history.amounts) if change and _is_break(history, index, change)}
    if not jumps:
        return history
    amounts = tuple(None if index in jumps else change for index, change in enumerate(history.amounts))
    levels = [history.levels[-1]]
    for change in reversed(amounts):
        levels.append(levels[-1] - (change or 0.0))
    return replace(history, amounts=amounts, levels=tuple(reversed(levels)))


def _is_break(history: History, index: int, change: float) -> bool:
    before, after = history.levels[index], history.levels[index + 1]
    if abs(change) <= _BREAK_SHARE * max(abs(before), abs(after)):
        return False
    sizes = sorted(abs(x) for x in known(history.amounts))
    # where hardly anything moves, as much as ever moved is no jump
    least = next(size for size in sizes if size > _ROUNDING * sizes[-1])
    usual = max(least, fmean(sizes[: int(len(sizes) * _ORDINARY)]))
    return abs(change) > _BREAK_SIZES * usual * (1 + _ROUNDING)


def without_unfinished_row(history: History) -> History:
    """A last row far below the lowest usual one is missing rather than low."""
    last = history.amounts[-1]
    rows = known(history.amounts[-_ROWS - 1 : -1])
    if history.form != "flow" or last is None or len(rows) < _FEWEST_ROWS or last >= _UNFINISHED * min(rows):
        return history
    return replace(history, amounts=(*history.amounts[:-1], None))


def without_freak_day(history: History) -> History:
    """The one day far above all others is cut if its neighbours are ordinary; surges and habitual spikes stay."""
    if history.form != "flow" or history.step > 1:
        return history
    reference = sorted(known(history.amounts[-_REFERENCE:]))[:-1]
    middle = median(reference)
    if middle <= 0:
        return history
    reach = _FREAK * max(middle, fmean(abs(x - middle) for x in reference))
    high = [index for index, amount in enumerate(history.amounts) if amount is not None and amount > middle + reach]
    if len(high) != 1:
        return history
    day = high[0]
    neighbours = known(history.amounts[max(0, day - 1) : day] + history.amounts[day + 1 : day + 2])
    if max(neighbours, default=0.0) > middle + reach * _ORDINARY_NEIGHBOUR:
        return history
    return replace(history, amounts=(*history.amounts[:day], middle + reach, *history.amounts[day + 1 :]))
