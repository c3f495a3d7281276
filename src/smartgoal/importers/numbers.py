"""Numbers as exports print them.

Grouping and decimal marks differ by language: 12,400 and 12 400 and 12.400 are one number, 23,9 and 23.9 another.
What one cell leaves open (1,234) the whole column decides, by the kind of its numbers where all cells leave it open:
a count is grouped, an amount of money follows the point, a ratio has no thousands.
"""

import re
from collections.abc import Iterable
from decimal import Decimal
from functools import cache
from typing import Literal

from smartgoal.importers.lexicon import lexicon

Mark = Literal[",", "."]
Kind = Literal["count", "amount", "ratio"]

_SIGNS = str.maketrans(
    {
        "\u00a0": " ",
        "\u202f": " ",
        "\u2009": " ",
        "'": " ",
        "\u2212": "-",
        "₽": " ",
        "$": " ",
        "€": " ",
        "~": " ",
        "≈": " ",
    }
)
_BY_SPACES = re.compile(r"[-+]?[0-9]{1,3}(?: [0-9]{3})+(?:[.,][0-9]+)?%?")
_UNIT = re.compile(r"(?<=[0-9.a-zа-я]) ?(?:%|руб\.?|р\.|шт\.?|чел\.?|мин\.?|min|rub|usd|eur)$", re.IGNORECASE)
_CHANGE = re.compile(r"(?<=[0-9]) *\([-+] ?[0-9][0-9 .,]*%?\)$")
_PLAIN = re.compile(r"-?[0-9]{1,18}")
_NUMBER = re.compile(r"([-+]?)([0-9]{1,18}(?:[.,][0-9]+)*)")
_SCALED = re.compile(r"([-+]?[0-9][0-9 .,]*?) ?([a-zа-я]+)\.?", re.IGNORECASE)
_ONE_GROUP = re.compile(r"[1-9][0-9]{0,2}[.,][0-9]{3}")
_GROUPED = re.compile(r"[0-9]{1,3}(,[0-9]{3})+|[0-9]{1,3}(\.[0-9]{3})+")
_CLOCK = re.compile(r"([0-9]{1,3}):([0-5][0-9])(?::([0-5][0-9]))?")


@cache
def _missing_marks() -> frozenset[str]:
    return frozenset(lexicon()["missing"]["marks"])


def is_missing(text: str) -> bool:
    """Whether a cell says "no number here": empty, -, --, NAN, undefined ... Never a zero."""
    return not text or text.strip().casefold() in _missing_marks()


@cache
def _scales() -> dict[str, Decimal]:
    rows = lexicon()["scales"]
    return {word: Decimal(factor) for factor, words in rows.items() for word in words}


def scale_of(word: str) -> Decimal | None:
    """What a word such as K or млн multiplies by; None for any other word."""
    return _scales().get(word.strip(" .").casefold())


def decimal_mark(cells: Iterable[str], kind: Kind) -> Mark:
    """The mark that stands before decimals in a column.

    A mark followed by anything but three digits stands before decimals; where every mark could also group
    thousands, the kind decides. A sign of percent makes a ratio.
    """
    open_marks: set[str] = set()
    for cell in cells:
        if cell.isdecimal():
            continue
        text = _bare(cell).strip("+-")
        marks = [each for each in text if each in ",."]
        if not marks or not _NUMBER.fullmatch(text):
            continue
        if len(set(marks)) == 2:
            return marks[-1]  # type: ignore[return-value]  # one of the two, by the line above
        if len(marks) == 1 and (not _ONE_GROUP.fullmatch(text) or "%" in cell):
            return marks[0]  # type: ignore[return-value]
        open_marks.update(marks)
    if open_marks == {"."}:
        return "," if kind == "count" else "."
    return "," if open_marks == {","} and kind == "ratio" else "."


def number(text: str, mark: Mark = ".") -> Decimal | None:
    r"""The number in `text`, whose decimals stand after `mark`; None where it is no number.

    >>> number("1\u00a0234,5", ",")
    Decimal('1234.5')
    >>> number("12,400")
    Decimal('12400')
    """
    if _PLAIN.fullmatch(text):
        return Decimal(text)
    found = _NUMBER.fullmatch(_bare(text))
    if found is None:
        return _scaled(text)
    sign, digits = found.groups()
    whole, _, decimals = digits.rpartition(mark) if mark in digits else (digits, "", "")
    if not whole.isdecimal() and not _GROUPED.fullmatch(whole):
        return None
    if mark in whole or (decimals and not decimals.isdecimal()):
        return None
    plain = whole.replace(",", "").replace(".", "")
    return Decimal(f"{sign}{plain}.{decimals}" if decimals else f"{sign}{plain}")


def _scaled(text: str) -> Decimal | None:
    """The number in "3.7K" or "1,01 млн": rounded, so that its mark stands before decimals."""
    found = _SCALED.fullmatch(_bare(text))
    factor = None if found is None else scale_of(found[2])
    if found is None or factor is None:
        return None
    value = lone_number(found[1], "ratio")
    return None if value is None else value * factor


def is_rounded(text: str) -> bool:
    """Whether a number tells itself that it is not exact: 12.3K, ~1840."""
    about = text[:1] in {"~", "≈"}
    return about or (text[-1:].isalpha() and text[:1].isdecimal() and _scaled(text) is not None)


def lone_number(text: str, kind: Kind) -> Decimal | None:
    """The number in a cell that is read without its column."""
    return number(text, decimal_mark((text,), kind))


def _bare(text: str) -> str:
    """A number without its unit, the change beside it ("898 (+3)") and the spaces that group its digits."""
    plain = text.translate(_SIGNS).strip()
    bare = _UNIT.sub("", _CHANGE.sub("", plain) if plain.endswith(")") else plain)
    return bare.replace(" ", "") if _BY_SPACES.fullmatch(bare) else bare


def clock_minutes(text: str) -> Decimal | None:
    """A length of time such as 0:01:30 (h:mm:ss) or 12:30 (mm:ss) in minutes."""
    found = _CLOCK.fullmatch(text.strip())
    if found is None:
        return None
    first, second, third = found.groups()
    seconds = int(first) * 60 + int(second) if third is None else int(first) * 3600 + int(second) * 60 + int(third)
    return Decimal(seconds) / 60
