"""The only place that turns ids, numbers and dates into the user's language.

`load("ru").text("{followers} until {deadline}", ...)` translates a message and fills it; see `filling` for the forms
that a placeholder may ask for. Babel is loaded by the first number or date, so that help starts fast.
"""

from smartgoal.language.choice import choose, detect
from smartgoal.language.messages import N_, available
from smartgoal.language.speech import Language, load

__all__ = ["N_", "Language", "available", "choose", "detect", "load"]
