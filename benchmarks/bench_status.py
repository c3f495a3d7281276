"""How long `status` takes over a folder of plans: `python benchmarks/bench_status.py [PLANS]`.

Makes plans of several kinds with a dozen check-ins and four steps in a temporary folder, without and with 120 days of
imported history, and times whole runs of the command against a run over an empty folder. The difference is what the
plans cost, in seconds of processor time: other work on the machine does not count.
"""

import resource
import subprocess
import sys
import tempfile
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

from smartgoal.model.goal import Goal
from smartgoal.model.plan import Plan, Progress, Snapshot, Step
from smartgoal.store import save

START = date(2026, 9, 1)
GOALS = (
    Goal(metric="followers", platform="vk", kind="gain", direction="increase", value=Decimal(250), unit="count",
         baseline=Decimal(1840)),
    Goal(metric="leads", platform="telegram", kind="total", direction="increase", value=Decimal(100), unit="count"),
    Goal(metric="response_time", platform="vk", kind="level", direction="decrease", value=Decimal(10), unit="minute",
         baseline=Decimal(45)),
    Goal(metric="engagement_rate", platform="instagram", kind="percent", direction="increase", value=Decimal(20),
         unit="percent", baseline=Decimal(3)),
)  # fmt: skip


def plan(number: int, history: int = 120) -> Plan:
    """One plan with so many days of history; the client, the kind and the numbers follow from `number`."""
    goal = replace(GOALS[number % len(GOALS)], deadline=START + timedelta(days=60 + number % 60))
    metric = goal.metric or ""
    days = [START - timedelta(days=offset) for offset in range(history, 0, -1)]
    points = tuple((day, Decimal(1700 + index)) for index, day in enumerate(days))
    return Plan(
        title=f"Plan {number}",
        language="ru" if number % 2 else "en",
        created=START,
        owner=("Анна", "Bob")[number % 2],
        client=f"Client {number % 30}",
        goal=goal,
        point_a=(Snapshot(platform=goal.platform, date=START, history={metric: points} if points else {}),),
        steps=tuple(
            Step(title=f"Step {index}", due=START + timedelta(days=14 * index), result="a list of ten addresses")
            for index in range(1, 5)
        ),
        progress=tuple(
            Progress(date=START + timedelta(days=7 * week), value=Decimal(week * 3)) for week in range(1, 13)
        ),
    )


def seconds(folder: Path) -> float:
    """Processor time of `status` over the folder, the best of three runs."""
    command = [sys.executable, "-m", "smartgoal", "status", str(folder), "--today", "2026-11-01", "--lang", "ru"]
    times = []
    for _ in range(3):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        times.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return min(times)


def main(count: int) -> None:
    """Make the plans, measure, tell."""
    with tempfile.TemporaryDirectory() as place:
        for history in (0, 120):
            folder, empty = Path(place, f"plans-{history}"), Path(place, "empty")
            folder.mkdir()
            empty.mkdir(exist_ok=True)
            for number in range(count):
                save(plan(number, history), folder / f"plan-{number:05}.smartgoal.toml")
            start_up, all_in = seconds(empty), seconds(folder)
            sys.stdout.write(f"{count} plans with {history} days of history: {all_in - start_up:.2f} s"
                             f" beyond {start_up:.2f} s of start-up\n")  # fmt: skip


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
