"""Characters that steer: a terminal, or the direction in which a line is read."""

import re

_CLASS = (
    r"\x00-\x08\x0b-\x1f\x7f-\x9f"  # control characters but tab and line feed
    r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # direction marks (Unicode Standard Annex 9)
    r"\u2028\u2029\ufeff"  # line ends that few expect, the byte order mark
)
_STEERING = re.compile(f"[{_CLASS}]")
_UNPRINTABLE = re.compile(rf"[{_CLASS}\ud800-\udfff]")  # and halves of characters


def escaped(text: str) -> str:
    r"""`text` with such characters spelt `\u001b`, as JSON and TOML read them back.

    >>> escaped("a\x1b[31mb")
    'a\\u001b[31mb'
    """
    return _STEERING.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def without_steering(text: str) -> str:
    """`text` without such characters and without halves of characters; line feeds and tabs stay."""
    return _UNPRINTABLE.sub("", text)
