"""Which days a plan may speak of."""

YEARS = range(1900, 2200)
"""Years that a day of a plan may lie in: others are slips of the hand, and sums of dates would leave the calendar."""
