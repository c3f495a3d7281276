"""Compile tables and messages of the working tree, as the build does: `python tools/compile_data.py`."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from hatch_build import PACKAGE, compile_messages, compile_tables

compile_tables(PACKAGE)
compile_messages(PACKAGE)
