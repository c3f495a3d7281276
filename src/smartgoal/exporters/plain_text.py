"""A document as plain lines to paste into a messenger: no tables, no markup."""

from collections.abc import Iterator

from smartgoal.exporters.document import Block, Bullets, Document, Facts, Paragraph, Section, Table
from smartgoal.language import Language
from smartgoal.language.printable import printable

MESSENGER_LIMIT = 4096  # characters of one Telegram message; VK takes the same


def plain_text(document: Document, language: Language, limit: int = MESSENGER_LIMIT) -> str:
    """The document as text of less than `limit` characters, ending in one line feed; what was left out is told."""
    blocks = [printable(document.title).upper(), *("\n".join(lines(block)) for block in document.blocks)]
    text = "\n\n".join(block for block in blocks if block).replace(":\n\n", ":\n") + "\n"
    return text if len(text) < limit else shortened(text.splitlines(), language, limit)


def shortened(rows: list[str], language: Language, limit: int) -> str:
    """As many whole lines as fit, without a heading at the end, and how many are missing."""
    kept: list[str] = []
    room = limit - len(ending(len(rows), language)) - 2
    for row in rows:
        room -= len(row) + 1
        if room < 0:
            break
        kept.append(row)
    while kept and (not kept[-1] or kept[-1].endswith(":")):
        kept.pop()
    missing = sum(bool(row) for row in rows[len(kept) :])
    return "\n".join([*kept, "", ending(missing, language)]) + "\n"


def ending(missing: int, language: Language) -> str:
    """«… ещё строк: 12»."""
    return language.text("… lines left out: {count}", count=missing)


def lines(block: Block) -> Iterator[str]:
    """One block in lines; a row of a table becomes one bullet."""
    match block:
        case Section():
            yield f"{printable(block.title)}:"
        case Paragraph():
            yield printable(block.text)
        case Facts():
            yield from (f"{printable(name)}: {printable(value)}" for name, value in block.rows)
        case Bullets():
            yield from (f"• {printable(item)}" for item in block.items)
        case Table():
            yield from (f"• {row_text(block.columns, row)}" for row in block.rows)


def row_text(columns: tuple[str, ...], row: tuple[str, ...]) -> str:
    """A row as a phrase: its first filled cell, the others with the names of their columns."""
    named = [(name, printable(cell)) for name, cell in zip(columns, row, strict=True) if cell]
    head, *rest = [f"{cell}" if index == 0 else f"{name.lower()}: {cell}" for index, (name, cell) in enumerate(named)]
    return "; ".join([head, *rest])
