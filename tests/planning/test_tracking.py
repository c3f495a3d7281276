"""Where a plan stands: the traps of rising, falling, kept and counted numbers."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.planning.tracked import ANSWERS, END, FOLLOWERS, START, day, plan, values
from tests.strategies import plans

from smartgoal.model.goal import Goal
from smartgoal.model.plan import Outcome, Plan, Progress, Step
from smartgoal.planning.tracking import standing, standing_now


def share(*told: tuple[int, Any], **goal: Any) -> Decimal | None:
    return standing(plan(*told, **goal), today=day(70)).share


def test_from_45_to_10_minutes_40_is_a_seventh_of_the_way_and_not_met() -> None:
    found = standing(plan((7, 40), **ANSWERS, value=10, baseline=45), today=day(10))
    assert found.share == Decimal(5) / Decimal(35)
    assert found.state != "met"
    assert found.remaining == -30


def test_from_500_to_1000_750_is_half_of_the_way() -> None:
    assert share((7, 750), **{**FOLLOWERS, "kind": "level"}, value=1000, baseline=500) == Decimal("0.5")


def test_below_the_start_value_the_share_is_negative() -> None:
    assert share((7, 450), **{**FOLLOWERS, "kind": "level"}, value=1000, baseline=500) == Decimal("-0.1")


def test_a_start_value_that_is_the_target_divides_by_nothing() -> None:
    goal = {**FOLLOWERS, "kind": "level", "value": 500, "baseline": 500}
    assert share((7, 490), **goal) is None
    assert standing(plan((7, 490), **goal), today=day(10)).state == "behind"
    assert standing(plan((7, 500), **goal), today=day(10)).state == "met"


def test_where_the_start_is_better_than_the_target_there_is_no_way_to_go() -> None:
    found = standing(plan(**{**FOLLOWERS, "kind": "level"}, value=1800, baseline=1840), today=day(15))
    assert (found.share, found.planned, found.needed) == values(None, None, None)


def test_a_target_that_is_met_needs_nothing_more() -> None:
    assert standing(plan((7, 2100), **FOLLOWERS, value=250, baseline=1840), today=day(10)).needed is None


def test_a_sum_that_is_to_stay_low_is_not_met_before_the_last_day() -> None:
    complaints = {"metric": "questions", "kind": "total", "direction": "decrease", "value": 20}
    assert standing(plan((7, 5), **complaints), today=day(10)).state == "on_track"
    assert standing(plan((7, 25), **complaints), today=day(10)).state == "behind"


def test_before_the_start_the_days_of_the_goal_are_all_ahead() -> None:
    sales = {"metric": "sales", "kind": "total", "direction": "increase", "value": 310}
    december = plan((-2, 20), **sales, start=day(30), deadline=day(60))
    found = standing(december, today=day(5))
    assert (found.value, found.needed, found.starts, found.word) == values(0, 10, day(30), "to_begin")
    assert standing(december, today=day(29)).needed == 10


def test_a_rate_whose_last_number_is_old_has_no_recent_one() -> None:
    rate = {"metric": "customers", "kind": "rate", "direction": "increase", "per": "week", "value": 10}
    assert standing(plan((7, 12), **rate), today=END + timedelta(days=1)).word == "no_recent"
    assert standing(plan(**rate), today=END + timedelta(days=1)).word == "no_data"


def test_decimals_count() -> None:
    goal = {"metric": "comments", "kind": "rate", "direction": "increase", "per": "post"}
    assert share((7, "5.9"), **goal, value=10) == Decimal("0.59")


def test_a_total_counts_from_zero() -> None:
    found = standing(plan((7, 11), (28, 66), metric="leads", kind="total", direction="increase", value=100),
                     today=day(30))  # fmt: skip
    assert (found.share, found.remaining) == (Decimal("0.66"), Decimal(34))
    assert found.usual == Decimal(66) / 28


def test_new_leads_without_a_start_value_count_from_zero() -> None:
    assert share((7, 15), metric="leads", kind="gain", direction="increase", value=30) == Decimal("0.5")


@pytest.mark.parametrize(
    ("kind", "target", "now", "expected"),
    [("percent", 20, 110, "0.5"), ("factor", 2, 150, "0.5"), ("gain", 50, 125, "0.5"), ("level", 200, 150, "0.5")],
)
def test_every_way_of_saying_a_rise_has_its_half(kind: str, target: int, now: int, expected: str) -> None:
    goal = {**FOLLOWERS, "kind": kind, "value": target, "baseline": 100}
    assert share((7, now), **goal) == Decimal(expected)


def test_a_kept_level_tells_at_how_many_check_ins_it_held() -> None:
    goal = {"metric": "rating", "kind": "level", "direction": "increase", "hold": True, "baseline": "4.8"}
    found = standing(plan((7, "4.8"), (14, "4.9"), (21, "4.7"), (28, "4.8"), **goal, value="4.8"), today=day(30))
    assert (found.share, found.state, found.needed) == (Decimal("0.75"), "on_track", None)
    assert standing(plan((7, "4.7"), **goal, value="4.8"), today=day(8)).state == "behind"


def test_a_kept_low_level_holds_while_it_stays_below() -> None:
    goal = {**ANSWERS, "value": 10, "baseline": 10, "hold": True}
    assert standing(plan((7, 8), (14, 12), **goal), today=day(15)).state == "behind"
    found = standing(plan((7, 12), (14, 8), **goal), today=day(15))
    assert (found.share, found.state) == values(Decimal("0.5"), "on_track")


def test_a_kept_level_and_a_rate_are_met_on_the_last_day_only() -> None:
    rate = {"metric": "customers", "kind": "rate", "direction": "increase", "per": "week", "value": 10}
    assert standing(plan((7, 12), **rate), today=day(10)).state == "on_track"
    assert standing(plan((7, 12), (90, 11), **rate), today=END + timedelta(days=1)).state == "met"
    assert standing(plan((7, 12), (90, 9), **rate), today=END + timedelta(days=1)).state == "missed"
    assert standing(plan((7, 12), **rate), today=END + timedelta(days=1)).state == "no_data"


def test_a_number_of_the_last_two_weeks_tells_whether_a_rate_held_on_the_last_day() -> None:
    rate = {"metric": "customers", "kind": "rate", "direction": "increase", "per": "week", "value": 10}
    assert standing(plan((80, 12), **rate), today=END + timedelta(days=1)).state == "met"
    assert standing(plan((76, 12), **rate), today=END + timedelta(days=1)).state == "no_data"


def test_an_event_has_happened_or_not_and_late_steps_put_it_behind() -> None:
    step = Step(title="apply", due=day(14))
    goal = {"metric": "milestone", "kind": "milestone"}
    assert standing(plan(**goal, steps=(step,)), today=day(10)).state == "on_track"
    assert standing(plan(**goal, steps=(step,)), today=day(20)).state == "behind"
    met = standing(plan((20, 1), **goal, steps=(step,)), today=day(21))
    assert (met.state, met.share) == values("met", 1)


def test_a_number_read_within_a_week_of_the_last_day_counts_and_later_ones_do_not() -> None:
    goal = {**FOLLOWERS, "value": 250, "baseline": 1840}
    assert standing(plan((80, 2000), (97, 2100), **goal), today=day(120)).state == "met"
    assert standing(plan((80, 2000), (110, 2100), **goal), today=day(120)).state == "missed"


def test_before_the_first_week_is_over_it_has_just_started_then_a_number_is_missing() -> None:
    goal = {**FOLLOWERS, "value": 250, "baseline": 1840}
    assert standing(plan(**goal), today=day(6)).state == "not_started"
    assert standing(plan(**goal), today=day(7)).state == "no_data"
    assert standing(plan(**goal), today=day(9)).state == "no_data"


def test_behind_and_ahead_are_told_against_the_line_of_the_steps() -> None:
    steps = (Step(title="a", due=day(30), result="+50"), Step(title="b", due=END, result="+50"))
    goal = {**FOLLOWERS, "value": 100, "baseline": 0, "steps": steps}
    assert standing(plan((30, 50), **goal), today=day(30)).state == "on_track"
    assert standing(plan((30, 40), **goal), today=day(30)).state == "behind"
    assert standing(plan((30, 60), **goal), today=day(30)).state == "ahead"
    assert standing(plan((30, 60), **goal), today=day(30)).planned == 50
    for wobble in (45, 55):  # a twentieth of the way is no news
        assert standing(plan((30, wobble), **goal), today=day(30)).state == "on_track"


def test_close_to_the_target_is_not_on_track_on_the_last_day() -> None:
    answers = plan((90, 11), **ANSWERS, value=10, baseline=45)
    assert standing(answers, today=END).state == "behind"
    assert standing(plan((90, 10), **ANSWERS, value=10, baseline=45), today=END).state == "met"


def test_needed_and_usual_pace_by_hand() -> None:
    found = standing(plan((0, 1840), (28, 1896), **FOLLOWERS, value=250, baseline=1840), today=day(60))
    assert found.needed == Decimal(2090 - 1896) / 30
    assert found.usual == 2


def test_the_usual_pace_needs_a_week_and_knows_nothing_of_later_days() -> None:
    goal = {**FOLLOWERS, "value": 250, "baseline": 1840}
    assert standing(plan((7, 1861), **goal), today=day(7)).usual == 3
    assert standing(plan((6, 1861), **goal), today=day(7)).usual is None
    assert standing(plan((7, 1861), (14, 1900), **goal), today=day(10)).usual == 3
    assert standing(plan((7, 1861), (14, 1900), (35, 1917), **goal), today=day(35)).usual == 2


def test_of_two_numbers_of_one_day_the_later_row_counts() -> None:
    assert standing(plan((7, 700), (7, 750), **FOLLOWERS, value=1, baseline=0), today=day(8)).value == 750


def test_the_first_number_is_the_start_where_nobody_wrote_one() -> None:
    found = standing(plan((3, 45), (20, 40), **ANSWERS, value=10), today=day(30))
    assert found.share == Decimal(1) / 7


def test_a_ticked_step_is_done_and_an_open_one_past_its_day_is_late() -> None:
    steps = (Step(title="a", due=day(5)), Step(title="b", due=day(10)), Step(title="c", due=day(50)))
    ticked = replace(plan(**FOLLOWERS, value=1, steps=steps), progress=(Progress(date=day(6), step=1),))
    found = standing(ticked, today=day(20))
    assert (found.done_steps, found.late_steps) == ((0,), (1,))
    assert standing(ticked, today=day(10)).late_steps == ()


def test_the_next_check_in_is_a_week_after_the_last_and_never_after_the_deadline() -> None:
    goal = {**FOLLOWERS, "value": 250, "baseline": 0}
    assert standing(plan((7, 5), **goal), today=day(10)).next_check == day(14)
    assert not standing(plan((7, 5), **goal), today=day(13)).check_due
    assert standing(plan((7, 5), **goal), today=day(14)).check_due
    assert standing(plan((88, 5), **goal), today=day(89)).next_check == END
    assert standing(plan((90, 5), **goal), today=day(90)).next_check is None


def test_a_plan_of_more_than_half_a_year_is_asked_every_two_weeks() -> None:
    goal = {**FOLLOWERS, "value": 250, "baseline": 0}
    for length, after in ((180, 7), (181, 14)):
        assert standing(plan(**goal, deadline=day(length)), today=day(1)).next_check == day(after)


def test_a_note_answers_the_check_in_of_an_event_and_of_nothing_else() -> None:
    event = plan((5, None), metric="milestone", kind="milestone")
    counted = plan((5, None), **FOLLOWERS, value=250, baseline=0)
    assert standing(event, today=day(6)).next_check == day(12)
    assert standing(counted, today=day(6)).next_check == day(7)


def test_a_note_of_the_same_day_leaves_the_number_as_it_was() -> None:
    assert standing(plan((7, 700), (7, None), **FOLLOWERS, value=1, baseline=0), today=day(8)).value == 700


def test_a_closed_plan_stands_at_its_result_and_owes_nothing() -> None:
    closed = replace(plan((7, 5), **FOLLOWERS, value=250, baseline=0, steps=(Step(title="a", due=day(9)),)),
                     outcome=Outcome(date=END, value=Decimal(200)))  # fmt: skip
    found = standing(closed, today=day(100))
    assert (found.state, found.value, found.late_steps, found.next_check) == values("closed", 200, (), None)
    assert standing_now(closed, day(8)).value == 200
    assert standing(closed, today=day(8)).value == 5


amounts = st.integers(1, 10**6).map(Decimal)


@given(start=amounts, target=amounts)
def test_the_share_is_0_at_the_start_and_1_at_the_target_up_or_down(start: Decimal, target: Decimal) -> None:
    assume(start != target)
    way = "increase" if target > start else "decrease"
    goal = {"metric": "followers", "kind": "level", "direction": way, "value": target, "baseline": start}
    assert share((7, start), **goal) == 0
    assert share((7, target), **goal) == 1
    assert share((7, 2 * start - target), **goal) == -1
    assert standing(plan((7, target), **goal), today=day(8)).state == "met"


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(0, 999)), unique_by=lambda row: row[0]), st.randoms())
def test_the_order_of_check_ins_does_not_matter(told: list[tuple[int, int]], random: Any) -> None:
    mixed = list(told)
    random.shuffle(mixed)
    goal = {**FOLLOWERS, "value": 250, "baseline": 100}
    assert standing(plan(*told, **goal), today=day(65)) == standing(plan(*mixed, **goal), today=day(65))


@given(plan=plans, today=st.dates(date(1900, 1, 1), date(2200, 1, 1)))
def test_any_plan_that_loads_stands_somewhere(plan: Plan, today: date) -> None:
    assert standing(plan, today=today).today == today


def test_an_empty_plan_stands_too() -> None:
    assert standing(Plan(goal=Goal(), created=START), today=START).state == "not_started"
