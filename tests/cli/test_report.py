"""The month of each client."""

from pathlib import Path

import pytest

from smartgoal.exporters.plain_text import MESSENGER_LIMIT

from .conftest import Run
from .saved import GAIN, plan_of, saved


def lived(run: Run, folder: Path) -> Path:
    path = saved(folder)
    for day, value in (("2026-09-29", "1900"), ("2026-10-27", "2012")):
        run("log", str(path), value, "--today", day)
    run("log", str(path), "--step", "1", "--today", "2026-10-02")
    return path


def test_a_month_stands_beside_the_one_before_per_day_with_what_was_done_and_what_is_next(
    run: Run, tmp_path: Path
) -> None:
    lived(run, tmp_path)
    out = run("report", str(tmp_path), "--month", "2026-10").out
    for line in ("# Bakery: October 2026", "- **Where it stands:** 2,012 followers", "- **Way done:** 69%",
                 "- **October 2026:** \\+112, 4 a day", "- **Steps done:** 1 of 3", "- Refresh the page",
                 "- Giveaway with two neighbours – was due on 20 October 2026"):  # fmt: skip
        assert line in out


def test_the_same_month_of_last_year_is_told_where_it_is_known(run: Run, tmp_path: Path) -> None:
    path = lived(run, tmp_path)
    assert "2025" not in run("report", str(path), "--month", "2026-10").out
    history = '\n[[point_a]]\nplatform = "vk"\ndate = 2026-09-01\nmetrics = {}\nhistory = { followers = [[2025-09-30, 900], [2025-10-31, 931]] }\n'  # noqa: E501
    path.write_text(path.read_text(encoding="utf-8") + history, encoding="utf-8")
    assert "- **October 2025:** \\+31, 1 a day" in run("report", str(path), "--month", "2026-10").out


def test_a_goal_that_did_not_run_in_the_month_is_left_out(run: Run, tmp_path: Path) -> None:
    lived(run, tmp_path)
    assert "No goal ran in this month." in run("report", str(tmp_path), "--month", "2026-08").out
    assert "No goal ran in this month." in run("report", str(tmp_path), "--month", "2026-12").out


@pytest.mark.parametrize(
    ("kind", "value", "line"),
    [("rate", "8", "on average 8 a week"), ("hold", "4.8", "**Held at check-ins:** 100%"),
     ("milestone", "done", "**Where it stands:** has happened"), ("falling", "22", "on average 22 minutes")],
)  # fmt: skip
def test_every_kind_has_its_figures(run: Run, tmp_path: Path, kind: str, value: str, line: str) -> None:
    path = saved(tmp_path, text=plan_of(kind))
    run("log", str(path), value, "--today", "2026-10-13")
    assert line in run("report", str(path), "--month", "2026-10").out


def test_text_has_no_markup_and_fits_a_message_however_many_goals_there_are(run: Run, tmp_path: Path) -> None:
    for number in range(60):
        saved(tmp_path, f"plan-{number}", GAIN.replace('"vk"', f'"other:place {number}"').replace("+250", str(number)))
    out = run("report", str(tmp_path), "--month", "2026-10", "--to", "text").out
    assert len(out) < MESSENGER_LIMIT
    assert "lines left out: " in out.splitlines()[-1]
    assert "**" not in out
    assert "What is next" not in out


def test_a_few_goals_keep_their_steps(run: Run, tmp_path: Path) -> None:
    lived(run, tmp_path)
    out = run("report", str(tmp_path), "--month", "2026-10", "--to", "text").out
    assert "What is next" in out
    assert "left out" not in out


def test_a_long_plan_is_shortened_for_a_messenger_too(run: Run, tmp_path: Path) -> None:
    long = GAIN.replace("a new cover", "a new cover and " + "much more of it " * 400)
    out = run("export", str(saved(tmp_path, text=long)), "--to", "text").out
    assert len(out) < MESSENGER_LIMIT
    assert "lines left out: " in out


def test_without_a_month_it_is_the_last_full_one_and_nonsense_is_refused(run: Run, tmp_path: Path) -> None:
    lived(run, tmp_path)
    assert "# Bakery: October 2026" in run("report", str(tmp_path), "--today", "2026-11-05").out
    assert run("report", str(tmp_path), "--month", "2026-13").status == 2


def test_a_broken_file_is_told_and_the_others_reported(run: Run, tmp_path: Path) -> None:
    lived(run, tmp_path)
    saved(tmp_path, "broken", "format = ")
    result = run("report", str(tmp_path), "--month", "2026-10")
    assert result.status == 3
    assert "broken.smartgoal.toml" in result.err
    assert "# Bakery" in result.out


def test_in_russian_nothing_stays_english(run: Run, tmp_path: Path) -> None:
    path = saved(tmp_path, text=plan_of("total").replace("A goal", "Цель").replace("Begin", "Начать"))
    for day, value in (("2026-09-29", "20"), ("2026-10-13", "30")):
        run("log", str(path), value, "--today", day)
    out = run("report", str(path), "--month", "2026-10", lang="ru").out
    assert not any("a" <= letter <= "z" for letter in out)
    assert "**Октябрь 2026:**" in out


def test_without_a_wish_the_document_is_in_the_language_of_the_plans(run: Run, tmp_path: Path) -> None:
    saved(tmp_path, text=plan_of("total").replace('language = "en"', 'language = "ru"'))
    assert "Октябрь 2026" in run("report", str(tmp_path), "--month", "2026-10", lang=None).out


def test_what_is_next_is_told_as_of_the_day_the_report_is_made(run: Run, tmp_path: Path) -> None:
    path = saved(tmp_path)

    def october(today: str) -> str:
        return run("report", str(path), "--month", "2026-10", "--today", today).out

    assert "Giveaway with two neighbours – by 20 October 2026" in october("2026-10-12")
    assert "Giveaway with two neighbours – by 20 October 2026" in october("2026-10-20")
    assert "Giveaway with two neighbours – was due on 20 October 2026" in october("2026-11-03")
    run("log", str(path), "--step", "2", "--today", "2026-11-02")
    assert "Giveaway" not in october("2026-11-03")
    assert "Three posts for newcomers – by 30 November 2026" in october("2026-11-03")
    assert "Three posts for newcomers – was due on 30 November 2026" in october("2026-12-25")


def test_a_number_read_long_before_the_months_end_is_told_with_its_day(run: Run, tmp_path: Path) -> None:
    path = str(saved(tmp_path))
    assert run("log", path, "1890", "--today", "2026-09-17").status == 0
    told = run("report", path, "--month", "2026-09", "--today", "2026-10-01").out
    assert "1,890 followers (17 September 2026)" in told
    assert "+50 by 17 September 2026, 3.1 a day" in told
    assert (
        "1,890 followers (17 September 2026)" in run("report", path, "--month", "2026-10", "--today", "2026-11-01").out
    )


def test_what_lies_between_two_readings_is_estimated_on_every_line(run: Run, tmp_path: Path) -> None:
    path = saved(tmp_path, "total", plan_of("total"))
    run("log", str(path), "60", "--today", "2026-10-31")
    out = run("report", str(path), "--month", "2026-09", "--today", "2026-11-01").out.replace("\\", "")
    assert "**Where it stands:** about 29 leads" in out
    assert "**Way done:** about 29%" in out
    assert "**September 2026:** about +29, 1 a day" in out
    later = run("report", str(path), "--month", "2026-10", "--today", "2026-11-01").out
    assert "**Where it stands:** 60 leads" in later
