"""Time and memory of `check --lines` over 1,000, 10,000 and 100,000 goals: linear, with flat memory.

Usage: python benchmarks/bench_lines.py [LINES ...]
"""

import os
import sys
import tempfile
import time
from pathlib import Path

SENTENCES = (
    "{n} new followers on VK in two weeks",
    "Увеличить охват постов в Telegram на {n} % за квартал",
    "Cut the response time from 45 to 10 minutes by the end of April",
    "{n} заявок в месяц не дороже 350 ₽ до конца марта",
    "Be more popular on Instagram",
    "Поднять число подписчиков с 1200 до {n} к 1 сентября 2027",
)


def measured(lines: int, folder: Path) -> tuple[float, float]:
    """Seconds and MiB at the peak of one run."""
    goals = folder / f"goals-{lines}.txt"
    with goals.open("w", encoding="utf-8") as stream:
        stream.writelines(SENTENCES[n % len(SENTENCES)].format(n=2000 + n) + "\n" for n in range(lines))
    began = time.perf_counter()
    process = os.spawnv(os.P_NOWAIT, "/bin/sh", ["sh", "-c", command(goals)])
    _, _, usage = os.wait4(process, 0)
    return time.perf_counter() - began, usage.ru_maxrss / 1024


def command(goals: Path) -> str:
    """The run that is measured, its answers thrown away."""
    return f"exec '{sys.executable}' -m smartgoal check --lines '{goals}' --json > /dev/null"


def main() -> None:
    """Measure and print."""
    sizes = [int(size) for size in sys.argv[1:]] or [1_000, 10_000, 100_000]
    with tempfile.TemporaryDirectory() as folder:
        start, _ = measured(0, Path(folder))
        print(f"{'lines':>8} {'seconds':>9} {'lines a second beyond start-up':>31} {'peak MiB':>9}")
        for size in sizes:
            seconds, peak = measured(size, Path(folder))
            print(f"{size:>8} {seconds:>9.2f} {size / max(seconds - start, 1e-9):>31.0f} {peak:>9.1f}")


if __name__ == "__main__":
    main()
