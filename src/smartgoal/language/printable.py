"""Text that cannot steer a terminal or turn the reading direction."""

from smartgoal.model.steering import without_steering

_SPACES = str.maketrans("\n\r\t", "   ")


def printable(text: str) -> str:
    r"""`text` in one line, without control characters, surrogates and direction overrides.

    >>> printable("a\x1b[31mb\nc")
    'a[31mb c'
    """
    return text if text.isprintable() else without_steering(text.translate(_SPACES))
