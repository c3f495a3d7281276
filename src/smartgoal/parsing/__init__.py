"""Free text into parts of a goal, in every language that has a lexicon. Offline, by rules, in linear time."""

from smartgoal.parsing.inputs import (
    Amount,
    Deadline,
    TargetInput,
    parse_amount,
    parse_day,
    parse_deadline,
    parse_past_day,
    parse_period,
    parse_target,
    read,
)

__all__ = [
    "Amount",
    "Deadline",
    "TargetInput",
    "parse_amount",
    "parse_day",
    "parse_deadline",
    "parse_past_day",
    "parse_period",
    "parse_target",
    "read",
]
