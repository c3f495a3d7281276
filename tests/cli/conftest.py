"""A command line run in this process, with its streams in memory."""

import io
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from smartgoal.cli.boundary import guarded
from smartgoal.cli.environment import Environment
from smartgoal.language import choose, load

TODAY = "2026-11-22"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run gave."""

    status: int
    out: str
    err: str


Run = Callable[..., Outcome]


def stream(content: bytes = b"") -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(content), encoding="utf-8", newline="\n", write_through=True)


def text_of(written: io.TextIOWrapper) -> str:
    written.flush()
    buffer = written.buffer
    assert isinstance(buffer, io.BytesIO)
    return buffer.getvalue().decode("utf-8")


@pytest.fixture
def run(tmp_path: Path) -> Run:
    def call(*arguments: str, stdin: bytes = b"", lang: str | None = "en") -> Outcome:
        given = [*arguments, *(["--lang", lang] if lang and arguments else [])]
        out, err = stream(), stream()
        environment = Environment(
            language=load(choose(given, {})),
            language_wished=lang is not None,
            stdin=stream(stdin),
            stdout=out,
            stderr=err,
            folder=tmp_path,
            variables={"TERM": "xterm", "SMARTGOAL_DEBUG": "1"},
        )
        status = guarded(given, environment)
        return Outcome(status, text_of(out), text_of(err))

    return call
