"""Values of flags and arguments without an adapter each.

Typer 0.29 builds a pydantic adapter for every parameter of a command, used or not, which takes longer than most
commands do. Ours are texts, paths, switches and lists of texts or paths, so a plain conversion stands in; anything
else is left to Typer.
"""

from pathlib import Path
from typing import Any, get_args

PLAIN = (str, Path, bool)


class PlainValue:
    """What Typer asks of a parameter: its value as the function's signature names it."""

    def __init__(self, kind: type, *, many: bool) -> None:
        self.kind = kind
        self.many = many

    def coerce(self, value: Any, param: Any, ctx: Any) -> Any:  # noqa: ARG002 - Typer's signature
        """The text as it is, or as a path; several of them as a list."""
        if self.many:
            return [self.kind(each) for each in value or ()]
        return None if value is None else self.kind(value)


def lightened(parameters: list[Any]) -> list[Any]:
    """The parameters of a built command, the plain ones with plain values."""
    for parameter in parameters:
        annotation = parameter.type_descriptor.annotation
        many = parameter.multiple or parameter.nargs == -1
        kind = next(iter(get_args(annotation)), None) if many else annotation
        if kind in PLAIN:
            value = PlainValue(kind, many=many)
            parameter.get_runtime_param = lambda value=value: value
    return parameters
