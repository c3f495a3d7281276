"""Steps of a plan and how they go: proposing them, adding them up, checking them, their risks, check-ins and standing.

Nothing is gathered here: checking a plan needs a few of these modules, proposing steps needs most of them.
"""
