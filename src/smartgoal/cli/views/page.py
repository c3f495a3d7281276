"""The page: how wide it is, and text broken to its width."""

import shutil
import textwrap


def page_width() -> int:
    """Columns to fill: those of the terminal (or of COLUMNS), 40 to 100; 80 where there is none."""
    return max(40, min(100, shutil.get_terminal_size().columns))


def wrapped(text: str, width: int, first: str, rest: str | None = None) -> list[str]:
    """`text` in lines of at most `width` columns; no-break spaces hold."""
    filler = textwrap.TextWrapper(
        width, initial_indent=first, subsequent_indent=first if rest is None else rest, break_long_words=False,
        break_on_hyphens=False,
    )  # fmt: skip
    # TextWrapper takes a no-break space for a break; a stand-in letter keeps "1 840 ₽" together
    return [line.replace("\ue000", "\u00a0") for line in filler.wrap(text.replace("\u00a0", "\ue000"))]
