"""Days of an export as a number per period."""

from datetime import timedelta
from decimal import Decimal

from tests.planning.tracked import START, day

from smartgoal.planning.periods import per_period, running_total

DAILY = [(day(offset), Decimal(offset % 7)) for offset in range(-28, 28)]  # 0+1+...+6 = 21 a week


def test_a_number_per_week_is_the_sum_of_its_seven_days_once_a_week() -> None:
    assert per_period(DAILY, "week", "day", START) == [(day(6 + 7 * week), Decimal(21)) for week in range(4)]


def test_a_number_per_day_is_the_mean_of_the_last_week() -> None:
    assert {value for _, value in per_period(DAILY, "day", "day", START)} == {Decimal(3)}


def test_a_number_per_month_is_told_from_four_weeks() -> None:
    assert {value for _, value in per_period(DAILY, "month", "day", START)} == {Decimal("30.4375") * 3}


def test_an_absent_day_is_absent_and_zero_is_zero() -> None:
    assert per_period([(day(0), Decimal(4)), (day(6), Decimal(2))], "week", "day", START) == [(day(6), Decimal(21))]
    zeros = [(day(offset), Decimal(0)) for offset in range(7)]
    assert per_period(zeros, "week", "day", START) == [(day(6), Decimal(0))]


def test_an_unfinished_week_is_left_for_the_next_export() -> None:
    assert per_period(DAILY[: 28 + 6], "week", "day", START) == []


def test_weekly_rows_are_told_for_themselves() -> None:
    rows = [(day(-1), Decimal(9)), (day(6), Decimal(14))]
    assert per_period(rows, "week", "week", START) == [(day(6), Decimal(14))]
    assert per_period(rows, "day", "week", START) == [(day(6), Decimal(2))]


def test_posts_give_their_mean() -> None:
    posts = [(day(1), Decimal(4)), (day(3), Decimal(8))]
    assert per_period([*posts, (day(6), Decimal(6))], "post", "uneven", START) == [(day(6), Decimal(6))]


def test_no_days_give_nothing() -> None:
    assert per_period([], "week", "day", START) == []


def test_the_running_total_adds_up() -> None:
    rows = [(START + timedelta(days=each), Decimal(each)) for each in (1, 2, 3)]
    assert [value for _, value in running_total(rows)] == [1, 3, 6]
