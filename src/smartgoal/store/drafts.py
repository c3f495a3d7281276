"""Keeps what an interrupted wizard was told, so that nothing typed is lost.

A draft is a hidden plan file beside the output with a table `[draft]`: the answers as typed, by question, in order,
and the saved plan that is being changed, as it was when the change began.
"""

import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from smartgoal.errors import N_, FileError
from smartgoal.model.plan import Plan
from smartgoal.store.files import replace, told_as_file_error
from smartgoal.store.lock import locked
from smartgoal.store.naming import SUFFIX
from smartgoal.store.reading import loads, read_bytes
from smartgoal.store.text import as_document, dumps, dumps_table
from smartgoal.store.toml import decode, parse

DRAFT_SUFFIX = ".smartgoal.draft.toml"


@dataclass(frozen=True, slots=True)
class Draft:
    """A plan so far, and the answers as typed (question id -> text) in the order in which they were given.

    `base` is the saved plan that it started from; None for a new one.
    """

    plan: Plan = field(default_factory=Plan)
    answers: Mapping[str, str] = field(default_factory=dict)
    base: Plan | None = None


def draft_path(output: Path) -> Path:
    """Give the place of the draft beside the plan to be: `.NAME.smartgoal.draft.toml`."""
    return output.with_name(f".{output.name.removesuffix(SUFFIX)}{DRAFT_SUFFIX}")


def keep(draft: Draft, output: Path) -> None:
    """Write the draft of `output` whole; called after each answer. A damaged character becomes a question mark."""
    path = draft_path(output)
    answers = [{"question": question, "answer": answer} for question, answer in draft.answers.items()]
    base = {} if draft.base is None else {"base": dumps(draft.base)}
    text = dumps_table({**as_document(draft.plan), "draft": {"answers": answers, **base}})
    with told_as_file_error(path), locked(path):
        replace(path, text.encode("utf-8", "replace"), backup=False)


def resume(output: Path) -> Draft | None:
    """Give the draft of `output` if there is one."""
    path = draft_path(output)
    if not path.exists():
        return None
    content = read_bytes(path)
    table = parse(decode(content, str(path)), str(path)).get("draft", {})
    try:
        answers = {str(row["question"]): str(row["answer"]) for row in table.get("answers", [])}
        base = table.get("base")
        before = None if base is None else loads(str(base), str(path)).plan
    except (AttributeError, LookupError, TypeError):
        advice = N_("Delete the file to start over.")
        raise FileError("The draft cannot be understood.", place=str(path), advice=advice) from None
    return Draft(loads(content, str(path)).plan, answers, before)


def discard(output: Path) -> None:
    """Remove the draft of `output`, if there is one."""
    path = draft_path(output)
    with told_as_file_error(path), suppress(FileNotFoundError):
        path.unlink()


def waiting(folder: Path) -> list[Path]:
    """Give the outputs that have a draft in a folder, the one last worked on first."""
    with told_as_file_error(folder):
        drafts = sorted(folder.glob(f".*{DRAFT_SUFFIX}"), key=lambda path: path.stat().st_mtime, reverse=True)
    return [path.with_name(path.name[1:].removesuffix(DRAFT_SUFFIX) + SUFFIX) for path in drafts]


def check_writable(folder: Path) -> None:
    """Raise `FileError` where a file cannot be made in a folder: told before the first question, not after the last."""
    probe = folder / f".smartgoal-{os.urandom(8).hex()}.tmp"
    with told_as_file_error(folder):
        probe.touch(exist_ok=False)
        probe.unlink()
