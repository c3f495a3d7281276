"""Exported statistics to series: `read_files` and the values it gives."""

from smartgoal.importers.imported import Column, Import, Options
from smartgoal.importers.read import read_files

__all__ = ["Column", "Import", "Options", "read_files"]
