"""What an interrupted wizard leaves behind."""

import os
from pathlib import Path

import pytest

from smartgoal.errors import FileError
from smartgoal.model.plan import Plan
from smartgoal.store import drafts
from smartgoal.store.drafts import Draft

DRAFT = Draft(Plan(title="Пекарня"), {"goal": "120 подписчиков\nдо 15 января", "owner": ""})


def test_a_draft_comes_back_with_its_answers_in_order(tmp_path: Path) -> None:
    output = tmp_path / "bakery.smartgoal.toml"
    drafts.keep(Draft(), output)
    drafts.keep(DRAFT, output)
    assert drafts.resume(output) == DRAFT
    assert [entry.name for entry in tmp_path.iterdir()] == [".bakery.smartgoal.draft.toml"]


def test_a_damaged_character_does_not_stop_the_wizard(tmp_path: Path) -> None:
    drafts.keep(Draft(Plan(), {"goal": "more \ud83c followers"}), tmp_path / "plan.smartgoal.toml")
    assert drafts.resume(tmp_path / "plan.smartgoal.toml") == Draft(Plan(), {"goal": "more ? followers"})


def test_no_draft_is_no_error(tmp_path: Path) -> None:
    assert drafts.resume(tmp_path / "bakery.smartgoal.toml") is None
    drafts.discard(tmp_path / "bakery.smartgoal.toml")


def test_a_discarded_draft_is_gone(tmp_path: Path) -> None:
    output = tmp_path / "bakery.smartgoal.toml"
    drafts.keep(DRAFT, output)
    drafts.discard(output)
    assert list(tmp_path.iterdir()) == []


def test_waiting_drafts_are_found_the_latest_first(tmp_path: Path) -> None:
    outputs = [tmp_path / f"{name}.smartgoal.toml" for name in ("first", "second")]
    for moment, output in enumerate(outputs):
        drafts.keep(DRAFT, output)
        os.utime(drafts.draft_path(output), (moment, moment))
    assert drafts.waiting(tmp_path) == outputs[::-1]


@pytest.mark.parametrize("rest", ["draft = 3", "[draft]\nanswers = 3", "[draft]\nanswers = [{ question = 1 }]"])
def test_a_draft_that_was_spoilt_is_told_and_kept(tmp_path: Path, rest: str) -> None:
    output = tmp_path / "bakery.smartgoal.toml"
    drafts.draft_path(output).write_text(f'format = "smartgoal/1"\n{rest}', encoding="utf-8")
    with pytest.raises(FileError, match="draft cannot be understood"):
        drafts.resume(output)
    assert drafts.draft_path(output).exists()


def test_a_folder_that_takes_files_passes_without_a_trace(tmp_path: Path) -> None:
    drafts.check_writable(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_takes_no_files_is_told_before_the_first_question(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="folder does not exist"):
        drafts.check_writable(tmp_path / "none")
