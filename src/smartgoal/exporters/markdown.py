"""A document as Markdown that reads the same on GitHub and in any CommonMark renderer with tables."""

import re
from collections.abc import Iterator

from smartgoal.exporters.document import Block, Bullets, Document, Facts, Paragraph, Section, Table
from smartgoal.language.printable import printable

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&$@])")
# what starts a list, a quote, a rule or a heading only at the beginning of a line
_LEADING = re.compile(r"^([-+=])")
_LEADING_NUMBER = re.compile(r"^(\d+)([.)])")
# white space that ends a word; the no-break spaces inside numbers stay
_BREAK = re.compile(r"[^\S\u00a0\u202f]+")


def markdown(document: Document) -> str:
    """The document as text, ending in one line feed."""
    blocks = [f"# {escaped(document.title)}", *(text for block in document.blocks for text in rendered(block))]
    return "\n\n".join(blocks) + "\n"


def rendered(block: Block) -> Iterator[str]:
    """One block."""
    match block:
        case Section():
            yield f"{'#' * block.level} {escaped(block.title)}"
        case Paragraph():
            yield escaped(block.text)
        case Facts():
            yield "\n".join(f"- **{escaped(name)}:** {escaped(value)}" for name, value in block.rows)
        case Bullets():
            yield "\n".join(f"- {escaped(item)}" for item in block.items)
        case Table():
            yield "\n".join([row(block.columns), row(("---",) * len(block.columns), raw=True), *map(row, block.rows)])


def row(cells: tuple[str, ...], *, raw: bool = False) -> str:
    """One line of a table."""
    return "| " + " | ".join(cell if raw else escaped(cell) for cell in cells) + " |"


def escaped(text: str) -> str:
    """The user's text so that it stands there as typed: nothing in it formats, links, mentions or breaks a line."""
    line = _BREAK.sub(" ", printable(text)).strip()
    line = _SPECIAL.sub(r"\\\1", line)
    return _LEADING_NUMBER.sub(r"\1\\\2", _LEADING.sub(r"\\\1", line))
