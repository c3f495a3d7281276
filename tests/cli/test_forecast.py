"""What `forecast` tells beside the chance."""

import json
import re
from datetime import date, timedelta
from pathlib import Path

import pytest

from smartgoal.catalog.rules import rule
from smartgoal.language import load

from .conftest import Outcome, Run

LAST = date(2026, 11, 14)


def plan_of(folder: Path, *, days: int, economics: str = "", market: str = "", per_day: int = 1) -> str:
    """A plan for 100 leads by the middle of January, with a history of so many days."""
    history = ", ".join(
        f"[{LAST - timedelta(days=days - 1 - day)}, {per_day * (day % 3)}]" for day in range(days)
    )  # about one a day
    folder.mkdir(exist_ok=True)
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
    day = load("en").date(date.fromisoformat(told["even_date"]))
    assert day in run("forecast", plan_of(tmp_path, days=90)).out


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
    assert "RUB\u00a0300" in run("forecast", plan).out
    assert json.loads(run("forecast", plan_of(tmp_path, days=90), "--json").out)["budget_needed"] is None


def test_holidays_ahead_are_told_where_the_market_is_known(run: Run, tmp_path: Path) -> None:
    known, unknown = plan_of(tmp_path / "ru", days=90, market="RU"), plan_of(tmp_path, days=90)
    for told in (run("forecast", known, "--json"), run("forecast", unknown, "--market", "ru", "--json")):
        assert [each["rule"] for each in json.loads(told.out)["findings"]] == ["T09"]
    assert json.loads(run("forecast", unknown, "--json").out)["findings"] == []
    assert "10 January" in " ".join(run("forecast", known).out.split())


def goal_without_history(run: Run, folder: Path, platform: str, followers: int, target: str) -> Outcome:
    """The forecast of a goal that has a start value and nothing else."""
    plan = folder / "plan.smartgoal.toml"
    made = run(
        "new", "--metric", "followers", "--platform", platform, "--target", target, "--baseline", str(followers),
        "--by", "2026-12-22", "--today", "2026-11-22", "--steps", "auto", "--no-input", "--no-config", "-o", str(plan),
    )  # fmt: skip
    assert made.status == 0
    return run("forecast", str(plan), "--json")


@pytest.mark.parametrize(
    ("platform", "followers", "target", "band"),
    [
        ("instagram", 8000, "+40", "typical"),
        ("instagram", 8000, "+200", "ambitious"),
        ("instagram", 8000, "+2000", "unseen"),
        ("vk", 8000, "+200", "none_published"),
        ("instagram", 300, "+30", "small_account"),
    ],
)
def test_without_a_history_published_growth_is_told_as_a_band(
    run: Run, tmp_path: Path, platform: str, followers: int, target: str, band: str
) -> None:
    told = json.loads(goal_without_history(run, tmp_path, platform, followers, target).out)
    assert told["chance"] is None
    (found,) = told["findings"]
    longest = max(re.split(r"\{\w+\}", rule("A09").messages[band]["en"]), key=len)
    assert longest in found["message"]
    assert found["message"] in " ".join(run("forecast", str(tmp_path / "plan.smartgoal.toml")).out.split("\n  "))


def test_the_band_names_its_source_and_year(run: Run, tmp_path: Path) -> None:
    assert "Emplifi 2026" in goal_without_history(run, tmp_path, "instagram", 8000, "+200").out


def test_with_a_history_no_band_is_told(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "followers.csv"
    rows = "\n".join(f"{LAST - timedelta(days=89 - day)},{8000 + day * 2 + day % 5}" for day in range(90))
    file.write_text(f"date,followers\n{rows}\n", encoding="utf-8")
    asked = ("forecast", "--history", str(file), "--platform", "instagram", "--target", "+2000", "--by", "2026-12-20")
    assert json.loads(run(*asked, "--json").out)["findings"] == []


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
    assert "bold" in bold
    assert "higher" in run("forecast", plan, "--target", "5").out
