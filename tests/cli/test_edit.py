"""A saved plan changed by flags."""

from decimal import Decimal
from pathlib import Path

from smartgoal import catalog
from smartgoal.store import load

from .conftest import Run
from .saved import GAIN, plan_of, saved


def edited(run: Run, path: Path, *flags: str) -> str:
    result = run("edit", str(path), *flags, "--today", "2026-10-01")
    assert result.status == 0
    return path.read_text(encoding="utf-8")


def test_a_moved_target_and_date_are_recorded_with_the_reason(run: Run, tmp_path: Path) -> None:
    path = saved(tmp_path)
    edited(run, path, "--target", "+300", "--by", "2026-12-15", "--reason", "the fair moved")
    changes = [(each.what, each.old, each.new, each.reason) for each in load(path).plan.changes]
    assert changes == [
        ("value", "250", "300", "the fair moved"),
        ("deadline", "2026-11-30", "2026-12-15", "the fair moved"),
    ]
    out = run("status", str(path), "--today", "2026-10-02").out
    assert "Target moved on 1 October 2026: 250 → 300. the fair moved" in out
    assert "Last day moved on 1 October 2026: 30 November 2026 → 15 December 2026." in out


def test_a_last_day_moved_into_the_past_is_told(run: Run, tmp_path: Path) -> None:
    result = run("edit", str(saved(tmp_path)), "--by", "2026-09-30", "--today", "2026-10-01")
    assert result.status == 0
    assert "T02" in result.err


def test_comments_and_order_stay(run: Run, tmp_path: Path) -> None:
    text = edited(run, saved(tmp_path), "--target", "+300", "--owner", "Vera")
    kept = [line for line in GAIN.splitlines() if "value = 250" not in line and 'owner = "Anna"' not in line]
    kept = [line for line in kept if not line.startswith('title = "Bakery')]
    rows = text.splitlines()
    assert [line for line in rows if line in kept][: len(kept)] == kept
    assert "value = 300  # agreed with Boris" in rows


def test_a_title_made_from_the_goal_follows_it_and_one_of_the_users_own_stays(run: Run, tmp_path: Path) -> None:
    path = saved(tmp_path)
    edited(run, path, "--target", "+300")
    assert load(path).plan.title == "Bakery: +300 followers on VK"
    own = saved(tmp_path, "own", GAIN.replace("Bakery: +250 followers on VK", "Autumn"))
    edited(run, own, "--target", "+300")
    assert load(own).plan.title == "Autumn"


def test_a_condition_replaces_the_one_of_the_same_number(run: Run, tmp_path: Path) -> None:
    path = saved(tmp_path)
    edited(run, path, "--limit", "ad_spend <= 8000 RUB", "--limit", "cost_per_lead <= 350 RUB")
    assert load(path).plan.goal.limits == ("ad_spend <= 8000 RUB", "cost_per_lead <= 350 RUB")


def test_an_empty_text_takes_a_part_out(run: Run, tmp_path: Path) -> None:
    path = saved(tmp_path)
    edited(run, path, "--owner", "", "--why", "")
    assert load(path).plan.owner is None


def test_another_metric_asks_for_its_own_start_value(run: Run, tmp_path: Path) -> None:
    path = saved(tmp_path)
    edited(run, path, "--metric", "leads", "--target", "30", "--stat", "vk.leads=4/week")
    goal = load(path).plan.goal
    assert (goal.metric, goal.kind, goal.baseline) == ("leads", "total", None)


def test_a_sentence_changes_what_it_speaks_of(run: Run, tmp_path: Path) -> None:
    path = saved(tmp_path)
    edited(run, path, "--goal", "400 new followers on VK by 24 December 2026")
    goal = load(path).plan.goal
    assert (str(goal.value), str(goal.deadline), str(goal.baseline)) == ("400", "2026-12-24", "1840")


def test_steps_and_money_are_set_anew(run: Run, tmp_path: Path) -> None:
    path = saved(tmp_path)
    edited(run, path, "--step", "Ask; due=2026-10-10; result=+250", "--budget", "9000", "--currency", "rub")
    plan = load(path).plan
    assert [step.title for step in plan.steps] == ["Ask"]
    assert plan.economics == {"currency": "RUB", "budget": 9000}


def test_the_same_checks_are_told_and_a_slip_writes_nothing(run: Run, tmp_path: Path) -> None:
    path = saved(tmp_path)
    assert "T02" in run("edit", str(path), "--by", "2026-08-01", "--today", "2026-10-01").err
    before = path.read_bytes()
    assert run("edit", str(path), "--target", "lots").status == 2
    assert run("edit", str(path)).status == 2
    assert path.read_bytes() == before


def test_what_changes_nothing_is_told(run: Run, tmp_path: Path) -> None:
    path = saved(tmp_path)
    assert run("edit", str(path), "--owner", "Anna").out == "Nothing was changed.\n"
    assert path.read_text(encoding="utf-8") == GAIN


def test_a_goal_that_would_misread_the_check_ins_is_refused(run: Run, tmp_path: Path) -> None:
    path = saved(tmp_path, "total", plan_of("total"))
    run("log", str(path), "40", "--today", "2026-09-20")
    told = run("edit", str(path), "--target", "+20%", "--today", "2026-09-21")
    assert told.status == 2
    assert "The check-ins of this plan count in another way" in told.err
    assert run("edit", str(path), "--target", "120", "--today", "2026-09-21").status == 0


def test_targets_moved_before_the_unit_changed_keep_theirs(run: Run, tmp_path: Path) -> None:
    path = saved(tmp_path)
    for day, target in (("21", "+300"), ("21", "+20%"), ("23", "+25%"), ("24", "+350")):
        assert run("edit", str(path), "--target", target, "--today", f"2026-09-{day}").status == 0
    out = run("status", str(path), "--today", "2026-09-25").out
    told = [line.partition(": ")[2] for line in out.splitlines() if line.startswith("Target moved")]
    assert told == ["250 → 300.", "300 → 20%.", "20% → 25%.", "25% → 350."]


def test_a_moved_target_is_told_with_its_unit(run: Run, tmp_path: Path) -> None:
    path = saved(tmp_path)
    run("edit", str(path), "--target", "+20%", "--today", "2026-09-21")
    assert "Target moved on 21 September 2026: 250 → 20%." in run("status", str(path), "--today", "2026-09-22").out


def test_another_way_of_counting_over_another_time_takes_the_start_value_out(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "reach.smartgoal.toml"
    weekly, mean, *_ = catalog.metric("reach").counted_as["en"]
    made = ("--goal", "raise reach on VK to 900 by 1 March", "--baseline", "400", "--counted-as", weekly)
    result = run("new", *made, "--steps", "auto", "--no-input", "--today", "2026-10-01", "-o", str(path))
    assert result.status == 0
    goal = load(path).plan.goal
    assert (goal.per, goal.baseline) == ("week", Decimal(400))
    edited(run, path, "--counted-as", mean)
    goal = load(path).plan.goal
    assert (goal.per, goal.baseline, goal.counted_as) == ("post", None, mean)
    edited(run, path, "--counted-as", "")
    assert load(path).plan.goal.counted_as is None
