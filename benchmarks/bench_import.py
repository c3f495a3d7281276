"""How fast community statistics of VKontakte are imported, beside `csv.reader` over the same file.

`python benchmarks/bench_import.py [ROWS]` makes such a file in a temporary folder and prints, best of several runs:
csv.reader, the same with pandas where it is installed (what one would take instead), `read_files` in a warm process,
and whole processes: `smartgoal --version`, `smartgoal import FILE`. The command has to stay within the time of
`--version` plus six times csv.reader.
"""

import csv
import importlib.util
import random
import subprocess
import sys
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from smartgoal.importers import Options, read_files

LAST_DAY = date(2026, 11, 20)
ALLOWED = 6
RUNS = 15
HEADER = '"Дата","Критерий","Парам. №1","Парам. №2","Значение"\n'
CITIES = ("Москва", "Тверь", "Омск", "Казань", "Пермь", "Самара", "Рязань", "Сочи")


def rows_of_day(day: date, chance: random.Random) -> list[str]:
    """About thirty rows, most of them about places and ages, as in a real file."""
    printed = f"{day:%d.%m.%Y}"
    rows = [("views", "", ""), ("visitors", "", "")]
    rows += [("gender_age", sex, age) for sex in "МЖ" for age in ("18-21", "21-24", "24-27", "27-30", "30-35", "35-45")]
    rows += [("age", age, "") for age in ("18-21", "21-24", "24-27", "27-30")] + [("gender", "Ж", "")]
    rows += [("cities", city, "") for city in CITIES] + [("countries", "Россия", "")]
    rows += [("members", "Новые участники", ""), ("feedback", "Нравится", ""), ("sections", "Видеозаписи", "")]
    return [f'"{printed}","{a}","{b}","{c}",{chance.randrange(1, 90)}\n' for a, b, c in rows]


def make_file(path: Path, count: int) -> None:
    """Newest day first; reach follows in a second run through the same days."""
    chance = random.Random(1)
    lines: list[str] = []
    days = 0
    while len(lines) + 2 * days < count:
        lines += rows_of_day(LAST_DAY - timedelta(days=days), chance)
        days += 1
    for place in range(days):
        printed = f"{LAST_DAY - timedelta(days=place):%d.%m.%Y}"
        lines += [f'"{printed}","{name}","","",{chance.randrange(90)}\n' for name in ("reach", "reach_subscribers")]
    path.write_text(HEADER + "".join(lines[:count]), encoding="utf-8")


def best(work: Callable[[], object]) -> float:
    """The shortest of several runs in milliseconds."""
    times = []
    for _ in range(RUNS):
        start = perf_counter()
        work()
        times.append(perf_counter() - start)
    return min(times) * 1000


def with_csv(path: Path) -> int:
    """Every row, and nothing else."""
    with path.open(encoding="utf-8", newline="") as stream:
        return sum(1 for _row in csv.reader(stream))


def with_pandas(path: Path) -> object:
    """The same series as ours: a table of days and criteria."""
    import pandas as pd  # type: ignore[import-not-found, import-untyped, unused-ignore]  # noqa: PLC0415

    table = pd.read_csv(path)
    table["Дата"] = pd.to_datetime(table["Дата"], format="%d.%m.%Y")
    return table.pivot_table(index="Дата", columns=["Критерий", "Парам. №1"], values="Значение", aggfunc="sum")


def run(*arguments: str) -> Callable[[], object]:
    """A whole process of the command line."""
    command = [sys.executable, "-m", "smartgoal", *arguments]
    return lambda: subprocess.run(command, capture_output=True, check=False)


def main() -> None:
    """Measure and print."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 50_000
    with TemporaryDirectory() as folder:
        path = Path(folder) / "group.csv"
        make_file(path, count)
        reader = best(lambda: with_csv(path))
        ours = best(lambda: read_files([path], Options(today=LAST_DAY)))
        version, command = best(run("--version")), best(run("import", str(path), "--json"))
        print(f"rows {count}, {path.stat().st_size / 1e6:.1f} MB")
        print(f"csv.reader           {reader:8.1f} ms")
        print(f"read_files           {ours:8.1f} ms  {ours / reader:.1f} x csv.reader")
        if importlib.util.find_spec("pandas"):
            pandas = best(lambda: with_pandas(path))
            print(
                f"pandas               {pandas:8.1f} ms  {pandas / reader:.1f} x csv.reader, its own import not counted"
            )
        print(f"smartgoal --version  {version:8.1f} ms")
        print(
            f"smartgoal import     {command:8.1f} ms  {(command - version) / reader:.1f} x csv.reader above --version"
        )
        print(f"allowed              {version + ALLOWED * reader:8.1f} ms")


if __name__ == "__main__":
    main()
