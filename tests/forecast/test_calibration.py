"""Said against came on histories whose true chance is known, and on public ones where they are at hand."""

import importlib.util
import io
import json
import sys
from collections.abc import Callable
from contextlib import redirect_stdout
from pathlib import Path
from random import Random

import pytest
from tests.forecast.histories import Points, after, dated

from smartgoal.forecast import Estimate, chance

SHARED = Path(__file__).parents[3] / "shared"
PAST, AHEAD, RUNS = 90, 14, 300


def walk(source: Random) -> list[float]:
    return accumulated([source.gauss(5, 6) for _ in range(PAST + AHEAD)])


def trend(source: Random) -> list[float]:
    return accumulated([source.gauss(2 + day / 40, 5) for day in range(PAST + AHEAD)])


def weekly(source: Random) -> list[float]:
    return accumulated([source.gauss(20 if day % 7 == 5 else 2, 4) for day in range(PAST + AHEAD)])


def jumps(source: Random) -> list[float]:
    return accumulated([source.gauss(4, 3) + (60 if source.random() < 0.04 else 0) for _ in range(PAST + AHEAD)])


def accumulated(changes: list[float]) -> list[float]:
    level, levels = 5000.0, []
    for change in changes:
        level += change
        levels.append(level)
    return levels


Trial = tuple[Estimate, float, bool]


def trials(world: Callable[[Random], list[float]]) -> list[Trial]:
    """Forecasts of windows ahead, with a target between easy and hard, and what came."""
    source, found = Random(20261122), []
    for _ in range(RUNS):
        levels = world(source)
        past: Points = dated(levels[:PAST])
        came = levels[-1] - levels[PAST - 1]
        target = (levels[PAST - 1] - levels[0]) / (PAST - 1) * AHEAD * source.uniform(0.3, 1.7)
        estimate = chance(past, form="level", kind="gain", value=target, by=after(past, AHEAD))
        found.append((estimate, came, came >= target))
    return found


@pytest.mark.parametrize("world", [walk, trend, weekly, jumps])
def test_what_is_said_comes_about_as_often(world: Callable[[Random], list[float]]) -> None:
    told = [(estimate.chance or 0, came) for estimate, _, came in trials(world)]
    for low, high in ((0, 1 / 3), (1 / 3, 2 / 3), (2 / 3, 1)):
        within = [(said, came) for said, came in told if low <= said < high]
        said, share = (sum(column) / len(within) for column in zip(*within, strict=True))
        assert share == pytest.approx(said, abs=0.17)


@pytest.mark.parametrize("world", [walk, trend, weekly, jumps])
def test_it_tells_more_than_the_mean_does(world: Callable[[Random], list[float]]) -> None:
    told = [(estimate.chance or 0, came) for estimate, _, came in trials(world)]
    mean = sum(came for _, came in told) / RUNS
    brier = sum((said - came) ** 2 for said, came in told) / RUNS
    assert brier < 0.85 * mean * (1 - mean)


@pytest.mark.parametrize("world", [walk, trend, weekly, jumps])
def test_the_band_holds_about_four_of_five_outcomes(world: Callable[[Random], list[float]]) -> None:
    bands = [(estimate.band80 or (0, 0), came) for estimate, came, _ in trials(world)]
    assert 0.7 <= sum(low <= came <= high for (low, high), came in bands) / RUNS <= 0.98


@pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.skipif(not (SHARED / "score_forecast.py").exists(), reason="the public histories are not at hand")
def test_aims_on_public_histories(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fifth of the cuts, drawn by lot: a coarser twin of the full measure."""
    series = SHARED / "series"
    every = (series / "bench.jsonl").read_text(encoding="utf-8").splitlines()
    cuts = Random(1).sample(every, len(every) // 5)
    (tmp_path / "bench.jsonl").write_text("\n".join(cuts), encoding="utf-8")
    used = {json.loads(cut)["series"] for cut in cuts}
    head, *rows = (series / "SOURCES.tsv").read_text(encoding="utf-8").splitlines()
    known = [row for row in rows if row.split("\t")[0] in used]
    (tmp_path / "SOURCES.tsv").write_text("\n".join([head, *known]), encoding="utf-8")
    for name in used:
        (tmp_path / f"{name}.csv").symlink_to(series / f"{name}.csv")
    result = scored(tmp_path, monkeypatch)
    assert result["brier"] <= 0.172
    assert result["skill"] >= 0.295
    assert result["ece"] <= 0.03
    assert result["auc"] >= 0.815
    assert 0.76 <= result["in 80% band"] <= 0.84
    assert result["chance rises with target"] == 0


def scored(folder: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, float]:
    spec = importlib.util.spec_from_file_location("score_forecast", SHARED / "score_forecast.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(sys, "argv", ["score_forecast", str(folder), "--json"])
    with redirect_stdout(io.StringIO()) as told:
        module.main()
    result: dict[str, float] = json.loads(told.getvalue())["all"]
    return result
