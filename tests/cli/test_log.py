"""Check-ins: typed, imported, ticked; nothing is lost."""

import subprocess
import sys
from pathlib import Path

import pytest

from smartgoal.store import load

from .conftest import Run
from .saved import GAIN, plan_of, saved


def told(path: Path) -> list[tuple[str, float]]:
    return [(str(row.date), float(row.value)) for row in load(path).plan.progress if row.value is not None]


def test_a_number_is_appended_and_everything_else_keeps_its_bytes(run: Run, tmp_path: Path) -> None:
    path = saved(tmp_path)
    result = run("log", str(path), "1 901", "--today", "2026-09-08", "--note", "after the fair")
    assert result.status == 0
    assert path.read_text(encoding="utf-8") == (
        GAIN + '\n[[progress]]\ndate = 2026-09-08\nvalue = 1901\nnote = "after the fair"\n'
    )
    assert "24% of the way" in result.out


def test_a_later_row_of_the_same_day_wins_even_when_it_goes_back(run: Run, tmp_path: Path) -> None:
    path = saved(tmp_path)
    for value in ("1901", "1910", "1901"):
        run("log", str(path), value, "--today", "2026-09-08")
    assert [value for _, value in told(path)] == [1901, 1910, 1901]
    assert "Now 1,901 followers" in run("status", str(path), "--today", "2026-09-08").out


def test_a_doubled_call_adds_nothing(run: Run, tmp_path: Path) -> None:
    path = saved(tmp_path)
    run("log", str(path), "1901", "--today", "2026-09-08")
    assert run("log", str(path), "1901", "--today", "2026-09-08").out.startswith("Nothing new")
    assert len(told(path)) == 1


def test_a_step_is_ticked_off(run: Run, tmp_path: Path) -> None:
    path = saved(tmp_path)
    assert "Late: step 1" in run("status", str(path), "--today", "2026-09-20").out
    assert "Late" not in run("log", str(path), "--step", "1", "--today", "2026-09-20").out
    refused = run("log", str(path), "--step", "4", "--today", "2026-09-20")
    assert (refused.status, "from 1 to 3" in refused.err) == (2, True)


@pytest.mark.parametrize(
    ("kind", "typed", "value"),
    [("falling", "2h", 120), ("falling", "40", 40), ("falling", "12 минут", 12), ("ratio", "3,6 %", 3.6),
     ("total", "66 leads", 66), ("milestone", "done", 1), ("milestone", "нет", 0)],
)  # fmt: skip
def test_a_number_may_be_typed_as_people_do(run: Run, tmp_path: Path, kind: str, typed: str, value: float) -> None:
    path = saved(tmp_path, text=plan_of(kind))
    assert run("log", str(path), typed, "--today", "2026-09-08").status == 0
    assert told(path) == [("2026-09-08", value)]


@pytest.mark.parametrize(
    ("kind", "typed", "said"),
    [("total", "many", "not a number"), ("total", "+12", "is a change"), ("total", "5 %", "another unit"),
     ("falling", "40 RUB", "another unit"), ("total", "5 minutes", "another unit"), ("hold", "48", "cannot be")],
)  # fmt: skip
def test_a_slip_is_told_and_nothing_is_written(run: Run, tmp_path: Path, kind: str, typed: str, said: str) -> None:
    path = saved(tmp_path, text=plan_of(kind))
    result = run("log", str(path), typed, "--today", "2026-09-08")
    assert (result.status, said in result.err) == (2, True)
    assert told(path) == []


@pytest.mark.parametrize(
    ("typed", "value"),
    [("12/week", 12), ("3/day", 21), ("80/month", 18.4), ("3 a day", 21), ("3 в день", 21), ("12", 12)],
)
def test_a_number_per_another_period_is_told_in_that_of_the_goal(
    run: Run, tmp_path: Path, typed: str, value: float
) -> None:
    path = saved(tmp_path, text=plan_of("rate"))
    assert run("log", str(path), typed, "--today", "2026-09-08").status == 0
    assert told(path) == [("2026-09-08", value)]


@pytest.mark.parametrize(
    ("kind", "typed", "said"),
    [("total", "80/month", "no number per period"), ("reach", "800/day", "another period"),
     ("rate", "3 per post", "another period")],
)  # fmt: skip
def test_a_period_that_cannot_be_converted_is_refused(
    run: Run, tmp_path: Path, kind: str, typed: str, said: str
) -> None:
    path = saved(tmp_path, text=plan_of(kind))
    result = run("log", str(path), typed, "--today", "2026-09-08")
    assert (result.status, told(path)) == (2, [])
    assert said in result.err


COSTS = plan_of("falling").replace("response_time", "cost_per_lead")


@pytest.mark.parametrize(
    "text",
    [COSTS.replace('"minute"', '"RUB"'), COSTS.replace('"minute"', '"count"') + '\n[economics]\ncurrency = "RUB"\n'],
)
def test_money_of_another_currency_is_refused(run: Run, tmp_path: Path, text: str) -> None:
    path = saved(tmp_path, text=text)
    result = run("log", str(path), "$4", "--today", "2026-09-08")
    assert (result.status, "the plan counts in RUB" in result.err, told(path)) == (2, True, [])
    assert run("log", str(path), "40 ₽", "--today", "2026-09-08").status == 0


def test_the_day_may_be_written_short_and_never_lies_ahead(run: Run, tmp_path: Path) -> None:
    path = saved(tmp_path)
    run("log", str(path), "1901", "--on", "05.09", "--today", "2026-09-08")
    assert told(path) == [("2026-09-05", 1901)]
    ahead = run("log", str(path), "1901", "--on", "2026-09-09", "--today", "2026-09-08")
    assert (ahead.status, "is in the future" in ahead.err) == (2, True)
    assert run("log", str(path), "1901", "--on", "soon", "--today", "2026-09-08").status == 2


def test_nothing_to_note_is_told(run: Run, tmp_path: Path) -> None:
    assert run("log", str(saved(tmp_path)), "--today", "2026-09-08").status == 2


def table(folder: Path, metric: str, rows: list[tuple[str, float]]) -> Path:
    path = folder / "numbers.csv"
    path.write_text(f"date,{metric}\n" + "".join(f"{day},{value}\n" for day, value in rows), encoding="utf-8")
    return path


def daily(value: float, first: int, last: int) -> list[tuple[str, float]]:
    return [(f"2026-09-{number:02}", value) for number in range(first, last + 1)]


def test_every_new_day_of_an_export_goes_in_once(run: Run, tmp_path: Path) -> None:
    path = saved(tmp_path)
    run("log", str(path), "1845", "--today", "2026-09-03")
    file = table(tmp_path, "followers", [("2026-08-31", 1839), *daily(1850, 1, 8)])
    assert run("log", str(path), "--import", str(file), "--today", "2026-09-08").out.startswith("Noted: 7.")
    assert run("log", str(path), "--import", str(file), "--today", "2026-09-08").out.startswith("Nothing new")
    assert dict(told(path))["2026-09-03"] == 1845
    assert "2026-08-31" not in dict(told(path))


def test_a_file_that_ends_before_the_start_is_told_so(run: Run, tmp_path: Path) -> None:
    file = table(tmp_path, "followers", [("2026-08-30", 1838), ("2026-08-31", 1839)])
    result = run("log", str(saved(tmp_path)), "--import", str(file), "--today", "2026-09-08")
    assert "all days of the file are before the start, 1 September 2026" in result.err
    assert result.status == 2


@pytest.mark.parametrize(("typed", "leap"), [("50", True), ("19150", True), ("1000", False), ("1930", False)])
def test_a_level_far_from_the_last_one_is_stored_and_told(run: Run, tmp_path: Path, typed: str, *, leap: bool) -> None:
    path = saved(tmp_path)
    run("log", str(path), "1915", "--today", "2026-09-08")
    result = run("log", str(path), typed, "--today", "2026-09-15")
    assert ("far from the last number, 1,915 on 8 September 2026" in result.err.replace("\n", " ")) == leap
    assert told(path)[-1] == ("2026-09-15", float(typed))


def test_a_total_goes_on_from_the_last_export(run: Run, tmp_path: Path) -> None:
    path = saved(tmp_path, text=plan_of("total"))
    run("log", str(path), "--import", str(table(tmp_path, "leads", daily(2, 1, 8))), "--today", "2026-09-08")
    run("log", str(path), "--import", str(table(tmp_path, "leads", daily(3, 9, 15))), "--today", "2026-09-15")
    assert dict(told(path))["2026-09-08"] == 16
    assert dict(told(path))["2026-09-15"] == 16 + 21


def test_days_become_a_number_per_week(run: Run, tmp_path: Path) -> None:
    path = saved(tmp_path, text=plan_of("rate"))
    file = table(tmp_path, "sales", daily(2, 1, 16))
    run("log", str(path), "--import", str(file), "--today", "2026-09-16")
    assert told(path) == [("2026-09-07", 14), ("2026-09-14", 14)]


def test_people_of_several_days_are_not_added_up(run: Run, tmp_path: Path) -> None:
    path = saved(tmp_path, text=plan_of("reach"))
    file = table(tmp_path, "reach", daily(800, 1, 16))
    result = run("log", str(path), "--import", str(file), "--today", "2026-09-16")
    assert (result.status, "cannot be added up" in result.err) == (2, True)


def test_the_order_of_calls_does_not_matter(run: Run, tmp_path: Path) -> None:
    calls = [("1850", "2026-09-08"), ("1872", "2026-09-15"), ("1869", "2026-09-22")]
    paths = [saved(tmp_path, name) for name in ("one", "two")]
    for path, order in zip(paths, (calls, calls[::-1]), strict=True):
        for value, on in order:
            run("log", str(path), value, "--on", on, "--today", "2026-09-23")
    first, second = (run("status", str(path), "--today", "2026-09-23").out for path in paths)
    assert first == second


def test_two_writers_at_once_lose_nothing(tmp_path: Path) -> None:
    path = saved(tmp_path)
    days = [f"2026-09-{number:02}" for number in range(2, 8)]
    command = [sys.executable, "-m", "smartgoal", "log", str(path), "1900", "--today", "2026-09-10", "--on"]
    writers = [subprocess.Popen([*command, day], stdout=subprocess.DEVNULL) for day in days]
    assert [writer.wait() for writer in writers] == [0] * len(days)
    assert sorted(day for day, _ in told(path)) == days


def test_a_closed_plan_takes_no_check_in(run: Run, tmp_path: Path) -> None:
    path = saved(tmp_path)
    run("close", str(path), "2100", "--today", "2026-11-30")
    assert run("log", str(path), "2110", "--today", "2026-12-01").status == 2


@pytest.mark.parametrize(
    ("words", "day"), [("yesterday", "2026-09-07"), ("Friday", "2026-09-04"), ("2 days", "2026-09-06")]
)
def test_the_day_of_a_check_in_in_words_is_the_last_one_of_that_name(
    words: str, day: str, run: Run, tmp_path: Path
) -> None:
    path = saved(tmp_path)
    assert run("log", str(path), "1901", "--on", words, "--today", "2026-09-08").status == 0
    assert told(path) == [(day, 1901)]


def test_tomorrow_is_no_day_of_a_check_in(run: Run, tmp_path: Path) -> None:
    path = saved(tmp_path)
    result = run("log", str(path), "1901", "--on", "tomorrow", "--today", "2026-09-08")
    assert result.status == 2
    assert "is in the future" in result.err
    assert told(path) == []


def test_days_that_make_no_full_week_are_told_and_noted_when_they_do(run: Run, tmp_path: Path) -> None:
    path = saved(tmp_path, "rate", plan_of("rate"))
    four = run("log", str(path), "--import", str(table(tmp_path, "sales", daily(1, 1, 4))), "--today", "2026-09-05")
    assert four.out.startswith("Nothing noted yet: a number per period is noted at the end of a full week")
    assert "next on 7 September 2026" in four.out
    seven = run("log", str(path), "--import", str(table(tmp_path, "sales", daily(1, 1, 7))), "--today", "2026-09-08")
    assert seven.out.startswith("Noted.")
    assert [str(row.value) for row in load(path).plan.progress] == ["7"]


def test_a_month_counts_when_it_is_over_and_began_after_the_start(run: Run, tmp_path: Path) -> None:
    path = saved(tmp_path, "total", plan_of("total"))
    file = tmp_path / "months.csv"
    file.write_text("month,leads\n2026-08,40\n2026-09,41\n2026-10,42\n2026-11,7\n", encoding="utf-8")
    run("log", str(path), "--import", str(file), "--today", "2026-11-10")
    rows = [(row.date.isoformat(), str(row.value)) for row in load(path).plan.progress]
    assert rows == [("2026-09-30", "41"), ("2026-10-31", "83")]


def test_a_pace_of_followers_takes_what_they_gained(run: Run, tmp_path: Path) -> None:
    text = plan_of("rate").replace('"sales"', '"followers"').replace("value = 10", "value = 30")
    path = saved(tmp_path, "pace", text)
    rows = [f"2026-09-{day:02},{1000 + 4 * day}" for day in range(1, 16)]
    file = tmp_path / "followers.csv"
    file.write_text("\n".join(["date,followers", *rows]) + "\n", encoding="utf-8")
    run("log", str(path), "--import", str(file), "--today", "2026-09-15")
    assert [str(row.value) for row in load(path).plan.progress] == ["28", "28"]


def test_a_sum_that_falls_is_told_with_the_number_that_was_most_likely_meant(run: Run, tmp_path: Path) -> None:
    path = saved(tmp_path, "total", plan_of("total"))
    assert run("log", str(path), "30", "--today", "2026-09-08").err == ""
    told = run("log", str(path), "12", "--today", "2026-09-15").err
    assert "12 is less than the 30 of 8 September 2026" in told
    assert "If 12 came since then, log 42." in told


def test_a_level_read_before_the_start_is_told(run: Run, tmp_path: Path) -> None:
    path = str(saved(tmp_path))
    early = run("log", path, "1835", "--on", "2026-08-20", "--today", "2026-09-08")
    assert early.status == 0
    assert "The goal starts on 1 September 2026, and this number is of 20 August 2026" in early.err
    assert "The goal starts" not in run("log", path, "1850", "--on", "2026-09-01", "--today", "2026-09-08").err


def test_rows_of_a_file_that_are_left_out_are_told(run: Run, tmp_path: Path) -> None:
    path, table = saved(tmp_path), tmp_path / "followers.csv"
    rows = "2026-09-02,1842\n2026-09-03,1850\n2026-09-03,1860\n2026-09-05,1866\n2026-11-05,1966\n"
    table.write_text(f"Date,Followers\n{rows}", encoding="utf-8")
    result = run("log", str(path), "--import", str(table), "--today", "2026-09-06")
    assert result.status == 0
    told = " ".join(result.err.split())
    assert "line 4" in told or ":4:" in told
    assert ":6:" in told
    assert "platform" not in told
    assert [row.date.day for row in load(path).plan.progress] == [2, 5]


@pytest.mark.parametrize("command", ["log", "close"])
def test_an_event_has_no_number(run: Run, tmp_path: Path, command: str) -> None:
    path = saved(tmp_path, "event", plan_of("milestone"))
    told = run(command, str(path), "50", "--today", "2026-09-20")
    assert told.status == 2
    assert "has happened or not" in told.err
    assert load(path).plan.progress == ()


def test_an_event_that_has_happened_asks_for_nothing_more(run: Run, tmp_path: Path) -> None:
    path = saved(tmp_path, "event", plan_of("milestone"))
    run("log", str(path), "yes", "--today", "2026-09-20")
    shown = run("status", str(path), "--today", "2026-10-15").out
    assert "check-in" not in shown.casefold()
    assert "Late" not in shown
    assert "check-in" not in run("status", str(tmp_path), "--today", "2026-10-15").out.casefold()
    assert "What is next" not in run("report", str(path), "--month", "2026-09", "--today", "2026-10-15").out


def test_numbers_below_zero_are_no_options(run: Run, tmp_path: Path) -> None:
    text = plan_of("ratio").replace('"engagement_rate"', '"nps"').replace('"percent"', '"point"')
    path = saved(tmp_path, "nps", text)
    assert run("log", str(path), "-5", "--today", "2026-09-20", "--note", "-5 again").status == 0
    assert run("log", str(path), "-7.5", "--plain", "--today", "2026-09-21").status == 0
    rows = load(path).plan.progress
    assert [str(row.value) for row in rows] == ["-5", "-7.5"]
    assert rows[0].note == "-5 again"
    assert run("close", str(path), "-3", "--why", "a", "--lesson", "b", "--today", "2026-11-30").status == 0
    assert run("log", str(path), "-x").status == 2
