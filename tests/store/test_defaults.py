"""The smartgoal.toml of a folder."""

from decimal import Decimal
from pathlib import Path

import pytest

from smartgoal.errors import FileError
from smartgoal.store import read_defaults, read_table

TEXT = """\
[defaults]
owner = "Olga"
currency = "RUB"
working_hours = "10:00-19:00"
ovner = "Olga"

[defaults.map]
"Подписчики" = "followers"

[clients."Bakery on the Square"]
budget = 30000.50
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "smartgoal.toml").write_text(TEXT, encoding="utf-8")
    return tmp_path


def test_defaults_columns_and_budgets_are_read(folder: Path) -> None:
    found = read_defaults(folder / "smartgoal.toml")
    assert found.values == {"owner": "Olga", "currency": "RUB", "working_hours": "10:00-19:00"}
    assert found.columns == {"Подписчики": "followers"}
    assert found.budgets == {"Bakery on the Square": Decimal("30000.50")}
    assert found.file == folder / "smartgoal.toml"


def test_unknown_keys_are_told_with_the_nearest_one(folder: Path) -> None:
    (problem,) = read_defaults(folder / "smartgoal.toml").problems
    assert (problem.code, problem.line) == ("unknown_key", 5)
    assert problem.values == {"key": "defaults.ovner", "nearest": "owner"}


@pytest.mark.parametrize(
    ("text", "place", "field"),
    [
        ("[defaults]\nowner = 3", 2, "defaults.owner"),
        ("defaults = 3", 1, "defaults"),
        ("clients = 3", 1, "clients"),
        ("[defaults]\nmap = 3", 2, "defaults.map"),
        ("[defaults.map]\na = 3", 2, "defaults.map.a"),
        ("[clients]\na = 3", 2, "clients.a"),
        ('[clients.a]\nbudget = "3"', 2, "clients.a.budget"),
        ("[clients.a]\nbudget = true", 2, "clients.a.budget"),
        ("[clients.a]\nbudget = nan", 2, "clients.a.budget"),
    ],
)
def test_a_wrong_type_is_told_with_line_and_field(tmp_path: Path, text: str, place: int, field: str) -> None:
    file = tmp_path / "smartgoal.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(FileError) as caught:
        read_defaults(file)
    assert caught.value.place == f"{file}:{place}"
    assert caught.value.values["field"] == field


def test_any_table_is_read_with_exact_numbers(tmp_path: Path) -> None:
    (tmp_path / "answers.toml").write_text("baseline = 2.50", encoding="utf-8")
    assert read_table(tmp_path / "answers.toml") == {"baseline": Decimal("2.50")}
