"""What `forecast` tells beside the chance."""

import json
import re
from collections.abc import Sequence
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


def monthly(folder: Path, column: str, numbers: Sequence[int]) -> str:
    """A file with a number for the first of each month up to November 2026."""
    months = [2026 * 12 + 10 - back for back in range(len(numbers))]
    days = [date(month // 12, month % 12 + 1, 1) for month in months]
    path = folder / f"{column}.csv"
    rows = "".join(f"{day},{number}\n" for day, number in zip(reversed(days), numbers, strict=True))
    path.write_text(f"date,{column}\n{rows}", encoding="utf-8")
    return str(path)


def test_needed_and_expected_pace_go_over_the_same_days(run: Run, tmp_path: Path) -> None:
    path = monthly(tmp_path, "followers", range(1000, 2400, 100))
    asked = ("--history", path, "--target", "2500", "--by", "2026-12-31", "--today", "2026-11-25")
    assert "Pace needed: 3.3 a day" in run("forecast", *asked).out  # 200 in the 60 days since 1 November


def test_new_results_of_a_file_are_a_sum_and_no_mean_of_a_row(run: Run, tmp_path: Path) -> None:
    path = monthly(tmp_path, "revenue", range(140_000, 205_000, 5_000))
    out = run("forecast", "--history", path, "--target", "+300000", "--by", "2027-01-31", "--today", "2026-11-25").out
    assert "a month" not in out
    assert "Pace needed" in out


def test_the_best_period_of_a_mean_is_told_as_its_number(run: Run, tmp_path: Path) -> None:
    path = monthly(tmp_path, "revenue", [*range(195_000, 140_000, -10_000), *range(140_000, 205_000, 10_000)])
    for target in ("+10%", "x2"):  # November is not over
        out = run("forecast", "--history", path, "--target", target, "--by", "2027-01-31", "--today", "2026-11-25").out
        assert re.search(r"the best brought\s+190,000\s+a\s+month\.", out)


def test_the_best_period_of_a_mean_that_grows_every_month_is_told_as_growth(run: Run, tmp_path: Path) -> None:
    path = monthly(tmp_path, "revenue", range(140_000, 205_000, 5_000))
    for target, best in (("+10%", r"\+7%"), ("x2", r"1\.07"), ("210000/month", r"195,000\s+a\s+month")):
        out = run("forecast", "--history", path, "--target", target, "--by", "2026-12-31", "--today", "2026-11-25").out
        assert re.search(rf"the best brought\s+{best}\.", out)


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


def asked(run: Run, folder: Path, column: str, values: list[float], *flags: str) -> Outcome:
    """The forecast of a file with one row a day up to 21 November."""
    last = date(2026, 11, 21)
    file = folder / "rows.csv"
    rows = "\n".join(f"{last - timedelta(days=len(values) - 1 - at)},{value}" for at, value in enumerate(values))
    file.write_text(f"date,{column}\n{rows}\n", encoding="utf-8")
    given = ("--today", "2026-11-22", "--by", "2026-12-06", *flags)
    return run("forecast", "--history", str(file), *given)


RISING = [1000.0 + 5 * at for at in range(82)]
FALLING = [2000.0 - 5 * at for at in range(82)]
FASTER = [round(60 - 0.3 * at, 1) for at in range(82)]


def told_words(outcome: Outcome) -> str:
    """The text in one line."""
    return " ".join(outcome.out.split())


def test_an_event_has_no_forecast(run: Run, tmp_path: Path) -> None:
    refused = asked(run, tmp_path, "followers", RISING, "--target", "done")
    assert refused.status == 2
    assert "yes/no event" in refused.err
    plan = run("forecast", plan_of(tmp_path, days=90), "--target", "done")
    assert plan.status == 2


def test_figures_stay_apart_in_a_narrow_band(run: Run, tmp_path: Path) -> None:
    out = told_words(asked(run, tmp_path, "followers", RISING, "--target", "1475"))
    assert "Safe: 1,464 · Even: 1,478 · Stretch: 1,492" in out
    assert "Safe: 1.04 · Even: 1.05" in told_words(asked(run, tmp_path, "followers", RISING, "--target", "x2"))


def test_a_share_of_a_file_counts_from_its_last_four_weeks_and_so_does_the_best_period(
    run: Run, tmp_path: Path
) -> None:
    out = told_words(asked(run, tmp_path, "leads", [float(at // 8) for at in range(82)], "--target", "+20%"))
    assert "Leads: +20%, from 8 to 9.6 a day" in out
    assert "the best brought 9.29 a day" in out
    assert "The last 28 days: 8 a day." in out


def test_a_ratio_has_no_pace_and_no_sign(run: Run, tmp_path: Path) -> None:
    out = told_words(asked(run, tmp_path, "response time", FASTER, "--target", "20m"))
    assert "a day" not in out
    assert "the best brought 37 minutes" in out
    assert "-" not in out.replace("--", "")
    assert "from 30 minutes to 48 minutes" in out


def test_a_level_below_the_number_of_now_is_a_way_down(run: Run, tmp_path: Path) -> None:
    below = json.loads(asked(run, tmp_path, "followers", FALLING, "--target", "1500", "--json").out)
    assert below["chance"] < 0.2
    assert json.loads(asked(run, tmp_path, "followers", FALLING, "--target", "0", "--json").out)["chance"] < 0.05


def test_a_target_behind_the_number_of_now_is_passed(run: Run, tmp_path: Path) -> None:
    for column, values, *flags in (
        ("followers", FALLING, "--target", "1800", "--direction", "decrease"),
        ("response time", FASTER, "--target", "40m"),
    ):
        out = told_words(asked(run, tmp_path, str(column), list(values), *map(str, flags)))
        assert "passed already" in out
        assert "aim higher" not in out
        assert "Pace" not in out


def test_a_history_that_ended_long_ago_is_named(run: Run, tmp_path: Path) -> None:
    late = ("--target", "+70", "--today", "2027-01-20", "--by", "2027-02-20")
    assert "ends on 21 November 2026" in told_words(asked(run, tmp_path, "followers", RISING, *late))
    assert "history ends" not in told_words(asked(run, tmp_path, "followers", RISING, "--target", "+70"))


def table(folder: Path, heading: str, rows: list[tuple[str, int]]) -> str:
    path = folder / "table.csv"
    path.write_text("\n".join([heading, *(f"{day},{number}" for day, number in rows)]) + "\n", encoding="utf-8")
    return str(path)


def test_a_sum_counts_from_today_and_an_unfinished_month_is_left_out(run: Run, tmp_path: Path) -> None:
    rows = [(f"2026-{month:02}", 100_000 + 1000 * month) for month in range(1, 12)]
    told = run("forecast", "--history", table(tmp_path, "month,revenue", rows), "--metric", "revenue", "--target",
               "120000", "--by", "2026-12-31", "--today", "2026-11-23", "--plain").out  # fmt: skip
    assert "Pace needed: 3,200 a day" in told  # 120 000 in 38 days
    assert "Counted from 23 November 2026: what came in before is no part of it." in told
    assert "The last month of the history is not over: it was left out." in told
    assert "Based on 10 points." in told


def test_a_bare_number_counts_per_row_of_the_file(run: Run, tmp_path: Path) -> None:
    rows = [(str(LAST - timedelta(days=back)), 980 + back % 9) for back in range(60, -1, -1)]
    file = table(tmp_path, "date,reach", rows)
    asked = ("--metric", "reach", "--by", "2026-12-31", "--today", str(LAST), "--plain")
    told = run("forecast", "--history", file, "--target", "1100", *asked).out
    assert "grow to 1,100 a day" in told
    assert "per post" not in told
    weekly = run("forecast", "--history", file, "--target", "8000/week", *asked).out
    assert "do not add up to the goal's period" in weekly
    assert "Chance" not in weekly


def test_a_pace_of_followers_does_not_start_from_how_many_there_are(run: Run, tmp_path: Path) -> None:
    rows = [(str(LAST - timedelta(days=back)), 1300 - 5 * back) for back in range(60, -1, -1)]
    told = run("forecast", "--history", table(tmp_path, "date,followers", rows), "--metric", "followers", "--target",
               "30/week", "--by", "2026-12-31", "--today", str(LAST), "--plain").out  # fmt: skip
    assert "now" not in told.splitlines()[0]


def test_the_chart_stands_in_the_measure_of_the_goal(run: Run, tmp_path: Path) -> None:
    rows = [(str(LAST - timedelta(days=back)), 1300 - 5 * back + back % 3) for back in range(60, -1, -1)]
    told = run("forecast", "--history", table(tmp_path, "date,followers", rows), "--metric", "followers", "--target",
               "30/week", "--by", "2026-12-31", "--today", str(LAST)).out  # fmt: skip
    labels = re.findall(r"^ *([\d,.]+) [│|]", told, re.MULTILINE)
    assert labels
    assert all(float(label.replace(",", "")) < 100 for label in labels)


def test_check_ins_of_a_sum_are_drawn_as_they_grow(run: Run, tmp_path: Path) -> None:
    path = plan_of(tmp_path, days=1)
    for back in range(20, 0, -1):
        run("log", path, str(3 * (21 - back)), "--on", str(LAST + timedelta(days=21 - back)), "--today", "2026-12-10")
    told = run("forecast", path, "--today", "2026-12-05").out
    assert "Safe" in told
    labels = [float(each.replace(",", "")) for each in re.findall(r"^ *([\d,.]+) [│|]", told, re.MULTILINE)]
    assert labels
    assert max(labels) < 400


def rows(folder: Path, name: str, values: Sequence[tuple[date, object]]) -> str:
    path = folder / "rows.csv"
    path.write_text(f"Date,{name}\n" + "".join(f"{day},{value}\n" for day, value in values), encoding="utf-8")
    return str(path)


def days_back(count: int) -> list[date]:
    return [LAST - timedelta(days=count - 1 - number) for number in range(count)]


def test_a_bare_number_of_views_is_what_comes_in_all_as_in_a_sentence(run: Run, tmp_path: Path) -> None:
    path = rows(tmp_path, "Views", [(day, 400 + number % 7) for number, day in enumerate(days_back(60))])
    today = ("--today", f"{LAST + timedelta(days=1)}", "--lang", "en")
    flags = ("--history", path, "--platform", "tiktok", "--target", "15000", "--by", "2026-12-20", *today)
    told = json.loads(run("forecast", *flags, "--json").out)
    plan = str(tmp_path / "views.smartgoal.toml")
    run("new", "--goal", "15000 views on TikTok by 20 December 2026", "--import", path, "--owner", "A",
        "--steps", "auto", "--no-input", "-o", plan, *today)  # fmt: skip
    saved = json.loads(run("forecast", plan, "--json", *today).out)
    assert told["kind"] == saved["kind"] == "total"
    assert told["chance"] == saved["chance"]
    assert told["since"] == "2026-11-15"


def test_a_gain_and_the_number_it_leads_to_have_one_chance_and_pace(run: Run, tmp_path: Path) -> None:
    path = rows(
        tmp_path, "Followers", [(day, 1000 + 5 * number + number % 3) for number, day in enumerate(days_back(60))]
    )
    last = 1000 + 5 * 59 + 59 % 3
    flags = ("--history", path, "--by", "2026-12-06", "--today", f"{LAST + timedelta(days=3)}", "--lang", "en")
    gain = run("forecast", *flags, "--target", "+60").out
    level = run("forecast", *flags, "--target", str(last + 60)).out
    wanted = [line for line in level.splitlines() if line.startswith(("Chance", "Pace"))]
    assert wanted
    assert [line for line in gain.splitlines() if line.startswith(("Chance", "Pace"))] == wanted
    assert "Counted from" not in gain


def test_a_backtest_is_told_as_json_too(run: Run, tmp_path: Path) -> None:
    path = rows(tmp_path, "Followers", [(day, 1000 + 5 * number) for number, day in enumerate(days_back(90))])
    told = json.loads(run("forecast", "--backtest", path, "--json").out)
    assert set(told) == {"bands", "forecasts", "inside_band80"}
    assert all(band["reached"] <= band["count"] for band in told["bands"])


def test_a_few_followers_more_are_no_change_of_the_counting(run: Run, tmp_path: Path) -> None:
    path = rows(tmp_path, "Followers", [(day, number // 25) for number, day in enumerate(days_back(60))])
    out = run("forecast", "--history", path, "--target", "+30", "--by", "2026-12-31", "--today", f"{LAST}").out
    assert "changed or restarted" not in out


def test_rows_often_missed_keep_their_rhythm(run: Run, tmp_path: Path) -> None:
    weeks = [LAST - timedelta(days=7 * back) for back in (7, 6, 4, 2, 0)]
    path = rows(tmp_path, "Followers", [(day, 100 + 10 * number) for number, day in enumerate(weeks)])
    told = run("forecast", "--history", path, "--target", "+30", "--by", "2026-12-31", "--today", f"{LAST}", "--json")
    assert json.loads(told.out)["chance"] is not None
