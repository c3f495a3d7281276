"""Throw hostile input at the program: `python tools/fuzz.py [DOOR ...] --cases 20000 --seed 1 --seconds 600`.

Doors: parser, answers, importers, store, criteria, exporters, cli (all of them by default). A case is made from its
seed alone; a failing one is told with the seed that brings it back: `tools/fuzz.py cli --seed 4711 --cases 1`.
Each case has 10 seconds, the process 3 GB. The exit status is 1 where a case failed.
"""

import argparse
import random
import resource
import signal
import sys
import time
import traceback
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from types import FrameType

from fuzzing.doors import DOORS, Door

CASE_SECONDS = 10
MEMORY = 3 << 30
Failures = Mapping[str, list[int]]  # where and what -> seeds


class TooSlowError(BaseException):
    """A case took too long. No `Exception`: what is under test must not swallow it."""


@contextmanager
def limited() -> Iterator[None]:
    """Let what is inside take `CASE_SECONDS` at most."""

    def late(_: int, __: FrameType | None) -> None:
        raise TooSlowError

    signal.signal(signal.SIGALRM, late)
    signal.alarm(CASE_SECONDS)
    try:
        yield
    finally:
        signal.alarm(0)


def failure(door: Door, seed: int, folder: Path) -> str | None:
    """One case: None, or how and where it failed."""
    try:
        with limited():
            door(random.Random(seed), folder)  # noqa: S311 - cases that come back, not secrets
    except (Exception, TooSlowError, SystemExit) as error:  # noqa: BLE001 - whatever it is, it is what we look for
        last = traceback.extract_tb(error.__traceback__)[-1]
        return f"{type(error).__name__} at {Path(last.filename).name}:{last.lineno}"
    return None


def fuzz(door: Door, seeds: range, end: float) -> tuple[int, Failures]:
    """Cases of a door until the seeds or the time run out: how many, and what failed."""
    failures: dict[str, list[int]] = defaultdict(list)
    count = 0
    with TemporaryDirectory() as folder:
        for seed in seeds:
            if time.monotonic() > end:
                break
            count += 1
            found = failure(door, seed, Path(folder))
            if found is not None:
                failures[found].append(seed)
    return count, failures


def lines(name: str, count: int, failures: Failures, seconds: float) -> Iterator[str]:
    """What to tell of a door."""
    yield f"{name:10} {count:7} cases, {sum(map(len, failures.values()))} failed, {seconds:.0f} s"
    for found, seeds in failures.items():
        yield f"{'':10} {len(seeds):7} x {found} (--seed {seeds[0]})"


def main() -> int:
    """Run the doors asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("doors", nargs="*", metavar="DOOR", help=", ".join(DOORS))
    parser.add_argument("--cases", type=int, default=2000, help="cases per door (2000)")
    parser.add_argument("--seed", type=int, default=0, help="seed of the first case (0)")
    parser.add_argument("--seconds", type=float, default=600, help="most seconds per door (600)")
    wanted = parser.parse_args()
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    failed = False
    for name in wanted.doors or DOORS:
        began = time.monotonic()
        seeds = range(wanted.seed, wanted.seed + wanted.cases)
        count, failures = fuzz(DOORS[name], seeds, began + wanted.seconds)
        sys.stdout.writelines(f"{line}\n" for line in lines(name, count, failures, time.monotonic() - began))
        sys.stdout.flush()
        failed = failed or bool(failures)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
