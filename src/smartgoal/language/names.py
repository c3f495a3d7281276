"""Names of ids: whatever table of the catalogue holds them."""

from collections.abc import Callable, Mapping

from smartgoal.catalog import Category, Metric, Platform, Word, category, metric, platform, word
from smartgoal.catalog.rows import rows_of

_TABLES: Mapping[str, Callable[[str], Category | Metric | Platform]] = {
    "category": category,
    "metric": metric,
    "platform": platform,
}


def named(kind: str, identifier: str, language: str, case: str = "nom") -> str:
    """The name of a row in a language and case; where a case has no form of its own, the name as it stands.

    An id that no table knows (from a newer file, say) is given back: naming must not stop a command.
    """
    try:
        if kind == "tactic":
            return str(rows_of("tactics")[identifier]["title"][language])
        row: Category | Metric | Platform | Word = (
            _TABLES[kind](identifier) if kind in _TABLES else word(kind, identifier)
        )
    except KeyError:
        return identifier
    names = row.short if case == "short" and isinstance(row, Platform) else row.names
    return str(row.cases.get(language, {}).get(case, names[language]))
