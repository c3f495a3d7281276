"""Plan files as they come: what is right loads, what is wrong is told with line, field and what is expected."""

import datetime as dt
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from smartgoal.errors import ExitCode, FileError
from smartgoal.model.plan import Measure, Plan
from smartgoal.store import load, loads

PLAN = """\
format = "smartgoal/1"
title = "Bakery"
created = 2026-11-22

[goal]
metric = "followers"
direction = "increase"
kind = "gain"
value = 120
deadline = 2027-01-15
limits = ["ad_spend <= 9000 RUB"]

[[point_a]]
platform = "vk"
date = 2026-11-22
[point_a.metrics]
followers = 640
reach = { value = 2100.5, per = "week" }
[point_a.history]
followers = [
  [2026-11-20, 637],
  [2026-11-21, 640],
]

[economics]
currency = "RUB"
spend = 1500

[[steps]]
title = "Agree on a joint contest"
due = 2026-12-05

[[steps]]
title = "Hold the contest"
cost = 1500
"""


def refused(content: str | bytes) -> FileError:
    with pytest.raises(FileError) as caught:
        loads(content, "plan.toml")
    return caught.value


def told(error: FileError) -> str:
    return f"{error.place}: {error.message.format(**error.values)}"


def changed(old: str, new: str) -> str:
    assert old in PLAN
    return PLAN.replace(old, new, 1)


def test_a_plan_loads_with_exact_numbers_and_dates() -> None:
    loaded = loads(PLAN, "plan.toml")
    assert loaded.problems == ()
    assert loaded.plan.goal.value == Decimal(120)
    assert loaded.plan.goal.deadline == dt.date(2027, 1, 15)
    assert loaded.plan.point_a[0].metrics == {
        "followers": Measure(Decimal(640)),
        "reach": Measure(Decimal("2100.5"), "week"),
    }
    assert loaded.plan.point_a[0].history["followers"][1] == (dt.date(2026, 11, 21), Decimal(640))
    assert loaded.plan.economics == {"currency": "RUB", "spend": Decimal(1500)}
    assert isinstance(loaded.plan.economics["spend"], Decimal)
    assert loaded.plan.steps[1].cost == Decimal(1500)


def test_a_plan_with_nothing_but_its_format_loads() -> None:
    assert loads('format = "smartgoal/1"', "plan.toml").plan == Plan()


@pytest.mark.parametrize(
    "content", [PLAN.replace("\n", "\r\n").encode(), PLAN.encode("utf-8-sig")], ids=["crlf", "bom"]
)
def test_line_ends_and_byte_order_mark_of_windows_change_nothing(content: bytes) -> None:
    assert loads(content, "plan.toml").plan == loads(PLAN, "plan.toml").plan


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("value = 120", 'value = "120"', "plan.toml:9: goal.value: a number is expected"),
        ("value = 120", "value = true", "plan.toml:9: goal.value: a number is expected"),
        ("value = 120", "value = [120]", "plan.toml:9: goal.value: a number is expected"),
        ("value = 120", "value = nan", "plan.toml:9: goal.value: the number is too large or too fine"),
        ("value = 120", "value = -inf", "plan.toml:9: goal.value: the number is too large or too fine"),
        ("value = 120", "value = 1e999", "plan.toml:9: goal.value: the number is too large or too fine"),
        ("value = 120", "value = 1e-999", "plan.toml:9: goal.value: the number is too large or too fine"),
        ("value = 120", "value = " + "9" * 40, "plan.toml:9: goal.value: the number is too large or too fine"),
        ("deadline = 2027-01-15", 'deadline = "2027-01-15"', "plan.toml:10: goal.deadline: a date is expected"),
        ("deadline = 2027-01-15", "deadline = 2027-01-15T00:00:00", "plan.toml:10: goal.deadline: a date is expected"),
        ("deadline = 2027-01-15", "deadline = 0", "plan.toml:10: goal.deadline: a date is expected"),
        ("deadline = 2027-01-15", "hold = 1", "plan.toml:10: goal.hold: true or false is expected"),
        ("deadline = 2027-01-15", "platforms = 'vk'", "plan.toml:10: goal.platforms: a list in brackets is expected"),
        ('"followers"', "3", "plan.toml:6: goal.metric: text in quotes is expected"),
        ('"increase"', '"up"', "plan.toml:7: goal.direction: one of these is expected: increase, decrease."),
        ('["ad_spend <= 9000 RUB"]', '["a", 3]', "plan.toml:11: goal.limits[2]: text in quotes is expected"),
        ('[[steps]]\ntitle = "Hold the contest"', "[[steps]]", "plan.toml:33: steps[2].title is missing."),
        ("cost = 1500", 'cost = "1500"', "plan.toml:35: steps[2].cost: a number is expected"),
        ("date = 2026-11-22\n", "", "plan.toml:13: point_a[1].date is missing."),
        ("followers = 640", 'followers = "640"', "plan.toml:17: point_a[1].metrics.followers: a number is expected"),
        ('per = "week"', 'per = "weekly"', "plan.toml:18: point_a[1].metrics.reach.per: one of these is expected"),
        ("637]", '"637"]', "plan.toml:20: point_a[1].history.followers[1][2]: a list of [date, number] is expected"),
        ("637]", "637, 1]", "plan.toml:20: point_a[1].history.followers[1]: a list of [date, number] is expected"),
        (", 637]", "]", "plan.toml:20: point_a[1].history.followers[1]: a list of [date, number] is expected"),
        ("spend = 1500", "spend = 2026-01-01", "plan.toml:27: economics.spend: a number or text is expected"),
        ("[economics]", "[[economics]]", "plan.toml:25: economics: a table with keys is expected"),
        ("[[steps]]", "[[progress]]\ndate=2026-12-01\nstep=1.5\n[[steps]]", "plan.toml:31: progress[1].step: a whole"),
    ],
)  # fmt: skip
def test_a_wrong_type_is_told_with_line_field_and_what_is_expected(old: str, new: str, expected: str) -> None:
    error = refused(changed(old, new))
    assert told(error).startswith(expected)
    assert error.exit_code is ExitCode.FILE


def test_tables_in_place_of_values_and_values_in_place_of_tables_are_told() -> None:
    assert told(refused('format = "smartgoal/1"\ngoal = 3')).startswith("plan.toml:2: goal: a table with keys")
    assert told(refused('format = "smartgoal/1"\nsteps = "a"')).startswith("plan.toml:2: steps: a list in brackets")
    assert told(refused('format = "smartgoal/1"\nsteps = ["a"]')).startswith("plan.toml:2: steps[1]: a table with")
    assert told(refused('format = "smartgoal/1"\n[title]\na = 1')).startswith("plan.toml:2: title: text in quotes")


def test_several_wrong_types_are_told_together_in_order_of_the_file() -> None:
    error = refused(changed("value = 120", 'value = "a"').replace("2026-12-05", "1").replace('"vk"', "1"))
    assert error.values["field"] == "goal.value"
    assert error.values["also"] == ("point_a[1].platform", "steps[1].due")
    assert error.advice is not None


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("a = vk", "1:5", "Text goes in quotes"),
        ("a = 2,5", "1:6", "decimal point"),
        ("a = 06.12.2026", "1:6", "a date is written 2026-12-06"),
        ("a = 2026-02-30", "1:5", "no such date"),
        ('a = "x\nb = 1', "1:7", "quote is opened in this line"),
        ('a = """x', "1:9", "quote is opened"),
        ("a = 1\na = 2\nb = 1", "2:6", "twice"),
        ("[a]\n[a]", "2:3", "twice"),
        ("a = 1\n[b", "2:3", "bracket"),
        ("a = {b=1", "1:9", "bracket"),
        ("a", "1:2", "`key = value`"),
        ("цель = 1", "1:1", "`key = value`"),
        ('a = "c:\\qx"', "1:10", "backslash"),
        ("a = '\0'", "1:6", "may not stand here"),
    ],
)
def test_broken_toml_is_told_with_line_column_and_what_is_expected(text: str, place: str, words: str) -> None:
    error = refused(text)
    assert error.place == f"plan.toml:{place}"
    assert words in error.message


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"format = '\xd6\xe5\xeb\xfc'", "not in UTF-8"),
        (b'format = "smartgoal/1"\nx = "\xed\xa0\x80"', "not in UTF-8"),
        ('title = "\ud800"', "not in UTF-8"),
        ("a = " + "[" * 100_000, "nested too deep"),
        ("a" + ".a" * 400_000 + " = 1", "nested too deep"),
        ("[a" + ' . "b"' * 100_000 + "]", "nested too deep"),
        ("a = " + "9" * 5_000, "number in the file is too long"),
        ("#" * 1_000_001, "larger than 1 MB"),
    ],
    ids=[
        "cp1251",
        "surrogate in bytes",
        "surrogate in text",
        "deep list",
        "deep key",
        "deep header",
        "long number",
        "large",
    ],
)
def test_hostile_content_is_refused_with_its_reason(content: str | bytes, words: str) -> None:
    assert words in refused(content).message


@pytest.mark.parametrize(
    "text", ["a" * 900_000, "a " * 400_000, '\\"' * 400_000, "." * 900_000], ids=["word", "words", "quotes", "dots"]
)
def test_long_texts_are_no_deep_keys(text: str) -> None:
    assert loads(f'format = "smartgoal/1"\ntitle = "{text}"', "plan.toml").plan.title == text.replace("\\", "")


@pytest.mark.parametrize(("digits", "words"), [(60, "too large"), (6_000, "too long")])
def test_long_hexadecimal_numbers_are_refused(digits: int, words: str) -> None:
    number = "0x" + "f" * digits
    assert words in refused(changed("value = 120", f"value = {number}")).message
    assert words in refused(f'format = "smartgoal/1"\n[outcome]\ndate = 2026-01-01\nscale = {number}').message


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("", "it is missing"),
        ('format = "smartgoal/2"', "this version of smartgoal reads smartgoal/1"),
        ('format = "other/1"', "not a plan of smartgoal"),
        ("format = 1", "not a plan of smartgoal"),
    ],
)
def test_another_format_is_refused(line: str, words: str) -> None:
    error = refused(line)
    assert words in told(error)


def test_unknown_keys_are_kept_and_told_with_line_and_nearest_key() -> None:
    text = changed("deadline =", "deadlin =").replace("[economics]", "[ecconomics]").replace("cost =", '"a=b" =')
    problems = [(p.code, p.line, p.values["key"], p.values["nearest"]) for p in loads(text, "plan.toml").problems]
    assert problems == [
        ("unknown_key", 10, "goal.deadlin", "deadline"),
        ("unknown_key", 25, "ecconomics", "economics"),
        ("unknown_key", 35, "steps[2].a=b", None),
    ]


def test_a_key_in_the_wrong_table_is_told_with_its_right_place() -> None:
    (problem,) = loads('format = "smartgoal/1"\ndeadline = 2027-01-15', "plan.toml").problems
    assert problem.values["nearest"] == "goal.deadline"


def test_a_missing_file_a_folder_and_an_impossible_name_are_told(tmp_path: Path) -> None:
    for path, words in ((tmp_path / "no.toml", "no such file"), (tmp_path, "a folder"), (Path("a\0b"), "no such file")):
        with pytest.raises(FileError, match=words):
            load(path)


PIECES = st.sampled_from(
    ["[", "]", "{", "}", '"', "'", '"""', "=", ".", "\n", "#", "\\", "0", "-", "1e9", "\0", "é", "nan"]
)


def outcome(content: bytes) -> Plan | FileError:
    try:
        return loads(content, "plan.toml").plan
    except FileError as error:
        return error


@given(st.integers(0, len(PLAN)), st.integers(0, 30), st.lists(PIECES, max_size=6))
@settings(max_examples=300)
def test_a_damaged_plan_gives_a_plan_or_a_file_error(start: int, length: int, pieces: list[str]) -> None:
    found = outcome((PLAN[:start] + "".join(pieces) + PLAN[start + length :]).encode())
    assert isinstance(found, Plan) or (found.place and found.message.format(**found.values))


@given(st.binary(max_size=200))
@example(b"")
def test_any_bytes_give_a_file_error(content: bytes) -> None:
    assert isinstance(outcome(content), FileError)


@pytest.mark.parametrize("day", ["0001-01-01", "0206-12-06", "1899-12-31", "2200-01-01", "9999-12-31"])
def test_a_day_of_another_age_is_a_slip_of_the_hand(day: str) -> None:
    with pytest.raises(FileError, match="between the years") as caught:
        loads(f'format = "smartgoal/1"\n[goal]\ndeadline = {day}\n', "plan.toml")
    assert caught.value.place == "plan.toml:3"
    assert caught.value.values["field"] == "goal.deadline"


@pytest.mark.parametrize("language", ["fr", "../../ru", "", "ru\\u202e"])
def test_a_language_that_nobody_speaks_here_is_told(language: str) -> None:
    with pytest.raises(FileError, match="one of these") as caught:
        loads(f'format = "smartgoal/1"\nlanguage = "{language}"\n', "plan.toml")
    assert caught.value.place == "plan.toml:2"
    assert caught.value.values["choices"] == "ru, en"
