"""Standard streams that hold whatever comes: closed ones are replaced, signs they cannot write are spelt otherwise."""

import codecs
import os
import sys
import unicodedata
from contextlib import suppress
from typing import TextIO

SPELLING = "smartgoal"  # name of the error handler
ALIKE = {
    "–": "-", "—": "-", "−": "-", "→": "->", "·": "|", "•": "*", "…": "...", "«": '"', "»": '"', "“": '"', "”": '"',
    "‘": "'", "’": "'", "÷": "/", "×": "x", "≤": "<=", "≥": ">=", "№": "No.", "₽": "RUB", "€": "EUR", "₸": "KZT",
    "│": "|", "─": "-", "═": "=", "└": "+", "░": ":", "█": "#", "\u00a0": " ", "\u202f": " ",
}  # fmt: skip


def holds_unicode(stream: TextIO) -> bool:
    """True where any letter and line drawing can be written."""
    return (stream.encoding or "").casefold().startswith("utf")


def reopen_closed() -> None:
    """Put the null device in place of closed standard streams.

    Else the next file that is opened would get their number, and a stray message would be written into a plan.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115 - open until the end


def settle(stream: TextIO) -> None:
    """Write out what is pending; what cannot be written goes nowhere, else Python would fail on it again at exit."""
    try:
        stream.flush()
    except OSError:
        with suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def soften(*streams: TextIO) -> None:
    """Let signs that a stream cannot hold (Cyrillic on an ASCII console) be spelt in those it can."""
    codecs.register_error(SPELLING, spelt_otherwise)
    for stream in streams:
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors=SPELLING)


def spelt_otherwise(error: UnicodeError) -> tuple[str, int]:
    """The error handler: each sign that does not fit becomes one that looks or reads alike, at worst `?`."""
    assert isinstance(error, UnicodeEncodeError)
    return "".join(map(spelt, error.object[error.start : error.end])), error.end


def spelt(sign: str) -> str:
    """One sign in ASCII.

    >>> "".join(map(spelt, "Жёлтый → café"))
    'Zheltyy -> cafe'
    """
    if sign.isascii():
        return sign
    if sign in ALIKE:
        return ALIKE[sign]
    from smartgoal.catalog.table import load_table
    from smartgoal.store.naming import LETTERS

    letters = load_table(LETTERS)["letters"]
    small = sign.lower()
    if small in letters:
        return str(letters[small]) if sign == small else str(letters[small]).capitalize()
    return unicodedata.normalize("NFKD", sign).encode("ascii", "ignore").decode() or "?"
