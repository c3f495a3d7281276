"""What `forecast` tells beside the chance."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from .conftest import Run

LAST = date(2026, 11, 14)


def plan_of(folder: Path, *, days: int, economics: str = "", market: str = "", per_day: int = 1) -> str:
    """A plan for 100 leads by the middle of January, with a history of so many days."""
    history = ", ".join(
        f"[{LAST - timedelta(days=days - 1 - day)}, {per_day * (day % 3)}]" for day in range(days)
    )  # about one a day
    path = folder / f"plan-{days}.smartgoal.toml"
    path.write_text(
        f'format = "smartgoal/1"\ncreated = {LAST}\nlanguage = "en"\n'
        + (f'market = "{market}"\n' if market else "")
        + '[goal]\nmetric = "leads"\nplatform = "vk"\ndirection = "increase"\nkind = "total"\nvalue = 100\n'
        'unit = "count"\ndeadline = 2027-01-15\n'
        + (f"[economics]\n{economics}\n" if economics else "")
        + f'[[point_a]]\nplatform = "vk"\ndate = {LAST}\n[point_a.history]\nleads = [{history}]\n',
        encoding="utf-8",
    )
    return str(path)


PRICED = 'currency = "RUB"\nspend = 9000\nresults = 30'


def test_it_tells_by_when_the_target_is_an_even_bet(run: Run, tmp_path: Path) -> None:
    told = json.loads(run("forecast", plan_of(tmp_path, days=90), "--json").out)
    assert told["chance"] < 0.5
    assert told["even_date"] > "2027-01-15"
    later = json.loads(run("forecast", plan_of(tmp_path, days=90), "--by", told["even_date"], "--json").out)
    assert later["chance"] == pytest.approx(0.5, abs=0.03)
    assert "an even bet by" in run("forecast", plan_of(tmp_path, days=90)).out


def test_an_even_bet_needs_no_more_time(run: Run, tmp_path: Path) -> None:
    told = json.loads(run("forecast", plan_of(tmp_path, days=90), "--target", "30", "--json").out)
    assert told["chance"] > 0.5
    assert told["even_date"] is None
    assert told["budget_needed"] is None


def test_with_a_price_it_tells_what_closes_the_gap(run: Run, tmp_path: Path) -> None:
    plan = plan_of(tmp_path, days=90, economics=PRICED)
    told = json.loads(run("forecast", plan, "--json").out)
    assert told["budget_needed"]["currency"] == "RUB"
    assert told["budget_needed"]["value"] == pytest.approx((100 - told["median"]) * 300, abs=1)
    assert "at your RUB 300 for one" in " ".join(run("forecast", plan).out.split())
    assert json.loads(run("forecast", plan_of(tmp_path, days=90), "--json").out)["budget_needed"] is None


def test_holidays_ahead_are_told_where_the_market_is_known(run: Run, tmp_path: Path) -> None:
    known = run("forecast", plan_of(tmp_path, days=90, market="RU")).out
    assert "Holidays fall into this time" in known
    assert "Holidays" not in run("forecast", plan_of(tmp_path, days=90)).out
    assert "Holidays" in run("forecast", plan_of(tmp_path, days=90), "--market", "ru").out


def goal_without_history(run: Run, folder: Path, platform: str, followers: int, target: str) -> str:
    plan = folder / "plan.smartgoal.toml"
    made = run(
        "new", "--metric", "followers", "--platform", platform, "--target", target, "--baseline", str(followers),
        "--by", "2026-12-22", "--today", "2026-11-22", "--steps", "auto", "--no-input", "--no-config", "-o", str(plan),
    )  # fmt: skip
    assert made.status == 0
    return run("forecast", str(plan)).out


@pytest.mark.parametrize(
    ("platform", "followers", "target", "words"),
    [
        ("instagram", 8000, "+40", "what measured brands grow by"),
        ("instagram", 8000, "+200", "which is bold"),
        ("instagram", 8000, "+2000", "No source shows such growth without ads"),
        ("vk", 8000, "+200", "Nobody has published growth figures for this platform"),
        ("instagram", 300, "+30", "under a thousand followers"),
    ],
)
def test_without_a_history_published_growth_is_told_as_a_band(
    run: Run, tmp_path: Path, platform: str, followers: int, target: str, words: str
) -> None:
    told = goal_without_history(run, tmp_path, platform, followers, target)
    assert "Cannot tell" in told
    assert words in told


def test_the_band_names_its_source_and_year(run: Run, tmp_path: Path) -> None:
    assert "Emplifi 2026" in goal_without_history(run, tmp_path, "instagram", 8000, "+200")


def test_with_a_history_no_band_is_told(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "followers.csv"
    rows = "\n".join(f"{LAST - timedelta(days=89 - day)},{8000 + day * 2 + day % 5}" for day in range(90))
    file.write_text(f"date,followers\n{rows}\n", encoding="utf-8")
    asked = ("forecast", "--history", str(file), "--platform", "instagram", "--target", "+2000", "--by", "2026-12-20")
    assert "No source shows" not in run(*asked).out


def test_a_reason_without_a_sentence_is_no_mistake(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("smartgoal.cli.views.forecast.REASONS", {})
    assert run("forecast", plan_of(tmp_path, days=25)).status == 0


@pytest.mark.parametrize("days", [14, 15, 20, 25, 40])
def test_a_short_history_is_drawn_like_a_long_one(run: Run, tmp_path: Path, days: int) -> None:
    told = run("forecast", plan_of(tmp_path, days=days)).out
    assert "15 Jan" in told


def test_a_bold_target_is_fine_and_a_sure_one_may_be_raised(run: Run, tmp_path: Path) -> None:
    plan = plan_of(tmp_path, days=90)
    even = json.loads(run("forecast", plan, "--json").out)["targets"]
    bold = run("forecast", plan, "--target", str(round(even["stretch"]) - 2)).out
    assert "that is fine" in bold
    assert "room to aim higher" in run("forecast", plan, "--target", "5").out
