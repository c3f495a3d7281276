"""The command line of the cli's tests."""

from tests.cli.conftest import run

__all__ = ["run"]
