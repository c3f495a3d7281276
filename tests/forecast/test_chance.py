"""The chance of reaching a goal: what is refused, what is taken off, what must not change the answer."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from tests.forecast.histories import Points, after, dated, flow, launches, random_walk, steady, weekly_cycle

from smartgoal.forecast import REASONS, Estimate, chance


def gain(points: Points, value: float, days: int = 14, **more: Any) -> Estimate:
    return chance(points, form="level", kind="gain", value=value, by=after(points, days), **more)


def total(points: Points, value: float, days: int = 14, **more: Any) -> Estimate:
    return chance(points, form="flow", kind="total", value=value, by=after(points, days), **more)


def even(estimate: Estimate) -> float:
    assert estimate.targets is not None
    return estimate.targets.even


@pytest.mark.parametrize(
    ("points", "reason"),
    [
        (steady(7), "too_few_points"),
        (steady(13), "too_short"),
        (dated([1.0] * 7, every=7), "too_few_points"),
        ([], "too_few_points"),
    ],
)
def test_too_little_history_is_refused_with_a_reason(points: Points, reason: str) -> None:
    estimate = chance(points, form="level", kind="gain", value=10, by=dt.date(2026, 1, 1))
    assert estimate == Estimate(chance=None, points=len(points), reasons=(reason,))
    assert reason in REASONS


def test_short_history_answers_and_says_that_it_is_short() -> None:
    assert "little_history" in gain(steady(20), 50).reasons
    assert "little_history" not in gain(steady(40), 50).reasons


def test_a_month_missed_among_monthly_points_is_no_reason_to_refuse() -> None:
    months = dated([1000.0 + 50 * number for number in range(9)], every=30)
    assert gain(months[:4] + months[6:], 50, days=30).chance is not None


@pytest.mark.parametrize("since", [None, dt.date(2027, 1, 1)])
def test_a_deadline_that_is_not_ahead_is_refused(since: dt.date | None) -> None:
    points = steady(30)
    assert gain(points, 10, days=0, since=since).reasons == ("deadline_passed",)


def test_a_percentage_of_nothing_is_refused() -> None:
    points = dated([0.0] * 40)
    by = after(points, 14)
    assert chance(points, form="level", kind="percent", value=10, by=by).reasons == ("no_base",)


def test_shown_chance_stays_within_three_and_ninety_seven_percent() -> None:
    assert gain(steady(60), 1e9).chance == 0.03
    assert gain(steady(60), -1e9).chance == 0.97


def test_keeping_the_pace_is_about_an_even_bet() -> None:
    estimate = gain(random_walk(120), 70)
    assert estimate.chance == pytest.approx(0.5, abs=0.2)
    assert estimate.median == pytest.approx(70, rel=0.25)
    assert estimate.band80 is not None
    assert estimate.band80[0] < 70 < estimate.band80[1]


def test_targets_have_the_chances_they_are_named_for() -> None:
    points = random_walk(120)
    targets = gain(points, 70).targets
    assert targets is not None
    assert gain(points, targets.safe).chance == pytest.approx(0.8)
    assert gain(points, targets.even).chance == pytest.approx(0.5)
    assert gain(points, targets.stretch).chance == pytest.approx(0.2)


def test_what_came_since_the_start_is_taken_off() -> None:
    points = random_walk(60)
    since = points[-11][0]
    done = points[-1][1] - points[-11][1]
    assert gain(points, 100 + done, since=since).chance == pytest.approx(gain(points, 100).chance)
    flows = flow(60)
    came = sum(value for _, value in flows[-10:])
    assert total(flows, 100 + came, since=flows[-11][0]).chance == pytest.approx(total(flows, 100).chance)


def test_a_start_ahead_counts_only_the_days_from_it() -> None:
    points = random_walk(90)
    later = chance(points, form="level", kind="gain", value=70, by=after(points, 24), since=after(points, 10))
    assert later.median == pytest.approx(gain(points, 70).median)


def test_a_start_before_the_history_is_told() -> None:
    points = steady(40)
    assert "since_before_history" in gain(points, 300, since=points[0][0] - dt.timedelta(days=3)).reasons


def test_percent_factor_level_and_gain_of_one_target_have_one_chance() -> None:
    points = random_walk(90)
    base = points[-1][1]
    by = after(points, 30)
    targets: dict[Any, float] = {
        "gain": 0.1 * base, "percent": 10, "factor": 1.1, "level": 1.1 * base, "total": 0.1 * base
    }  # fmt: skip
    same = [chance(points, form="level", kind=kind, value=value, by=by).chance for kind, value in targets.items()]
    assert same == pytest.approx([same[0]] * 5)


def test_percent_counts_from_the_level_on_the_day_of_the_start() -> None:
    points = random_walk(90)
    since, base = points[-20]
    percent = chance(points, form="level", kind="percent", value=20, by=after(points, 30), since=since)
    gained = gain(points, 0.2 * base, days=30, since=since)
    assert percent.chance == pytest.approx(gained.chance)
    assert percent.median == pytest.approx((gained.median or 0) / base * 100)


@pytest.mark.parametrize("kind", ["gain", "level", "percent", "factor"])
def test_a_falling_goal_is_the_mirror_of_a_rising_one(kind: Any) -> None:
    rising = random_walk(90, seed=4)
    falling = [(day, 4000 - value) for day, value in rising]
    base = falling[-1][1]
    value = {"gain": 100, "level": base - 100, "percent": 10000 / base, "factor": (base - 100) / base}[kind]
    up = gain(rising, 100)
    down = chance(falling, form="level", kind=kind, value=value, by=after(falling, 14), direction="decrease")
    assert down.chance == pytest.approx(up.chance)


def test_a_third_of_it_and_three_times_less_are_one_goal() -> None:
    points = dated([60 - 0.3 * day for day in range(60)])
    by = after(points, 60)
    less, share = (
        chance(points, form="ratio", kind="factor", value=value, by=by, direction="decrease") for value in (3, 1 / 3)
    )
    assert less.chance == pytest.approx(share.chance)


def test_keeping_costs_below_a_total_is_likelier_the_more_may_be_spent() -> None:
    points = flow(60)
    assert (total(points, 200, direction="decrease").chance or 0) > (
        total(points, 100, direction="decrease").chance or 1
    )


def test_past_windows_are_counted_back_from_the_last_day_and_lie_apart() -> None:
    points = dated([1000.0 + 10 * (day // 14) * (day // 14 + 1) / 2 for day in range(7 * 14 + 1)])
    windows = gain(points, 45).windows
    assert windows is not None
    assert (windows.reached, windows.of, windows.best) == (3, 7, 70)
    assert windows.when == points[-1][0]


def test_fewer_than_four_windows_are_not_quoted() -> None:
    assert gain(steady(55), 50, days=14).windows is None
    assert gain(steady(57), 50, days=14).windows is not None


def test_best_window_of_a_percent_goal_is_told_in_percent() -> None:
    windows = chance(steady(90), form="level", kind="percent", value=5, by=after(steady(90), 14)).windows
    assert windows is not None
    assert windows.best == pytest.approx(70 / (1000 + 5 * 89) * 100)


def test_required_pace_stands_against_that_of_four_weeks() -> None:
    pace = gain(steady(60, per_day=5), 140).pace
    assert pace is not None
    assert (pace.required, pace.recent) == pytest.approx((10, 5))


def test_pace_of_a_falling_goal_is_counted_downwards() -> None:
    pace = gain(steady(60, per_day=-5), 140, direction="decrease").pace
    assert pace is not None
    assert (pace.required, pace.recent) == pytest.approx((10, 5))


def test_a_change_smaller_than_the_usual_wobble_is_told() -> None:
    points = random_walk(90, drift=0, wobble=20)
    assert "within_noise" in gain(points, 10).reasons
    assert "within_noise" not in gain(points, 500).reasons


def test_weekly_cycles_do_not_move_the_answer_with_the_day_of_asking() -> None:
    points = weekly_cycle(98)
    medians = [total(points[: len(points) - cut], 200).median for cut in range(7)]
    assert medians == pytest.approx([200] * 7, rel=0.02)


def test_one_purge_does_not_wreck_the_answer() -> None:
    points = random_walk(120)
    purged = [(day, value - (400 if number >= 100 else 0)) for number, (day, value) in enumerate(points)]
    assert gain(purged, 70).median == pytest.approx(gain(points, 70).median, rel=0.35)


def test_one_viral_day_does_not_wreck_the_answer() -> None:
    points = flow(90)
    viral = [(day, 300.0 if number == 85 else value) for number, (day, value) in enumerate(points)]
    assert total(viral, 140).median == pytest.approx(total(points, 140).median, rel=0.35)


def test_a_surge_of_a_week_does_raise_the_pace() -> None:
    points = flow(90)
    surge = [(day, 60.0 if number >= 83 else value) for number, (day, value) in enumerate(points)]
    assert (total(surge, 140).median or 0) > 2 * (total(points, 140).median or 0)


def test_an_unfinished_last_day_is_left_out_of_the_pace() -> None:
    points = flow(60, mean=20)
    unfinished = [*points[:-1], (points[-1][0], 1.0)]
    estimate = total(unfinished, 280)
    assert "unfinished_last_day" in estimate.reasons
    assert estimate.median == pytest.approx(total(points, 280).median, rel=0.1)
    assert "unfinished_last_day" not in total(points, 280).reasons


def test_a_counting_that_starts_anew_is_no_loss() -> None:
    points = random_walk(120, seed=2)
    anew = [(day, value - (1100 if number >= 60 else 0)) for number, (day, value) in enumerate(points)]
    estimate = gain(anew, 70)
    assert "series_break" in estimate.reasons
    assert estimate.median == pytest.approx(gain(points, 70).median, rel=0.1)
    assert "series_break" not in gain(points, 70).reasons


def test_gaps_change_little() -> None:
    points = random_walk(120, seed=3)
    holed = [point for number, point in enumerate(points) if number % 9 and not 40 < number < 50]
    assert gain(holed, 70).median == pytest.approx(gain(points, 70).median, rel=0.15)
    flows = flow(120, seed=3)
    holed = [point for number, point in enumerate(flows) if number % 9]
    assert total(holed, 140).median == pytest.approx(total(flows, 140).median, rel=0.1)


@pytest.mark.parametrize(("every", "days"), [(7, 28), (14, 28), (3, 21)])
def test_a_level_read_less_often_gives_about_the_same(every: int, days: int) -> None:
    points = random_walk(169, seed=5)
    assert gain(points[::every], 100, days).median == pytest.approx(gain(points, 100, days).median, rel=0.25)


def test_weekly_rows_of_a_flow_are_weeks() -> None:
    weekly = dated([70.0] * 20, every=7)
    assert total(weekly, 100, days=28).median == pytest.approx(280)


def test_monthly_readings_are_read_on_their_own_day() -> None:
    months = [(dt.date(2025 + (number // 12), number % 12 + 1, 1), 1000.0 + 100 * number) for number in range(18)]
    estimate = chance(months, form="level", kind="gain", value=100, by=dt.date(2026, 7, 31))
    assert estimate.median == pytest.approx(95, rel=0.1)


def test_a_goal_with_a_start_counts_days_between_monthly_readings() -> None:
    months = dated([1000.0 + 100 * number for number in range(18)], every=30)
    start, by = after(months, 5), after(months, 50)
    estimate = chance(months, form="level", kind="gain", value=100, by=by, since=start)
    assert estimate.median == pytest.approx(0.95**1.5 * 150, rel=0.03)
    assert estimate.pace is not None
    assert estimate.pace.required == pytest.approx(100 / 45)


def test_order_type_and_repetition_of_points_do_not_matter() -> None:
    points = random_walk(60)
    exact = [(day, Decimal(str(value))) for day, value in points]
    shuffled = [*exact[30:], (points[3][0], Decimal(0)), *exact[:30]]
    assert chance(shuffled, form="level", kind="gain", value=Decimal(70), by=after(points, 14)) == gain(points, 70)


@pytest.mark.parametrize(("per", "value"), [(None, 10), ("day", 10), ("week", 70), ("month", 10 * 30.4375)])
def test_a_rate_is_read_in_its_own_period(per: Any, value: float) -> None:
    points = dated([10.0] * 90)
    estimate = chance(points, form="flow", kind="rate", value=value, by=after(points, 30), per=per)
    assert estimate.median == pytest.approx(value)
    assert estimate.pace is not None
    assert estimate.pace.recent == pytest.approx(value)


def test_a_flow_may_be_wished_up_by_a_share() -> None:
    points = flow(90)
    by = after(points, 30)
    share = chance(points, form="flow", kind="percent", value=50, by=by, per="week")
    factor = chance(points, form="flow", kind="factor", value=1.5, by=by, per="week")
    assert share.chance == pytest.approx(factor.chance)
    assert (share.chance or 1) < 0.3


def test_a_ratio_that_wanders_is_expected_near_its_usual_value() -> None:
    points = [(day, 4 + (value - 10) / 10) for day, value in flow(120)]
    estimate = chance(points, form="ratio", kind="level", value=4, by=after(points, 30))
    assert estimate.median == pytest.approx(4, abs=0.2)
    assert estimate.chance == pytest.approx(0.5, abs=0.25)
    assert (chance(points, form="ratio", kind="gain", value=1, by=after(points, 30)).chance or 1) < 0.1


def test_amounts_that_were_never_negative_stay_so() -> None:
    estimate = total(dated([5.0, 0.0, 0.0, 30.0, 1.0] * 10), 100, days=60)
    assert estimate.band80 is not None
    assert estimate.band80[0] >= 0


def test_launches_are_compared_with_launches() -> None:
    points = launches(7)
    estimate = total(points, 55, days=20)
    assert estimate.basis == "launches"
    assert "launches" in estimate.reasons
    assert estimate.median == pytest.approx(55, abs=5)
    assert estimate.windows is not None
    assert estimate.windows.of == 7
    assert estimate.windows.best == pytest.approx(60)


def test_two_launches_ahead_bring_twice_as_much() -> None:
    points = launches(8)
    assert total(points, 100, days=40).median == pytest.approx(2 * (total(points, 50, days=20).median or 0))


def test_fewer_than_five_launches_give_no_chance() -> None:
    estimate = total(launches(4), 50, days=20)
    assert estimate.chance is None
    assert estimate.reasons == ("few_launches",)


def test_single_sales_now_and_then_are_no_launches() -> None:
    estimate = total(dated([1.0 if day % 12 == 0 else 0.0 for day in range(120)]), 3, days=30)
    assert estimate.basis == "history"


def test_the_same_window_last_year_is_told_from_thirteen_months_on() -> None:
    points = dated([30.0 if 35 <= day < 49 else 5.0 for day in range(400)])
    estimate = total(points, 100, days=14)
    assert estimate.last_year == pytest.approx(14 * 30)
    assert total(points[-390:], 100).last_year is None


@pytest.mark.parametrize(("form", "amount"), [("level", 14 * 4), ("flow", 14 * 120 / 30.4375)])
def test_monthly_readings_of_last_year_tell_of_the_days_asked_about_alone(form: Any, amount: float) -> None:
    months = [dt.date(2025 + month // 12, month % 12 + 1, 1) for month in range(16)]
    points = [(day, float((day - months[0]).days * 4) if form == "level" else 120.0) for day in months]
    kind: Any = "gain" if form == "level" else "total"
    by, since = dt.date(2026, 5, 2), dt.date(2026, 4, 18)
    estimate = chance(points, form=form, kind=kind, value=50, by=by, since=since)
    assert estimate.last_year == pytest.approx(amount, rel=0.02)
    assert estimate.windows is None


def test_nothing_but_zeros_promises_nothing() -> None:
    estimate = total(dated([0.0] * 60), 5)
    assert estimate.chance == 0.03
    assert estimate.median == 0


@pytest.mark.parametrize("since_then", [4, 7])
def test_an_old_point_long_before_a_few_new_ones_makes_no_history(since_then: int) -> None:
    recent = dated([1840.0 + 5 * number for number in range(since_then)], every=6)
    old = (recent[0][0] - dt.timedelta(days=2000), 100.0)
    assert gain([old, *recent], 50).reasons == ("too_few_points",)


def test_a_gap_of_months_amid_a_long_history_is_no_reason_to_refuse() -> None:
    recent = dated([1840.0 + 5 * number for number in range(8)], every=7)
    old = (recent[0][0] - dt.timedelta(days=200), 1500.0)
    assert gain([old, *recent], 50).chance is not None
