"""Keeps the translations in step with the sources: `python tools/messages.py [--prune]`.

Adds every message of `src` that a .po file lacks (with an empty translation to fill in), sorts by message id and writes
without line references and wrapping, so that two people's additions rarely meet. `--prune` also drops what no source
uses any more. `tests/language/test_messages.py` fails until the file is complete.

A message is a literal (or a constant of its module) in `….text("…")`, `_("…")`, `N_("…")` and the other FUNCTIONS, in
the first argument or `advice=` of a SmartgoalError by whatever name its class goes, and in the help of an option.
"""

import ast
import io
import sys
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parents[1]
SOURCES = ROOT / "src" / "smartgoal"
LOCALE = SOURCES / "language" / "locale"
FUNCTIONS = frozenset({"text", "translated", "_", "N_", "message", "refused", "Message"})
KEYWORDS = {"error": ("advice",), "Option": ("help", "metavar"), "Argument": ("help", "metavar")}


def messages(folder: Path = SOURCES) -> set[str]:
    """Every message id in the Python files below `folder`."""
    trees = [ast.parse(file.read_text(encoding="utf-8")) for file in sorted(folder.rglob("*.py"))]
    errors = _error_classes(trees)
    return {
        message
        for tree in trees
        for place in _places(tree, FUNCTIONS | errors | _aliases(tree), errors)
        for message in _literals(place, _constants(tree))
    }


def _places(tree: ast.Module, functions: AbstractSet[str], errors: AbstractSet[str]) -> Iterator[ast.expr]:
    """The arguments that hold a message, of every call."""
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        name = _name(call.func)
        if name in functions:
            yield from call.args[:1]
        named = KEYWORDS["error"] if name in errors else KEYWORDS.get(name, ())
        yield from (keyword.value for keyword in call.keywords if keyword.arg in named)


def _aliases(tree: ast.Module) -> set[str]:
    """Names that a module gives to `language.text`: `say = language.text`."""
    assigned = (node for node in ast.walk(tree) if isinstance(node, ast.Assign) and _name(node.value) == "text")
    return {name.id for each in assigned for name in each.targets if isinstance(name, ast.Name)}


def _literals(node: ast.expr, constants: Mapping[str, ast.expr]) -> Iterator[str]:
    """The text of a literal or a constant of the module, both texts of `"…" if … else "…"`.

    What is computed in any other way is marked by N_ where it is written.
    """
    if isinstance(node, ast.IfExp):
        yield from _literals(node.body, constants)
        yield from _literals(node.orelse, constants)
    elif isinstance(node, ast.Name) and node.id in constants:
        yield from _literals(constants[node.id], {})
    elif isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value:
        yield node.value


def _constants(tree: ast.Module) -> dict[str, ast.expr]:
    assigned = (each for each in tree.body if isinstance(each, ast.Assign))
    return {name.id: each.value for each in assigned for name in each.targets if isinstance(name, ast.Name)}


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
