"""The end of a goal, and the next one."""

import dataclasses
import io
from pathlib import Path

import pytest

from smartgoal.cli.boundary import guarded
from smartgoal.cli.environment import Environment
from smartgoal.language import load as load_language
from smartgoal.store import load

from .conftest import Run, stream, text_of
from .saved import GAIN, plan_of, saved


def test_the_result_its_step_and_the_lesson_are_kept(run: Run, tmp_path: Path) -> None:
    path = saved(tmp_path)
    result = run("close", str(path), "2120", "--why", "the fair", "--lesson", "ask early", "--today", "2026-11-30")
    outcome = load(path).plan.outcome
    assert outcome is not None
    assert (outcome.scale, outcome.why, outcome.lesson) == (1, "the fair", "ask early")
    assert "On the scale from -2 to +2: +1 – more than expected." in result.out
    assert "For next time: ask early" in run("status", str(path), "--today", "2026-12-05").out


def test_without_a_number_the_last_check_in_closes(run: Run, tmp_path: Path) -> None:
    path = saved(tmp_path)
    assert run("close", str(path), "--today", "2026-11-30").status == 2
    run("log", str(path), "2000", "--today", "2026-11-29")
    run("close", str(path), "--today", "2026-11-30")
    outcome = load(path).plan.outcome
    assert outcome is not None
    assert (str(outcome.value), outcome.scale) == ("2000", -1)


def test_a_number_read_earlier_closes_as_of_its_own_day(run: Run, tmp_path: Path) -> None:
    path = saved(tmp_path)
    run("log", str(path), "2000", "--today", "2026-11-15")
    run("close", str(path), "--today", "2026-11-30")
    outcome = load(path).plan.outcome
    assert outcome is not None
    assert outcome.date.isoformat() == "2026-11-15"


def test_a_kept_level_tells_at_how_many_check_ins_it_held(run: Run, tmp_path: Path) -> None:
    path = saved(tmp_path, "hold", plan_of("hold"))
    run("log", str(path), "4.7", "--today", "2026-09-08")
    run("log", str(path), "4.8", "--today", "2026-11-30")
    out = run("close", str(path), "--today", "2026-12-01").out
    assert "It held at 50% of check-ins." in out
    assert "-1 – less than expected" in out


def test_closing_again_corrects_the_number_and_keeps_the_lesson(run: Run, tmp_path: Path) -> None:
    path = saved(tmp_path)
    run("close", str(path), "2000", "--lesson", "ask early", "--today", "2026-11-30")
    run("close", str(path), "2100", "--today", "2026-12-01")
    outcome = load(path).plan.outcome
    assert outcome is not None
    assert (str(outcome.value), outcome.lesson) == ("2100", "ask early")


def test_closing_again_tells_what_it_replaces(run: Run, tmp_path: Path) -> None:
    path = saved(tmp_path)
    assert "already" not in run("close", str(path), "2000", "--today", "2026-11-30").out
    again = run("close", str(path), "2100", "--today", "2026-12-01").out
    assert "The plan was closed already, with 2,000 of 30 November 2026: this is replaced." in again


@pytest.mark.parametrize(
    ("scale", "said"),
    [("9", "one of these is expected: -2, -1, 0, 1, 2."), ("-3", "one of these is expected"),
     ("1.5", "a whole number is expected"), ("true", "a whole number is expected")],
)  # fmt: skip
def test_a_step_beyond_the_scale_is_told_with_its_line(run: Run, tmp_path: Path, scale: str, said: str) -> None:
    path = saved(tmp_path, text=f"{GAIN}\n[outcome]\ndate = 2026-11-30\nscale = {scale}\n")
    result = run("status", str(path), "--today", "2026-12-01")
    line = GAIN.count("\n") + 4
    assert (result.status, f":{line}" in result.err) == (3, True)
    assert f"outcome.scale: {said}" in result.err


class Terminal(io.TextIOWrapper):
    def isatty(self) -> bool:
        return True


def in_terminal(typed: bytes, folder: Path, *arguments: str) -> tuple[int, str]:
    out = Terminal(io.BytesIO(), encoding="utf-8", write_through=True)
    environment = Environment(
        language=load_language("en"), language_wished=True, stdin=Terminal(io.BytesIO(typed), encoding="utf-8"),
        stdout=out, stderr=stream(), folder=folder, variables={"TERM": "xterm", "NO_COLOR": "1"},
    )  # fmt: skip
    return guarded(list(arguments), environment), text_of(out)


def test_in_a_terminal_reason_and_lesson_are_asked_and_may_be_skipped(tmp_path: Path) -> None:
    path = saved(tmp_path)
    status, out = in_terminal(b"\nask early\n", tmp_path, "close", str(path), "2100", "--today", "2026-11-30")
    outcome = load(path).plan.outcome
    assert outcome is not None
    assert (status, outcome.why, outcome.lesson) == (0, None, "ask early")
    assert out.startswith("Why did it end this way?")


def test_breaking_off_at_a_question_writes_nothing(tmp_path: Path) -> None:
    path = saved(tmp_path)
    assert in_terminal(b"", tmp_path, "close", str(path), "2100", "--today", "2026-11-30")[0] == 130
    assert load(path).plan.outcome is None


def begun(run: Run, path: Path, folder: Path, *flags: str) -> Path:
    new = folder / "next.smartgoal.toml"
    result = run("new", "--from", str(path), *flags, "--no-input", "--no-config", "-o", str(new), "--today",
                 "2026-12-01")  # fmt: skip
    assert result.status == 0
    return new


def test_the_next_period_starts_at_the_last_figure_with_the_steps_as_titles(run: Run, tmp_path: Path) -> None:
    path = saved(tmp_path)
    run("close", str(path), "2110", "--today", "2026-11-30")
    new = load(begun(run, path, tmp_path, "--target", "+200", "--by", "2027-02-28")).plan
    old = load(path).plan
    assert (str(new.goal.baseline), new.goal.metric, new.goal.limits) == ("2110", "followers", old.goal.limits)
    assert (new.owner, new.client, new.created and new.created.isoformat()) == ("Anna", "Bakery", "2026-12-01")
    bare = [dataclasses.replace(step, title="", start=None, due=None) for step in new.steps]
    assert bare == [type(new.steps[0])(title="")] * 3
    assert [step.due for step in new.steps if step.due] == sorted({step.due for step in new.steps if step.due})
    assert [step.title for step in new.steps] == [step.title for step in old.steps]
    assert not new.progress
    assert new.outcome is None


def test_the_next_period_may_have_proposed_steps(run: Run, tmp_path: Path) -> None:
    path = saved(tmp_path)
    flags = ("--target", "+200", "--by", "2027-02-28", "--steps", "auto")
    steps = load(begun(run, path, tmp_path, *flags)).plan.steps
    assert not {step.title for step in steps} & {step.title for step in load(path).plan.steps}
    assert steps[-1].due is not None
    assert steps[-1].due.isoformat() == "2027-02-28"


def test_number_and_date_are_what_the_next_period_misses(run: Run, tmp_path: Path) -> None:
    result = run("new", "--from", str(saved(tmp_path)), "--no-input", "--today", "2026-12-01")
    assert result.status == 2
    assert "--target" in result.err
    assert "--by" in result.err
    assert "--metric" not in result.err


@pytest.mark.parametrize("kind", ["total", "rate", "falling", "ratio", "reach", "hold", "milestone"])
def test_a_plan_of_every_kind_has_a_next_period(run: Run, tmp_path: Path, kind: str) -> None:
    path = saved(tmp_path, text=plan_of(kind))
    flags = () if kind == "milestone" else ("--target", "8")
    new, old = load(begun(run, path, tmp_path, *flags, "--by", "2027-02-28")).plan.goal, load(path).plan.goal
    assert (new.metric, new.per, new.hold) == (old.metric, old.per, old.hold)


def test_a_final_number_far_from_the_last_is_told_and_can_be_replaced(run: Run, tmp_path: Path) -> None:
    path = str(saved(tmp_path))
    assert run("log", path, "1900", "--today", "2026-10-01").status == 0
    slip = run("close", path, "21100", "--today", "2026-11-30")
    assert "21,100 is far from the last number, 1,900 on 1 October 2026" in slip.err
    assert "close the plan again" in slip.err
    right = run("close", path, "2110", "--today", "2026-11-30")
    assert right.err == ""


@pytest.mark.parametrize(
    ("last", "told"), [("300", "far from the last number"), ("25", "less than the 30"), ("60", "")]
)
def test_a_final_sum_ten_times_the_last_or_less_than_it_is_told(run: Run, tmp_path: Path, last: str, told: str) -> None:
    path = str(saved(tmp_path, text=plan_of("total")))
    assert run("log", path, "30", "--today", "2026-10-01").status == 0
    closed = run("close", path, last, "--today", "2026-11-30")
    assert closed.status == 0
    assert told in closed.err
    assert bool(told) == bool(closed.err)


def test_a_total_hands_on_what_came_in_between_its_check_ins(run: Run, tmp_path: Path) -> None:
    path = saved(tmp_path, "total", plan_of("total"))
    for day, value in (("09-08", 10), ("09-20", 25), ("10-12", 50), ("10-29", 65), ("11-30", 95)):
        run("log", str(path), str(value), "--today", f"2026-{day}")
    new = tmp_path / "next.smartgoal.toml"
    flags = ("--target", "120", "--by", "2027-02-28", "--steps", "auto", "--no-input", "--today", "2026-12-01")
    assert run("new", "--from", str(path), *flags, "-o", str(new)).status == 0
    rows = load(new).plan.point_a[-1].history["leads"]
    assert [(day.isoformat()[5:], int(value)) for day, value in rows] == [
        ("09-20", 15), ("10-12", 25), ("10-29", 15), ("11-30", 30),
    ]  # fmt: skip
    forecast = " ".join(run("forecast", str(new), "--today", "2026-12-01").out.split())
    assert "there is no history" not in forecast


@pytest.mark.parametrize(("lang", "told"), [("en", "-1 – worse than expected"), ("ru", "-1 – хуже, чем ожидали")])
def test_what_should_have_fallen_further_is_worse_than_expected(run: Run, tmp_path: Path, lang: str, told: str) -> None:
    path = saved(tmp_path, "falling", plan_of("falling"))
    result = run("close", str(path), "20", "--why", "a", "--lesson", "b", "--today", "2026-11-30", lang=lang)
    assert told in result.out


def test_the_number_of_the_deadline_decides_not_a_later_one(run: Run, tmp_path: Path) -> None:
    path = saved(tmp_path)
    run("log", str(path), "2000", "--today", "2026-11-30")
    run("log", str(path), "2095", "--today", "2026-12-04")
    out = run("close", str(path), "2100", "--today", "2027-06-01").out
    plan = load(path).plan
    assert plan.outcome is not None
    assert (str(plan.outcome.value), plan.outcome.scale) == ("2000", -1)
    assert "2,100 is the number of 1 June 2027; what counts is that of 30 November 2026: 2,000" in out
    assert str(plan.progress[-1].value) == "2100"  # what was typed is kept
    assert "Now 2,000 followers (30 November 2026)." in run("status", str(path), "--today", "2027-06-01").out


def test_a_number_of_long_after_the_deadline_is_told_as_such(run: Run, tmp_path: Path) -> None:
    path = saved(tmp_path)
    late = "2,100 is the number of 1 June 2027; of 30 November 2026, the last day, none was noted."
    assert late in run("close", str(path), "2100", "--today", "2027-06-01").out
    assert late in " ".join(run("status", str(path), "--today", "2027-06-01").out.split())
    again = run("close", str(path), "2095", "--on", "2026-11-30", "--today", "2027-06-01").out
    assert "none was noted" not in again


EVENT = """format = "smartgoal/1"
language = "en"
created = 2026-12-01

[goal]
statement = "launch the online shop by 15 March 2027"
metric = "milestone"
kind = "milestone"
deadline = 2027-03-15
"""


def test_an_event_after_its_last_day_is_late(run: Run, tmp_path: Path) -> None:
    path = saved(tmp_path, text=EVENT)
    out = run("close", str(path), "done", "--today", "2027-09-16").out
    assert "-1 – later than planned." in out
    assert "185 days after 15 March 2027" in out
    assert "0 – as expected." in run("close", str(path), "done", "--on", "2027-03-14", "--today", "2027-09-16").out


def test_an_event_counts_from_the_day_it_was_first_told(run: Run, tmp_path: Path) -> None:
    path = saved(tmp_path, text=EVENT)
    run("log", str(path), "done", "--today", "2027-03-10")
    assert "0 – as expected." in run("close", str(path), "done", "--today", "2027-09-16").out


def test_the_goal_of_a_closed_plan_stays(run: Run, tmp_path: Path) -> None:
    path = saved(tmp_path)
    run("close", str(path), "2090", "--today", "2026-11-30")
    before = path.read_text(encoding="utf-8")
    refused = run("edit", str(path), "--target", "+1000", "--today", "2026-12-01")
    assert refused.status == 2
    assert "This plan is closed" in refused.err
    assert path.read_text(encoding="utf-8") == before
    assert run("edit", str(path), "--owner", "Boris", "--today", "2026-12-01").status == 0


def test_a_plan_closed_early_puts_nothing_more_into_the_calendar(run: Run, tmp_path: Path) -> None:
    path = saved(tmp_path)
    assert "Deadline" in run("export", str(path), "--to", "ics").out
    run("close", str(path), "2090", "--today", "2026-10-01")
    entries = run("export", str(path), "--to", "ics").out
    assert "Deadline" not in entries
    assert "DATE:202611" not in entries
    assert "Step 1" in entries
