"""Changes a plan file in place: comments, order and unknown keys of the user's file stay."""

from collections.abc import Callable
from pathlib import Path

from smartgoal.model.plan import Plan
from smartgoal.store.files import changed_meanwhile, replace, told_as_file_error
from smartgoal.store.lock import locked
from smartgoal.store.reading import Loaded, load, loads
from smartgoal.store.splice import Splice
from smartgoal.store.text import as_document
from smartgoal.store.toml import decode, parse
from smartgoal.store.writing import encode

BOM = b"\xef\xbb\xbf"


def edit_file(path: Path, change: Callable[[Plan], Plan], *, since: Loaded | None = None) -> Loaded:
    """Apply `change` to the plan as it lies in the file now, and give the plan saved.

    The file is read, changed and replaced under the folder's lock, so that two writers lose nothing. With `since`
    (what an earlier `load` gave) a file that somebody changed in between is refused.
    """
    with told_as_file_error(path), locked(path):
        loaded = load(path)
        if since is not None and since.content != loaded.content:
            raise changed_meanwhile(path)
        plan = change(loaded.plan)
        content = edited(loaded, plan, path)
        saved = loads(content, str(path))
        if content != loaded.content:
            replace(path, content, expected=loaded.content)
        return saved


def edited(loaded: Loaded, plan: Plan, path: Path) -> bytes:
    """Give the content of a plan file after an edit."""
    if plan == loaded.plan:
        return loaded.content
    text = decode(loaded.content, str(path))
    changed = Splice(text, parse(text, str(path)))
    changed.table((), as_document(loaded.plan), as_document(plan))
    return (BOM if loaded.content.startswith(BOM) else b"") + encode(changed.text(), path)
