"""Text with roles (good, bad, warn, dim, strong, mark) in lines of a width that counts wide characters as two."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from rich.cells import cell_len, chop_cells

STEERING = {"Cc", "Cf", "Cs"}  # control, format (bidi overrides among them) and half characters
Fragment = tuple[str, str]  # role, text
Line = tuple[Fragment, ...]


def plain(text: str) -> Line:
    """Text without a role."""
    return (("", text),)


def text_of(line: Line) -> str:
    """A line without its roles."""
    return "".join(text for _, text in line)


def wrapped(line: Line, width: int, indent: str | None = None) -> list[Line]:
    """The line broken between words; a word longer than a line is cut.

    Lines after the first begin with `indent`, by itself below the text of an indented row ("  2. ...").
    """
    indent = hanging(line) if indent is None else indent
    lines: list[list[Fragment]] = [[]]
    used = 0
    for role, word in words(line, max(width - cell_len(indent), 1)):
        length = cell_len(word)
        if used and used + cell_len(word.rstrip(" ")) > width:
            lines.append([("", indent)] if indent else [])
            used = cell_len(indent)
        lines[-1].append((role, word))
        used += length
    return [merged(each) for each in lines]


def hanging(line: Line) -> str:
    """Blanks as wide as what stands before the text of an indented row."""
    found = re.match(r"\s+(\d+\. )?", text_of(line))
    return " " * found.end() if found else ""


def words(line: Line, width: int) -> Iterator[Fragment]:
    """Words with the blanks behind them, each with its role; no-break spaces hold."""
    for role, text in line:
        for word in split(printable(text)):
            for piece in chop_cells(word, width) if cell_len(word) > width else [word]:
                yield role, piece


def printable(text: str) -> str:
    """The text without characters that steer a terminal or turn its direction."""
    return "".join(" " if unicodedata.category(sign) in STEERING else sign for sign in text)


def split(text: str) -> list[str]:
    """Words with the blank behind each."""
    parts = text.split(" ")
    return [f"{part} " for part in parts[:-1]] + ([parts[-1]] if parts[-1] else [])


def merged(line: Iterable[Fragment]) -> Line:
    """Neighbours of one role as one fragment, without a blank at the end."""
    result: list[Fragment] = []
    for role, text in line:
        if result and result[-1][0] == role:
            result[-1] = (role, result[-1][1] + text)
        else:
            result.append((role, text))
    if result:
        result[-1] = (result[-1][0], result[-1][1].rstrip(" "))
    return tuple(result)
