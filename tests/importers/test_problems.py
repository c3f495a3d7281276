import re
from pathlib import Path

import pytest

import smartgoal.importers
from smartgoal.importers import problem_rows
from smartgoal.importers.problems import Problems, problem

SOURCES = Path(smartgoal.importers.__file__).parent
USED = {
    code
    for source in SOURCES.rglob("*.py")
    for code in re.findall(r"(?:problem|problems\.add|told)\(\s*\"(\w+)\"", source.read_text(encoding="utf-8"))
}
CHOSEN = {  # by a condition
    "level_rebuilt", "level_is_bound", "number_became_date", "bad_number",
    "planned_column", "foreign_column", "not_a_count", "running_column", "same_name", "second_column",
    "fractions_taken", "fraction_or_percent",
}  # fmt: skip


def test_every_problem_has_a_row_and_every_row_is_used() -> None:
    assert set(problem_rows()) == USED | CHOSEN


@pytest.mark.parametrize("code", problem_rows())
def test_both_languages_say_the_same_values(code: str) -> None:
    row = problem_rows()[code]
    for texts in (row.messages, row.advice):
        assert set(texts) in ({"ru", "en"}, set())
        if texts:
            names = [set(re.findall(r"\{(\w+)", texts[language])) for language in ("ru", "en")]
            assert names[0] == names[1]


def test_many_of_one_kind_are_counted_and_not_listed() -> None:
    problems = Problems()
    for line in range(100):
        problems.add("broken_row", line)
    listed = problems.listed()
    assert len(listed) == 6
    assert (listed[-1].code, listed[-1].values) == ("more", {"kind": "broken_row", "count": 95})


def test_words_of_a_file_are_harmless_in_a_problem() -> None:
    assert problem("unknown_title", title="a\x1b[2Jb").values == {"title": "a [2Jb"}
