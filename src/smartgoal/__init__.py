"""smartgoal turns "where are we now" into a SMART goal and a 3-4-step plan."""

__version__ = "0.1.0"
