from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from smartgoal.importers import Import, as_json, combined, point_a, reuse_flags, typical_day
from smartgoal.importers.imported import Column, Options
from smartgoal.importers.making import make_series
from smartgoal.importers.plans import history, snapshots
from smartgoal.model.plan import Measure
from smartgoal.model.series import Problem, Series

START = date(2026, 9, 1)


def daily(metric: str, values: list[int], **changes: Any) -> Series:
    points = [(START + timedelta(days=place), Decimal(value)) for place, value in enumerate(values)]
    return make_series(metric, "vk", points, "group.csv: x", **changes)


def measure(series: Series, *beside: Series) -> Measure | None:
    found = point_a(series, beside)
    return None if found is None else Measure(found.value, found.per)


def test_point_a_of_a_level_is_its_last_value() -> None:
    assert measure(daily("followers", [10, 30, 20])) == Measure(Decimal(20))


def test_point_a_of_a_flow_that_adds_up_is_the_median_week() -> None:
    likes = daily("likes", [99] * 10 + [1] * 7 + [2] * 7 + [3] * 7 + [10] * 7)
    assert measure(likes) == Measure(Decimal("17.5"), "week")


def test_point_a_of_unique_counts_is_the_median_day_and_never_a_sum() -> None:
    assert measure(daily("reach", [500] * 30 + [10] * 15 + [20] * 13)) == Measure(Decimal(10), "day")


def test_a_week_with_an_unknown_day_is_no_week() -> None:
    likes = daily("likes", [1] * 28)
    holed = make_series("likes", "vk", [each for each in likes.points if each[0].day != 20], "x", every="day")
    found = point_a(holed)
    assert found is not None
    assert (found.value, found.per) == (Decimal(7), "week")
    assert found.first == date(2026, 9, 22)


def test_a_sparse_flow_is_told_by_what_its_known_days_bring() -> None:
    holed = [(START + timedelta(days=day), Decimal(5 if day % 3 == 0 else 0)) for day in range(28) if day % 7 != 1]
    assert measure(make_series("leads", "vk", holed, "x", every="day")) == Measure(Decimal("13.1"), "week")


def test_a_median_of_nothing_is_no_pace_where_something_comes() -> None:
    assert measure(daily("sales", [0] * 21 + [0, 4, 0, 0, 0, 0, 0])) == Measure(Decimal("1.0"), "week")
    assert measure(daily("reach", [0] * 25 + [10, 20, 12])) == Measure(Decimal("1.5"), "day")
    assert typical_day(daily("sales", [0] * 27 + [4])) is None
    assert measure(daily("sales", [0] * 28)) == Measure(Decimal(0), "week")


def test_a_month_or_week_that_is_not_over_is_left_out_and_told() -> None:
    months = make_series("revenue", None, [(date(2026, each, 1), Decimal(100 * each)) for each in range(7, 12)], "x")
    running, over = point_a(months, (), date(2026, 11, 22)), point_a(months, (), date(2026, 12, 1))
    assert running is not None
    assert over is not None
    assert (int(running.value), running.last, running.unfinished) == (900, date(2026, 10, 31), date(2026, 11, 1))
    assert (int(over.value), over.last) == (1000, date(2026, 11, 30))
    assert over.unfinished is None
    weeks = make_series(
        "leads", None, [(date(2026, 10, 5) + timedelta(weeks=each), Decimal(9)) for each in range(8)], "x"
    )
    week = point_a(weeks, (), date(2026, 11, 23))
    assert week is not None
    assert week.unfinished == date(2026, 11, 23)


def test_weeks_and_months_keep_their_period() -> None:
    weeks = [(START + timedelta(weeks=each), Decimal(each)) for each in range(6)]
    months = [(date(2026, each, 1), Decimal(each)) for each in range(1, 8)]
    assert measure(make_series("likes", "vk", weeks, "x")) == Measure(Decimal("3.5"), "week")
    assert measure(make_series("sales", "vk", months, "x")) == Measure(Decimal(6), "month")


def test_point_a_of_posts_is_the_mean_per_post() -> None:
    posts = daily("posts", [2, 0, 1])
    likes = make_series(
        "likes", "vk", [(START, Decimal(8)), (START + timedelta(days=2), Decimal(1))], "x", per_post=True
    )
    assert measure(likes, posts, likes) == Measure(Decimal("3.0"), "post")


def test_a_ratio_is_worked_out_anew_from_its_parts() -> None:
    posts, last = daily("posts", [1, 1]), START + timedelta(days=1)
    reach = make_series("reach", "vk", [(START, Decimal(1000)), (last, Decimal(10))], "x", per_post=True)
    likes = make_series("likes", "vk", [(START, Decimal(10)), (last, Decimal(5))], "x", per_post=True)
    rate = make_series("engagement_rate", "vk", [(START, Decimal(1)), (last, Decimal(50))], "x", per_post=True)
    assert measure(rate, posts, reach, likes, rate) == Measure(Decimal("1.49"), "post")


def test_the_typical_day_is_the_median_of_the_last_28() -> None:
    assert typical_day(daily("reach", [900] * 20 + [5] * 28)) == 5


def test_a_plan_keeps_the_last_400_days_only() -> None:
    assert len(history(daily("followers", list(range(900))[:84] * 10))) == 400


def test_a_snapshot_holds_point_a_and_the_history_of_the_goals_metric() -> None:
    file = Import(
        format="vk_community_csv", file="group.csv", series=(daily("followers", [1, 2]), daily("likes", [3] * 7))
    )
    flow, level = snapshots([file], "followers")
    assert (level.platform, level.date, level.source) == ("vk", date(2026, 9, 2), "group.csv")
    assert level.metrics == {"followers": Measure(Decimal(2))}
    assert level.history == {"followers": daily("followers", [1, 2]).points}
    assert (flow.date, flow.metrics, flow.history) == (date(2026, 9, 7), {"likes": Measure(Decimal(21), "week")}, {})


def test_files_that_differ_are_told_and_the_one_that_reaches_further_counts() -> None:
    old = Import(format="a", file="a.csv", series=(daily("likes", [1, 2, 3]),))
    new = Import(format="a", file="b.csv", series=(daily("likes", [1, 2, 9, 4]),))
    for files in ([old, new], [new, old]):
        (series,), (problem,) = combined(files)
        assert [int(value) for _day, value in series.points] == [1, 2, 9, 4]
        assert problem.values == {"metric": "likes", "count": 1}


def test_json_has_the_shape_of_the_product_page() -> None:
    file = Import(format="a", file="a.csv", series=(daily("likes", [1]),), problems=(Problem("empty", 3),))
    found = as_json(file, lambda problem: f"said {problem.code}")
    assert found["source"] == {"file": "a.csv"}
    assert found["series"][0]["points"] == [["2026-09-01", 1]]
    assert {"platform", "metric", "form", "every"} <= set(found["series"][0])
    assert found["problems"] == [{"code": "empty", "severity": "warning", "line": 3, "message": "said empty"}]


def test_the_flags_to_reuse_name_columns_and_platform() -> None:
    file = Import(format="table", file="a.csv", columns=(Column("Подписчики", "followers"), Column("Заметка", None)))
    options = Options(today=START, platform="vk", date_order="day_first")
    assert reuse_flags(file, options) == ["--map", "Подписчики=followers", "--platform", "vk", "--dates", "day-first"]
