"""Tables that lie on their side: a column a month and a row a metric."""

from smartgoal.importers.calendar_columns import months_across
from smartgoal.importers.text import key

Row = list[str]
_DATE_NAME = "date"


def turned(block: list[Row]) -> tuple[Row, list[Row]]:
    """The header and the rows of a block whose first row holds dates, with its rows as columns."""
    upright = [months_across(block[0]), *_without_captions(block[1:])]
    width = max(map(len, upright))
    columns = [list(each) for each in zip(*([*row, *[""] * (width - len(row))] for row in upright), strict=True)]
    header = [columns[0][0].strip() or _DATE_NAME, *(cell.strip() for cell in columns[0][1:])]
    return header, [row for row in columns[1:] if any(row)]


def _without_captions(rows: list[Row]) -> list[Row]:
    """The rows with the captions between them, where only these tell rows of one name apart."""
    caption = ""
    names, found = [], []
    for row in rows:
        if any(cell.strip() for cell in row[1:]):
            names.append(key(row[0]))
            found.append([f"{row[0].strip()} {caption}".strip(), *row[1:]])
        else:
            caption = row[0].strip()
    apart = len({key(row[0]) for row in found}) == len(found)
    return found if apart and len(set(names)) < len(names) else rows
