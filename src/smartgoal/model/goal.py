"""A goal, which may have holes, and what reading a sentence gives."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Any, Literal

from smartgoal.model.quantity import Period

Direction = Literal["increase", "decrease"]
Kind = Literal["gain", "percent", "level", "factor", "total", "rate", "milestone"]
Span = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """The `[goal]` table of a plan. `None` is a hole: not said yet.

    `value` is never negative (`direction` carries the sign) and stands with `unit` as typed: 2 hours is 2 "hour",
    20 % is 20 "percent", 2,5 тыс. руб. is 2500 "RUB". Kind "percent" is relative; percentage points are kind "gain"
    with unit "percent".
    """

    statement: str | None = None
    category: str | None = None
    platform: str | None = None
    platforms: tuple[str, ...] = ()
    metric: str | None = None
    direction: Direction | None = None
    kind: Kind | None = None
    value: Decimal | None = None
    unit: str | None = None
    per: Period | None = None
    hold: bool = False
    baseline: Decimal | None = None
    start: date | None = None
    deadline: date | None = None
    why: str | None = None
    measured_by: str | None = None
    counted_as: str | None = None
    limits: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Remark:
    """Something the words of a goal show beside its parts (two metrics, an activity, a vague wish ...).

    `code` is one of `REMARKS`; `span` the words that show it; `values` what a message may quote.
    """

    code: str
    span: Span | None = None
    values: Mapping[str, Any] = field(default_factory=dict)


REMARKS = (
    "vague",  # only a vague word: popularity, активность, presence, bare engagement; values: word
    "uncatalogued",  # countable, but outside the catalogue; values: thing (as typed), nearest (metric id or None)
    "second_metric",  # two targets in one sentence, the first is taken; values: metric (id or None), words
    "activity",  # own output instead of a result ("5 posts a week"); values: words
    "no_base",  # a ratio without its base; values: metric
    "percent_or_points",  # a percent change of a ratio may mean points; values: metric, value
    "past_date",  # the date read lies before today; values: date
    "day_or_month",  # "04/05" could be read the other way round, "next Friday" as the nearer one; values: date, other
    "counted_back",  # "two weeks before Christmas" was read as one day; values: date, other (the day counted from)
    "last_day",  # a month was read as its last day, a day that passed a short time ago as next year's; values: date
    "not_a_date",  # "soon", "скоро", ASAP stand where a date should; values: words
    "no_such_date",  # a day that no calendar has: 31 June, a fifth Monday where there are four; values: words
    "event_deadline",  # ends at an event without a date ("before the launch"); values: words
    "placeholder",  # X, N, ___ stand where a number should; values: words
    "several_platforms",  # more than one platform; values: platforms
    "platform_decides",  # a badge or tick that the platform awards; values: words
    "range",  # a range was read by its lower bound; values: low, high
    "staged",  # several levels in stages, the last is taken; values: levels
    "gross_or_net",  # new followers: before or after unfollows?; values: metric
    "not_understood",  # words that carry a number or date and were not used; values: words
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a sentence was understood as: the goal, where each part stands in the text, what else the words show.

    `spans` maps a field name of `Goal` ("value", "metric", "deadline", ...) to (start, end) in the text as given.
    `thing` is the countable thing as typed when the catalogue has no metric for it. `base` is the base of a ratio
    ("followers", "reach", "views", ...). `event` is the yes/no event of a milestone as typed. `ceiling`: the number
    is not to be passed ("at most 5").
    """

    text: str
    language: str
    goal: Goal
    spans: Mapping[str, Span] = field(default_factory=dict)
    thing: str | None = None
    base: str | None = None
    event: str | None = None
    ceiling: bool = False
    remarks: tuple[Remark, ...] = ()

    @property
    def meant(self) -> Goal:
        """The goal with the way that its words leave open: what is to stay below a number shall not grow to it."""
        if self.ceiling and self.goal.direction is None and not self.goal.hold:
            return replace(self.goal, direction="decrease")
        return self.goal
