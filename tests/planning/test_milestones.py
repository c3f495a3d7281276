"""The planned way of a number."""

from datetime import timedelta
from decimal import Decimal

from tests.planning.tracked import ANSWERS, END, FOLLOWERS, START, day, plan, values

from smartgoal.model.plan import Step
from smartgoal.planning.milestones import planned_line, planned_on
from smartgoal.planning.sums import coverage

GAIN = {**FOLLOWERS, "value": 100, "baseline": 1000, "deadline": START + timedelta(days=100)}


def test_without_numbers_in_the_steps_the_way_starts_slowly() -> None:
    assert planned_line(plan(**GAIN)) == values(
        (day(0), 1000),
        (day(15), 1000),
        (day(40), 1025),
        (day(85), 1085),
        (day(100), 1100),
    )


def test_a_deliverable_moves_the_line_by_nothing() -> None:
    steps = (Step(title="a", due=day(10), result="UTM"), Step(title="b", due=day(50), result="+40"))
    assert planned_line(plan(**GAIN, steps=steps)) == values(
        (day(0), 1000),
        (day(10), 1000),
        (day(50), 1040),
        (day(100), 1100),
    )


def test_between_two_points_the_way_is_straight_and_falls_for_falling_goals() -> None:
    steps = (Step(title="a", due=day(50), result="=20m"),)
    falling = plan(**{**ANSWERS, "value": 10, "baseline": 40, "deadline": day(100)}, steps=steps)
    stands = [planned_on(falling, day(each)) for each in (-1, 0, 25, 50, 75, 100, 101)]
    assert stands == [40, 40, 30, 20, 15, 10, 10]


def test_a_window_of_days_has_as_many_points_as_fit() -> None:
    four, three = (planned_line(plan(**{**GAIN, "deadline": day(days)})) for days in (4, 3))
    assert [on for on, _ in four] == [day(0), day(1), day(3), day(4)]
    assert four[1:3] == ((day(1), Decimal(1025)), (day(3), Decimal(1085)))
    assert three == values((day(0), 1000), (day(3), 1100))


def test_a_number_of_the_last_day_alone_draws_no_line_of_zeros() -> None:
    viewers = {"metric": "viewers", "kind": "gain", "direction": "increase", "unit": "count", "value": 5000}
    steps = (Step(title="Refresh", due=day(20), result="done"), Step(title="Greet", due=END, result="=5000"))
    made = plan(**viewers, steps=steps)
    assert coverage(made).missing == 0
    assert 0 < (planned_on(made, day(45)) or 0) < 5000
