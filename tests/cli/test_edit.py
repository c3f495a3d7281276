"""A saved plan changed by flags."""

from decimal import Decimal
from pathlib import Path

import pytest

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
    out = " ".join(out.split())
    assert "Target moved on 1 October 2026: 2,090 followers → 2,140 followers. the fair moved" in out
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


def test_a_moved_target_is_told_by_the_level_it_leads_to(run: Run, tmp_path: Path) -> None:
    path = saved(tmp_path)
    for day, target in (("21", "+300"), ("21", "+20%"), ("23", "+25%"), ("24", "x2"), ("25", "3680")):
        assert run("edit", str(path), "--target", target, "--today", f"2026-09-{day}").status == 0
    out = run("status", str(path), "--today", "2026-09-25").out
    told = [line.partition(": ")[2] for line in out.splitlines() if line.startswith("Target moved")]
    assert told == [
        "2,090 followers → 2,140 followers.",
        "2,140 followers → 2,208 followers.",
        "2,208 followers → 2,300 followers.",
        "2,300 followers → 3,680 followers.",
    ]


def test_a_target_told_otherwise_did_not_move(run: Run, tmp_path: Path) -> None:
    path = saved(tmp_path, text=GAIN.replace("value = 250", "value = 920"))
    edited(run, path, "--target", "+50%")
    assert "Target moved" not in run("status", str(path), "--today", "2026-10-02").out


def test_a_moved_target_without_a_start_is_told_as_it_was_given(run: Run, tmp_path: Path) -> None:
    path = saved(tmp_path, text=GAIN.replace("baseline = 1840\n", ""))
    edited(run, path, "--target", "+20%", "--by", "2026-12-24", "--reason", "more money")
    out = run("status", str(path), "--today", "2026-10-02").out
    assert "Target moved on 1 October 2026: +250 → +20%. more money" in out
    assert "Last day moved on 1 October 2026: 30 November 2026 → 24 December 2026. more money" in " ".join(out.split())


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


def numbers_of(path: Path) -> str:
    goal = load(path).plan.goal
    start = "none" if goal.baseline is None else f"{goal.baseline:f}"
    return f"{goal.kind} {goal.value:f} {goal.unit} {goal.per}, from {start}"


def progress_of(path: Path) -> list[tuple[str, str, int | None, str | None]]:
    rows = load(path).plan.progress
    return [(row.date.isoformat(), "" if row.value is None else f"{row.value:f}", row.step, row.done) for row in rows]


def test_ticks_stay_with_the_steps_that_were_done(run: Run, tmp_path: Path) -> None:
    path = saved(tmp_path)
    for step, day in (("1", "02"), ("2", "03")):
        run("log", str(path), "--step", step, "--today", f"2026-09-{day}")
    steps = ("Poster in the hall; due=2026-10-10; result=+250", "giveaway with  two neighbours; due=2026-11-20")
    out = run("edit", str(path), "--step", steps[0], "--step", steps[1], "--today", "2026-09-20").out
    assert "“Refresh the page” was done and is a step no longer: the record keeps it." in out
    assert progress_of(path) == [("2026-09-02", "", None, "Refresh the page"), ("2026-09-03", "", 2, None)]
    report = run("report", str(path), "--month", "2026-09", "--today", "2026-10-01").out
    done = report.partition("What was done")[2].partition("What is next")[0]
    assert "Refresh the page" in done
    assert "iveaway" in done
    assert "Poster" not in done


def test_a_step_with_a_day_of_its_own_keeps_it(run: Run, tmp_path: Path) -> None:
    text = GAIN.replace('title = "Refresh the page"', 'title = "Refresh the page"\ndone = 2026-09-10')
    path = saved(tmp_path, text=text)
    edited(run, path, "--step", "Something else; due=2026-11-01", "--step", "Refresh the page; due=2026-11-01")
    assert [str(step.done) for step in load(path).plan.steps] == ["None", "2026-09-10"]
    edited(run, path, "--step", "Something else; due=2026-11-01")
    assert progress_of(path) == [("2026-09-10", "", None, "Refresh the page")]


def test_a_target_in_another_unit_of_time_takes_all_numbers_along(run: Run, tmp_path: Path) -> None:
    path = saved(tmp_path, "falling", plan_of("falling"))
    run("log", str(path), "40", "--today", "2026-09-20")
    edited(run, path, "--target", "0.5h")
    assert numbers_of(path) == "level 30 minute None, from 45"
    hours = saved(tmp_path, "hours", plan_of("falling").replace('"minute"', '"hour"').replace("= 10", "= 20"))
    run("log", str(hours), "44", "--today", "2026-09-20")
    edited(run, hours, "--target", "90m")
    assert numbers_of(hours) == "level 90 minute None, from 2700"
    assert progress_of(hours) == [("2026-09-20", str(44 * 60), None, None)]


def test_a_target_in_another_currency_is_refused(run: Run, tmp_path: Path) -> None:
    priced = plan_of("falling").replace('"response_time"', '"cost_per_lead"').replace('"minute"', '"RUB"')
    path = saved(tmp_path, "priced", priced)
    told = run("edit", str(path), "--target", "$5", "--today", "2026-09-20")
    assert (told.status, "The start value is in RUB" in told.err) == (2, True)
    run("log", str(path), "40", "--today", "2026-09-20")
    told = run("edit", str(path), "--target", "$5", "--baseline", "$9", "--today", "2026-09-20")
    assert (told.status, "check-ins of this plan are in RUB" in told.err) == (2, True)
    assert run("edit", str(path), "--target", "5 RUB", "--today", "2026-09-20").status == 0


def test_a_bare_number_keeps_kind_and_period(run: Run, tmp_path: Path) -> None:
    path = saved(tmp_path, "rate", plan_of("rate"))
    edited(run, path, "--target", "12")
    assert numbers_of(path) == "rate 12 count week, from 4"
    share = saved(tmp_path, "reach", plan_of("reach"))
    edited(run, share, "--target", "9000")
    assert numbers_of(share) == "level 9000 count week, from 5400"


def test_a_bare_target_beside_a_sentence_keeps_its_period(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "revenue.smartgoal.toml"
    goal = "Increase revenue from 100000 to 150000 RUB a month by 31 December 2026"
    made = ("--target", "160000", "--steps", "auto", "--no-input", "--today", "2026-10-01", "-o", str(path))
    assert run("new", "--goal", goal, *made).status == 0
    assert numbers_of(path) == "level 160000 RUB month, from 100000"


def test_another_page_asks_for_its_own_start_value_and_refuses_check_ins(run: Run, tmp_path: Path) -> None:
    path = saved(tmp_path)
    edited(run, path, "--platform", "telegram")
    assert load(path).plan.goal.baseline is None
    told = saved(tmp_path, "told")
    run("log", str(told), "1900", "--today", "2026-09-20")
    result = run("edit", str(told), "--platform", "telegram", "--today", "2026-09-21")
    assert (result.status, "count in another way" in result.err) == (2, True)


@pytest.mark.parametrize(
    ("goal", "lang", "told"),
    [
        ("Open the online shop by 15 December 2026", "en", "Open the online shop, by 28 February 2027"),
        ("Открыть интернет-магазин до 15 декабря 2026 года", "ru", "Открыть интернет-магазин, до 28 февраля 2027"),
        ("К 15 декабря 2026 открыть магазин в Омске", "ru", "Открыть магазин в Омске, до 28 февраля 2027"),
    ],
)
def test_a_moved_day_is_no_longer_in_the_words_of_an_event(
    run: Run, tmp_path: Path, goal: str, lang: str, told: str
) -> None:
    path = tmp_path / "shop.smartgoal.toml"
    made = ("--steps", "auto", "--no-input", "--today", "2026-10-01", "-o", str(path))
    assert run("new", "--goal", goal, *made, lang=lang).status == 0
    assert run("edit", str(path), "--by", "2027-02-28", "--today", "2026-10-02", lang=lang).status == 0
    shown = run("show", str(path), lang=lang).out
    assert told in shown.replace("\u00a0", " ")
    plan = load(path).plan
    assert "15" not in f"{plan.title} {plan.goal.statement} {shown.partition(told)[0]}"


def test_another_start_value_that_moves_the_target_is_told(run: Run, tmp_path: Path) -> None:
    path = saved(tmp_path)
    told = run("edit", str(path), "--baseline", "1900", "--today", "2026-10-01").out
    assert "Target moved on 1 October 2026: 2,090 followers → 2,150 followers." in told
    assert "Target moved on 1 October 2026" in run("status", str(path), "--today", "2026-10-02").out
