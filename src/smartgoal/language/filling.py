"""Puts values into `{placeholders}` of a sentence.

`{deadline}` renders a value by its type. `{name:words}` says how, several words separated by spaces
(`{deadline:weekday gen}`): a case or form that the catalogue has ("gen", "acc", "in", "short", "each", "every", "over",
"noun"), a date style ("short", "weekday"), a unit of words.toml for a bare number (`{count:step}`: 3 шага), "signed"
(+250), "cap" (capital first letter).
What the user typed goes in as it is: braces in it mean nothing.
"""

import re
import warnings
from collections.abc import Callable, Mapping
from typing import Any

_PLACEHOLDER = re.compile(r"\{(\w+)(?::([\w ]+))?\}")
Render = Callable[[Any, frozenset[str]], str]


class MissingValueWarning(UserWarning):
    """A sentence asks for a value that nobody gave: a mistake of ours, which must not stop a user's command.

    The product ignores it and shows the placeholder; the tests turn warnings into errors.
    """


warnings.simplefilter("ignore", MissingValueWarning, append=True)


def placeholders(template: str) -> set[str]:
    """Names of the values that a template asks for."""
    return {match.group(1) for match in _PLACEHOLDER.finditer(template)}


def wishes(template: str) -> set[str]:
    """The words behind the colons of a template: "gen", "signed" ..."""
    return {wish for match in _PLACEHOLDER.finditer(template) for wish in (match.group(2) or "").split()}


def fill(template: str, values: Mapping[str, Any], render: Render) -> str:
    """The template with each placeholder replaced by its rendered value."""
    if "{" not in template:
        return template

    def replaced(match: re.Match[str]) -> str:
        name, wish = match.groups()
        if name not in values:
            warnings.warn(f"no value {name!r} for {template!r}", MissingValueWarning, stacklevel=4)
            return match.group()
        text = render(values[name], frozenset((wish or "").split()))
        return text[:1].upper() + text[1:] if wish and "cap" in wish.split() else text

    return _PLACEHOLDER.sub(replaced, template)
