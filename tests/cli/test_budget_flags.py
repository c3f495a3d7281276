"""`budget` by flags: which quantity is meant, in which currency, and numbers that cannot all be true."""

import json
from pathlib import Path

import pytest

from .conftest import Run

PLAN = """format = "smartgoal/1"
created = 2026-11-22
[goal]
metric = "{metric}"
direction = "increase"
kind = "total"
value = {value}
unit = "{unit}"
"""


def plan_of(folder: Path, metric: str, value: int, unit: str = "count") -> Path:
    path = folder / "plan.smartgoal.toml"
    path.write_text(PLAN.format(metric=metric, value=value, unit=unit), encoding="utf-8")
    return path


def values(run: Run, *arguments: str | Path) -> dict[str, object]:
    found: dict[str, object] = json.loads(run("budget", *map(str, arguments), "--json").out)
    return found


def test_the_plans_target_counts_only_for_what_the_plan_is_about(run: Run, tmp_path: Path) -> None:
    plan = plan_of(tmp_path, "leads", 40)
    assert values(run, plan, "--spent", "900", "--got", "3", "--of", "leads")["target"] == 40
    assert values(run, plan, "--spent", "900", "--got", "3", "--of", "customers")["target"] is None


def test_a_plan_for_revenue_is_priced_by_its_revenue(run: Run, tmp_path: Path) -> None:
    plan = plan_of(tmp_path, "revenue", 500_000, "RUB")
    out = run("budget", str(plan), "--spent", "1000", "--know", "revenue=5000").out.replace("\u00a0", " ")
    assert "RUB 500,000 of revenue" in out
    assert "RUB 100,000 if the price stays" in out


@pytest.mark.parametrize(
    ("flags", "name", "expected"),
    [
        (("--know", "roas=400%", "--know", "aov=3000"), "cac", 750),
        (("--know", "romi=-20%", "--know", "aov=3000"), "cac", 3750),
        (("--know", "romi=50%", "--know", "aov=3000", "--know", "margin=50%"), "cac", 1000),
        (("--know", "cac=1000", "--know", "aov=3000", "--know", "margin=50%"), "romi", 0.5),
        (("--know", "cac=1000", "--know", "aov=3000"), "romi", 2),
    ],
)
def test_returns_may_be_typed_in_percent_and_mean_the_same_both_ways(
    run: Run, flags: tuple[str, ...], name: str, expected: float
) -> None:
    figures = values(run, *flags)["values"]
    assert isinstance(figures, dict)
    assert figures[name] == expected


@pytest.mark.parametrize(
    ("flags", "said"),
    [
        (("--spent", "9000RUB", "--got", "10", "--currency", "USD"), "more than one currency"),
        (("--spent", "5", "--got", "30", "--of", "leads", "--know", "leads=40"), "contradict"),
        (("--spent", "2000", "--got", "10", "--know", "aov=50%"), "not an amount"),
        (("--spent", "2000", "--got", "10", "--know", "aov=-50"), "not an amount"),
        (("--spent", "10%", "--got", "10"), "not an amount"),
        (("--know", "margin=140%", "--know", "aov=100", "--target", "3"), "margin cannot be that much"),
    ],
)
def test_what_cannot_be_meant_is_refused(run: Run, flags: tuple[str, ...], said: str) -> None:
    result = run("budget", *flags)
    assert result.status == 2
    assert said in result.err


def test_the_currency_may_stand_with_the_sum(run: Run) -> None:
    assert values(run, "--spent", "9000RUB", "--got", "10")["currency"] == "RUB"


@pytest.mark.parametrize(("what", "spend"), [("clicks", 13_000), ("customers", 16_250)])
def test_only_what_people_decide_on_falls_with_the_conversion(run: Run, what: str, spend: int) -> None:
    stress = values(run, "--spent", "2000", "--got", "10", "--of", what, "--target", "50")["stress"]
    assert isinstance(stress, dict)
    assert stress["spend"] == spend


@pytest.mark.parametrize("flags", [("--spent", "9000"), ("--got", "30", "--of", "leads")])
def test_one_number_alone_is_told_to_be_too_little(run: Run, flags: tuple[str, ...]) -> None:
    assert "Give what was spent and what it brought" in run("budget", *flags).out
