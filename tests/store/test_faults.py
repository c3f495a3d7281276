"""Whatever happens while a file is written: it is the old one or the new one, whole."""

import errno
import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from smartgoal.errors import FileError
from smartgoal.model.plan import Plan, Step
from smartgoal.store import drafts, dumps, edit, load, save
from smartgoal.store.drafts import Draft

OLD = Plan(title="old", steps=(Step(title="a step " * 200),))
NEW = replace(OLD, title="new", economics={"spend": Decimal(3)})
CALLS = ("open", "chmod", "fsync", "replace", "access")

Write = Callable[[Path], object]
WRITES: dict[str, Write] = {
    "save": lambda path: save(NEW, path, force=True),
    "edit": lambda path: edit(path, lambda _: NEW),
}


@contextmanager
def fault_at(number: int, happens: Callable[[], object], monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Let `happens` happen in place of the call of that number to the operating system; give the calls made."""
    made: list[str] = []

    def watched(name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **named: Any) -> Any:
            made.append(name)
            if len(made) == number:
                happens()
            return real(*arguments, **named)

        return call

    with monkeypatch.context() as patch:
        for name in CALLS:
            patch.setattr(os, name, watched(name, getattr(os, name)))
        yield made


def disk_full() -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def interrupt() -> None:
    raise KeyboardInterrupt


def number_of_calls(write: Write, path: Path, monkeypatch: pytest.MonkeyPatch) -> int:
    with fault_at(0, disk_full, monkeypatch) as made:
        write(path)
    return len(made)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    save(OLD, tmp_path / "plan.smartgoal.toml")
    return tmp_path / "plan.smartgoal.toml"


@pytest.mark.parametrize("write", WRITES.values(), ids=WRITES)
@pytest.mark.parametrize("happens", [disk_full, interrupt])
def test_a_fault_at_any_moment_leaves_a_whole_file_and_no_litter(
    write: Write, happens: Callable[[], object], path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = number_of_calls(write, path, monkeypatch)
    assert calls > 8
    for number in range(1, calls + 1):
        save(OLD, path, force=True)
        with fault_at(number, happens, monkeypatch), suppress(FileError, KeyboardInterrupt):
            write(path)
        assert load(path).plan in [OLD, NEW]
        assert {entry.name for entry in path.parent.iterdir()} == {path.name, f"{path.name}~"}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.parametrize("write", WRITES.values(), ids=WRITES)
def test_a_process_killed_at_any_moment_leaves_a_whole_file_and_no_lock(
    write: Write, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def kill() -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    for number in range(1, number_of_calls(write, path, monkeypatch) + 1):
        save(OLD, path, force=True)
        child = os.fork()
        if not child:
            with fault_at(number, kill, monkeypatch):
                write(path)
            os._exit(1)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
        assert load(path).plan in [OLD, NEW]
        save(OLD, path, force=True)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_disk_that_fills_up_in_the_middle_of_a_write_is_told(path: Path) -> None:
    child = os.fork()
    if not child:
        import resource

        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))
        try:
            save(NEW, path, force=True)
        except FileError:
            os._exit(3)
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 3
    assert load(path).plan == OLD
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]


def test_a_file_changed_since_it_was_loaded_is_not_overwritten(path: Path) -> None:
    loaded = load(path)
    path.write_text(dumps(OLD) + "# mine\n", encoding="utf-8")
    with pytest.raises(FileError, match="in the meantime"):
        edit(path, lambda _: NEW, since=loaded)
    assert path.read_text(encoding="utf-8") == dumps(OLD) + "# mine\n"


def test_a_file_changed_by_an_editor_during_an_edit_is_not_overwritten(path: Path) -> None:
    def change(_: Plan) -> Plan:
        path.write_text("mine", encoding="utf-8")
        return NEW

    with pytest.raises(FileError, match="in the meantime"):
        edit(path, change)
    assert path.read_text(encoding="utf-8") == "mine"


def test_a_draft_survives_a_fault_at_any_moment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    output = tmp_path / "plan.smartgoal.toml"
    old, new = Draft(OLD, {"goal": "old"}), Draft(NEW, {"goal": "old", "why": "new"})
    drafts.keep(old, output)
    calls = number_of_calls(lambda path: drafts.keep(new, path), output, monkeypatch)
    for number in range(1, calls + 1):
        drafts.keep(old, output)
        with fault_at(number, interrupt, monkeypatch), suppress(KeyboardInterrupt):
            drafts.keep(new, output)
        assert drafts.resume(output) in [old, new]
