"""The period that an answer tells its number for."""

import pytest

from smartgoal.parsing import parse_period


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("700 в месяц", "month"),
        ("5400/неделю", "week"),
        ("300 за неделю", "week"),
        ("12 за пост", "post"),
        ("7/пост", "post"),
        ("5 per post", "post"),
        ("700/mo", "month"),
        ("20 a day", "day"),
        ("quarter", "quarter"),
    ],
)
def test_a_period_is_read_however_it_is_written(text: str, period: str) -> None:
    assert parse_period(text) == period


@pytest.mark.parametrize("text", ["840", "45 мин", "3 дня", "2 часа 30 минут", "300 за 2 недели", "12 posts", "7/"])
def test_a_number_without_a_period_has_none(text: str) -> None:
    assert parse_period(text) is None
