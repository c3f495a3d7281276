"""From a key to the changed screen in the wizard, in a pseudo-terminal. Aim: 50 ms.

Usage: python benchmarks/bench_wizard.py [--keys N]
"""

import argparse
import statistics
import sys
import tempfile
import time

import pexpect
import pyte

DOWN, UP = "\x1b[B", "\x1b[A"


def screen_after(child: "pexpect.spawn[str]", stream: pyte.Stream, screen: pyte.Screen, before: str) -> float:
    """Seconds until the screen differs from `before`."""
    began = time.perf_counter()
    while "\n".join(screen.display) == before and time.perf_counter() - began < 5:
        try:
            stream.feed(child.read_nonblocking(65536, timeout=0.001))
        except pexpect.TIMEOUT:
            continue
    return time.perf_counter() - began


def settled(child: "pexpect.spawn[str]", stream: pyte.Stream, seconds: float) -> None:
    """Read until nothing more comes."""
    while True:
        try:
            stream.feed(child.read_nonblocking(65536, timeout=seconds))
        except pexpect.TIMEOUT:
            return


def measured(keys: int) -> list[float]:
    """Seconds of each key: arrows in the first list, then letters of a goal."""
    screen = pyte.Screen(100, 40)
    stream = pyte.Stream(screen)
    with tempfile.TemporaryDirectory() as folder:
        child = pexpect.spawn(
            sys.executable,
            ["-m", "smartgoal", "new", "--lang", "en"],
            cwd=folder,
            dimensions=(40, 100),
            timeout=20,
            encoding="utf-8",
        )
        settled(child, stream, 3)
        times = [pressed(child, stream, screen, DOWN if number % 2 == 0 else UP) for number in range(keys)]
        child.send("\r")
        settled(child, stream, 1)
        times += [
            pressed(child, stream, screen, letter) for letter in ("250 new followers " * keys)[:keys] if letter != " "
        ]
        child.close(force=True)
    return times


def pressed(child: "pexpect.spawn[str]", stream: pyte.Stream, screen: pyte.Screen, key: str) -> float:
    """Press a key and wait for the screen."""
    before = "\n".join(screen.display)
    child.send(key)
    seconds = screen_after(child, stream, screen, before)
    settled(child, stream, 0.05)
    return seconds


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--keys", type=int, default=30)
    times = sorted(measured(parser.parse_args().keys))
    print(f"{len(times)} keys: median {statistics.median(times) * 1000:.0f} ms, slowest {times[-1] * 1000:.0f} ms")


if __name__ == "__main__":
    main()
