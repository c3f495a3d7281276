"""Rows that were filled in ahead, days without numbers yet, slips, net gains, rounded numbers."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest

TODAY = date(2026, 11, 22)


def codes(imported: Any) -> set[str]:
    return {each.code for each in imported.problems}


def table(values: Sequence[object], name: str = "Подписчики", more: str = "") -> str:
    rows = (f"{place:02d}.11.2026;{value}{';' + more if more else ''}\n" for place, value in enumerate(values, 1))
    return f"Дата;{name}{';Заявки' if more else ''}\n" + "".join(rows)


def points(imported: Any, metric: str = "followers") -> list[int]:
    return [int(value) for each in imported.series if each.metric == metric for _day, value in each.points]


def test_rows_filled_in_ahead_are_left_out_and_told(write: Any, read: Any) -> None:
    (imported,) = read(write("a.csv", table([1850, 1851, 1852, 0, 0], more="0")), platform="vk")
    assert points(imported) == [1850, 1851, 1852]
    assert points(imported, "leads") == [0, 0, 0]
    assert codes(imported) == {"empty_days"}


def test_a_hole_of_zeros_within_a_level_is_left_out_too(write: Any, read: Any) -> None:
    (imported,) = read(write("a.csv", table([1850, 0, 1852])), platform="vk")
    assert points(imported) == [1850, 1852]
    assert codes(imported) == {"empty_days"}


@pytest.mark.parametrize("values", [[0, 0, 50, 60], [3, 1, 0]])
def test_a_page_that_begins_or_a_handful_may_stand_at_zero(write: Any, read: Any, values: list[int]) -> None:
    (imported,) = read(write("a.csv", table(values)), platform="vk")
    assert points(imported) == values


def test_rows_of_days_to_come_are_left_out(write: Any, read: Any) -> None:
    (imported,) = read(write("a.csv", table([1800 + day for day in range(24)])), platform="vk")
    assert imported.series[0].points[-1][0] == TODAY
    assert [each.line for each in imported.problems if each.code == "impossible_day"] == [24, 25]


@pytest.mark.parametrize("values", [[1850, 1851, 185, 1852], [1850, 1851, 185], [18500, 1851, 1852, 1853]])
def test_a_slip_is_told_and_stays(write: Any, read: Any, values: list[int]) -> None:
    (imported,) = read(write("a.csv", table(values)), platform="vk")
    assert points(imported) == values
    assert codes(imported) == {"slip"}


@pytest.mark.parametrize("values", [[100, 400, 900, 2000, 4000], [1850, 1300, 1290, 1280]])
def test_steep_growth_and_a_lasting_fall_are_no_slips(write: Any, read: Any, values: list[int]) -> None:
    (imported,) = read(write("a.csv", table(values)), platform="vk")
    assert not codes(imported)


def test_last_rows_without_numbers_are_told(write: Any, read: Any) -> None:
    (imported,) = read(write("a.csv", table([5, 6, "NAN", ""])), platform="vk")
    (told,) = imported.problems
    assert (told.code, told.values["count"], told.values["first"]) == ("empty_tail", 2, date(2026, 11, 3))


@pytest.mark.parametrize(
    ("name", "values", "net"),
    [("Прирост", [5, -2, 3], True), ("Чистый прирост", [5, 2, 3], True), ("Прирост", [5, 2, 3], False)],
)
def test_gains_below_zero_or_called_so_are_net(write: Any, read: Any, name: str, values: list[int], net: bool) -> None:
    path = write("a.csv", table(values, name))
    (plain,), (rebuilt,) = (
        read(path, platform="vk"),
        read(path, platform="vk", followers_now=1000, today=date(2026, 11, 3)),
    )
    assert ("net_gains" in codes(plain)) is net
    (level,) = (each for each in rebuilt.series if each.metric == "followers")
    assert level.bound == (None if net else "lower")


def test_gains_that_are_the_steps_of_the_level_are_net(write: Any, read: Any) -> None:
    text = "Дата;Подписчики;Прирост\n" + "".join(f"{day:02d}.11.2026;{100 + 3 * day};3\n" for day in range(1, 9))
    (imported,) = read(write("a.csv", text), platform="vk")
    assert codes(imported) == {"net_gains"}


@pytest.mark.parametrize("cells", [("12.3K", "12.4K"), ("~1840", "~1850"), ("≈1840", "1850")])
def test_rounded_numbers_are_told(write: Any, read: Any, cells: tuple[str, str]) -> None:
    (imported,) = read(write("a.csv", table(cells)), platform="vk")
    assert len(points(imported)) == 2
    assert codes(imported) == {"rounded"}


def test_dates_of_weeks_that_lie_years_apart_are_not_believed(write: Any, read: Any) -> None:
    rows = "".join(f"01.11.{year};{year}\n" for year in range(2008, 2016))
    (imported,) = read(write("a.csv", "Неделя;Подписчики\n" + rows), platform="vk")
    assert not imported.series
    assert codes(imported) == {"weeks_apart"}
