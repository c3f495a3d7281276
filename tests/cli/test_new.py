import json
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartgoal.cli.answers.fields import Stat, joined_step, parse_stat, split_step
from smartgoal.model.plan import Measure
from smartgoal.store import load

from .conftest import TODAY, Run

GOAL = ("--goal", "250 new followers on VK in two weeks", "--today", TODAY)


def test_flags_make_a_plan_without_asking(run: Run, tmp_path: Path) -> None:
    result = run("new", *GOAL, "--stat", "vk.followers=1840", "--owner", "Anna", "--steps", "auto", "--no-input")
    assert result.status == 0
    (file,) = tmp_path.glob("*.smartgoal.toml")
    assert file.name == "vk-followers-2026-12-06.smartgoal.toml"
    assert file.name in result.out
    plan = load(file).plan
    assert plan.goal.baseline == 1840
    assert plan.owner == "Anna"
    assert 3 <= len(plan.steps) <= 4


def test_everything_that_is_missing_is_named_at_once(run: Run) -> None:
    result = run("new", "--metric", "followers", "--no-input")
    assert result.status == 2
    for flag in ("--target", "--by", "--step"):
        assert flag in result.err


def test_without_a_terminal_nothing_is_asked(run: Run) -> None:
    result = run("new", *GOAL)
    assert result.status == 2
    assert "--step" in result.err


def test_a_dry_run_prints_the_plan_and_saves_nothing(run: Run, tmp_path: Path) -> None:
    result = run("new", *GOAL, "--steps", "auto", "--no-input", "--dry-run")
    assert result.status == 0
    assert result.out.startswith('format = "smartgoal/1"')
    assert list(tmp_path.iterdir()) == []


def test_the_same_answers_give_the_same_file_to_the_byte(run: Run, tmp_path: Path) -> None:
    for name in ("one", "two"):
        run("new", *GOAL, "--steps", "auto", "--no-input", "-o", str(tmp_path / f"{name}.smartgoal.toml"))
    one, two = sorted(tmp_path.glob("*.toml"))
    assert one.read_bytes() == two.read_bytes()


def test_a_file_is_not_replaced_unasked(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "plan.smartgoal.toml"
    path.write_text("mine", encoding="utf-8")
    arguments = ("new", *GOAL, "--steps", "auto", "--no-input", "-o", str(path))
    assert run(*arguments).status == 3
    assert path.read_text(encoding="utf-8") == "mine"
    assert run(*arguments, "--force").status == 0


def test_strict_saves_nothing_when_a_criterion_fails(run: Run, tmp_path: Path) -> None:
    goal = ("--metric", "followers", "--target", "100", "--baseline", "1840", "--direction", "increase", "--by", "2w")
    result = run("new", *goal, "--steps", "auto", "--no-input", "--strict", "--today", TODAY)
    assert result.status == 1
    assert "A02" in result.err
    assert list(tmp_path.iterdir()) == []


def test_a_part_given_by_its_own_flag_wins_over_the_sentence(run: Run, tmp_path: Path) -> None:
    run("new", *GOAL, "--target", "+300", "--platform", "telegram", "--steps", "auto", "--no-input")
    (file,) = tmp_path.glob("*.toml")
    goal = load(file).plan.goal
    assert (goal.value, goal.platform, goal.metric) == (Decimal(300), "telegram", "followers")
    assert goal.statement == "250 new followers on VK in two weeks"


@pytest.mark.parametrize(
    ("target", "metric", "kind", "value", "unit", "direction", "per"),
    [
        ("+250", "followers", "gain", 250, "count", "increase", None),
        ("-15", "questions", "gain", 15, "count", "decrease", None),
        ("+20%", "views", "percent", 20, "percent", "increase", None),
        ("-20%", "cost_per_lead", "percent", 20, "percent", "decrease", None),
        ("x2", "followers", "factor", 2, "ratio", "increase", None),
        ("10/week", "sales", "rate", 10, "count", "increase", "week"),
        ("1500", "followers", "level", 1500, "count", "increase", None),
        ("100", "leads", "total", 100, "count", "increase", None),
        ("10m", "response_time", "level", 10, "minute", "decrease", None),
    ],
)
def test_every_form_of_target_is_understood(
    run: Run, target: str, metric: str, kind: str, value: int, unit: str, direction: str, per: str | None
) -> None:
    arguments = ("--metric", metric, "--target", target, "--by", "2027-01-31", "--steps", "auto", "--no-input")
    result = run("new", *arguments, "--dry-run", "--json", "--today", TODAY)
    goal = json.loads(result.out)["goal"]
    found = (goal["kind"], goal["value"], goal["unit"], goal["direction"], goal["per"])
    assert found == (kind, value, unit, direction, per)


def test_an_answers_file_has_the_same_keys_and_flags_win(run: Run, tmp_path: Path) -> None:
    answers = tmp_path / "answers.toml"
    answers.write_text(
        'metric = "followers"\nplatform = "vk"\ntarget = "+250"\nby = 2026-12-06\nowner = "Anna"\nsteps = "auto"\n'
        'stat = ["vk.followers=1840"]\n',
        encoding="utf-8",
    )
    result = run("new", "--answers", str(answers), "--owner", "Boris", "--no-input", "--today", TODAY)
    assert result.status == 0
    (file,) = tmp_path.glob("*.smartgoal.toml")
    plan = load(file).plan
    assert plan.owner == "Boris"
    assert plan.goal.value == 250


def test_an_unknown_key_of_an_answers_file_is_told_with_the_known_ones(run: Run, tmp_path: Path) -> None:
    answers = tmp_path / "answers.toml"
    answers.write_text('metrik = "followers"\n', encoding="utf-8")
    result = run("new", "--answers", str(answers), "--no-input")
    assert result.status == 3
    assert "metrik" in result.err
    assert "metric" in result.err


def test_folder_defaults_are_used_and_can_be_ignored(run: Run, tmp_path: Path) -> None:
    (tmp_path / "smartgoal.toml").write_text('[defaults]\nowner = "Vera"\n', encoding="utf-8")
    with_defaults = run("new", *GOAL, "--steps", "auto", "--no-input", "--dry-run")
    without = run("new", *GOAL, "--steps", "auto", "--no-input", "--dry-run", "--no-config")
    assert 'owner = "Vera"' in with_defaults.out
    assert "Vera" not in without.out


FIELD = st.text(st.characters(exclude_categories=("Cs", "Cc"))).map(str.strip)


@given(title=FIELD.filter(bool), owner=FIELD.filter(bool))
def test_a_step_survives_its_flag(title: str, owner: str) -> None:
    assert split_step(joined_step(title, {"owner": owner})) == (title, {"owner": owner})


def test_a_list_of_answer_times_gives_its_median_in_minutes() -> None:
    assert parse_stat("response_time=12,45,7min").measure.value == Decimal(12)
    assert parse_stat("response_time=45 min; 33 min; 1 h").measure.value == Decimal(45)
    assert parse_stat("response_time=2h").measure.value == Decimal(120)


def test_a_flow_says_its_period() -> None:
    stat = parse_stat("vk.reach=5400/week")
    assert stat == Stat("vk", "reach", Measure(Decimal(5400), "week"))
    assert parse_stat("vk.likes=700/месяц").measure == Measure(Decimal(700), "month")


@pytest.mark.parametrize(
    "text",
    [
        "followers",
        "=5",
        "vk.followers=",
        "vk.reach=5/fortnight",
        "vk.reach=many",
        "vk.followers=5/week",
        "response_time=45, 12, 33, 1h",
    ],
)
def test_a_stat_that_is_not_understood_says_how_to_write_it(run: Run, text: str) -> None:
    result = run("new", *GOAL, "--stat", text, "--no-input")
    assert result.status == 2
    assert "--stat vk.followers=1840" in result.err


@pytest.mark.parametrize(
    ("goal", "way"),
    [
        ("Не более 10 отписок в неделю до 1 марта", "decrease"),
        ("At most 5 negative reviews a month until March 1", "decrease"),
        ("Ad spend under 30000 RUB a month until March 31", "decrease"),
        ("At least 5 reviews a month until March 1", "increase"),
    ],
)
def test_a_ceiling_is_not_grown_to(run: Run, goal: str, way: str) -> None:
    out = run("new", "--goal", goal, "--steps", "auto", "--no-input", "--dry-run", "--today", TODAY, "--json").out
    assert json.loads(out.splitlines()[0])["goal"]["direction"] == way


@pytest.mark.parametrize("stat", ["leads=10/week", "leads=7/day", "leads=100/quarter"])
def test_a_number_of_another_period_is_saved_with_as_many_places_as_it_has_sense(
    run: Run, tmp_path: Path, stat: str
) -> None:
    goal = ("--goal", "50 leads a month until March 31", "--today", TODAY, "--stat", stat)
    assert run("new", *goal, "--steps", "auto", "--no-input", "-o", str(tmp_path / "made.toml")).status == 0
    baseline = load(tmp_path / "made.toml").plan.goal.baseline
    assert baseline is None or len(str(baseline)) < 8


def test_customers_a_week_are_the_start_of_a_pace_a_day(run: Run, tmp_path: Path) -> None:
    plan = tmp_path / "plan.smartgoal.toml"
    goal = "1 new customer a day on VK until 28 February 2027"
    run("new", "--goal", goal, "--stat", "customers=3/week", "--owner", "A", "--steps",
        "auto", "--no-input", "-o", str(plan), "--today", "2026-11-23")  # fmt: skip
    assert "baseline = 0.43" in plan.read_text(encoding="utf-8")
    run("log", str(plan), "0.5", "--today", "2026-12-01")
    assert "12% of the way" in run("status", str(plan), "--today", "2026-12-01", "--lang", "en").out


def test_what_the_catalogue_has_not_keeps_its_name(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "self.smartgoal.toml"
    run("new", "--goal", "40 selfies with our cup in a month", "--owner", "L", "--steps", "auto", "--no-input",
        "-o", str(path), "--today", "2026-12-01")  # fmt: skip
    assert load(path).plan.title == "Selfies: 40"
    run("log", str(path), "12", "--today", "2026-12-10")
    assert "| Selfies | 12 |" in run("export", str(path), "--for", "client").out
    again = run("new", "--from", str(path), "--target", "60", "--by", "2027-01-31", "--steps", "auto", "--no-input",
                "-o", str(tmp_path / "next.smartgoal.toml"), "--today", "2027-01-02")  # fmt: skip
    assert again.status == 0
