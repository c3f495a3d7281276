"""The plan file: load, save, edit in place, schema, drafts, folder defaults."""

from smartgoal.store.reading import Loaded, load, loads
from smartgoal.store.writing import save

__all__ = ["Loaded", "load", "loads", "save"]
