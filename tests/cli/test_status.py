"""One plan in full, a folder in rows."""

import json
from pathlib import Path

import pytest

from .conftest import Run
from .saved import GAIN, plan_of, saved

KINDS = {
    "total": ("3", "11", "30", "66"), "rate": ("4", "5", "6", "8"), "falling": ("44", "40", "30", "22"),
    "ratio": ("3.3", "3.6", "4.1", "4.6"), "reach": ("5500", "5300", "5800", "6000"),
    "hold": ("4.8", "4.9", "4.7", "4.8"), "milestone": ("no", "no", "no", "no"),
}  # fmt: skip
DAYS = ("2026-09-08", "2026-09-22", "2026-10-13", "2026-10-27")


def lived(run: Run, folder: Path, kind: str) -> Path:
    path = saved(folder, kind, plan_of(kind))
    for day, value in zip(DAYS, KINDS[kind], strict=True):
        assert run("log", str(path), value, "--today", day).status == 0
    return path


@pytest.mark.parametrize(
    ("kind", "lines"),
    [
        ("total", ("Now 66 leads (27 October 2026).", "66% of the way", "Left: 34 leads.",
                   "Needed from here: 1.1 leads a day; lately it was 1.7.")),
        ("rate", ("Now 8 sales a week (27 October 2026).", "67% of the way", "Left: 2 sales a week.")),
        ("falling", ("Now 22 minutes (27 October 2026).", "66% of the way", "Left to cut: 12 minutes.",
                     "Needed from here: -2.6 minutes a week; lately it was -3.7 minutes.")),
        ("ratio", ("Now 4.6% (27 October 2026).", "78% of the way", "Left: 0.4 percentage points.")),
        ("reach", ("Now 6,000 people reached a week (27 October 2026).", "56% of the way")),
        ("hold", ("Now 4.8 points (27 October 2026).", "It held at 75% of check-ins.")),
        ("milestone", ("Behind · 32 days left", "Late: step 1 “Begin”, due 1 October 2026.")),
    ],
)  # fmt: skip
def test_a_plan_of_every_kind_is_told_in_its_own_terms(
    run: Run, tmp_path: Path, kind: str, lines: tuple[str, ...]
) -> None:
    out = run("status", str(lived(run, tmp_path, kind)), "--today", "2026-10-29").out
    assert [line for line in lines if line not in out] == []


def test_a_target_that_is_met_is_held_and_asks_for_nothing(run: Run, tmp_path: Path) -> None:
    path = saved(tmp_path, text=GAIN)
    out = run("log", str(path), "2100", "--today", "2026-10-20").out
    assert "Past the target by 10 followers." in out
    assert "The target is met: what counts is the number on 30 November 2026" in out
    assert "Needed" not in out
    total = saved(tmp_path, "total", plan_of("total"))
    assert "The target is met: nothing more is needed." in run("log", str(total), "100", "--today", "2026-10-20").out


def test_a_difference_of_one_stands_in_its_case(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "losses.smartgoal.toml"
    path.write_text(
        'format = "smartgoal/1"\nlanguage = "ru"\ncreated = 2026-09-01\n[goal]\nmetric = "lost_followers"\n'
        'platform = "vk"\ndirection = "decrease"\nkind = "rate"\nper = "week"\nvalue = 10\nunit = "count"\n'
        "baseline = 30\ndeadline = 2026-11-30\n",
        encoding="utf-8",
    )
    out = run("log", str(path), "9", "--today", "2026-10-20", lang="ru").out
    assert "Лучше цели на 1 отписку в неделю." in out
    out = run("log", str(path), "11", "--today", "2026-10-27", lang="ru").out
    assert "Осталось сократить на 1 отписку в неделю." in out


def test_below_the_start_no_part_of_the_way_is_told(run: Run, tmp_path: Path) -> None:
    out = run("log", str(saved(tmp_path)), "1800", "--today", "2026-10-20").out
    assert "Farther from the target than at the start." in out
    assert "% of the way" not in out


def test_before_the_start_nothing_counts_and_all_days_are_ahead(run: Run, tmp_path: Path) -> None:
    path = saved(tmp_path, "total", plan_of("total").replace("kind =", "start = 2026-11-11\nkind ="))
    told = run("log", str(path), "40", "--today", "2026-10-20")
    assert "The goal starts on 11 November 2026: what came in before does not count for it." in told.err
    assert "Not begun yet · starts on 11 November 2026" in told.out
    assert "Needed from the start on: 5 leads a day." in told.out


@pytest.mark.parametrize("lang", ["en", "ru"])
@pytest.mark.parametrize("kind", KINDS)
def test_every_line_fits_60_columns_and_nothing_is_left_in_english(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str, lang: str
) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    path = lived(run, tmp_path, kind)
    out = run("status", str(path), "--today", "2026-10-29", lang=lang).out
    assert max(map(len, out.splitlines())) <= 60
    if lang == "ru":
        own = out.replace("A goal", "").replace("Begin", "").replace("get the badge", "")
        assert not any("a" <= letter <= "z" for letter in own)


def test_the_chart_shows_what_is_against_what_was_planned(run: Run, tmp_path: Path) -> None:
    path = lived(run, tmp_path, "falling")
    out = run("status", str(path), "--today", "2026-10-29").out
    assert "Progress so far (# actual, | planned):" in out
    assert out.splitlines()[-1].endswith(" 22")
    assert "|" in out.splitlines()[-1]


def test_plain_tells_the_chart_in_words(run: Run, tmp_path: Path) -> None:
    out = run("status", str(lived(run, tmp_path, "falling")), "--plain", "--today", "2026-10-29").out
    assert "#" not in out
    assert "22 minutes, planned" in out.splitlines()[-1]


def test_the_chance_from_here_needs_enough_points(run: Run, tmp_path: Path) -> None:
    path = saved(tmp_path)
    for number in range(9):
        before = run("status", str(path), "--today", "2026-10-31").out
        run("log", str(path), str(1850 + 20 * number), "--today", f"2026-10-{2 + 3 * number:02}")
        assert ("Chance from here" in before) == (number >= 8)
    assert "Chance from here" in run("status", str(path), "--today", "2026-10-31").out


def folder(tmp_path: Path) -> Path:
    late = GAIN.replace("2026-11-30\nlimits", "2026-10-10\nlimits").replace("+250", "late")
    saved(tmp_path / "plans", "late", late + "\n[[progress]]\ndate = 2026-10-01\nvalue = 1900\n")
    saved(tmp_path / "plans", "fine", GAIN.replace('"vk"', '"telegram"'))
    saved(tmp_path / "plans", "gym", GAIN.replace("Bakery", "Gym").replace("Anna", "Vera").replace("Boris", "Vera"))
    saved(tmp_path / "plans", "broken", "format = ")
    return tmp_path / "plans"


def test_a_folder_has_a_row_a_goal_by_client_and_a_broken_file_is_a_row(run: Run, tmp_path: Path) -> None:
    result = run("status", str(folder(tmp_path)), "--today", "2026-10-12")
    rows = result.out.splitlines()
    assert result.status == 3
    assert rows[0] == "Without a client"
    assert rows[1].startswith("! ")
    assert "broken.smartgoal.toml" in rows[1]
    assert next(row for row in rows if row.startswith("  past its date"))
    assert rows.index("Bakery") < rows.index("Gym")


def test_json_tells_each_plan_most_urgent_first(run: Run, tmp_path: Path) -> None:
    result = run("status", str(folder(tmp_path)), "--json", "--today", "2026-10-12")
    rows = [json.loads(line) for line in result.out.splitlines()]
    assert "error" in rows[0]
    assert [row.get("state") for row in rows[1:]] == ["missed", "no_data", "no_data"]
    assert rows[1]["late_steps"] == [1]
    assert rows[1]["share"] == 0.24


def test_owner_and_due_choose_rows(run: Run, tmp_path: Path) -> None:
    place = str(folder(tmp_path))
    vera = run("status", place, "--owner", "vera", "--today", "2026-10-12").out
    assert "Gym" in vera
    assert "Bakery" not in vera
    saved(tmp_path / "plans", "later", GAIN.replace("2026-09-13", "2026-11-20").replace("2026-10-20", "2026-11-21")
          + "\n[[progress]]\ndate = 2026-10-12\nvalue = 1900\n")  # fmt: skip
    due = [json.loads(line) for line in run("status", place, "--due", "week", "--json", "--today", "2026-10-12").out
           .splitlines()]  # fmt: skip
    assert "later" in str(due)  # its next check-in is in seven days
    today = run("status", place, "--due", "day", "--json", "--today", "2026-10-12").out
    assert "later" not in today


def test_plans_that_get_in_each_others_way_are_told_by_status_and_check(run: Run, tmp_path: Path) -> None:
    place = tmp_path / "plans"
    saved(place, "one")
    saved(place, "two")
    (place / "smartgoal.toml").write_text(
        '[defaults]\ncurrency = "RUB"\n[clients.Bakery]\nbudget = 15000\n', encoding="utf-8"
    )
    told = run("status", str(place), "--today", "2026-10-12")
    assert "one.smartgoal.toml and two.smartgoal.toml move the same number" in told.out
    assert "may spend RUB" in told.out.replace("\xa0", " ")
    assert told.status == 0
    checked = run("check", str(place), "--today", "2026-10-12")
    assert "move the same number" in checked.err
    assert checked.status == 0


def test_status_never_writes(run: Run, tmp_path: Path) -> None:
    place = folder(tmp_path)
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in sorted(tmp_path.rglob("*"))
              if path.is_file()}  # fmt: skip
    for arguments in (("status", str(place)), ("status", str(place / "fine.smartgoal.toml")),
                      ("status", str(place), "--json")):  # fmt: skip
        run(*arguments, "--today", "2026-10-12")
    after = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in sorted(tmp_path.rglob("*"))
             if path.is_file()}  # fmt: skip
    assert after == before


@pytest.mark.parametrize("today", ["2026-09-02", "2026-10-12", "2027-01-01"])
def test_met_due_and_late_never_change_the_exit_code_of_check(run: Run, tmp_path: Path, today: str) -> None:
    path = saved(tmp_path)
    run("log", str(path), "2100", "--today", "2026-09-08")
    assert run("check", str(path), "--today", today).status == 0


def test_an_empty_folder_says_so(run: Run, tmp_path: Path) -> None:
    assert run("status", str(tmp_path)).out.startswith("No plans here")


def test_an_owner_without_plans_is_not_told_that_there_are_none(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.smartgoal.toml").write_text('format = "smartgoal/1"\nowner = "Olga"\n', encoding="utf-8")
    assert run("status", "--owner", "Anna", str(tmp_path)).out == "There are plans here, but none that fits.\n"


def needed(run: Run, path: Path, day: str) -> str:
    out = run("status", str(path), "--today", day).out
    return next(line.partition(": ")[2] for line in out.splitlines() if line.startswith("Needed"))


def test_a_start_of_its_own_is_a_whole_day_before_and_on_it(run: Run, tmp_path: Path) -> None:
    text = plan_of("total").replace("deadline = 2026-11-30", "start = 2026-11-01\ndeadline = 2026-11-30")
    path = saved(tmp_path, "later", text.replace("= 100", "= 120"))
    assert {needed(run, path, day) for day in ("2026-09-01", "2026-10-31", "2026-11-01")} == {"4 leads a day."}
    assert "At the start 0 leads (1 November 2026)." in run("status", str(path), "--today", "2026-11-01").out
    run("log", str(path), "4", "--today", "2026-11-01")
    assert needed(run, path, "2026-11-01") == "4 leads a day."


def test_a_share_of_revenue_is_told_in_the_currency_of_the_plan(run: Run, tmp_path: Path) -> None:
    text = plan_of("reach").replace('"reach"', '"revenue"').replace('per = "week"', 'per = "month"')
    path = saved(tmp_path, "revenue", text.replace("[[steps]]", '[economics]\ncurrency = "KZT"\n\n[[steps]]', 1))
    out = run("status", str(path), "--today", "2026-09-02").out.replace("\u00a0", " ")
    assert "At the start KZT 5,400 a month" in out
    assert "Left: KZT 1,080 a month." in out


def test_parts_of_a_cent_are_told(run: Run, tmp_path: Path) -> None:
    priced = plan_of("falling").replace('"response_time"', '"cost_per_lead"').replace('"minute"', '"USD"')
    path = saved(tmp_path, "priced", priced.replace("value = 10", "value = 0.05").replace("= 45", "= 0.08"))
    run("log", str(path), "0.07", "--today", "2026-09-20")
    out = run("status", str(path), "--today", "2026-09-21").out
    assert "-$0.002 a week" in out
