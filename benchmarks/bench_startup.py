"""Start-up of the commands beside what they are built on, in one run, as ratios.

Usage: python benchmarks/bench_startup.py [--runs N]
Prints the median wall time of each command and its ratio to a bare Typer app with as many commands, to a bare app that
imports typer, rich and pydantic, and to `python -c pass`. With commitizen installed, `cz check` is a peer.
"""

import argparse
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

BARE_TYPER = """
import typer
app = typer.Typer()
for number in range(16):
    def command(text: str = "", count: int = 1) -> None: ...
    app.command(name=f"command{number}")(command)
app()
"""
BARE_THREE = """
import pydantic, rich.console, rich.table, typer
class Model(pydantic.BaseModel):
    text: str
    count: int = 1
app = typer.Typer()
@app.command()
def command() -> None:
    rich.console.Console().print(Model(text="x").text)
app()
"""
Command = tuple[str, Sequence[str]]


def measured(commands: Sequence[Command], runs: int) -> dict[str, float]:
    """Median seconds of each command; the commands take turns, so that a slow moment hits all of them."""
    times: dict[str, list[float]] = {name: [] for name, _ in commands}
    for turn in range(runs + 1):
        for name, command in commands:
            began = time.perf_counter()
            subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
            if turn:  # the first turn warms the caches
                times[name].append(time.perf_counter() - began)
    return {name: statistics.median(values) for name, values in times.items()}


def commands(folder: Path) -> list[Command]:
    """What is compared."""
    python = sys.executable
    tool = [python, "-m", "smartgoal"]
    for name, text in (("bare_typer.py", BARE_TYPER), ("bare_three.py", BARE_THREE)):
        (folder / name).write_text(text, encoding="utf-8")
    plan = str(folder / "plan.smartgoal.toml")
    goal = ["--goal", "250 new followers on VK in two weeks", "--stat", "vk.followers=1840", "--owner", "Anna"]
    made = [*tool, "new", *goal, "--steps", "auto", "--no-input", "-o", plan, "--no-config", "--today", "2026-11-22"]
    subprocess.run(made, check=True, capture_output=True)
    message = folder / "message.txt"
    message.write_text("feat: add a thing\n", encoding="utf-8")
    cz = shutil.which("cz", path=str(Path(python).parent))
    return [
        ("python -c pass", [python, "-c", "pass"]),
        ("bare Typer app --help", [python, str(folder / "bare_typer.py"), "--help"]),
        ("bare Typer app, a command", [python, str(folder / "bare_typer.py"), "command1"]),
        ("bare typer+rich+pydantic", [python, str(folder / "bare_three.py")]),
        ("smartgoal --version", [*tool, "--version"]),
        ("smartgoal --help", [*tool, "--help"]),
        ("smartgoal --help, ru", [*tool, "--help", "--lang", "ru"]),
        ("smartgoal check PLAN", [*tool, "check", plan]),
        ("smartgoal check --text", [*tool, "check", "--text", "250 new followers on VK in two weeks"]),
        ("smartgoal export PLAN", [*tool, "export", plan]),
        ("smartgoal status PLAN", [*tool, "status", plan]),
        *([("cz check", [cz, "check", "--commit-msg-file", str(message)])] if cz else []),
    ]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=9)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as folder:
        found = measured(commands(Path(folder)), runs)
    bases = ("python -c pass", "bare Typer app --help", "bare typer+rich+pydantic")
    print(f"{'command':28} {'median ms':>9}   " + "   ".join(f"x {base}" for base in bases))
    for name, seconds in found.items():
        ratios = "   ".join(f"{seconds / found[base]:>{len(base) + 2}.2f}" for base in bases)
        print(f"{name:28} {seconds * 1000:9.0f}   {ratios}")


if __name__ == "__main__":
    main()
