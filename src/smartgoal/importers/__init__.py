"""Exported statistics to series: `read_files`, what its imports say in short, and the wording of problems."""

from smartgoal.importers.imported import Column, DateOrder, Import, Options
from smartgoal.importers.problems import ProblemRow, problem_rows
from smartgoal.importers.read import read_files
from smartgoal.importers.report import as_json, reuse_flags
from smartgoal.importers.summary import PointA, combined, point_a, typical_day

__all__ = [
    "Column",
    "DateOrder",
    "Import",
    "Options",
    "PointA",
    "ProblemRow",
    "as_json",
    "combined",
    "point_a",
    "problem_rows",
    "read_files",
    "reuse_flags",
    "typical_day",
]
