"""Which columns of an unknown table are used, and as what: one column a metric and platform."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from smartgoal.catalog import metric as catalogue_metric
from smartgoal.importers.columns import (
    LEFT_OUT,
    MONEY_OF,
    ONE,
    Meaning,
    is_lonely,
    is_vague,
    meaning_of,
    platform_of,
    platform_of_column,
    suits,
)
from smartgoal.importers.daily import Place
from smartgoal.importers.dates import shape
from smartgoal.importers.documents import Document
from smartgoal.importers.fractions import factor_of
from smartgoal.importers.imported import Column
from smartgoal.importers.making import kind_of
from smartgoal.importers.numbers import decimal_mark, is_missing, number
from smartgoal.importers.tables import Row, Table, words
from smartgoal.importers.text import harmless

_LARGE = 1000  # so many sales of a day are rather their sum
_CURRENCIES = "₽$€£₸₴"


class Chosen(NamedTuple):
    """The columns to read and all columns of numbers as they were understood."""

    places: list[Place]
    columns: list[Column]


class _Candidate(NamedTuple):
    at: int
    platform: str | None
    meaning: Meaning


def choose(document: Document, table: Table, sample: Sequence[Row]) -> Chosen:
    """The columns of `table` that hold metrics; what is known and not used is told."""
    rows = dated(sample or table.sample, table.date_at)
    taken: dict[int, str | None] = {}
    candidates: list[_Candidate] = []
    for at, name in enumerate(table.header):
        if at == table.date_at or not name or table.keys[at] in words("post_columns", "link"):
            continue
        cells = [row[at] for row in rows if at < len(row) and not is_missing(row[at])]
        said = document.said(name)
        meaning = _meant(table, name, cells) if said is None else Meaning(said, factor=meaning_of(name).factor)
        if not _is_read(document, name, cells, meaning):
            continue
        if said is None and meaning.metric in MONEY_OF and is_vague(name) and any(map(_is_large, cells)):
            document.problems.add("count_or_money", column=name, metric=meaning.metric, money=MONEY_OF[meaning.metric])
        taken[at] = LEFT_OUT if meaning.aside else meaning.metric
        if meaning.metric not in {None, LEFT_OUT} and not _is_aside(document, name, cells, meaning):
            candidates.append(_Candidate(at, platform_for(document, table, name, str(meaning.metric)), meaning))
    places = _in_percent(document, table, rows, _one_each(document, table, candidates, taken))
    return Chosen(places, [Column(harmless(table.header[at]), metric) for at, metric in taken.items()])


def _meant(table: Table, name: str, cells: Sequence[str]) -> Meaning:
    """What a column means in this table: sales with decimals or a currency are money, bare costs need ads beside."""
    meaning = meaning_of(name)
    if is_lonely(name, meaning.metric, [meaning_of(each).metric for each in table.header]):
        return Meaning(None)
    money = MONEY_OF.get(str(meaning.metric))
    if money and not meaning.aside and any(map(is_money, cells)):
        return meaning._replace(metric=money)
    return meaning


def is_money(cell: str) -> bool:
    """Whether a number cannot be a count: it has a sign of a currency or cents."""
    value = number(cell, decimal_mark([cell], "amount"))
    return any(sign in cell for sign in _CURRENCIES) or (value is not None and value % 1 != 0)


def _is_large(cell: str) -> bool:
    value = number(cell, decimal_mark([cell], "count"))
    return value is not None and value >= _LARGE


def _one_each(
    document: Document, table: Table, candidates: Iterable[_Candidate], taken: dict[int, str | None]
) -> list[Place]:
    """One column for each metric and platform: rather the clear one, that is called fact, that is without riddles."""
    places: dict[tuple[str, str | None], Place] = {}
    for at, platform, meaning in sorted(candidates, key=lambda each: (is_vague(table.header[each.at]), *_rank(each))):
        metric, name = str(meaning.metric), table.header[at]
        if (metric, platform) in places:
            same = table.header[places[metric, platform].at] == name
            document.problems.add("same_name" if same else "second_column", column=name, metric=metric)
            taken[at] = None
            continue
        if meaning.unclear:
            document.problems.add("unclear_column", column=name, words=meaning.unclear, metric=metric)
        places[metric, platform] = Place(metric, at, platform, meaning.factor)
    return sorted(places.values(), key=lambda place: place.at)


def _in_percent(document: Document, table: Table, rows: Sequence[Row], places: list[Place]) -> list[Place]:
    """The places with fractions to be multiplied; what is taken for them, and what cannot be told, is told."""
    columns = {place.metric: place.at for place in places}
    found = []
    for place in places:
        name = table.header[place.at]
        if catalogue_metric(place.metric).unit == "percent" and "%" not in name and place.factor == ONE:
            factor = factor_of(rows, place.at, columns)
            if factor != ONE:
                document.problems.add("fractions_taken" if factor else "fraction_or_percent", column=name)
            place = place._replace(factor=factor or ONE)  # noqa: PLW2901 - the same place
        found.append(place)
    return found


def _rank(candidate: _Candidate) -> tuple[bool, bool, int]:
    return not candidate.meaning.is_fact, bool(candidate.meaning.unclear), candidate.at


def _is_read(document: Document, name: str, cells: Sequence[str], meaning: Meaning) -> bool:
    """Whether a column holds numbers; of a known one a single number is enough, and none is told."""
    good = sum(is_number(cell) for cell in cells)
    if meaning.metric in {None, LEFT_OUT}:
        if meaning.metric is None and good * 3 >= len(cells) * 2 > 0:
            document.problems.add("unknown_column", column=name)
        return good * 3 >= len(cells) * 2 > 0
    if cells and not good:
        document.problems.add("no_numbers", column=name, text=cells[0])
    return good > 0


def _is_aside(document: Document, name: str, cells: Sequence[str], meaning: Meaning) -> bool:
    """Whether the numbers are not those of the metric, which is told."""
    shares = sum("%" in cell for cell in cells) * 2 > len(cells)
    code = meaning.aside or ("not_a_count" if shares and kind_of(str(meaning.metric)) != "ratio" else None)
    if code is not None:
        document.problems.add(code, column=name)
    return code is not None


def platform_for(document: Document, table: Table, name: str, metric: str) -> str | None:
    """The platform of a column: the metric's only one; as its own name tells, the user, sheet and title, the file."""
    if len(only := catalogue_metric(metric).platforms) == 1:
        return only[0]
    own = platform_of_column(name, metric) or table.platform or document.options.platform
    around = (platform_of(*each) for each in ((table.sheet, table.title), (document.name,)))
    return own or next((each for each in around if each and suits(metric, each)), None)


def number_columns(table: Table, sample: Sequence[Row] | None = None) -> list[int]:
    """The columns whose first cells are numbers (a cell or two may be wrong)."""
    rows = dated(sample or table.sample, table.date_at)
    return [at for at in range(len(table.header)) if at != table.date_at and table.header[at] and _is_numeric(rows, at)]


def has_numbers(table: Table) -> bool:
    """Whether a table may be read: a column of numbers, or a known one with a single number."""
    rows = dated(table.sample, table.date_at)
    known = [at for at, name in enumerate(table.header) if at != table.date_at and meaning_of(name).metric]
    return bool(number_columns(table)) or any(is_number(row[at]) for at in known for row in rows if at < len(row))


def dated(rows: Iterable[Row], at: int | None) -> list[Row]:
    """The rows that have a date in that column."""
    return [row for row in rows if at is not None and at < len(row) and shape(row[at]) is not None]


def _is_numeric(rows: Iterable[Row], at: int) -> bool:
    cells = [row[at] for row in rows if at < len(row) and not is_missing(row[at])]
    return bool(cells) and sum(map(is_number, cells)) * 3 >= len(cells) * 2


def is_number(cell: str) -> bool:
    """Whether a cell is a number with either mark, or a length of time."""
    return any(number(cell, mark) is not None for mark in (".", ",")) or ":" in cell
