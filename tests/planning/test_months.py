"""What a month brought."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from tests.planning.tracked import FOLLOWERS, START, plan, values

from smartgoal.model.plan import Plan, Snapshot
from smartgoal.planning.months import month_before, month_figure

LEADS = {"metric": "leads", "platform": "vk", "direction": "increase"}


def with_history(made: Plan, days: int) -> Plan:
    metric = made.goal.metric or ""
    points = tuple((START - timedelta(days=back), Decimal(2)) for back in range(days, 0, -1))
    return replace(made, point_a=(Snapshot(platform="vk", date=START, history={metric: points}),))


def test_a_level_grows_from_the_last_reading_before_the_month() -> None:
    figure = month_figure(plan((27, 1900), (34, 1910), (58, 1993), **FOLLOWERS, value=1, baseline=0), 2026, 10)
    assert figure is not None
    assert (figure.amount, figure.days, figure.per_day) == values(93, 31, 3)


def test_an_increase_between_distant_readings_is_spread_over_the_months() -> None:
    told = plan((56, 560), (70, 700), **LEADS, kind="total", value=1000, start=START)
    first, second = (month_figure(told, 2026, month) for month in (9, 10))
    assert first is not None
    assert second is not None
    assert (first.amount, first.days, first.spread) == values(290, 29, True)
    assert (second.amount, second.days, second.spread) == values(310, 31, True)


def test_a_total_begins_at_zero_and_before_it_the_days_of_the_history_add_up() -> None:
    counted = with_history(plan((29, 30), (60, 92), **LEADS, kind="total", value=100), 40)
    first, second, before = (month_figure(counted, 2026, month) for month in (9, 10, 8))
    assert first is not None
    assert second is not None
    assert before is not None
    assert (first.amount, second.amount, second.per_day, before.amount) == values(30, 62, 2, 62)


def test_what_came_in_on_the_first_day_is_part_of_the_month() -> None:
    told = plan((0, 5), (29, 12), **LEADS, kind="total", value=40, start=START)
    figure = month_figure(told, START.year, START.month)
    assert figure is not None
    assert (figure.amount, figure.days) == values(12, 30)


def test_a_number_per_week_has_a_mean_and_so_have_the_days_before() -> None:
    rate = with_history(plan((6, 10), (13, 20), **LEADS, kind="rate", per="week", value=15), 40)
    now, before = month_figure(rate, 2026, 9), month_figure(rate, 2026, 8)
    assert now is not None
    assert before is not None
    assert (now.amount, now.mean, before.amount) == values(15, True, 14)


def test_people_reached_on_single_days_do_not_make_a_week() -> None:
    reach = with_history(plan(metric="reach", platform="vk", kind="level", per="week", value=9, baseline=5), 40)
    assert month_figure(reach, 2026, 8) is None


def test_a_month_without_numbers_is_not_told() -> None:
    assert month_figure(plan(**FOLLOWERS, value=1, baseline=0), 2026, 10) is None
    assert month_figure(plan((5, 1), metric="milestone", kind="milestone"), 2026, 9) is None


def test_before_january_comes_december() -> None:
    assert (month_before(2026, 1), month_before(2026, 3)) == ((2025, 12), (2026, 2))
    assert date(*month_before(2026, 1), 1) == date(2025, 12, 1)


def monthly(made: Plan) -> Plan:
    rows = tuple((date(2026, month, 1), Decimal(100 * month)) for month in range(1, 9))
    snapshot = Snapshot(platform="vk", date=START, history={made.goal.metric or "": rows})
    return replace(made, point_a=(snapshot,))


def test_rows_of_months_are_no_days() -> None:
    rate = month_figure(monthly(plan(**LEADS, kind="rate", per="week", value=15)), 2026, 8)
    total = month_figure(monthly(plan(**LEADS, kind="total", value=100)), 2026, 8)
    assert rate is not None
    assert total is not None
    assert round(rate.amount) == 184  # 800 a month
    assert (total.amount, total.days) == values(800, 31)


def test_a_month_counts_from_its_own_beginning_and_not_from_an_older_reading() -> None:
    told = plan((21, 1900), (31, 1930), (60, 2017), **FOLLOWERS, value=1, baseline=0)
    figure = month_figure(told, 2026, 10)  # 22 September, 2 and 31 October
    assert figure is not None
    assert (figure.amount, figure.days, figure.spread, figure.until) == values(93, 31, True, None)


def test_a_month_whose_end_nobody_read_says_until_when_it_is_known() -> None:
    figure = month_figure(plan((0, 1840), (16, 1890), **FOLLOWERS, value=1, baseline=1840), 2026, 9)
    assert figure is not None
    assert (figure.amount, figure.until) == values(50, date(2026, 9, 17))
