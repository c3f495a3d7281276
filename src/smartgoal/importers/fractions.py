"""Whether a column in percent holds percent or fractions (0.02 for 2 %), where its cells do not say.

The parts tell, where they stand beside it: likes and the like over reach, views or followers.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from smartgoal.importers.numbers import lone_number
from smartgoal.importers.tables import Row

_PARTS = ("likes", "comments", "shares", "saves")
_BASES = ("reach", "views", "impressions", "followers")
_NEAR = (Decimal("0.8"), Decimal("1.25"))
_TELLING_PLACES = -4  # 0.0114: nobody writes percent below 1 with four decimals


def factor_of(rows: Sequence[Row], at: int, columns: Mapping[str, int]) -> Decimal | None:
    """100 for fractions, 1 for percent; None where it cannot be told. `columns` are the places of other metrics."""
    cells = [row[at] for row in rows if at < len(row)]
    values = [value for cell in cells if (value := lone_number(cell, "ratio")) is not None]
    if any("%" in cell for cell in cells) or not values or max(values) >= 1 or not any(values):
        return Decimal(1)
    quotients = [_quotient(rows, at, columns, base) for base in _BASES if base in columns]
    for factor in (Decimal(100), Decimal(1)):
        if any(each is not None and _NEAR[0] < each * factor / 100 < _NEAR[1] for each in quotients):
            return factor
    written = min(int(value.as_tuple().exponent) for value in values)
    return Decimal(100) if written <= _TELLING_PLACES else None


def _quotient(rows: Sequence[Row], at: int, columns: Mapping[str, int], base: str) -> Decimal | None:
    """How many times the column is what its parts make over `base`, in the middle of the rows."""
    from statistics import median  # noqa: PLC0415 - few tables need it

    names = ("interactions",) if "interactions" in columns else _PARTS
    parts = [columns[each] for each in names if each in columns]
    found = []
    for row in rows:
        over, value = _value(row, columns[base]), _value(row, at)
        interactions = sum((_value(row, part) for part in parts), Decimal(0))
        if over and interactions and value:
            found.append(value * over / interactions)
    return median(found) if found else None


def _value(row: Row, at: int) -> Decimal:
    return (lone_number(row[at], "count") if at < len(row) else None) or Decimal(0)
