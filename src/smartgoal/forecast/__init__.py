"""How likely a goal is, told from the account's own past."""

from smartgoal.forecast.engine import SHOWN, answer, chance
from smartgoal.forecast.estimate import REASONS, Estimate, Pace, PastWindows, Targets

__all__ = ["REASONS", "SHOWN", "Estimate", "Pace", "PastWindows", "Targets", "answer", "chance"]
