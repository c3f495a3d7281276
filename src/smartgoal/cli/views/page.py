"""The page: how wide it is, and text broken to its width."""

import os
import sys
import textwrap


def page_width() -> int:
    """Columns to fill: those of the terminal (or of COLUMNS), 40 to 100; 80 where there is none."""
    return max(40, min(100, terminal_columns()))


def terminal_columns() -> int:
    """What shutil.get_terminal_size gives, without the compression libraries that come with shutil (2 ms)."""
    said = os.environ.get("COLUMNS", "")
    if said.isdecimal() and int(said) > 0:
        return int(said)
    try:
        return os.get_terminal_size(sys.__stdout__.fileno()).columns or 80 if sys.__stdout__ else 80
    except (OSError, ValueError):  # no terminal, or the stream is closed
        return 80


def wrapped(text: str, width: int, first: str, rest: str | None = None) -> list[str]:
    """`text` in lines of at most `width` columns; no-break spaces hold."""
    filler = textwrap.TextWrapper(
        width, initial_indent=first, subsequent_indent=first if rest is None else rest, break_long_words=False,
        break_on_hyphens=False,
    )  # fmt: skip
    # TextWrapper takes a no-break space for a break; a stand-in letter keeps "1 840 ₽" together
    return [line.replace("\ue000", "\u00a0") for line in filler.wrap(text.replace("\u00a0", "\ue000"))]
