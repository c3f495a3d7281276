"""TOML text -> plain values. What breaks TOML becomes an error with line, column and what is expected there."""

import re
from decimal import Decimal
from typing import Any

import tomli

from smartgoal.errors import N_, FileError

SIZE_LIMIT = 1_000_000

QUOTES = N_("Text goes in quotes, a number has a decimal point (2.5), a date is written 2026-12-06.")
STATEMENT = N_("Expected `key = value`, `[table]` or `[[table]]`; a key with other than Latin letters goes in quotes.")
TWICE = N_("This key or table is in the file twice; keep one.")
BRACKET = N_("A bracket is opened here and not closed.")
BACKSLASH = N_("Inside double quotes a backslash is written twice; or put the text in single quotes.")
CHARACTER = N_("This character may not stand here; a quote may be missing before it.")
DATE = N_("There is no such date. A date is written 2026-12-06.")

# a dotted key makes a table for each of its parts, and tomli's work on one grows with the square of their number
MOST_PARTS = 64
LONG_KEY = re.compile(rf"""(?<![\w-])(?:(?:[\w-]+|"[^"\n]*"|'[^'\n]*')[ \t]*\.[ \t]*){{{MOST_PARTS}}}""")
# Python prints no integer of more than 4300 digits, but reads one from hexadecimal
LONG_NUMBER = re.compile(r"(?<![\w-])0[xob][0-9a-fA-F_]{1000}")

EXPECTED = {  # how a message of tomli begins -> what to tell instead
    "Invalid value": QUOTES,
    "Expected newline": QUOTES,
    "Unterminated string": N_("A quote is opened and not closed."),
    "Illegal character '\\n'": N_("A quote is opened in this line and not closed."),
    "Expected '='": STATEMENT,
    "Invalid statement": STATEMENT,
    "Invalid initial character": STATEMENT,
    "Cannot ": TWICE,
    "Duplicate inline table key": TWICE,
    "Expected ']": BRACKET,
    "Unclosed": BRACKET,
    "Unescaped": BACKSLASH,
    "Invalid hex value": BACKSLASH,
    "Escaped character": BACKSLASH,
    "Illegal character": CHARACTER,
    "Found invalid character": CHARACTER,
    "Invalid date": DATE,
}


def decode(content: bytes, name: str) -> str:
    """Give the text of a file; a byte order mark is dropped."""
    if len(content) > SIZE_LIMIT:
        raise FileError("The file is larger than 1 MB; a plan is smaller.", place=name)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise FileError(
            "The file is not in UTF-8.", place=f"{name}:{line}", advice="Save it in your editor with encoding UTF-8."
        ) from None


def parse(text: str, name: str) -> dict[str, Any]:
    """Give the values of a TOML text; numbers with a point are exact decimals."""
    if LONG_KEY.search(text):
        raise _too_deep(name)
    if LONG_NUMBER.search(text):
        raise _too_long(name)
    try:
        return tomli.loads(text, parse_float=Decimal)
    except tomli.TOMLDecodeError as error:
        raise _broken(str(error), text, name) from None
    except RecursionError:
        raise _too_deep(name) from None
    except (ValueError, ArithmeticError):  # Python refuses integers of thousands of digits
        raise _too_long(name) from None


def _too_deep(name: str) -> FileError:
    return FileError("Lists or tables are nested too deep for a plan.", place=name)


def _too_long(name: str) -> FileError:
    return FileError("A number in the file is too long.", place=name)


def _broken(complaint: str, text: str, name: str) -> FileError:
    lines = text.split("\n")
    position = re.search(r"\(at line (\d+), column (\d+)\)$", complaint)
    last = max((number for number, line in enumerate(lines, 1) if line.strip()), default=1)
    line, column = (int(part) for part in position.groups()) if position else (last, len(lines[last - 1]) + 1)
    expected = next((message for start, message in EXPECTED.items() if complaint.startswith(start)), STATEMENT)
    advice = N_("The line reads: {line}") if lines[line - 1].strip() else None
    return FileError(expected, place=f"{name}:{line}:{column}", advice=advice, line=lines[line - 1].strip()[:80])
