"""Which column of an unknown table is which metric: by the names that people use.

Words around a name tell what its numbers are: "Подписчики (план)" is no fact, "Выручка, тыс. руб." counts thousands,
"Продажи, руб" is money and no count.
"""

import re
from collections.abc import Collection, Iterable
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from smartgoal.catalog import metric as catalogue_metric
from smartgoal.catalog import metrics
from smartgoal.catalog.table import load_table
from smartgoal.importers.numbers import scale_of
from smartgoal.importers.text import key

LEFT_OUT = "-"
ONE = Decimal(1)
_BRACKETS = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]")
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_HOST = re.compile(r"https?://([^/:?#]+)", re.IGNORECASE)
_TOKEN = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|[0-9]+|[^\w\s.,:;()\[\]/–—-]")
_ASIDES = (
    ("plan", "planned_column"),
    ("others", "foreign_column"),
    ("no_count", "not_a_count"),
    ("running", "running_column"),
)
MONEY_OF = {"sales": "revenue"}
_WITHOUT_A_SITE = frozenset({"followers", "new_followers", "lost_followers", "site_clicks"})
_COMMON_WORDS = frozenset({"max", "макс", "ok", "ок"})
_MESSENGER = frozenset({"messenger", "channel", "channels", "мессенджер", "канал", "канале", "канала"})


class Meaning(NamedTuple):
    """What the name of a column says. `factor` is what its numbers are multiplied by.

    `aside` is the problem to tell where the numbers are not those of the metric; `unclear` are words that nobody
    understands; `is_fact` where the name says so.
    """

    metric: str | None
    aside: str | None = None
    factor: Decimal = ONE
    unclear: str = ""
    is_fact: bool = False


def is_vague(name: str) -> bool:
    """Whether a name counts only where no clearer one of its metric stands beside it."""
    return key(name) in _table()["vague"]["names"]


def is_lonely(name: str, metric: str | None, others: Collection[str | None]) -> bool:
    """Whether a name lacks the columns beside it (of the metrics `others`) without which it does not mean `metric`."""
    row = _table()["only_beside"].get(metric)
    return row is not None and key(name) in row["names"] and not set(row["beside"]) & set(others)


def metric_of(name: str) -> str | None:
    """The metric of a column called `name`; None where nothing fits or its numbers are something else."""
    meaning = meaning_of(name)
    return None if meaning.aside else meaning.metric


@cache
def meaning_of(name: str) -> Meaning:
    """What a column called `name` holds. Words for a platform ("Подписчики Instagram") are left aside."""
    whole = _known(name)
    if whole is not None:
        return Meaning(whole)
    base, *parts = _BRACKETS.sub(" ", name).split(",")
    base, around = _peeled(base)
    around += [token for each in parts for token in _tokens(_without_platform(each))]
    metric = _known(base)
    if metric is None or not all(map(_kind_of, around)):
        return Meaning(None)
    inner = (part for found in _BRACKETS.findall(name) for part in found)
    return _qualified(metric, [*around, *(token for each in inner for token in _tokens(_without_platform(each)))])


def _qualified(metric: str, words: list[str]) -> Meaning:
    """A metric with the words around its name."""
    kinds = {word: _kind_of(word) for word in words}
    found = set(kinds.values())
    if "money" in found and catalogue_metric(metric).unit != "money":
        metric, wrong = MONEY_OF.get(metric, metric), metric not in MONEY_OF
        found |= {"no_count"} if wrong else set()
    if "share" in found and catalogue_metric(metric).unit in {"count", "money"}:
        found.add("no_count")
    factor = ONE
    for word, kind in kinds.items():
        factor *= (scale_of(word) or ONE) if kind == "scale" else ONE
    row = catalogue_metric(metric)
    if "minutes" in found and row.unit != "minute":  # "Охват мин." is the least reach
        return Meaning(None)
    if row.form == "level":
        if "per" in found:  # so many a day are gains, not how many there are
            return Meaning(None)
        found.discard("running")
    aside = next((code for kind, code in _ASIDES if kind in found), None)
    unclear = " ".join(word for word, kind in kinds.items() if kind is None)
    return Meaning(metric, aside, factor, unclear, "fact" in found)


def _peeled(text: str) -> tuple[str, list[str]]:
    """A name without the qualifiers at its ends ("План подписчики", "Выручка тыс. руб"), and these."""
    words, peeled = text.split(), []
    for end in (-1, 0):
        while len(words) > 1 and _known(" ".join(words)) is None:
            tokens = _tokens(words[end])
            if not all(map(_kind_of, tokens)):
                break
            peeled += tokens
            del words[end]
    return " ".join(words), peeled


def _tokens(text: str) -> list[str]:
    return _TOKEN.findall(key(text))


@cache
def _kind_of(word: str) -> str | None:
    """The kind of qualifier of a word; None where it is none."""
    rows: dict[str, Any] = _table()["qualifiers"]
    kind = next((kind for kind, words in rows.items() if word in words), None)
    return kind or ("scale" if scale_of(word) else None)


def _known(name: str) -> str | None:
    """The metric of a bare name, with or without a platform in it."""
    names, spaced = _names(), name.replace("_", " ")
    return names.get(key(spaced)) or names.get(key(_without_platform(spaced)))


def platform_of(*texts: str) -> str | None:
    """The one platform that the words of `texts` name; None where they name none or several."""
    found = {platform for text in texts for platform in _platforms_in(text).values()}
    return found.pop() if len(found) == 1 else None


def platform_of_column(name: str, metric: str) -> str | None:
    """The platform that the name of a column of that metric tells. "Website clicks" are made on a platform."""
    platform = None if key(name) in _names() else platform_of(name)
    return platform if suits(metric, platform) else None


def suits(metric: str, platform: str | None) -> bool:
    """Whether a metric can be counted there: a site has no followers, and clicks to it are made elsewhere."""
    return platform != "website" or metric not in _WITHOUT_A_SITE


def platform_of_links(cells: Iterable[str]) -> str | None:
    """The one platform that all addresses among the cells lead to; None for none or several."""
    hosts = {found[1].casefold() for cell in cells if (found := _HOST.match(cell.strip()))}
    known = {_table()["addresses"].get(host.removeprefix("www.").removeprefix("m.")) for host in hosts}
    return known.pop() if len(known) == 1 else None


def _platforms_in(text: str) -> dict[str, str]:
    """The words of a text that name platforms. Max and OK are ones in capitals, alone, at the end or beside a word."""
    words = _WORD.findall(text)
    known = {word: platform for word in words if (platform := _platforms().get(key(word)))}
    keys = {key(word) for word in words}
    return {
        word: platform
        for word, platform in known.items()
        if key(word) not in _COMMON_WORDS
        or word.isupper()
        or len(words) == 1
        or (word == words[-1] and word.istitle())
        or keys & _MESSENGER
    }


def _without_platform(name: str) -> str:
    named = _platforms_in(name)
    words = [word for word in name.split() if word.strip("-–:,.") and not named.keys() & set(_WORD.findall(word))]
    return " ".join(word for word in words if word.casefold() not in {"в", "in", "on"}) if named else name


@cache
def _names() -> dict[str, str]:
    table = _table()["metrics"]
    own = {key(name): metric for metric, row in metrics().items() for name in row.names.values()}
    return own | {key(name): metric for metric, names in table.items() for name in names}


@cache
def _platforms() -> dict[str, str]:
    return {key(name): platform for platform, names in _table()["platforms"].items() for name in names}


@cache
def _table() -> dict[str, Any]:
    return load_table(Path(__file__).with_name("synonyms.toml"))
