"""Keys of a file that no field of the model has: kept, and told with the nearest known key."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from typing import Any

from smartgoal.errors import N_
from smartgoal.model.goal import Goal
from smartgoal.model.plan import Plan, Snapshot, Step
from smartgoal.model.series import Problem
from smartgoal.store.layout import Path

HOMES: tuple[tuple[str, type], ...] = (("", Plan), ("goal.", Goal), ("steps.", Step), ("point_a.", Snapshot))


def unknown_keys(raw: Any, value: Any, path: Path = ()) -> Iterator[tuple[Path, type]]:
    """Give the path of each unknown key with the type of the table it stands in."""
    if is_dataclass(value) and isinstance(raw, Mapping):
        known = [field.name for field in fields(value)]
        yield from (((*path, key), type(value)) for key in raw if key not in known)
        for name in known:
            if name in raw:
                yield from unknown_keys(raw[name], getattr(value, name), (*path, name))
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from unknown_keys(raw[key], item, (*path, key))
    elif isinstance(value, tuple) and value and is_dataclass(value[0]):  # rows of a history hold no keys
        for index, item in enumerate(value):
            yield from unknown_keys(raw[index], item, (*path, index))


def nearest(key: str, table: type) -> str | None:
    """Give the known key that was probably meant: one spelt alike in this table, or the same one of another table."""
    elsewhere = (home + key for home, record in HOMES if key in _names(record))
    return alike(key, _names(table)) or next(elsewhere, None)


def alike(key: str, known: Sequence[str]) -> str | None:
    """Give the known key that is spelt most alike, if one comes close."""
    from difflib import get_close_matches  # noqa: PLC0415 - most files have no unknown key

    return next(iter(get_close_matches(key.lower(), known, n=1)), None)


def _names(record: type) -> list[str]:
    return [field.name for field in fields(record)]


def message_of(problem: Problem) -> str:
    """Give the message of what `Loaded.problems` tells, to be filled with the problem's values."""
    if problem.values["nearest"] is None:
        return N_("{key} is not a key that smartgoal knows; it is kept and not used.")
    return N_("{key} is not a key that smartgoal knows; it is kept and not used. Is {nearest} meant?")
