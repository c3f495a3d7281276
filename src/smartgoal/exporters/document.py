"""A document before it has a format: a title and blocks in order. Texts are as the user typed them, not escaped."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Section:
    """A heading; level 2 for a part of the document, 3 below it."""

    title: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One or more sentences."""

    text: str


@dataclass(frozen=True, slots=True)
class Facts:
    """Short facts, each with its name: «Срок: 6 декабря 2026»."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Columns and rows of text."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Block = Section | Paragraph | Facts | Bullets | Table


@dataclass(frozen=True, slots=True)
class Document:
    """A title and its blocks."""

    title: str
    blocks: tuple[Block, ...]


def part(title: str, *blocks: Block) -> Iterable[Block]:
    """A section with its blocks, or nothing where there is nothing in it: empty sections are never printed."""
    filled = [block for block in blocks if not empty(block)]
    return [Section(title), *filled] if filled else []


def empty(block: Block) -> bool:
    """True for a block that would print nothing."""
    match block:
        case Paragraph():
            return not block.text
        case Facts() | Table():
            return not block.rows
        case Bullets():
            return not block.items
        case Section():
            return False


def facts(rows: Iterable[tuple[str, str]]) -> Facts:
    """The facts that have a value."""
    return Facts(tuple((name, value) for name, value in rows if value))


def table(columns: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Table:
    """A table without the columns that are empty in every row."""
    filled = list(rows)
    used = [index for index in range(len(columns)) if any(row[index] for row in filled)]
    return Table(tuple(columns[index] for index in used), tuple(tuple(row[index] for index in used) for row in filled))
