"""Whatever happens while a file is written: it is the old one or the new one, whole."""

import errno
import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import IO, Any, Self, cast

import pytest

from smartgoal.errors import FileError
from smartgoal.model.plan import Plan, Step
from smartgoal.store import drafts, dumps, edit, files, load, save, write_text
from smartgoal.store.drafts import Draft

OLD = Plan(title="old", steps=(Step(title="a step " * 200),))
NEW = replace(OLD, title="new", economics={"spend": Decimal(3)})
MINE = dumps(replace(OLD, title="mine")).encode()
CALLS = ("open", "chmod", "chown", "fsync", "replace", "access", "stat", "unlink")
ERRORS = ("ENOSPC", "EDQUOT", "EACCES", "EPERM", "EROFS", "EIO", "ENAMETOOLONG", "EINTR", "ESTALE", "EMFILE")

Write = Callable[[Path], object]
DRAFTS = Draft(OLD, {"goal": "old"}), Draft(NEW, {"goal": "old", "why": "new"})
WRITES: dict[str, Write] = {
    "save": lambda path: save(NEW, path, force=True),
    "save anew": lambda path: save(NEW, path.with_name("another.smartgoal.toml")),
    "edit": lambda path: edit(path, lambda _: NEW),
    "edit through a link": lambda path: edit(path.with_name("link.smartgoal.toml"), lambda _: NEW),
    "draft": lambda path: drafts.keep(DRAFTS[1], path),
    "discard a draft": drafts.discard,
    "document": lambda path: write_text(path.with_name("plan.md"), "new" * 99, force=True),
}


class Torn:
    """A stream that lets something happen when half of the content is written."""

    def __init__(self, stream: IO[bytes], happens: Callable[[], object]) -> None:
        self.stream, self.happens = stream, happens

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.stream.close()

    def __getattr__(self, name: str) -> Any:
        return getattr(self.stream, name)

    def write(self, content: bytes) -> None:
        self.stream.write(content[: len(content) // 2])
        self.stream.flush()
        self.happens()
        self.stream.write(content[len(content) // 2 :])


@contextmanager
def fault_at(number: int, happens: Callable[[], object], monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Let `happens` happen before the call of that number to the operating system; give the calls made."""
    made: list[str] = []

    def counted(name: str) -> None:
        made.append(name)
        if len(made) == number:
            happens()

    def watched(name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **named: Any) -> Any:
            counted(name)
            return real(*arguments, **named)

        return call

    def torn(descriptor: int, mode: str) -> Torn:
        return Torn(cast("IO[bytes]", open(descriptor, mode)), lambda: counted("write"))

    with monkeypatch.context() as patch:
        for name in CALLS:
            patch.setattr(os, name, watched(name, getattr(os, name)))
        patch.setattr(files, "open", torn, raising=False)
        yield made


def error(name: str) -> Callable[[], object]:
    def happens() -> None:
        raise OSError(getattr(errno, name), name)

    return happens


def interrupt() -> None:
    raise KeyboardInterrupt


def no_memory() -> None:
    raise MemoryError


def calls_of(write: Write, path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    prepare(path)
    with fault_at(0, interrupt, monkeypatch) as made:
        write(path)
    return made


def prepare(path: Path) -> None:
    """The folder before each fault: a plan, a link to it, a draft, a document."""
    for entry in path.parent.iterdir():
        entry.unlink()
    save(OLD, path)
    path.with_name("link.smartgoal.toml").symlink_to(path.name)
    drafts.keep(DRAFTS[0], path)
    write_text(path.with_name("plan.md"), "old" * 99)


def whole(path: Path) -> None:
    """Every file is the old one or the new one, and what was answered is still there."""
    assert load(path).plan in [OLD, NEW]
    assert path.with_name("link.smartgoal.toml").is_symlink()
    assert path.with_name("plan.md").read_text(encoding="utf-8") in {"old" * 99, "new" * 99}
    assert drafts.resume(path) in [*DRAFTS, None]
    for other in path.parent.glob("another*"):
        assert load(other).plan == NEW
    for backup in path.parent.glob("*.toml~"):
        assert load(backup).plan == OLD


@pytest.fixture
def path(tmp_path: Path) -> Path:
    save(OLD, tmp_path / "plan.smartgoal.toml")
    return tmp_path / "plan.smartgoal.toml"


@pytest.mark.parametrize("write", WRITES.values(), ids=WRITES)
@pytest.mark.parametrize("happens", [*map(error, ERRORS), interrupt, no_memory], ids=[*ERRORS, "Ctrl-C", "no memory"])
def test_a_fault_at_any_moment_leaves_whole_files_and_no_litter(
    write: Write, happens: Callable[[], object], path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(1, len(calls_of(write, path, monkeypatch)) + 1):
        prepare(path)
        with fault_at(number, happens, monkeypatch), suppress(FileError, KeyboardInterrupt, MemoryError):
            write(path)
        whole(path)
        assert not list(path.parent.glob("*.tmp"))


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.parametrize("write", WRITES.values(), ids=WRITES)
def test_a_process_killed_at_any_moment_leaves_whole_files_and_no_lock(
    write: Write, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def kill() -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    for number in range(1, len(calls_of(write, path, monkeypatch)) + 1):
        prepare(path)
        child = os.fork()
        if not child:
            with fault_at(number, kill, monkeypatch):
                write(path)
            os._exit(1)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
        whole(path)
        save(OLD, path, force=True)


def test_a_file_changed_at_any_moment_of_an_edit_keeps_the_change(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def write(path: Path) -> None:
        edit(path, lambda _: NEW)

    calls = calls_of(write, path, monkeypatch)
    last = len(calls) - calls[::-1].index("replace")  # nobody can look between the last look and this call
    for number in (each for each in range(1, len(calls) + 1) if each != last):
        prepare(path)
        with fault_at(number, lambda: path.write_bytes(MINE), monkeypatch), suppress(FileError):
            write(path)
        left = path.read_bytes()
        assert left == MINE or (load(path).plan == NEW and number <= calls.index("open") + 1), (number, calls)


def test_a_file_that_appears_during_the_writing_of_a_new_one_is_kept(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new = path.with_name("another.smartgoal.toml")
    calls = calls_of(WRITES["save anew"], path, monkeypatch)
    for number in (each for each in range(1, len(calls) + 1) if calls[each - 1] != "replace"):
        prepare(path)
        with fault_at(number, lambda: new.write_bytes(MINE), monkeypatch), suppress(FileError):
            WRITES["save anew"](path)
        assert new.read_bytes() == MINE


@pytest.mark.parametrize("write", [WRITES["save anew"], WRITES["document"], WRITES["draft"], WRITES["edit"]])
def test_a_folder_that_is_gone_or_no_folder_is_told(write: Write, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    for folder in ("none", "file", "x" * 300):
        with pytest.raises(FileError):
            write(tmp_path / folder / "plan.smartgoal.toml")


@pytest.mark.parametrize("name", ["x" * 300, "я" * 200, "a" * 250 + ".smartgoal.toml"])
def test_a_name_that_is_too_long_is_told(name: str, tmp_path: Path) -> None:
    with pytest.raises(FileError, match="too long"):
        save(NEW, tmp_path / name)
    assert list(tmp_path.iterdir()) == []


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
