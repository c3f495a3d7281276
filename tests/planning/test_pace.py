"""One pace for every screen: needed and usual."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.planning.tracked import END, FOLLOWERS, START, day, plan

from smartgoal.cli.forecasting import joined
from smartgoal.criteria.facts import Facts
from smartgoal.model.plan import Measure, Plan, Snapshot
from smartgoal.planning.odds import odds_so_far
from smartgoal.planning.readings import check_ins, history
from smartgoal.planning.tracking import standing

LEADS = {"metric": "leads", "direction": "increase", "unit": "count"}
GROWN = {**FOLLOWERS, "value": 250, "baseline": 1840}


def with_point_a(given_plan: Plan, metric: str, points: Any = (), **measure: Any) -> Plan:
    snapshot = Snapshot(platform=None, date=START, metrics={metric: Measure(**measure)}, history={metric: points})
    return replace(given_plan, point_a=(snapshot,))


def test_numbers_read_at_odd_distances_count_by_their_days() -> None:
    told = standing(plan((0, 1840), (32, 1872), (46, 1900), (60, 1914), **GROWN), today=day(60))
    assert told.usual == Decimal(1914 - 1872) / 28
    read_late = standing(plan((0, 1840), (46, 1900), (60, 1914), **GROWN), today=day(60))
    assert read_late.usual == pytest.approx((74 - Decimal(60) * 32 / 46) / 28)


def test_the_pace_before_a_sum_began_counts_where_it_is_known_day_by_day() -> None:
    rows = tuple((START - timedelta(days=back), Decimal(1)) for back in range(40, 0, -1))
    total = with_point_a(
        plan((14, 42), **LEADS, kind="total", value=100), "leads", rows, value=Decimal(30), per="month"
    )
    assert standing(total, today=day(14)).usual == Decimal(42 + 13) / 28


@given(
    st.sampled_from(["gain", "level", "percent", "total"]),
    st.lists(st.tuples(st.integers(1, 70), st.integers(0, 20)), min_size=2, max_size=12, unique_by=lambda row: row[0]),
)
def test_status_forecast_and_check_tell_one_pace(kind: str, rows: list[tuple[int, int]]) -> None:
    level, told = 0 if kind == "total" else 1840, []
    for at, more in sorted(rows):
        level += more
        told.append((at, level))
    sizes = {"gain": 500, "level": 2340, "percent": 30, "total": 500}
    goal = {**LEADS, "kind": kind, "value": 500} if kind == "total" else {**GROWN, "kind": kind, "value": sizes[kind]}
    made = plan(*told, **goal)
    found, today = standing(made, today=day(71)), day(71)
    forecast, checked = joined(made, today).estimate, Facts(made, today).pace
    if forecast is not None and forecast.pace is not None and found.usual is not None and found.needed is not None:
        assert forecast.pace.required == pytest.approx(float(found.needed))
        assert forecast.pace.recent == pytest.approx(float(found.usual))
    if checked is not None:
        assert (checked.needed, checked.usual) == (found.needed, found.usual)


def test_before_the_start_all_days_of_the_goal_are_ahead_for_the_check_too() -> None:
    december = plan(**LEADS, kind="total", value=310, start=day(30), deadline=day(60))
    typed = with_point_a(december, "leads", value=Decimal(90), per="month")
    pace = Facts(typed, day(5)).pace
    assert pace is not None
    assert pace.needed == standing(typed, today=day(5)).needed == 10


def test_new_results_without_a_start_value_are_counted_from_the_first_day() -> None:
    made = plan((-3, 7), (5, 9), **LEADS, kind="gain", value=40)
    assert check_ins(made) == ((day(5), Decimal(9)),)


def test_a_sum_of_new_followers_goes_on_along_their_level() -> None:
    rows = tuple((START - timedelta(days=back), Decimal(2000 - back)) for back in range(40, -1, -1))
    goal = {**FOLLOWERS, "kind": "total", "value": 160}
    made = with_point_a(plan((20, 40), (40, 75), **goal), "followers", rows, value=Decimal(2000))
    assert dict(history(made))[day(40)] == 2075
    found = odds_so_far(made, today=day(40))
    assert found is not None
    assert found.pace is not None
    assert found.pace.required == pytest.approx(85 / (END - day(40)).days)
