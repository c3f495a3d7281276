"""Arguments that no manual foresees: found by tools/fuzz.py."""

from pathlib import Path

import pytest

from .conftest import Run
from .saved import GAIN, saved

EXPORT = "Date,Followers\n2026-10-01,5\n2026-10-02,6\n2026-10-03,8\n"


@pytest.mark.parametrize("step", [";", " ; ", "\\;;", ""])
def test_a_step_without_words_is_told(run: Run, step: str) -> None:
    result = run("new", "--goal", "250 new followers on VK in two weeks", "--step", step, "--step", ";", "--no-input")
    assert result.status == 2


@pytest.mark.parametrize("name", ["a\0b", "\udc80", "x" * 5000])
def test_a_name_that_no_file_can_have_is_told(run: Run, name: str) -> None:
    result = run("check", "--lines", name)
    assert result.status == 3
    assert result.err


@pytest.mark.parametrize("encoding", ["\udc80", "a\0b", "hex", "undefined", "\u202e"])
def test_an_encoding_that_is_none_is_told(run: Run, tmp_path: Path, encoding: str) -> None:
    (tmp_path / "a.csv").write_text(EXPORT, encoding="utf-8")
    result = run("import", str(tmp_path / "a.csv"), "--encoding", encoding, "--platform", "vk")
    assert result.status == 3
    assert "a.csv" in result.out


@pytest.mark.parametrize("code", ["nan\u202eb", "₽", "RUBLES", "12"])
def test_a_currency_is_a_code_of_three_letters(run: Run, code: str) -> None:
    result = run("budget", "--spent", "300", "--got", "1", "--currency", code)
    assert result.status == 2
    assert "RUB" in result.err


@pytest.mark.parametrize("lines", ['budget = "two"', "currency = 5", 'currency = "\\u202e"', 'spend = "x"'])
def test_economics_of_another_type_are_passed_over(run: Run, tmp_path: Path, lines: str) -> None:
    path = tmp_path / "plan.smartgoal.toml"
    path.write_text(f'format = "smartgoal/1"\n[goal]\nmetric = "leads"\n[economics]\nresults = 5\n{lines}\n', "utf-8")
    for command in (["budget", str(path)], ["export", str(path), "--for", "team"], ["check", str(path)]):
        assert run(*command).status in {0, 1, 2}


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", "100000 years"])
def test_today_lies_in_our_times(run: Run, day: str) -> None:
    result = run("check", "--text", "250 new followers on VK in two weeks", "--today", day)
    assert result.status == 2
    assert "--today" in result.err


def test_numbers_of_any_length_have_an_answer(run: Run) -> None:
    for number in ("9" * 400, "1" * 30, "1e999", "NaN", "-0"):
        assert run("budget", "--spent", number, "--got", "1", "--target", number).status in {0, 2}
        assert run("check", "--text", f"{number} followers by 9999-12-31", "--today", "2026-11-22").status in {0, 1}


@pytest.mark.parametrize(
    ("known", "unknown"),
    [
        ('metric = "followers"', 'metric = "of_a_newer_version"'),
        ('platform = "vk"', 'platform = "of_a_newer_version"'),
        ('category = "awareness"', 'category = "of_a_newer_version"'),
        ('unit = "count"', 'unit = "of_a_newer_version"'),
    ],
)
def test_ids_that_the_catalogue_does_not_know_stop_no_command(
    run: Run, tmp_path: Path, known: str, unknown: str
) -> None:
    assert known in GAIN
    for number, command in enumerate(COMMANDS):
        path = saved(tmp_path, f"plan{number}", GAIN.replace(known, unknown))
        words = [word.replace("PLAN", str(path)).replace("FOLDER", str(tmp_path)) for word in command.split()]
        result = run(*words, "--today", "2026-10-01") if words[0] not in {"show", "budget"} else run(*words)
        assert result.status in {0, 1, 2}, command


COMMANDS = """\
check PLAN
show PLAN
export PLAN
export PLAN --for mentor
export PLAN --for team
export PLAN --to ics
steps PLAN --propose
status PLAN
status FOLDER
report FOLDER
forecast PLAN
budget PLAN
log PLAN 1900
close PLAN 1900
edit PLAN --target +300
new --from PLAN --no-input --target +5 --by 2w --steps auto --dry-run
""".splitlines()
