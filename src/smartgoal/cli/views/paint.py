"""Colour where it is wanted, plain text elsewhere."""

from typing import NamedTuple, TextIO

from smartgoal.cli.environment import Environment

ROLES = {
    "good": {"fg": "green"},
    "bad": {"fg": "red"},
    "warn": {"fg": "yellow"},
    "dim": {"dim": True},
    "strong": {"bold": True},
    "mark": {"underline": True},
}


class Paint(NamedTuple):
    """Puts a role (good, bad, warn, dim, strong, mark) on a text, or leaves it as it is."""

    on: bool

    @classmethod
    def of(cls, environment: Environment, stream: TextIO, *, plain: bool = False) -> "Paint":
        """The paint for what goes to `stream`."""
        return cls(environment.colour(stream) and not plain)

    def __call__(self, text: str, role: str) -> str:
        """`text` in the colours of its role."""
        if not self.on:
            return text
        import typer

        return typer.style(text, **ROLES[role])  # type: ignore[arg-type]
