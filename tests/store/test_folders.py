"""Names of plan files, and the plans of a folder."""

import datetime as dt
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from tests.strategies import plans

from smartgoal.errors import FileError
from smartgoal.model.goal import Goal
from smartgoal.model.plan import Plan
from smartgoal.store import Loaded, file_name, find_plans, load_many, save

DAY = dt.date(2026, 12, 6)


@pytest.mark.parametrize(
    ("client", "goal", "name"),
    [
        (None, Goal(platform="vk", metric="followers", deadline=DAY), "vk-followers-2026-12-06"),
        ("Корж & Ко", Goal(platform="vk", metric="sales", deadline=DAY), "korzh-ko-vk-sales-2026-12-06"),
        ("Café Zoë/../x", Goal(metric="leads"), "cafe-zoe-x-leads"),
        (None, Goal(platform="other:Яндекс Карты", metric="reviews"), "yandeks-karty-reviews"),
        (None, Goal(platforms=("vk", "telegram"), kind="milestone"), "vk-telegram-milestone"),
        ("咖啡", Goal(), "goal"),
    ],
)  # fmt: skip
def test_the_name_says_client_platform_metric_and_deadline(client: str | None, goal: Goal, name: str) -> None:
    assert file_name(Plan(client=client, goal=goal)) == f"{name}.smartgoal.toml"


def test_long_parts_and_long_names_are_cut() -> None:
    goal = Goal(platforms=("vk",), metric="other:" + "m" * 41, deadline=DAY)
    assert file_name(Plan(client="a" * 39 + "-b", goal=goal)) == f"{'a' * 39}-vk-{'m' * 40}-2026-12-06.smartgoal.toml"
    long = file_name(Plan(client="a" * 50, goal=replace(goal, platforms=("other:" + "p" * 50,))))
    assert long == f"{'a' * 40}-{'p' * 40}-{'m' * 23}.smartgoal.toml"
    assert len(long) == 120


@given(plans)
def test_every_name_is_one_that_every_file_system_takes(plan: Plan) -> None:
    name = file_name(plan)
    assert re.fullmatch(r"[a-z0-9_][a-z0-9_-]*\.smartgoal\.toml", name)
    assert len(name) <= 120


def test_plans_of_a_folder_are_found_in_order_without_drafts_and_backups(tmp_path: Path) -> None:
    names = ["b.smartgoal.toml", "a/c.smartgoal.toml"]
    others = [".b.smartgoal.draft.toml", "b.smartgoal.toml~", "smartgoal.toml", ".git/x.smartgoal.toml", "notes.toml"]
    for name in (*names, *others):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    assert find_plans(tmp_path) == [tmp_path / "a/c.smartgoal.toml", tmp_path / "b.smartgoal.toml"]


def test_a_broken_file_is_a_value_among_the_others(tmp_path: Path) -> None:
    good, broken = tmp_path / "a.smartgoal.toml", tmp_path / "b.smartgoal.toml"
    save(Plan(title="good"), good)
    broken.write_text("title = ", encoding="utf-8")
    (first, loaded), (second, error) = load_many(find_plans(tmp_path))
    assert (first, second) == (good, broken)
    assert isinstance(loaded, Loaded)
    assert isinstance(error, FileError)
