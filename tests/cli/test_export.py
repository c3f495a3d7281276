"""The chance in the documents."""

from datetime import date, timedelta
from pathlib import Path

from .conftest import Run
from .saved import GAIN, saved


def with_history(folder: Path) -> Path:
    """A plan whose page grew by two to four followers a day before."""
    days = [date(2026, 7, 1) + timedelta(days=each) for each in range(60)]
    rows = ", ".join(f"[{day}, {1600 + 3 * each + each % 2}]" for each, day in enumerate(days))
    history = (
        f'\n[[point_a]]\nplatform = "vk"\ndate = 2026-08-30\nmetrics = {{}}\nhistory = {{ followers = [{rows}] }}\n'
    )
    return saved(folder, text=GAIN + history)


def test_the_client_reads_the_chance_where_it_is_asked_for(run: Run, tmp_path: Path) -> None:
    path = str(with_history(tmp_path))
    said = "From the account's own history the chance is"
    assert said not in run("export", path).out
    assert said in run("export", path, "--chance").out
    assert said in run("export", path, "--for", "team").out
    assert said in run("export", path, "--for", "mentor").out


def test_without_a_history_it_is_said_that_there_is_no_chance_to_show(run: Run, tmp_path: Path) -> None:
    path = str(saved(tmp_path))
    told = run("export", path, "--chance")
    assert "The plan holds too little history to tell a chance." in told.err
    assert "chance" not in told.out


def test_forecast_and_check_round_the_chance_alike(run: Run, tmp_path: Path) -> None:
    path = str(with_history(tmp_path))
    told = run("forecast", path, "--plain").out
    chance = told.partition("Chance about ")[2].partition("%")[0]
    assert f"about {chance}%" in run("check", path).out


def test_the_mentor_reads_as_of_which_day_the_plan_is_judged(run: Run, tmp_path: Path) -> None:
    path = str(with_history(tmp_path))
    assert "Judged as of" not in run("export", path, "--for", "mentor").out
    assert run("log", path, "1900", "--today", "2026-09-08").status == 0
    assert "Judged as of 1 September 2026" in run("export", path, "--for", "mentor").out
    assert "Judged as of" not in run("export", path, "--for", "team").out
