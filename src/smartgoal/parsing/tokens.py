"""Text into tokens that remember where they stand."""

import re
from typing import Literal, NamedTuple

LIMIT = 2000  # characters of a statement that are read

TokenKind = Literal["word", "number", "date", "mark"]

# one character for one, so that spans stay true
_SAME = {
    "е": "ё",
    "Е": "Ё",
    "'": "’‘ʼ`",
    '"': "“”„«»",
    "-": "–—−‑‐―",
    "x": "×",
    " ": "\t\u00a0\u2007\u2009\u202f",
    ";": "\r\n\u2028",
}
_FOLD = str.maketrans({variant: plain for plain, variants in _SAME.items() for variant in variants})

# 2026-12-06, 06.12.2026 and what looks so (a day of three digits is told as no day); 2027-03, 03/2027
_MONTH = r"(?:0?[1-9]|1[0-2])"
_YEAR = r"(?:19|20)[0-9]{2}"
_DATE = (
    r"[0-9]{4}-[0-9]{1,2}-[0-9]+|[0-9]{1,2}(?P<dot>[./-])[0-9]{1,2}(?P=dot)[0-9]+"
    rf"|(?<![\w./-]){_YEAR}-{_MONTH}(?![0-9.,-])|(?<![\w./-]){_MONTH}[./]{_YEAR}(?![0-9]|[.,/-][0-9])"
)
_GROUPED = r"[1-9][0-9]{0,2}(?P<gap>[ .,'])[0-9]{3}(?:(?P=gap)[0-9]{3}){0,4}(?![0-9])(?:[.,][0-9]{1,2}(?![0-9]))?"
_INDIAN = r"[1-9][0-9]?(?:,[0-9]{2})+,[0-9]{3}(?![0-9])"  # 1,00,000
_NUMBER = rf"(?:{_INDIAN})|(?:{_GROUPED})|[0-9]+(?:[.,][0-9]+)?"
_WORD = r"[^\W\d_]+(?:'[^\W\d_]+)*"
_MARK = r"-+>|=+>|[<>]=|\.\.+|_+|[^\w\s]|\d"
_TOKEN = re.compile(rf"(?P<date>{_DATE})|(?P<number>{_NUMBER})|(?P<word>{_WORD})|(?P<mark>{_MARK})")


class Token(NamedTuple):
    """A word, a number, a numeric date or a mark.

    `norm` is folded: lower case, е for ё, plain quotes and dashes. `glued`: no space before it.
    """

    kind: TokenKind
    norm: str
    start: int
    end: int
    glued: bool


def fold(text: str) -> str:
    """`text` without differences that mean nothing (ё, quotes, dashes, no-break spaces), of the same length."""
    return text.translate(_FOLD)


def tokenize(text: str) -> list[Token]:
    """The tokens of the first `LIMIT` characters. A hyphen inside a word is dropped: "sign-ups" is two words."""
    found: list[Token] = []
    last = -1
    for match in _TOKEN.finditer(fold(text[:LIMIT])):
        kind: TokenKind = match.lastgroup  # type: ignore[assignment]  # the pattern's groups are the kinds
        start, end = match.span()
        found.append(Token(kind, match[0].lower(), start, end, start == last))
        last = end
    return [token for at, token in enumerate(found) if not _joins(found, at)]


def _joins(tokens: list[Token], at: int) -> bool:
    """A hyphen between two letters."""
    if tokens[at].norm != "-" or not 0 < at < len(tokens) - 1:
        return False
    before, after = tokens[at - 1], tokens[at + 1]
    return before.kind == after.kind == "word" and tokens[at].glued and after.glued
