"""Text that cannot steer a terminal or turn the reading direction."""

import unicodedata

# bidirectional marks, embeddings, overrides and isolates (Unicode Standard Annex 9) and invisible separators
_STEERING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2028\u2029\ufeff")


def printable(text: str) -> str:
    r"""`text` without control characters, surrogates and direction overrides; line feeds and tabs become spaces.

    >>> printable("a\x1b[31mb")
    'a[31mb'
    """
    if text.isprintable():
        return text
    return "".join(_shown(sign) for sign in text)


def _shown(sign: str) -> str:
    if sign in "\n\r\t":
        return " "
    if sign in _STEERING or unicodedata.category(sign) in {"Cc", "Cs"}:
        return ""
    return sign
