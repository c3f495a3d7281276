"""History, what will likely come, and the target as a few lines of plain text."""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import fmean

from smartgoal.forecast.estimate import Estimate
from smartgoal.forecast.history import Dated, history, known
from smartgoal.forecast.horizon import DAYS, rate_window, steps_due, steps_in
from smartgoal.forecast.ruler import GoalKind, Ruler
from smartgoal.model.goal import Goal

ROWS = 9
_PAST_SHARE = 0.7  # of the columns


@dataclass(frozen=True, slots=True)
class Marks:
    """What is drawn with."""

    past: str
    band: str
    target: str
    axis: str
    corner: str
    line: str


UNICODE = Marks(past="•", band="░", target="═", axis="│", corner="└", line="─")
ASCII = Marks(past="*", band=":", target="=", axis="|", corner="+", line="-")


@dataclass(frozen=True, slots=True)
class _Picture:
    """One number a column: the past, then low and high of what will come; with the mark that is aimed at."""

    past: tuple[float, ...]
    ahead: tuple[tuple[float, float], ...]
    target: float

    def row_of(self, value: float) -> int:
        """The row that shows a number, 0 at the top."""
        low, high = self.range
        return round((high - value) / (high - low) * (ROWS - 1)) if high > low else ROWS // 2

    @property
    def range(self) -> tuple[float, float]:
        """The lowest and the highest number drawn."""
        numbers = [*self.past, *(edge for pair in self.ahead for edge in pair), self.target]
        return min(numbers), max(numbers)


def chart(
    points: Sequence[Dated],
    goal: Goal,
    estimate: Estimate,
    *,
    width: int,
    label: Callable[[float], str],
    day: Callable[[dt.date], str],
    marks: Marks = UNICODE,
) -> Iterator[str]:
    """The lines of the chart, none wider than `width` (at least 40); none where there is no forecast.

    A level is drawn as it is. A total is drawn as totals of windows as long as the way ahead, a number per period as
    the mean that it is read by, so that past and target compare. `label` and `day` write numbers and days in the
    reader's language.
    """
    if estimate.band80 is None or goal.value is None or goal.deadline is None:
        return
    line = _line(points, goal)
    ruler = Ruler.of(_kind(goal), goal.direction or "increase", float(goal.baseline or line[-1]), float(goal.value))
    band = sorted(ruler.mark(value) for value in estimate.band80)
    target = ruler.mark(float(goal.value))
    margin = max(len(label(value)) for value in (*line, *band, target))
    picture = _picture(line, (band[0], band[1]), target, width - margin - 2)
    yield from _rows(picture, label, margin, marks)
    days = [sorted(point[0] for point in points)[end] for end in (0, -1)]
    yield from _foot(picture, [day(each) for each in (*days, goal.deadline)], margin, marks)


def _kind(goal: Goal) -> GoalKind:
    assert goal.kind is not None
    assert goal.kind != "milestone"
    return goal.kind


def _line(points: Sequence[Dated], goal: Goal) -> list[float]:
    """The past in the measure of the target, one number a step."""
    if goal.kind not in {"total", "rate"} and goal.per not in DAYS:
        return list(history(points, "level").levels)
    flow = history(points, "flow")
    assert goal.deadline is not None
    is_total = goal.kind == "total"
    size = steps_due(flow.last, goal.deadline, flow.step) if is_total else rate_window(goal.per, flow.step)
    size = min(size, len(flow.amounts))
    times = size if is_total else steps_in(goal.per, flow.step)
    windows = (known(flow.amounts[end - size : end]) for end in range(size, len(flow.amounts) + 1))
    return [times * fmean(window) for window in windows if window]


def _picture(line: Sequence[float], band: tuple[float, float], target: float, columns: int) -> _Picture:
    past = round(columns * _PAST_SHARE)
    last = len(line) - 1
    edges = [round(column * len(line) / past) for column in range(past + 1)]
    means = [fmean(line[min(low, last) : max(high, low + 1)]) for low, high in pairwise(edges)]
    now = line[-1]
    shares = [(column + 1) / (columns - past) for column in range(columns - past)]
    ahead = tuple((now + (band[0] - now) * share, now + (band[1] - now) * share) for share in shares)
    return _Picture(tuple(means), ahead, target)


def _rows(picture: _Picture, label: Callable[[float], str], margin: int, marks: Marks) -> Iterator[str]:
    low, high = picture.range
    told = {0: high, ROWS - 1: low, picture.row_of(picture.target): picture.target}
    for row in range(ROWS):
        past = "".join(marks.past if picture.row_of(value) == row else " " for value in picture.past)
        ahead = "".join(_ahead(picture, pair, row, marks) for pair in picture.ahead)
        text = label(told[row]) if row in told else ""
        yield f"{text:>{margin}} {marks.axis}{past}{ahead}".rstrip()


def _ahead(picture: _Picture, pair: tuple[float, float], row: int, marks: Marks) -> str:
    if row == picture.row_of(picture.target):
        return marks.target
    return marks.band if picture.row_of(pair[1]) <= row <= picture.row_of(pair[0]) else " "


def _foot(picture: _Picture, days: Sequence[str], margin: int, marks: Marks) -> Iterator[str]:
    first, now, by = days
    columns = len(picture.past) + len(picture.ahead)
    yield " " * (margin + 1) + marks.corner + marks.line * columns
    room = " " * (margin + 2)
    middle = len(picture.past) - len(now) // 2 - 1
    if len(first) < middle and middle + len(now) < columns - len(by):
        yield room + f"{first:<{middle}}{now}".ljust(columns - len(by)) + by
    else:
        yield room + first.ljust(max(len(first) + 1, columns - len(by))) + by
