"""Field knowledge as data (TOML rows) with typed access. A table is parsed when it is first asked for."""

from smartgoal.catalog.categories import Category, categories, category
from smartgoal.catalog.lookup import RowKind, nearest, source_of, where_found
from smartgoal.catalog.metrics import Metric, SeriesBreak, metric, metrics
from smartgoal.catalog.platforms import Platform, platform, platforms
from smartgoal.catalog.words import Word, word, words

__all__ = [
    "Category",
    "Metric",
    "Platform",
    "RowKind",
    "SeriesBreak",
    "Word",
    "categories",
    "category",
    "metric",
    "metrics",
    "nearest",
    "platform",
    "platforms",
    "source_of",
    "where_found",
    "word",
    "words",
]
