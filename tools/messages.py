"""Keeps the translations in step with the sources: `python tools/messages.py [--prune]`.

Adds every message of `src` that a .po file lacks (with an empty translation to fill in), sorts by message id and writes
without line references and wrapping, so that two people's additions rarely meet. `--prune` also drops what no source
uses any more. `tests/language/test_messages.py` fails until the file is complete.

A message is a literal in `….text("…")`, `….translated("…")`, `_("…")`, `N_("…")`, or the first argument or `advice=` of
a SmartgoalError, by whatever name its class goes.
"""

import ast
import io
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parents[1]
SOURCES = ROOT / "src" / "smartgoal"
LOCALE = SOURCES / "language" / "locale"
FUNCTIONS = frozenset({"text", "translated", "_", "N_"})


def messages(folder: Path = SOURCES) -> set[str]:
    """Every message id in the Python files below `folder`."""
    trees = [ast.parse(file.read_text(encoding="utf-8")) for file in sorted(folder.rglob("*.py"))]
    errors = _error_classes(trees)
    calls = (node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call))
    return {message for call in calls for message in _messages_of(call, errors)}


def _messages_of(call: ast.Call, errors: frozenset[str]) -> Iterator[str]:
    name = _name(call.func)
    if name in FUNCTIONS | errors:
        yield from (text for first in call.args[:1] for text in _literals(first))
    if name in errors:
        yield from (text for word in call.keywords if word.arg == "advice" for text in _literals(word.value))


def _literals(node: ast.expr) -> Iterator[str]:
    """The text of a literal, or both texts of `"…" if … else "…"`; what is computed is marked elsewhere by N_."""
    if isinstance(node, ast.IfExp):
        yield from _literals(node.body)
        yield from _literals(node.orelse)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value:
        yield node.value


def _error_classes(trees: Iterable[ast.Module]) -> frozenset[str]:
    """Names of SmartgoalError and of whatever derives from it."""
    classes = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    found = {"SmartgoalError"}
    while more := {each.name for each in classes if found & {_name(base) for base in each.bases}} - found:
        found |= more
    return frozenset(found)


def _name(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def update(file: Path, used: set[str], *, prune: bool) -> list[str]:
    """Bring one .po file in step with the messages in use; gives the ids that still lack a translation."""
    text = file.read_text(encoding="utf-8")
    known = {str(entry.id): str(entry.string) for entry in read_po(io.StringIO(text)) if entry.id}
    catalog = Catalog()
    for message in sorted(used if prune else used | known.keys()):
        catalog.add(message, known.get(message, "")).flags.clear()
    entries = io.BytesIO()
    write_po(entries, catalog, width=0, no_location=True, omit_header=True)
    header = text.partition("\n\n")[0]  # kept as it is: a date in it would change with every run
    file.write_text(f"{header}\n\n{entries.getvalue().decode('utf-8').strip()}\n", encoding="utf-8")
    return [message for message in sorted(used) if not known.get(message)]


def main(arguments: list[str]) -> int:
    """Update every .po file; 1 when translations are missing."""
    used = messages()
    missing = [
        (file.parents[1].name, message)
        for file in sorted(LOCALE.rglob("*.po"))
        for message in update(file, used, prune="--prune" in arguments)
    ]
    for language, message in missing:
        sys.stdout.write(f"{language}: no translation of {message!r}\n")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
