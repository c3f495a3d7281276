"""Which smartgoal.toml counts for a folder."""

from pathlib import Path

import pytest

from smartgoal.cli.settings import defaults_for
from smartgoal.store import Defaults


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "smartgoal.toml").write_text('[defaults]\nowner = "Olga"\n', encoding="utf-8")
    (tmp_path / "clients" / "bakery").mkdir(parents=True)
    return tmp_path


@pytest.mark.parametrize("below", [".", "clients/bakery"])
def test_defaults_come_from_the_folder_or_its_parents(folder: Path, below: str) -> None:
    found = defaults_for(folder / below)
    assert found.values == {"owner": "Olga"}
    assert found.file == folder / "smartgoal.toml"


def test_the_nearest_file_counts_alone(folder: Path) -> None:
    (folder / "clients" / "smartgoal.toml").write_text('[defaults]\nmarket = "RU"\n', encoding="utf-8")
    assert defaults_for(folder / "clients").values == {"market": "RU"}


def test_no_file_gives_no_defaults(tmp_path: Path) -> None:
    assert defaults_for(tmp_path) == Defaults()
