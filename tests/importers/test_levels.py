from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from smartgoal.importers.levels import carried, rebuilt
from smartgoal.importers.making import make_series

START = date(2026, 10, 1)
VK = '"Дата","Критерий","Парам. №1","Парам. №2","Значение"\n'


def series(metric: str, values: list[int]) -> Any:
    points = [(START + timedelta(days=place), Decimal(value)) for place, value in enumerate(values)]
    return make_series(metric, "vk", points, "x")


def test_joins_and_leaves_give_the_exact_level_of_each_day() -> None:
    level = rebuilt(series("new_followers", [5, 0, 2]), series("lost_followers", [1, 1, 0]), Decimal(100), net=False)
    assert [int(value) for _day, value in level.points] == [95, 99, 98, 100]
    assert level.points[0][0] == START - timedelta(days=1)
    assert (level.exact, level.bound) == (True, None)


def test_gross_follows_give_a_lower_bound_of_the_past() -> None:
    level = rebuilt(series("new_followers", [5, 0, 2]), None, Decimal(100), net=False)
    assert [int(value) for _day, value in level.points] == [93, 98, 98, 100]
    assert (level.exact, level.bound) == (False, "lower")


def test_the_level_stops_at_an_unknown_day() -> None:
    gains = series("new_followers", [1, 1, 1, 1])
    holed = make_series("new_followers", "vk", [gains.points[0], *gains.points[2:]], "x")
    level = rebuilt(holed, None, Decimal(10), net=True)
    assert level.points[0][0] == START + timedelta(days=1)


def test_the_level_never_falls_below_zero() -> None:
    level = rebuilt(series("new_followers", [50, 5, 5]), None, Decimal(20), net=True)
    assert [int(value) for _day, value in level.points] == [10, 15, 20]


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(0, 50)), min_size=1, max_size=60))
def test_rebuilding_undoes_the_changes(changes: list[tuple[int, int]]) -> None:
    level, truth = 10_000, [10_000]
    for gained, lost in changes:
        level += gained - lost
        truth.append(level)
    gains = series("new_followers", [gained for gained, _lost in changes])
    losses = series("lost_followers", [lost for _gained, lost in changes])
    assert [int(value) for _day, value in rebuilt(gains, losses, Decimal(level), net=False).points] == truth


def vk(count: int, last: date) -> str:
    rows = (
        f'"{last - timedelta(days=each):%d.%m.%Y}","views","","",9\n'
        f'"{last - timedelta(days=each):%d.%m.%Y}","members","Новые участники","",2\n'
        for each in range(count)
    )
    return VK + "".join(rows)


def test_todays_number_stands_on_today_where_the_export_is_older(write: Any, read: Any) -> None:
    path = write("group.csv", vk(10, date(2026, 11, 1)))
    (without,), (imported,) = read(path), read(path, followers_now=Decimal(500))
    assert "no_level_given" in {each.code for each in without.problems}
    (level,) = (each for each in imported.series if each.metric == "followers")
    assert level.points[-2:] == ((date(2026, 11, 1), Decimal(458)), (date(2026, 11, 22), Decimal(500)))
    assert (level.exact, level.bound) == (False, None)
    assert {"level_carried", "level_gross"} == {each.code for each in imported.problems if "level" in each.code}


def test_an_export_of_yesterday_is_one_of_today(write: Any, read: Any) -> None:
    (imported,) = read(write("group.csv", vk(10, date(2026, 11, 21))), followers_now=Decimal(500))
    (level,) = (each for each in imported.series if each.metric == "followers")
    assert level.points[-1] == (date(2026, 11, 21), Decimal(500))
    assert {"level_is_bound"} == {each.code for each in imported.problems if "level" in each.code}


def test_a_number_lower_than_what_the_days_between_would_have_brought_stays_above_zero() -> None:
    level = carried(series("new_followers", [50, 50]), None, Decimal(20), date(2026, 11, 22), net=True)
    assert [int(value) for _day, value in level.points] == [0, 20]


def test_one_number_is_not_used_for_two_platforms(write: Any, read: Any) -> None:
    meta = 'sep=,\n"Instagram follows"\n"Date","Primary"\n"2026-11-20T00:00:00","3"\n"2026-11-21T00:00:00","4"\n'
    paths = write("group.csv", vk(10, date(2026, 11, 21))), write("Follows.csv", meta)
    asked = read(*paths, followers_now=Decimal(500))
    assert {"which_followers"} <= {each.code for file in asked for each in file.problems}
    named = read(*paths, followers_now=Decimal(500), platform="vk")
    levels = [each.platform for file in named for each in file.series if each.metric == "followers"]
    assert levels == ["vk"]
