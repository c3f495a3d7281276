"""What all tests share."""

import sys
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).parents[1]


def pytest_configure(config: pytest.Config) -> None:
    """Compile tables and messages once, so that tests of what is loaded see what an installed copy would load."""
    settings.register_profile("suite", deadline=None)  # a busy machine is no failure
    settings.load_profile("suite")
    if hasattr(config, "workerinput"):  # the workers of xdist find them compiled
        return
    sys.path.insert(0, str(ROOT))
    from hatch_build import PACKAGE, compile_messages, compile_tables

    compile_tables(PACKAGE)
    compile_messages(PACKAGE)
