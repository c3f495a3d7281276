import json
import re
from datetime import date, timedelta
from pathlib import Path

import pytest

from .conftest import TODAY, Run
from .saved import plan_of, saved

GOOD = "250 new followers on VK in two weeks"


def lines(text: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in text.splitlines()]


def test_a_goal_in_words_is_judged_and_exits_0_when_no_criterion_fails(run: Run) -> None:
    result = run("check", "--text", GOOD, "--today", TODAY)
    assert result.status == 0
    assert "Ready: Specific, Measurable and Time-bound" in result.out


def test_a_goal_without_a_date_exits_1(run: Run) -> None:
    result = run("check", "--text", "100 leads from ads", "--today", TODAY)
    assert result.status == 1
    assert "T01" in result.out


@pytest.mark.parametrize("text", ["get better", "more people"])
def test_a_wish_without_a_vague_word_is_told_without_empty_quotes(text: str, run: Run) -> None:
    result = run("check", "--text", text, "--today", TODAY)
    assert "S01" in result.out
    assert "“”" not in result.out


def test_json_has_the_fields_of_the_contract(run: Run) -> None:
    (line,) = lines(run("check", "--text", GOOD, "--json", "--today", TODAY).out)
    assert line["source"] == {"text": True}
    assert line["language"] == "en"
    assert line["state"] == "form_ok"
    goal = line["goal"]
    assert isinstance(goal, dict)
    assert goal["metric"] == "followers"
    assert goal["value"] == 250
    assert goal["deadline"] == "2026-12-06"
    assert goal["platforms"] == ["vk"]
    start, end = goal["spans"]["value"]
    assert GOOD[start:end] == "250"
    assert line["criteria"] == {
        "specific": "yes", "measurable": "yes", "achievable": "cannot_tell", "relevant": "cannot_tell",
        "time_bound": "yes",
    }  # fmt: skip
    findings = line["findings"]
    assert isinstance(findings, list)
    assert {"rule", "criterion", "severity", "message", "cure"} <= findings[0].keys()


def test_lines_give_one_object_each_in_order_also_for_empty_and_broken_ones(run: Run) -> None:
    given = f"{GOOD}\n\nmore likes\n".encode() + b"\xff\xfe broken\n" + b"x" * 3000 + b"\n" + GOOD.encode()
    result = run("check", "--lines", "-", "--json", "--today", TODAY, stdin=given)
    found = lines(result.out)
    assert [line["source"] for line in found] == [{"line": number} for number in range(1, 7)]
    assert found[1]["state"] == "weak"
    assert "error" in found[3]
    assert "error" in found[4]
    assert found[0]["goal"] == found[5]["goal"]
    assert result.status == 3


def test_a_goal_gets_the_same_answer_as_a_text_and_as_a_line(run: Run) -> None:
    goal = "250 new followers on VK by 31 December"
    (as_text,) = lines(run("check", "--text", goal, "--json", "--today", TODAY).out)
    (as_line,) = lines(run("check", "--lines", "-", "--json", "--today", TODAY, stdin=goal.encode()).out)
    assert {**as_text, "source": None} == {**as_line, "source": None}


def test_a_line_longer_than_the_read_buffer_stays_one_line(run: Run) -> None:
    given = b"a" * 200_000 + b"\n" + GOOD.encode() + b"\n"
    found = lines(run("check", "--lines", "-", "--json", stdin=given).out)
    assert len(found) == 2
    assert "error" in found[0]


def test_a_file_of_lines_is_read(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "goals.txt"
    path.write_text(f"{GOOD}\n", encoding="utf-8")
    assert "+ + ? ? +" in run("check", "--lines", str(path), "--today", TODAY).out


def test_a_missing_file_is_told_by_name_and_exits_3(run: Run) -> None:
    result = run("check", "nowhere.smartgoal.toml")
    assert result.status == 3
    assert "nowhere.smartgoal.toml" in result.err


def test_a_sentence_over_2000_characters_is_refused_with_that_reason(run: Run) -> None:
    result = run("check", "--text", "goal " * 500)
    assert result.status == 2
    assert "2,000" in result.err


@pytest.mark.parametrize(
    "text", ["", " ", "🎯", "\u202e250", "a\x1b[31mb", "NaN followers by 9999-12-31", "1e999 likes"]
)
def test_a_text_that_is_no_goal_gives_a_verdict_not_an_error(run: Run, text: str) -> None:
    result = run("check", "--text", text, "--today", TODAY)
    assert result.status == 1
    assert "\x1b" not in result.out
    assert "\u202e" not in result.out


def test_unknown_keys_of_a_plan_are_told_with_their_line_and_the_nearest_known_one(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "plan.smartgoal.toml"
    path.write_text('format = "smartgoal/1"\nownr = "Anna"\n', encoding="utf-8")
    result = run("check", str(path))
    assert f"{path}:2: " in result.err
    assert "owner" in result.err
    assert "ownr" not in result.out


def test_a_fall_by_per_cent_of_a_percentage_is_told_both_ways(run: Run) -> None:
    out = run("check", "--text", "reduce DRR by 5% from 30% by March", "--today", "2026-11-22").out
    assert "25%" in out
    assert "28.5%" in out


def test_a_plan_with_newer_numbers_says_as_of_which_day_it_is_judged(run: Run, tmp_path: Path) -> None:
    path = str(saved(tmp_path))
    assert "Judged as of" not in run("check", path).out
    assert run("log", path, "1900", "--today", "2026-09-08").status == 0
    told = run("check", path, "--today", "2026-09-20").out
    assert "Judged as of 1 September 2026" in told
    assert "--as-of 2026-09-20" in told
    assert "Judged as of" not in run("check", path, "--as-of", "2026-09-20").out


def test_check_as_of_today_and_status_tell_one_chance(run: Run, tmp_path: Path) -> None:
    path = str(saved(tmp_path, text=plan_of("total")))
    for week in range(1, 11):
        day = date(2026, 9, 1) + timedelta(days=7 * week)
        assert run("log", path, str(8 * week + week % 3), "--today", str(day)).status == 0
    (told,) = re.findall(r"Chance from here about (\d+)", run("status", path, "--today", "2026-11-11").out)
    assert f"about {told}%" in run("check", path, "--as-of", "2026-11-11").out


def test_a_blank_line_is_no_goal_of_the_table(run: Run) -> None:
    result = run("check", "--lines", "-", "--today", TODAY, stdin=f"{GOOD}\n\n   \n{GOOD}\n".encode())
    numbers = [line.split()[0] for line in result.out.splitlines() if "+ +" in line]
    assert numbers == ["1", "4"]
    assert len(result.out.splitlines()) == 2
    assert result.status == 0
