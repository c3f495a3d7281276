"""What Babel knows of a language, loaded when a number or a date is first written: help needs neither."""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel import Locale


@cache
def babel_locale(code: str) -> "Locale":
    """Babel's data of the language "ru" or "en"."""
    from babel import Locale  # noqa: PLC0415

    return Locale.parse(code)
