"""A document on the screen, at any width."""

from collections.abc import Iterator

from smartgoal.cli.views.page import wrapped
from smartgoal.cli.views.paint import Paint
from smartgoal.exporters.document import Block, Bullets, Document, Facts, Paragraph, Section, Table
from smartgoal.language.printable import printable

NARROW = 72  # below this a table of sentences is harder to read than a list


def document_lines(document: Document, paint: Paint, width: int, *, tables: bool = True) -> Iterator[str]:
    """The document in lines of at most `width` columns; without `tables` and on a narrow page, tables become lists."""
    yield from (paint(line, "strong") for line in wrapped(printable(document.title), width, ""))
    for block in document.blocks:
        yield ""
        yield from block_lines(block, paint, width, tables=tables and width >= NARROW)


def block_lines(block: Block, paint: Paint, width: int, *, tables: bool) -> Iterator[str]:
    """One block."""
    match block:
        case Section():
            yield from (paint(line, "strong") for line in wrapped(printable(block.title), width, ""))
        case Paragraph():
            yield from wrapped(printable(block.text), width, "")
        case Facts():
            for name, value in block.rows:
                yield from wrapped(f"{printable(name)}: {printable(value)}", width, "", "  ")
        case Bullets():
            for item in block.items:
                yield from wrapped(printable(item), width, "- ", "  ")
        case Table():
            yield from wide_table(block, width) if tables else stacked(block, paint, width)


def stacked(table: Table, paint: Paint, width: int) -> Iterator[str]:
    """Each row as a small list: its first cell, below it the others with their names."""
    for row in table.rows:
        first, *rest = [(name, printable(cell)) for name, cell in zip(table.columns, row, strict=True) if cell]
        if len(rest) == 1:
            yield from wrapped(f"{first[1]}: {rest[0][1]}", width, "- ", "  ")
            continue
        yield from (paint(line, "strong") for line in wrapped(first[1], width, "- ", "  "))
        for name, cell in rest:
            yield from wrapped(f"{name}: {cell}", width, "  ", "    ")


def wide_table(table: Table, width: int) -> Iterator[str]:
    """Columns side by side, cells wrapped."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table as Grid
    from rich.text import Text

    grid = Grid(box=SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for name in table.columns:
        grid.add_column(Text(name), overflow="fold")
    for row in table.rows:
        grid.add_row(*(Text(printable(cell)) for cell in row))
    console = Console(width=width, color_system=None, legacy_windows=False)
    with console.capture() as captured:
        console.print(grid)
    yield from (line.rstrip() for line in captured.get().rstrip("\n").split("\n"))
