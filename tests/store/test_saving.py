"""The text of a plan file, and how it gets to the disk."""

import datetime as dt
import errno
import os
import stat
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from tests.strategies import plans

from smartgoal.errors import FileError
from smartgoal.model.goal import Goal
from smartgoal.model.plan import Accepted, Change, Measure, Outcome, Plan, Progress, Snapshot, Step
from smartgoal.store import dumps, load, loads, save
from smartgoal.store.files import told_as_file_error
from smartgoal.store.text import literal
from smartgoal.store.writing import write_text

LONG = "Договориться с цветочной мастерской и пекарней о совместном розыгрыше с общим постом и двумя призами"
PLAN = Plan(
    title='Пекарня «Корж»: "120" новых\nподписчиков',
    language="ru",
    created=dt.date(2026, 11, 22),
    goal=Goal(
        metric="followers", direction="increase", kind="gain", value=Decimal("120.0"), limits=("cost <= 9", LONG)
    ),
    point_a=(
        Snapshot(
            platform="vk",
            date=dt.date(2026, 11, 22),
            metrics={"followers": Measure(Decimal(640)), "reach": Measure(Decimal("2100.50"), "week")},
            history={"followers": tuple((dt.date(2026, 11, day), Decimal(630 + day)) for day in range(1, 7))},
        ),
    ),
    economics={"currency": "RUB", "spend": Decimal("1E+3"), "margin": Decimal("0.35")},
    steps=(Step(title="a"), Step(title=LONG, due=dt.date(2026, 12, 5), cost=Decimal(0))),
    accepted=(Accepted(rule="A04"),),
    changes=(Change(what="value", old="100", new="120", date=dt.date(2026, 12, 1)),),
    progress=(Progress(date=dt.date(2026, 11, 29), value=Decimal(-0)),),
    outcome=Outcome(date=dt.date(2027, 1, 15), scale=-1),
)
TEXT = f"""\
format = "smartgoal/1"
title = "Пекарня «Корж»: \\"120\\" новых\\nподписчиков"
language = "ru"
created = 2026-11-22

[goal]
metric = "followers"
direction = "increase"
kind = "gain"
value = 120
limits = [
  "cost <= 9",
  "{LONG}",
]

[[point_a]]
platform = "vk"
date = 2026-11-22
source = "typed"

[point_a.metrics]
followers = 640
reach = {{ value = 2100.5, per = "week" }}

[point_a.history]
followers = [
  [2026-11-01, 631], [2026-11-02, 632], [2026-11-03, 633], [2026-11-04, 634], [2026-11-05, 635],
  [2026-11-06, 636],
]

[economics]
currency = "RUB"
spend = 1000
margin = 0.35

[[steps]]
title = "a"

[[steps]]
title = "{LONG}"
due = 2026-12-05
cost = 0

[[accepted]]
rule = "A04"

[[changes]]
what = "value"
old = "100"
new = "120"
date = 2026-12-01

[[progress]]
date = 2026-11-29
value = 0

[outcome]
date = 2027-01-15
scale = -1
"""


def test_the_text_of_a_plan_is_pinned() -> None:
    assert dumps(PLAN) == TEXT


@given(plans)
@settings(deadline=None)
def test_a_saved_plan_loads_as_it_was_and_is_written_the_same_again(plan: Plan) -> None:
    text = dumps(plan)
    loaded = loads(text, "plan.toml")
    assert loaded.plan == plan
    assert loaded.problems == ()
    assert dumps(loaded.plan) == text


def test_a_file_that_is_there_is_replaced_only_when_forced_and_stays_as_a_backup(tmp_path: Path) -> None:
    path = tmp_path / "plan.smartgoal.toml"
    path.write_text("mine", encoding="utf-8")
    with pytest.raises(FileError, match="already exists"):
        save(PLAN, path)
    assert path.read_text(encoding="utf-8") == "mine"
    save(PLAN, path, force=True)
    assert load(path).plan == PLAN
    assert (tmp_path / "plan.smartgoal.toml~").read_text(encoding="utf-8") == "mine"


def test_permissions_and_links_are_kept(tmp_path: Path) -> None:
    target = tmp_path / "kept" / "plan.toml"
    target.parent.mkdir()
    target.write_text("old", encoding="utf-8")
    target.chmod(0o640)
    link = tmp_path / "link.toml"
    link.symlink_to(target)
    save(PLAN, link, force=True)
    assert link.is_symlink()
    assert load(target).plan == PLAN
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_a_new_file_has_the_permissions_of_any_new_file(tmp_path: Path) -> None:
    save(PLAN, tmp_path / "plan.toml")
    (tmp_path / "other").touch()
    assert (tmp_path / "plan.toml").stat().st_mode == (tmp_path / "other").stat().st_mode


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("no/plan.toml", "folder does not exist"),
        ("n" * 300 + ".toml", "name is too long"),
        ("a\0b", "cannot be written"),
        (".", "already exists"),
    ],
    ids=["no folder", "long name", "NUL", "folder"],
)
def test_a_place_that_cannot_be_written_is_told(tmp_path: Path, name: str, words: str) -> None:
    with pytest.raises(FileError, match=words):
        save(PLAN, tmp_path / name)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_not_replaced_even_when_forced(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="a folder"):
        save(PLAN, tmp_path, force=True)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pipes with names")
def test_a_device_or_pipe_is_never_replaced(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(FileError, match="not an ordinary file"):
        save(PLAN, tmp_path / "pipe", force=True)
    assert (tmp_path / "pipe").is_fifo()


@pytest.mark.parametrize("number", ["NaN", "Infinity", "1E+999999", "1E-999999", "-1E+20"])
def test_a_number_that_could_not_be_loaded_again_is_not_written(tmp_path: Path, number: str) -> None:
    with pytest.raises(FileError) as caught:
        save(Plan(goal=Goal(value=Decimal(number))), tmp_path / "plan.toml")
    assert caught.value.values["field"] == "goal.value"
    assert list(tmp_path.iterdir()) == []


def test_a_number_that_was_worked_out_is_written_with_the_digits_that_can_be_meant(tmp_path: Path) -> None:
    third = Decimal(136) / 3
    save(Plan(goal=Goal(value=third)), tmp_path / "plan.toml")
    assert load(tmp_path / "plan.toml").plan.goal.value == Decimal("45.33333333")


@pytest.mark.parametrize(("width", "a_line"), [(7, 9), (6, 9), (5, 11), (60, 1), (110, 1)])
def test_long_lists_are_filled_into_lines_of_a_hundred(width: int, a_line: int) -> None:
    lines = literal(["x" * width] * 23).splitlines()
    assert (lines[0], lines[-1]) == ("[", "]")
    counts = [line.count("x" * width) for line in lines[1:-1]]
    assert counts == [a_line] * (23 // a_line) + [23 % a_line] * (23 % a_line > 0)
    assert width > 100 or max(map(len, lines)) <= 100


@pytest.mark.parametrize(("width", "lines"), [(74, 1), (75, 3)])
def test_a_list_of_up_to_eighty_signs_stays_on_one_line(width: int, lines: int) -> None:
    assert len(literal(["x" * width, 22]).splitlines()) == lines


@pytest.mark.parametrize(
    ("text", "words"),
    [("0123456789abcdefghijklmnop\ud83c", "6789abcdefghijklmnop"), ("to the\ud83c end", "to the"), ("\ud83c", "")],
)
def test_up_to_twenty_signs_before_a_damaged_character_are_told(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(FileError) as caught:
        write_text(tmp_path / "notes.md", text)
    assert caught.value.values["words"] == words


def test_an_error_that_the_system_does_not_number_is_told_without_a_guess(tmp_path: Path) -> None:
    with pytest.raises(FileError, match=r"The file cannot be written\."), told_as_file_error(tmp_path):
        raise OSError("no number")


def test_half_a_character_is_told_with_the_words_before_it(tmp_path: Path) -> None:
    with pytest.raises(FileError) as caught:
        save(Plan(title="Bakery \ud83c"), tmp_path / "plan.toml")
    assert "Bakery" in caught.value.values["words"]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows has other permissions")
@pytest.mark.parametrize("read_only", ["file", "folder"])
def test_a_read_only_file_or_folder_is_left_alone(
    tmp_path: Path, read_only: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "plan.toml"
    path.write_text("mine", encoding="utf-8")
    if os.geteuid() == 0:  # root may write anywhere, so the system's answer is played
        faults = {"file": ("access", lambda *_: False), "folder": ("open", refusing(os.open, errno.EACCES))}
        monkeypatch.setattr(os, *faults[read_only])
    else:
        (path if read_only == "file" else tmp_path).chmod(0o500)
    with pytest.raises(FileError, match="No permission"):
        save(PLAN, path, force=True)
    monkeypatch.undo()
    tmp_path.chmod(0o700)
    assert path.read_text(encoding="utf-8") == "mine"
    assert list(tmp_path.iterdir()) == [path]


def refusing(real: Callable[..., Any], code: int) -> Callable[..., Any]:
    """Play a system that refuses to make files."""

    def call(path: Any, flags: int, *rest: Any) -> Any:
        if flags & os.O_CREAT:
            raise OSError(code, os.strerror(code), str(path))
        return real(path, flags, *rest)

    return call


def test_signs_that_steer_a_terminal_are_spelt_in_the_file() -> None:
    plan = Plan(title="a\x1b[31m\u202eb\x9b", economics={"\u2066": "\u2069"})
    text = dumps(plan)
    assert text.replace("\n", "").isprintable()
    assert loads(text, "plan").plan == plan
