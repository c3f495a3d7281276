"""Which column of an unknown table is which metric: by the names that people use, or as the user says."""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from smartgoal.catalog import metrics
from smartgoal.catalog.table import load_table
from smartgoal.importers.text import key

LEFT_OUT = "-"
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|,\s*[%₽$€]|,\s*(шт|чел|руб)\.?$|[%₽$€№]")
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


def metric_of(name: str, mapping: Mapping[str, str]) -> str | None:
    """The metric of a column called `name`: what `mapping` says, else by its name; None where nothing fits.

    Words for a platform in the name ("Подписчики Instagram") are left aside.
    """
    wanted = {key(column): metric for column, metric in mapping.items()}
    if key(name) in wanted:
        return wanted[key(name)]
    plain = key(_BRACKETS.sub(" ", name))
    known = _names()
    return known.get(plain) or known.get(_without_platform(plain))


def platform_of(*texts: str) -> str | None:
    """The one platform that the words of `texts` name; None where they name none or several."""
    found = {platform for text in texts for word in _WORD.findall(key(text)) if (platform := _platforms().get(word))}
    return found.pop() if len(found) == 1 else None


def _without_platform(name: str) -> str:
    words = [word for word in name.split() if word.strip("-–:,.") and word not in _platforms()]
    return " ".join(word for word in words if word not in {"в", "in", "on"})


@cache
def _names() -> dict[str, str]:
    table = load_table(Path(__file__).with_name("synonyms.toml"))["metrics"]
    own = {key(name): metric for metric, row in metrics().items() for name in row.names.values()}
    return own | {key(name): metric for metric, names in table.items() for name in names}


@cache
def _platforms() -> dict[str, str]:
    table = load_table(Path(__file__).with_name("synonyms.toml"))["platforms"]
    return {key(name): platform for platform, names in table.items() for name in names}
